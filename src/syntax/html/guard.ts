/**
 * Keeps hostile HTML from taking more than linear time: an HTML parser looks through what is open at each
 * tag, opens formatting elements anew in each block, and compares each attribute with those before it.
 */
import {tagAt, type TagSource} from './tags.ts'

/** No page nests deeper; tags below are left out, and their text stands where they would stand. */
const maxDepth = 200

/** Formatting elements that end without an end tag of their own: each goes on in all that follows. */
const maxUnclosed = 4

/** No tag has more attributes. */
const maxAttributes = 200

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const empty = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' ')
)

/** Elements that end where the next of their kind starts. */
const selfEnding = new Set('p li dt dd tr td th option'.split(' '))

/** Elements whose content has no tags but their own end. */
const raw = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))

/**
 * The same HTML, of the same length, with spaces in place of the tags that no honest page has: those that
 * nest too deep, have too many attributes, or are formatting that is never closed.
 */
export function guard(source: string): string {
  const pieces: string[] = []
  const open: string[] = []
  let unclosed = 0
  let at = 0
  for (const tag of tags(source)) {
    if (tag.closes) unclosed += close(open, tag.name)
    else if (isHostile(tag, open, unclosed)) {
      pieces.push(source.slice(at, tag.start), ' '.repeat(tag.end - tag.start))
      at = tag.end
    } else if (!empty.has(tag.name)) {
      if (selfEnding.has(tag.name) && open.at(-1) === tag.name) open.pop()
      open.push(tag.name)
    }
  }
  return at === 0 ? source : pieces.join('') + source.slice(at)
}

function isHostile(
  {name, attributes}: TagSource,
  open: readonly string[],
  unclosed: number
): boolean {
  if (attributes > maxAttributes || open.length >= maxDepth) return true
  return unclosed >= maxUnclosed && formatting.has(name)
}

/** Closes an element with what is open in it; says how much formatting had no end of its own. */
function close(open: string[], name: string): number {
  const at = open.lastIndexOf(name)
  if (at < 0) return 0
  const [, ...within] = open.splice(at)
  return within.filter((inner) => formatting.has(inner)).length
}

function* tags(source: string): Generator<TagSource> {
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    if (source.startsWith('<!--', at)) at = endOf(source, '-->', at + 4)
    else {
      const tag = tagAt(source, at)
      if (tag) yield tag
      at = tag ? tag.end : at + 1
      if (tag && !tag.closes && raw.has(tag.name)) at = endOfRaw(source, tag)
    }
  }
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at + mark.length
}

/** Where the content of a script or the like ends. */
function endOfRaw(source: string, {name, end}: TagSource): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi')
  closing.lastIndex = end
  return closing.exec(source)?.index ?? source.length
}
