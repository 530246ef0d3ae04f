import type {Position} from '../../document/types.ts'

/** What can be wrong with a page; the ids are stable. */
export type RuleId =
  | 'dialect'
  | 'status-malformed'
  | 'status-misspelt'
  | 'status-unknown'
  | 'status-stray'
  | 'status-conflict'
  | 'date-impossible'
  | 'note-undated'
  | 'goals-empty'
  | 'outcome-duplicate'
  | 'outcome-unparsed'
  | 'plan-missing'
  | 'table-unread'
  | 'json-invalid'
  | 'left-out'

/** Something that is wrong with a page, at a place of it. */
export interface Problem {
  ruleId: RuleId
  /** A sentence for a person. */
  reason: string
  place?: Position | undefined
  /** What was read. */
  actual?: string
  /** What could stand there instead. */
  expected?: string[]
  /** How to mend it. */
  note?: string
}

/** Takes what is found, in no order. */
export type Report = (problem: Problem) => void
