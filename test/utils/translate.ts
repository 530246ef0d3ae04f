/**
 * MediaWiki's extension Translate: what it makes of a page, and pages marked up for it.
 */

/**
 * A page as its readers see it: `TranslatablePageParser::parse` with `ParserOutput` and `TranslationUnit`,
 * written down anew from the extension's source. Each pair of tags goes, with one line end at each end of its
 * content; its content is units, parted by blank lines; a unit's marker goes with the blank or line end
 * behind it, or where it ends a line with the blank space before it; variables leave what they hold.
 *
 * @see https://www.mediawiki.org/wiki/Help:Extension:Translate/Page_translation_administration
 */
export function clean(source: string): string {
  const held: string[] = []
  const armoured = source.replace(/<nowiki>[^]*?<\/nowiki>/g, (all) => `\0${held.push(all) - 1}\0`)
  return armoured
    .replace(/<translate(?: nowrap)?>([^]*?)<\/translate>/g, (_, content: string) =>
      content
        .split(/(^\s*|\s*\n\n\s*|\s*$)/)
        .map(unit)
        .join('')
        .replace(/^\n|\n$/g, '')
    )
    .replace(/\0(\d+)\0/g, (_, index: string) => held[Number(index)]!)
}

function unit(content: string): string {
  return content
    .replace(/^<!--T:.*?-->[ \n]/, '')
    .replace(/\s*<!--T:.*?-->$/gm, '')
    .replace(/<tvar\|[^>]+>(.*?)<\/>/gs, '$1')
    .replace(/<tvar\s+name\s*=[^>]+>(.*?)<\/tvar\s*>/gs, '$1')
}

/** Ways to mark a page up. */
export const styles = ['lines', 'blocks', 'inline', 'variables', 'whole'] as const

/** One of them. */
export type Style = (typeof styles)[number]

/** A number from 0 to below `limit`. */
type Draw = (limit: number) => number

/**
 * A page marked up for translation at random places, so that `clean` gives the page back but for blanks at
 * the ends of its lines.
 *
 * ```markdown
 * | lines        <translate><!--T:1--> * Wind the clocks</translate>
 * | blocks       <translate>⏎<!--T:1-->⏎* Wind the clocks⏎* Ring⏎</translate>
 * | inline       * <translate><!--T:1--> Wind the clocks</translate> {{done}}
 * | variables    <translate><!--T:1--> * Wind <tvar name="n">4</tvar> clocks</translate>
 * | whole        all of the page in one pair of tags, with words of items as variables
 * ```
 */
export function markUp(page: string, seed: number, style: Style): string {
  const draw = drawFrom(seed)
  let count = 0
  const marker = (): string => `<!--T:${++count}-->`
  const lines = page.split('\n')
  const isOpen = openLines(lines)
  if (style === 'whole') return markWhole(lines, isOpen, draw, marker)
  if (style === 'blocks') return markBlocks(lines, isOpen, draw, marker)
  return lines
    .map((line, index) => {
      if (line.trim() === '' || isOpen[index] || draw(3) === 0) return line
      if (style === 'inline') return markInline(line, draw, marker)
      return markLine(style === 'variables' ? withVariables(line, draw) : line, draw, marker)
    })
    .join('\n')
}

