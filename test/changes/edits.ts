/**
 * Edits of plan JSON as a person or program makes them, with what each of them touches, so that a test knows
 * which two are at odds. What is new has a name that no other edit gives.
 */
import fc from 'fast-check'
import {itemJson} from '../utils/item-json.ts'
import type {ItemJson, NoteJson, SectionJson, PlanJson, StatusJson} from '../../src/index.ts'

/** An edit; each run of it gives the same. */
export interface Edit {
  /** For people: what it does. */
  name: string
  /** What it touches: `id#fact`, `id#*` for all of a thing, `id#in` for something new in it. */
  touches: string[]
  apply: (plan: PlanJson) => void
}

/** The plan after some edits. */
export function edited(plan: PlanJson, edits: readonly Edit[]): PlanJson {
  const copy = structuredClone(plan)
  for (const edit of edits) edit.apply(copy)
  return copy
}

/** Whether two edits touch the same fact of a thing, or one takes away what the other touches. */
export function areAtOdds(a: Edit, b: Edit): boolean {
  return a.touches.some((left) => b.touches.some((right) => isSameTouch(left, right)))
}

function isSameTouch(a: string, b: string): boolean {
  const [[id, fact], [other, otherFact]] = [a.split('#'), b.split('#')]
  if (id !== other) return false
  return fact === '*' || otherFact === '*' || (fact === otherFact && fact !== 'in')
}

/** What an edit is drawn from: which thing, and what it becomes. */
interface Draw {
  kind: keyof typeof makers
  which: number
  where: number
  /** Makes what is new unlike anything else. */
  word: string
}

/** Sequences of edits that suit a plan; things are drawn by their place among their like. */
export function editsOf(plan: PlanJson, side: string): fc.Arbitrary<Edit[]> {
  const draw = fc.record<Draw>({
    kind: fc.constantFrom(...(Object.keys(makers) as (keyof typeof makers)[])),
    which: fc.nat(50),
    where: fc.nat(50),
    word: fc.constantFrom('brass', 'copper', 'iron', 'silver', 'tin')
  })
  return fc.array(draw, {maxLength: 5}).map((draws) => {
    const made: Edit[] = []
    for (const [at, {kind, which, where, word}] of draws.entries()) {
      const edit = makers[kind](plan, which, where, `${side} ${word} ${at}`)
      if (edit && !made.some((other) => areAtOdds(edit, other))) made.push(edit)
    }
    return made
  })
}

const makers = {
  setStatus,
  setText,
  setStretch,
  addGoal,
  addTask,
  addNote,
  addUpdate,
  setDate,
  removeTitled,
  removeNote,
  addObjective,
  moveGoal
}

const done: StatusJson = {value: 'done', label: 'Done', form: 'template', raw: '{{done}}'}
const stalled: StatusJson = {...done, value: 'stalled', label: 'Stalled', raw: '{{Stalled}}'}

function setStatus(plan: PlanJson, which: number, where: number): Edit | undefined {
  const titled = pick(titledOf(plan), which)
  const choices = [done, stalled, null].filter((status) => status?.value !== titled?.status?.value)
  const status = pick(choices, where)!
  return (
    titled &&
    edit(`set status of ${titled.id} to ${status?.value}`, [`${titled.id}#status`], (plan) => {
      find(titledOf(plan), titled.id).status = status
    })
  )
}

function setText(plan: PlanJson, which: number, _: number, word: string): Edit | undefined {
  const titled = pick(titledOf(plan), which)
  const text = `${titled?.text} with ${word}`
  return (
    titled &&
    edit(`set text of ${titled.id} to ${text}`, [`${titled.id}#text`], (plan) => {
      find(titledOf(plan), titled.id).text = text
    })
  )
}

function setStretch(plan: PlanJson, which: number): Edit | undefined {
  const titled = pick(titledOf(plan), which)
  return (
    titled &&
    edit(`turn stretch of ${titled.id}`, [`${titled.id}#stretch`], (plan) => {
      find(titledOf(plan), titled.id).stretch = !titled.stretch
    })
  )
}

function addGoal(plan: PlanJson, which: number, where: number, word: string): Edit | undefined {
  const outcome = pick(outcomesOf(plan), which)
  const at = where % ((outcome?.goals.length ?? 0) + 1)
  const goal = {...itemJson('goal', `new ${word}`, `Polish all ${word} lamps`), status: done}
  return (
    outcome &&
    edit(`add goal ${word} to ${outcome.id} at ${at}`, [`${outcome.id}#in`], (plan) => {
      find(outcomesOf(plan), outcome.id).goals.splice(at, 0, goal)
    })
  )
}

function addTask(plan: PlanJson, which: number, where: number, word: string): Edit | undefined {
  const parent = pick(titledOf(plan), which)
  const at = where % ((parent?.tasks.length ?? 0) + 1)
  const task = itemJson('task', `new ${word}`, `Order ${word} wire`)
  return (
    parent &&
    edit(`add task ${word} to ${parent.id} at ${at}`, [`${parent.id}#in`], (plan) => {
      find(titledOf(plan), parent.id).tasks.splice(at, 0, task)
    })
  )
}

