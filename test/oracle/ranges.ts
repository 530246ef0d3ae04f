/**
 * Where constructs stand on a page, in words that both our tree and Parsoid can be put into.
 */

/** What is compared. */
export const constructs = [
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'bulletedItem',
  'numberedItem',
  'term',
  'description',
  'table',
  'caption',
  'row',
  'cell',
  'header',
  'rule',
  'preformatted',
  'strong',
  'emphasis',
  'wikiLink',
  'link',
  'magicLink',
  'file',
  'category',
  'template',
  'tag',
  'extension',
  'entity',
  'behaviorSwitch'
] as const

/** The name of something that is compared. */
export type Construct = (typeof constructs)[number]

/** A construct in a page; offsets are UTF-16 code units. */
export interface Range {
  construct: Construct
  start: number
  end: number
}

/** A range in short: `strong 4-11`. */
export function print({construct, start, end}: Range): string {
  return `${construct} ${start}-${end}`
}

/** Whether a range lies within another one and is not that one. */
export function isInside(inner: Range, outer: Range): boolean {
  if (inner.start < outer.start || inner.end > outer.end) return false
  return inner.start > outer.start || inner.end < outer.end || inner.construct !== outer.construct
}