/** A generator of Lehmer's. */
function drawFrom(seed: number): Draw {
  let state = (seed % 2147483646) + 1
  return (limit) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

/** Which lines are in or beside something that goes over lines. */
function openLines(lines: readonly string[]): boolean[] {
  let depth = 0
  return lines.map((line) => {
    const before = depth
    const text = line.replace(/<(nowiki|pre|ref|syntaxhighlight)\b[^<>]*>.*?<\/\1>/gi, '')
    for (const [mark] of text.matchAll(
      /\{\{|\}\}|\[\[|\]\]|<!--|-->|<\/?(?:nowiki|pre|ref|syntaxhighlight)\b[^<>]*>/gi
    )) {
      if (mark.endsWith('/>')) continue
      depth += /^(?:\{\{|\[\[|<!--|<\w)/.test(mark) ? 1 : -1
    }
    depth = Math.max(0, depth)
    return before > 0 || depth > 0
  })
}

function markLine(line: string, draw: Draw, marker: () => string): string {
  const isHeading = /^=.*=\s*$/.test(line)
  switch (draw(4)) {
    case 0:
      return `<translate><!--T:x--> ${line}</translate>`.replace('<!--T:x-->', marker)
    case 1:
      return isHeading
        ? `<translate>\n${line} ${marker()}\n</translate>`
        : `<translate>\n${marker()}\n${line}\n</translate>`
    case 2:
      return isHeading
        ? `<translate>${line} ${marker()}</translate>`
        : `<translate nowrap>${line}</translate>`
    default:
      return `<translate>${marker()}\n${line}\n</translate>`
  }
}

/** Wraps stretches of the page whose ends are between blocks. */
function markBlocks(
  lines: readonly string[],
  isOpen: readonly boolean[],
  draw: Draw,
  marker: () => string
): string {
  const marked: string[] = []
  let isIn = false
  for (const [index, line] of lines.entries()) {
    const isStart = (index === 0 || lines[index - 1]!.trim() === '') && !isOpen[index]
    if (isIn && isStart && draw(3) === 0) {
      marked.push('</translate>')
      isIn = false
    }
    if (!isIn && isStart && line.trim() !== '' && draw(2) === 0) {
      marked.push('<translate>')
      isIn = true
    }
    const isUnit = isIn && isStart && line.trim() !== '' && draw(4) > 0
    if (!isUnit) marked.push(line)
    else if (/^=.*=\s*$/.test(line)) marked.push(`${line} ${marker()}`)
    else marked.push(...(draw(2) === 0 ? [marker(), line] : [`${marker()} ${line}`]))
  }
  if (isIn) marked.push('</translate>')
  return marked.join('\n')
}

/** Marks each block of the page as a unit, and words that open items as variables. */
function markWhole(
  lines: readonly string[],
  isOpen: readonly boolean[],
  draw: Draw,
  marker: () => string
): string {
  let count = 0
  const marked = lines.map((line, index) => {
    if (isOpen[index]) return line
    const text = line.replace(
      /^([*#]+ ?)(\p{L}+)(?= [^{}]*$)/u,
      (all, marks: string, word: string) =>
        draw(2) === 0 ? all : `${marks}<tvar name="v${++count}">${word}</tvar>`
    )
    const isFirst = line.trim() !== '' && (index === 0 || lines[index - 1]!.trim() === '')
    if (!isFirst || /^[|{<!]/.test(line)) return text
    if (/^=.*=\s*$/.test(line)) return `${text} ${marker()}`
    return /^[*#:;]/.test(line) || draw(2) === 0 ? `${marker()}\n${text}` : `${marker()} ${text}`
  })
  return ['<translate>', ...marked, '</translate>'].join('\n')
}

/** Marks the words of a heading, an item, a labelled line or a cell. */
function markInline(line: string, draw: Draw, marker: () => string): string {
  const match =
    /^(=+\s*)(.*?)(\s*=+\s*)$/.exec(line) ??
    /^([*#:;]+\s*)(.*?)((?:\s*\{\{[^{}]*\}\})?\s*)$/.exec(line) ??
    /^(\|(?![-+}|])\s*)([^|]*?)(\s*)$/.exec(line) ??
    /^('{2,5})([^':<>{}[\]]+)('{2,5}.*)$/.exec(line)
  const [, before, words, after] = match ?? []
  if (!words) return line
  const start = ['<translate>', `<translate>${marker()} `, `<translate>${marker()}\n`][draw(3)]
  return `${before}${start}${words}</translate>${after}`
}

/** Some numbers, addresses, targets and templates of a line as variables, old ones and new ones. */
function withVariables(line: string, draw: Draw): string {
  let count = 0
  return line.replace(
    /https?:\/\/[\w./-]+\w|(?<=\[\[)[^[\]|{}<>]+(?=\|)|\{\{[^{}]*\}\}|(?<![\w./=&#{-])\d+(?![\w.{}])/g,
    (found) => {
      const name = `v${++count}`
      const forms = [found, `<tvar name="${name}">${found}</tvar>`, `<tvar|${name}>${found}</>`]
      return forms[draw(3)]!
    }
  )
}

/** A unit of a page: its marker, and its text without that. */
export interface Unit {
  marker: string | null
  text: string
}

/** A page's units, what it has beside them, and why Translate would not take it, if it would not. */
export interface Units {
  units: Unit[]
  outside: string[]
  faults: string[]
}

/** The units of a page by `TranslatablePageParser::parse` and `parseUnit`, written down anew. */
export function unitsOf(source: string): Units {
  const armoured = source.replace(/<nowiki>[^]*?<\/nowiki>/g, (all) => '\0'.repeat(all.length))
  const units: Unit[] = []
  const outside: string[] = []
  const faults: string[] = []
  let at = 0
  for (const match of armoured.matchAll(/<translate(?: nowrap)?>([^]*?)<\/translate>/g)) {
    outside.push(armoured.slice(at, match.index))
    at = match.index + match[0].length
    if (/<translate(?: nowrap)?>/.test(match[1]!)) faults.push(`nested: ${match[0]}`)
    const contents = match[1]!.split(/^\s*|\s*\n\n\s*|\s*$/).filter((text) => text.trim() !== '')
    for (const content of contents) {
      const markers = [...content.matchAll(/<!--T:(.*?)-->/g)].map(([, marker]) => marker!)
      const text = unit(content)
      if (markers.length > 1) faults.push(`several markers: ${content}`)
      if (text.includes('<!--T:')) faults.push(`a marker in an odd place: ${content}`)
      if (text.trim() === '') faults.push(`a marker alone: ${content}`)
      units.push({marker: markers[0] ?? null, text})
    }
  }
  outside.push(armoured.slice(at))
  for (const text of outside)
    if (/<\/?translate(?: nowrap)?>|<!--T:/.test(text)) faults.push(`outside: ${text}`)
  const all = units.flatMap(({marker}) => marker ?? [])
  const twice = all.filter((marker, index) => all.indexOf(marker) !== index)
  return {units, outside, faults: [...faults, ...twice.map((marker) => `twice: ${marker}`)]}
}
