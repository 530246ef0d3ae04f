/**
 * Generated pages without what is known to differ: on pages without sense it would turn up everywhere, and
 * hide what is not known.
 *
 * @see known-differences.ts for what each is about
 */

/** What is replaced, and by what. */
const replacements: readonly (readonly [RegExp, string])[] = [
  // What is no character: the wiki has another one in its place.
  [/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]/gu, '?'],
  // Tags of extensions that the wiki lacks.
  [/<\/?(?:tabs?|tabber|translate|section)\b[^>]*>/g, ''],
  // A template in a link's text.
  [/(\[[^\]\r\n]*)\{\{/g, '$1'],
  // A table that does not end, or does not start with a row or cell.
  [/\{\|(?![^]*\|\})/g, ''],
  [/\{\|(?=.*[\r\n]+(?![|!]))/g, ''],
  // Text after a redirect.
  [/^\s*#REDIRECT/, 'a'],
  // A category at a line's start.
  [/^\s*\[\[Category/gm, 'a [[Category'],
  // A comment between items or in an address; a comment or switch at the end of a preformatted line.
  [/^([*#:;].*(?:\r\n?|\n))\s*<!--.*?-->/gm, '$1'],
  [/((?:https|mailto):\S*)<!--/g, '$1 <!--'],
  [/^((?:<!--.*?-->)* .*?)(?:<!--.*?-->|__TOC__)/gm, '$1'],
  // A blank behind a switch at a line's start.
  [/^(\s*__TOC__) /gm, '$1a '],
  // Braces that close in a heading.
  [/^(=(?!.*\{\{).*)\}\}/gm, '$1'],
  // A comment that is never closed, and a link over lines.
  [/<!--(?![^]*-->)/g, ''],
  [/\[\[(?=[^\]]*[\r\n])/g, ''],
  // A colon behind bold, italics or tags.
  [/^([*#:]*);(?=.*(?:''|<))/gm, '$1:'],
  // An address glued to a link or a switch.
  [/(\]\]|__TOC__)(?=https|mailto)/g, '$1 ']
]

const tag = /<(\/?)([a-z]+)\b[^>]*>/g

/** A page that is as wild as it was but for that. */
export function tame(page: string): string {
  const replaced = replacements.reduce((text, [from, to]) => text.replace(from, to), page)
  return replaced
    .split(/(\r\n?|\n)/)
    .map((line) => (hasLooseTags(line) ? line.replace(tag, '') : line))
    .join('')
}

/** Whether a line has tags that do not pair up on it, or may overlap bold or italics. */
function hasLooseTags(line: string): boolean {
  const open: string[] = []
  for (const [all, slash, name = ''] of line.matchAll(tag)) {
    if (name === 'br' || all.endsWith('/>')) continue
    if (!slash) open.push(name)
    else if (open.pop() !== name) return true
  }
  return open.length > 0 || (line.includes("''") && line.search(tag) >= 0)
}
