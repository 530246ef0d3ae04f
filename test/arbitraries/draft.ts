/**
 * Plans as a person would have them in mind before writing the page: what is said, not how.
 *
 * Drafts and not plan JSON, as a text's markup, a status's spelling and a date's form are facts of the page,
 * too. `toPlanJson` (in `facts.ts`) says what the plan JSON of a draft's page is.
 */
import fc from 'fast-check'
import type {DateJson, StatusJson} from '../../src/index.ts'
import {joinWords, sentence, teamName, type Words} from './words.ts'

export interface Draft {
  title: string | null
  heading: string | null
  fiscalYear: {label: string; start: string; end: string} | null
  fields: DraftField[]
  /** At most four. Where outcomes have no heading, each period has one of them. */
  periods: DraftOutcome[][]
}

export interface DraftField {
  name: string | null
  label: string
  /** `null` for a label without a value. */
  value: Words | null
}

export interface DraftOutcome {
  /** `null` for goals that stand under no outcome. */
  heading: DraftHeading | null
  statement: Words | null
  objectives: Words[]
  dependencies: Words[]
  primaryTeams: Words[]
  goals: DraftTask[]
  notes: DraftNote[]
}

export interface DraftHeading {
  text: string
  outcomes: string[]
  outputs: string[]
  qualifier: string | null
  /** Whether its text ends with the outcome's statement. */
  holdsStatement: boolean
}

/** A goal or task. */
export interface DraftTask {
  words: Words
  status: StatusJson | null
  /** Where the status stands: at the end, behind a dash, in brackets, or at the start. */
  joint: 'end' | 'dash' | 'bracket' | 'start'
  /** The marker before the text, `null` for none. */
  stretch: string | null
  tasks: DraftTask[]
}

export interface DraftNote {
  /** `null` for a note without a date. */
  date: DateJson | null
  updates: DraftUpdate[]
}

export interface DraftUpdate {
  /** Markers that open it. */
  opening: StatusJson[]
  /** Sentences, with a marker of `inner` between each two. */
  sentences: Words[]
  inner: StatusJson[]
  updates: DraftUpdate[]
}

const labels: [value: string, label: string][] = [
  ['done', 'Done'],
  ['in-progress', 'In progress'],
  ['partially-done', 'Partially done'],
  ['to-do', 'To do'],
  ['postponed', 'Postponed'],
  ['stalled', 'Stalled'],
  ['blocked', 'Blocked'],
  ['not-done', 'Not done'],
  ['cancelled', 'Cancelled']
]

type Spelling = (label: string) => string

const templates: Spelling[] = [
  (label) => `{{${label}}}`,
  (label) => `{{${label}}}`,
  (label) => `{{${label.toLowerCase()}}}`,
  (label) => `{{${label.toUpperCase()}}}`,
  (label) => `{{ ${label} }}`,
  (label) => `{{${label.replace(' ', '_')}}}`,
  (label) => `{{Template:${label}}}`,
  (label) => `{{${label}|since=May|for [[all]]}}`
]

const malformed: Spelling[] = [
  (label) => `{[${label}}}`,
  (label) => `{{${label}}`,
  (label) => `{${label}}}`,
  (label) => `{{${label}]]`,
  (label) => `[{${label}}}`,
  (label) => `<{{${label}}}`,
  (label) => `<<${label}>`,
  (label) => `<${label}>>`
]

/** Templates under other names, and misspelt ones, that are plainly one status. */
const others: [value: string, label: string, raw: string, form: StatusJson['form']][] = [
  ['done', 'Done', '{{completed}}', 'template'],
  ['in-progress', 'In progress', '{{ongoing}}', 'template'],
  ['to-do', 'To do', '{{not started}}', 'template'],
  ['postponed', 'Postponed', '{{Deferred}}', 'template'],
  ['cancelled', 'Cancelled', '{{declined}}', 'template'],
  ['partially-done', 'Partially done', '{{partialy done}}', 'malformed'],
  ['in-progress', 'In progress', '{{in progres}}', 'malformed'],
  ['postponed', 'Postponed', '{{postpond}}', 'malformed'],
  ['done', 'Done', '{{doen}}', 'malformed']
]

function spelt(form: StatusJson['form'], spellings: Spelling[]): fc.Arbitrary<StatusJson> {
  return fc
    .tuple(fc.constantFrom(...labels), fc.constantFrom(...spellings))
    .map(([[value, label], spell]) => ({value, label, form, raw: spell(label)}))
}

