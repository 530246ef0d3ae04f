/** What pages call sections, in the order of plan JSON's schema; `group` where nothing tells. */
export const sectionKinds = [
  'outcome',
  'output',
  'program',
  'objective',
  'team',
  'strategy',
  'group'
] as const

/** What a page calls a section; `group` where nothing tells. */
export type SectionKind = (typeof sectionKinds)[number]