function addNote(plan: PlanJson, which: number, where: number, word: string): Edit | undefined {
  const outcome = pick(outcomesOf(plan), which)
  const day = `2031-05-${String((where % 28) + 1).padStart(2, '0')}`
  const date = {value: day, precision: 'day' as const, raw: day}
  const updates = [{text: `All ${word} came.`, statuses: [], links: [], updates: []}]
  return (
    outcome &&
    edit(
      `add note ${word} to ${outcome.id}`,
      [`${outcome.id}#in`, `${outcome.id} ${day}#*`],
      (plan) => {
        find(outcomesOf(plan), outcome.id).notes.push({id: `new ${word}`, date, updates})
      }
    )
  )
}

function addUpdate(plan: PlanJson, which: number, _: number, word: string): Edit | undefined {
  const note = pick(notesOf(plan), which)
  return (
    note &&
    edit(`add update ${word} to ${note.id}`, [`${note.id}#in`], (plan) => {
      find(notesOf(plan), note.id).updates.push({
        text: `Then ${word} went.`,
        statuses: [],
        links: [],
        updates: []
      })
    })
  )
}

function setDate(plan: PlanJson, which: number, where: number): Edit | undefined {
  const note = pick(
    notesOf(plan).filter(({date, updates}) => date && updates.length > 0),
    which
  )
  const day = `2031-06-${String((where % 28) + 1).padStart(2, '0')}`
  return (
    note &&
    edit(`set date of ${note.id} to ${day}`, [`${note.id}#date`], (plan) => {
      find(notesOf(plan), note.id).date = {value: day, precision: 'day', raw: day}
    })
  )
}

function removeTitled(plan: PlanJson, which: number): Edit | undefined {
  const titled = pick(titledOf(headed(plan)), which)
  return (
    titled &&
    edit(`remove ${titled.id}`, everything(titled), (plan) => {
      for (const {goals} of outcomesOf(plan)) removeFrom(goals, titled.id)
      for (const {tasks} of titledOf(plan)) removeFrom(tasks, titled.id)
    })
  )
}

function removeNote(plan: PlanJson, which: number): Edit | undefined {
  const note = pick(notesOf(headed(plan)), which)
  return (
    note &&
    edit(`remove ${note.id}`, [`${note.id}#*`], (plan) => {
      for (const {notes} of outcomesOf(plan)) removeFrom(notes, note.id)
    })
  )
}

function addObjective(plan: PlanJson, which: number, _: number, word: string): Edit | undefined {
  const outcome = pick(outcomesOf(headed(plan)), which)
  return (
    outcome &&
    edit(`add objective ${word} to ${outcome.id}`, [`${outcome.id}#in`], (plan) => {
      find(outcomesOf(plan), outcome.id).objectives.push(`More ${word} on every pier`)
    })
  )
}

function moveGoal(plan: PlanJson, which: number, where: number): Edit | undefined {
  const goal = pick(
    outcomesOf(headed(plan)).flatMap(({goals}) => goals),
    which
  )
  const target = pick(
    outcomesOf(plan).filter(({goals}) => goals.every(({id}) => id !== goal?.id)),
    where
  )
  return (
    goal &&
    target &&
    edit(`move ${goal.id} to ${target.id}`, [`${goal.id}#place`, `${target.id}#in`], (plan) => {
      const moved = find(titledOf(plan), goal.id)
      for (const {goals} of outcomesOf(plan)) removeFrom(goals, goal.id)
      find(outcomesOf(plan), target.id).goals.push(moved)
    })
  )
}

function edit(name: string, touches: string[], apply: Edit['apply']): Edit {
  return {name, touches, apply}
}

/** A plan without what stands under no heading: a page that loses all of that loses the outcome. */
function headed(plan: PlanJson): PlanJson {
  const periods = plan.periods.map((period) => ({
    ...period,
    sections: period.sections.filter(({heading}) => heading !== null)
  }))
  return {...plan, periods}
}

/** A thing and all that is below it. */
export function everything({id, tasks}: ItemJson): string[] {
  return [`${id}#*`, ...tasks.flatMap(everything)]
}

export function outcomesOf(plan: PlanJson): SectionJson[] {
  return plan.periods.flatMap(({sections}) => sections)
}

function notesOf(plan: PlanJson): NoteJson[] {
  return outcomesOf(plan).flatMap(({notes}) => notes)
}

export function titledOf(plan: PlanJson): ItemJson[] {
  const all = (titled: ItemJson): ItemJson[] => [titled, ...titled.tasks.flatMap(all)]
  return outcomesOf(plan).flatMap(({goals}) => goals.flatMap(all))
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % (list.length || 1)]
}

function find<T extends {id: string}>(list: readonly T[], id: string): T {
  const found = list.find((thing) => thing.id === id)
  if (!found) throw new Error(`The edit needs ${id}, which is not in the plan`)
  return found
}

export function removeFrom<T extends {id: string}>(list: T[], id: string): void {
  const at = list.findIndex((thing) => thing.id === id)
  if (at >= 0) list.splice(at, 1)
}
