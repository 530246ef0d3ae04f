/** What pages call sections, goals and tasks, as lists. */
import type {ItemKind, SectionKind} from './types.ts'

export const sectionKinds: readonly SectionKind[] = [
  'outcome',
  'output',
  'program',
  'objective',
  'team',
  'strategy',
  'group'
]

export const itemKinds: readonly ItemKind[] = ['goal', 'keyResult', 'hypothesis', 'task']

/** How far down each kind of section stands: one holds only sections of kinds further down. */
const ranks: Readonly<Record<SectionKind, number>> = {
  group: 0,
  team: 0,
  program: 1,
  strategy: 1,
  outcome: 2,
  output: 3,
  objective: 3
}

/** Whether a section may stand within another. */
export function canHold(outer: SectionKind, inner: SectionKind): boolean {
  return ranks[inner] > ranks[outer]
}
