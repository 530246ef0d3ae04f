/**
 * What a draft's page says, by the rules of plan JSON: worked out here from the draft, and nothing of it
 * asked from the code under test.
 */
import type {ItemJson, NoteJson, SectionJson, PlanJson, UpdateJson} from '../../src/index.ts'
import type {Draft, DraftNote, DraftOutcome, DraftTask, DraftUpdate} from './draft.ts'
import {joinWords, type Words} from './words.ts'

/** The quarters of the fiscal year that all drafts are of. */
const quarters: [start: string, end: string][] = [
  ['2030-07-01', '2030-09-30'],
  ['2030-10-01', '2030-12-31'],
  ['2031-01-01', '2031-03-31'],
  ['2031-04-01', '2031-06-30']
]

/** How a dialect shows what the draft says. */
export interface Showing {
  /** How the page labels each period; `null` where it does not. */
  labels: (string | null)[]
  links: (words: Words) => Words['links']
}

/** The plan JSON of a draft. */
export function toPlanJson(
  {title, heading, fiscalYear, fields, periods}: Draft,
  showing: Showing
): PlanJson {
  const name = naming()
  return {
    version: 2,
    title,
    heading,
    fiscalYear,
    source: null,
    fields: fields.map(({name, label, value}) => ({
      name,
      label,
      value: value?.text ?? '',
      links: value ? showing.links(value) : []
    })),
    periods: periods.map((sections, index) => {
      const label = showing.labels[index] ?? null
      const quarter = label !== null || fiscalYear ? index + 1 : null
      const dated = fiscalYear !== null || label?.includes('20')
      const [start, end] = dated ? quarters[index]! : [null, null]
      const id = name(quarter ? `q${quarter}` : `period-${index + 1}`)
      const inner = sections.map((outcome) => outcomeJson(outcome, id, name, showing))
      return {id, label, quarter, start, end, inferred: label === null, sections: inner}
    })
  }
}

type Name = (id: string) => string

/** Ids are unique: twins are counted. */
function naming(): Name {
  const taken = new Set<string>()
  return (id) => {
    let result = id
    for (let count = 2; taken.has(result); count++) result = `${id}-${count}`
    taken.add(result)
    return result
  }
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? ['untitled']
  return words.slice(0, 6).join('-')
}

function outcomeJson(
  outcome: DraftOutcome,
  period: string,
  name: Name,
  {links}: Showing
): SectionJson {
  const {heading, statement, objectives, dependencies, primaryTeams} = outcome
  const [outcomes, outputs] = [heading?.outcomes ?? [], heading?.outputs ?? []]
  const parts = [
    ...(outcomes.length ? ['outcome', ...outcomes] : []),
    ...(outputs.length ? ['output', ...outputs] : []),
    ...(heading?.qualifier ? [slug(heading.qualifier)] : [])
  ]
  const id = name(`${period}/${heading ? parts.join('-').replaceAll('.', '-') : 'goals'}`)
  return {
    id,
    type: heading ? 'outcome' : 'group',
    heading: heading?.text ?? null,
    code: null,
    numbers: {
      ...(outcomes.length && {outcome: outcomes}),
      ...(outputs.length && {output: outputs})
    },
    qualifier: heading?.qualifier ?? null,
    statement: statement?.text ?? null,
    objectives: objectives.map(({text}) => text),
    dependencies: dependencies.map(({text}) => text),
    primaryTeams: primaryTeams.map(({text}) => text),
    fields: [],
    sections: [],
    goals: outcome.goals.map((goal) => itemJson(goal, 'goal', id, name, links)),
    notes: outcome.notes.map((note) => noteJson(note, id, name, links))
  }
}

function itemJson(
  {words, status, stretch, tasks}: DraftTask,
  type: ItemJson['type'],
  parent: string,
  name: Name,
  links: Showing['links']
): ItemJson {
  const id = name(`${parent}/${slug(words.text)}`)
  return {
    id,
    type,
    code: null,
    text: words.text,
    status,
    remark: null,
    stretch: stretch !== null,
    dependencies: [],
    primaryTeams: [],
    fields: [],
    links: links(words),
    notes: [],
    tasks: tasks.map((task) => itemJson(task, 'task', id, name, links))
  }
}

function noteJson(
  {date, updates}: DraftNote,
  parent: string,
  name: Name,
  links: Showing['links']
): NoteJson {
  const id = name(`${parent}/${date ? (date.value ?? slug(date.raw)) : 'undated'}`)
  return {id, date, updates: updates.map((update) => updateJson(update, links))}
}

function updateJson(
  {opening, sentences, inner, updates}: DraftUpdate,
  links: Showing['links']
): UpdateJson {
  return {
    text: sentences
      .map(({text}, index) => (index === 0 ? text : `${inner[index - 1]!.label} ${text}`))
      .join(' '),
    statuses: [...opening, ...inner],
    links: links(joinWords(sentences)),
    updates: updates.map((inner) => updateJson(inner, links))
  }
}

/** Whether the numbers of the sections say where each period starts: they go down there. */
export function saysPeriods(periods: DraftOutcome[][]): boolean {
  return periods.every(
    (sections, index) => index === 0 || isBelow(sections[0]!, periods[index - 1]!.at(-1)!)
  )
}

function isBelow({heading: a}: DraftOutcome, {heading: b}: DraftOutcome): boolean {
  if (!a || !b) return false
  const outcomes = Number(a.outcomes[0]) - Number(b.outcomes[0])
  return outcomes < 0 || (outcomes === 0 && minor(a.outputs[0]) < minor(b.outputs[0]))
}

/** `3` of `3` and of `2.3`. */
function minor(output: string | undefined): number {
  return Number(output?.split('.').at(-1) ?? 0)
}