/** A status, as wikitext writes it. */
const status: fc.Arbitrary<StatusJson> = fc.oneof(
  {weight: 12, arbitrary: spelt('template', templates)},
  {weight: 2, arbitrary: spelt('angle', [(label) => `<<${label}>>`])},
  {weight: 2, arbitrary: spelt('malformed', malformed)},
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...others)
      .map(([value, label, raw, form]) => ({value, label, form, raw}))
  }
)

/** `null` one time in some. */
function maybe<T>(arbitrary: fc.Arbitrary<T>, times = 3): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, {freq: times - 1})
}

const stretchMarkers = ['[stretch]', '(stretch)', '[Stretch goal]', 'Stretch:', 'stretch goal:']

function task(depth: number): fc.Arbitrary<DraftTask> {
  return fc.record({
    words: sentence,
    status: maybe(status),
    joint: fc.constantFrom('end', 'end', 'end', 'dash', 'bracket', 'start'),
    stretch: fc.constantFrom(...Array.from({length: 15}, () => null), ...stretchMarkers),
    tasks: depth === 0 ? fc.constant<DraftTask[]>([]) : fc.array(task(depth - 1), {maxLength: 2})
  })
}

function update(depth: number): fc.Arbitrary<DraftUpdate> {
  return fc
    .record({
      opening: fc.array(status, {maxLength: 2}),
      sentences: fc.array(sentence, {minLength: 1, maxLength: 3}),
      inner: fc.array(status, {minLength: 2, maxLength: 2}),
      updates:
        depth === 0 ? fc.constant<DraftUpdate[]>([]) : fc.array(update(depth - 1), {maxLength: 2}),
      silent: fc.boolean()
    })
    .map(({silent, ...said}) =>
      silent && said.opening.length > 0
        ? {...said, sentences: [joinWords([])], inner: []}
        : {...said, inner: said.inner.slice(0, said.sentences.length - 1)}
    )
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December']
]

/** How a day is written. */
const dateForms: ((name: string, day: number) => string)[] = [
  (name, day) => `${name} ${day}, 2030`,
  (name, day) => `${day} ${name} 2030`,
  (name, day) => `${name.slice(0, 3)} ${day}th 2030`,
  (name, day) => `${name} ${day},2030`,
  (name, day) => `2030-${twoDigits(monthNames.indexOf(name) + 1)}-${twoDigits(day)}`
]

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

const day: fc.Arbitrary<DateJson> = fc
  .tuple(
    fc.constantFrom(...monthNames),
    fc.integer({min: 1, max: 28}),
    fc.constantFrom(...dateForms)
  )
  .map(([name, number, form]) => ({
    value: `2030-${twoDigits(monthNames.indexOf(name) + 1)}-${twoDigits(number)}`,
    precision: 'day',
    raw: form(name, number)
  }))

const month: fc.Arbitrary<DateJson> = fc.nat(11).map((index) => ({
  value: `2030-${twoDigits(index + 1)}`,
  precision: 'month',
  raw: `${monthNames[index]} 2030`
}))

const impossible: fc.Arbitrary<DateJson> = fc
  .constantFrom('February 30, 2031', '31 April 2030', '2030-13-01')
  .map((raw) => ({value: null, precision: null, raw}))

const date: fc.Arbitrary<DateJson> = fc.oneof(
  {weight: 6, arbitrary: day},
  {weight: 2, arbitrary: month},
  {weight: 1, arbitrary: impossible}
)

const dated: fc.Arbitrary<DraftNote> = fc.record({
  date,
  updates: fc.array(update(1), {maxLength: 3})
})

const undated: fc.Arbitrary<DraftNote> = fc.record({
  date: fc.constant(null),
  updates: fc.array(update(1), {minLength: 1, maxLength: 2})
})

/** Notes; only the first may lack a date, as its updates then stand before any note. */
const notes: fc.Arbitrary<DraftNote[]> = fc
  .tuple(fc.option(undated, {freq: 1}), fc.array(dated, {maxLength: 3}))
  .map(([first, rest]) => (first ? [first, ...rest] : rest))

const goals = fc.array(task(2), {maxLength: 3})

const content: fc.Arbitrary<Omit<DraftOutcome, 'heading'>> = fc.record({
  statement: maybe(sentence),
  objectives: fc.array(sentence, {maxLength: 2}),
  dependencies: fc.array(teamName, {maxLength: 2}),
  primaryTeams: fc.array(teamName, {maxLength: 3}),
  goals,
  notes
})

type Numbers = Pick<DraftHeading, 'text' | 'outcomes' | 'outputs'>
type HeadingForm = (outcome: number, output: number) => Numbers

