/**
 * Edits of plans as sequences of steps, and what a plan is after them.
 */
import fc from 'fast-check'
import type {Vocabulary} from '../../src/index.ts'
import {editKinds} from './edits/kinds.ts'
import type {EditKind, Step} from './edits/kinds.ts'
import {copy, toPlanJson} from './edits/model.ts'
import type {Thing} from './edits/model.ts'
import {isPlainlySaid, isSayable} from './edits/sayable.ts'
import {team, text, word} from './edits/texts.ts'

export type {EditKind, Step} from './edits/kinds.ts'
export type {Thing} from './edits/model.ts'

export const editKindNames = Object.keys(editKinds) as EditKind[]

const rare: EditKind[] = [
  ...(['setStatus', 'setOpening', 'setText', 'setWords', 'setTarget', 'reorderTasks'] as const),
  ...(['reorderUpdates', 'reorderFields', 'reorderObjectives', 'reorderPrimaryTeams'] as const)
]

/** A step of some kinds. */
export function stepOf(...kinds: EditKind[]): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(997),
    to: fc.nat(997),
    how: fc.nat(839),
    said: text,
    also: text,
    word,
    team
  })
}

/** Kinds that find something to do on few pages are drawn more often. */
const drawn: EditKind[] = [...editKindNames, ...rare, ...rare, ...rare]

/** One to twenty edits of any kind. */
export const steps: fc.Arbitrary<Step[]> = fc
  .oneof(
    {weight: 1, arbitrary: fc.constant(1)},
    {weight: 6, arbitrary: fc.integer({min: 2, max: 5})},
    {weight: 2, arbitrary: fc.integer({min: 6, max: 20})}
  )
  .chain((length) => fc.array(stepOf(...drawn), {minLength: length, maxLength: length}))

/** What a person does in Markdown without thinking of ids. */
const plainKinds: EditKind[] = [
  ...(['setStatus', 'clearStatus', 'setWords', 'setStretch', 'addGoal', 'addTask'] as const),
  ...(['addNote', 'addUpdate', 'removeGoal', 'removeTask', 'removeNote', 'removeUpdate'] as const),
  ...(['addObjective', 'removeObjective', 'addPrimaryTeam', 'removePrimaryTeam'] as const)
]

/** A few edits that a person may make at once. */
export const plainSteps = fc.array(stepOf(...plainKinds), {minLength: 1, maxLength: 3})

/** A plan after some edits. */
export interface Played {
  plan: Thing
  /** The kinds of those that did something. */
  done: EditKind[]
}

/**
 * Makes edits one after the other, without those that find nothing to do, or would say what no page can.
 *
 * @param isPlain Whether the plan goes without its ids, as in Markdown: no edit is made that they alone would tell.
 */
export function play(
  before: Thing,
  steps: readonly Step[],
  vocabulary: Vocabulary,
  isPlain = false
): Played {
  const done: EditKind[] = []
  let plan = before
  let said = JSON.stringify(toPlanJson(plan))
  for (const step of steps) {
    const next = copy(plan)
    if (!editKinds[step.kind](next, step, vocabulary) || !isSayable(next)) continue
    if (isPlain && !isPlainlySaid(next)) continue
    const saying = JSON.stringify(toPlanJson(next))
    if (saying === said) continue
    ;[plan, said] = [next, saying]
    done.push(step.kind)
  }
  return {plan, done}
}