/** How outcomes are headed; all of a plan alike, so that their numbers can be compared. */
const headingForms: HeadingForm[] = [
  (a, b) => ({text: `Outcome ${a} / Output ${b}`, outcomes: [`${a}`], outputs: [`${b}`]}),
  (a, b) => ({text: `Outcome ${a}, Output ${a}.${b}`, outcomes: [`${a}`], outputs: [`${a}.${b}`]}),
  (a) => ({text: `Outcome ${a}`, outcomes: [`${a}`], outputs: []}),
  (a, b) => ({
    text: `Outcomes ${a} and ${a + b}`,
    outcomes: [`${a}`, `${a + b}`],
    outputs: []
  })
]

/** Outcomes of a quarter, their numbers going up. */
function outcomes(form: HeadingForm): fc.Arbitrary<DraftOutcome[]> {
  const outcome = fc.record({
    numbers: fc.tuple(fc.integer({min: 1, max: 3}), fc.integer({min: 1, max: 12})),
    qualifier: fc.constantFrom(null, null, null, 'Performance', 'Boats & bells'),
    holds: fc.constantFrom(false, false, false, true),
    content
  })
  return fc.array(outcome, {minLength: 1, maxLength: 3}).map((list) =>
    list
      .sort(({numbers: a}, {numbers: b}) => a[0] - b[0] || a[1] - b[1])
      .map(({numbers, qualifier, holds, content}) => ({
        ...content,
        heading: toHeading(form(...numbers), qualifier, holds ? content.statement : null)
      }))
  )
}

function toHeading(
  numbers: Numbers,
  qualifier: string | null,
  statement: Words | null
): DraftHeading {
  if (statement) {
    const text = `${numbers.text}: ${statement.text}`
    return {...numbers, text, qualifier: null, holdsStatement: true}
  }
  const text = qualifier === null ? numbers.text : `${numbers.text} (${qualifier})`
  return {...numbers, text, qualifier, holdsStatement: false}
}

/** Goals that stand under no outcome. */
const bare: fc.Arbitrary<DraftOutcome[]> = fc
  .record({goals: fc.array(task(2), {minLength: 1, maxLength: 3}), notes})
  .map((said) => {
    const none = {objectives: [], dependencies: [], primaryTeams: []}
    return [{heading: null, statement: null, ...none, ...said}]
  })

const fieldLabels: [name: string | null, label: string][] = [
  ['goalOwner', 'Goal Owner'],
  ['goalOwner', 'Goal owner(s)'],
  ['annualPlan', 'Annual Plan'],
  ['primaryGoal', 'Primary Goal is Punctuality'],
  ['techGoal', 'Tech Goal'],
  ['teamManager', 'Team Manager'],
  [null, 'Budget'],
  [null, 'Kept in the tower by']
]

const fields: fc.Arbitrary<DraftField[]> = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...fieldLabels), maybe(sentence, 6))
    .map(([[name, label], value]) => ({name, label, value})),
  {maxLength: 4, selector: ({label}) => label}
)

const fiscalYear = fc
  .constantFrom('FY30/31', 'FY2030-31', 'FY2030–31', 'FY2031')
  .map((label) => ({label, start: '2030-07-01', end: '2031-06-30'}))

const periods: fc.Arbitrary<DraftOutcome[][]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...headingForms)
      .chain((form) => fc.array(outcomes(form), {minLength: 1, maxLength: 4}))
  },
  {weight: 1, arbitrary: fc.array(bare, {minLength: 1, maxLength: 2})}
)

const headings: ((year: string) => string | null)[] = [
  (year) => `Program Goals and Status for ${year}`,
  (year) => `Ferry plan, ${year}`,
  () => 'Harbour goals',
  () => null
]

const titles: ((year: string) => string | null)[] = [
  (year) => `Harbour Lights/Annual plans/${year}/Ferries`,
  () => 'Harbour Lights/Ferries',
  () => null
]

/** A plan of up to four quarters. */
export const draft: fc.Arbitrary<Draft> = fc
  .record({
    year: maybe(fiscalYear, 6),
    heading: fc.constantFrom(...headings),
    title: fc.constantFrom(...titles),
    fields,
    periods
  })
  .map(({year, heading, title, ...said}) => {
    const label = year?.label ?? 'all years'
    const texts = {heading: heading(label), title: title(label)}
    const dated = [texts.heading, texts.title].some((text) => text?.includes(label))
    return {...texts, fiscalYear: dated ? year : null, ...said}
  })

/** Whether a status is written as it should be. */
export function isWellFormed({form}: StatusJson): boolean {
  return form !== 'malformed'
}
