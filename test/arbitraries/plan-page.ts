/**
 * Pages of wikitext that say what a draft says, in every house style that people write plans in.
 *
 * The printer is as plain as can be and shares nothing with the writers. Every choice of a `Style` is drawn by
 * itself. Not drawn is what a person could not tell, either:
 *
 * - no quarters on the page, where the outcomes' numbers do not say them;
 * - a malformed status within brackets (`({{done}])`): whose is the bracket?
 * - a definition term alone for a field without a value, as it could be a heading;
 * - an undated note as a list item, as `* Note:` could be an update;
 * - a first update on the line of a note that is a heading, or of one with updates below it.
 */
import fc from 'fast-check'
import type {PlanJson} from '../../src/index.ts'
import {saysPeriods, toPlanJson} from './facts.ts'
import {
  draft,
  isWellFormed,
  type Draft,
  type DraftNote,
  type DraftOutcome,
  type DraftTask,
  type DraftUpdate
} from './draft.ts'
import {withoutQuotes, type Words} from './words.ts'

/** Apostrophes around a text. */
type Quotes = '' | "''" | "'''" | "'''''"

/** How a page is written. */
export interface Style {
  end: '\n' | '\r\n'
  /** How many blank lines stand between blocks. */
  blank: number
  /** Whether headings nest as the plan does, or all stand on one level. */
  flat: boolean
  /** The level of the first heading. */
  top: number
  quarters: 'nowhere' | 'tabs' | 'tabber' | 'headings'
  quarterLabel: number
  goalsHeading: string
  statusHeading: string
  fields: {as: 'items' | 'lines' | 'terms' | 'pairs'; quotes: Quotes; colonInside: boolean}
  statement: Quotes
  teams: {
    as: 'plain' | 'italic' | 'indented'
    oneLine: boolean
    comma: boolean
    dependencies: string
    primary: string
  }
  goals: {as: 'headings' | 'bold' | 'terms' | 'items'; statusInside: boolean}
  notes: {
    as: 'bold' | 'plain' | 'terms' | 'headings' | 'items'
    word: string
    beside: string | null
    undated: boolean
  }
  bullets: {task: '*' | '#'; update: '*' | '#'; gap: string}
  around: {
    introduction: boolean
    background: boolean
    navigation: boolean
    seeAlso: boolean
    translate: boolean
  }
}

const quotes = fc.constantFrom<Quotes>('', "''", "'''", "'''''")

/** The styles that suit a draft. */
function styleOf({periods}: Draft): fc.Arbitrary<Style> {
  const quarters: Style['quarters'][] = ['tabs', 'tabber', 'headings']
  return fc.record<Style>({
    end: fc.constantFrom('\n', '\n', '\r\n'),
    blank: fc.nat(2),
    flat: fc.boolean(),
    top: fc.integer({min: 1, max: 2}),
    quarters: fc.constantFrom(
      ...(saysPeriods(periods) ? (['nowhere', 'nowhere'] as const) : []),
      ...quarters
    ),
    quarterLabel: fc.nat(quarterLabels.length - 1),
    goalsHeading: fc.constantFrom('Goal(s)', 'Goals', 'Goal'),
    statusHeading: fc.constantFrom('Status', 'Status update', 'Status updates', 'Status update(s)'),
    fields: fc.record({
      as: fc.constantFrom('items', 'lines', 'terms', 'pairs'),
      quotes,
      colonInside: fc.boolean()
    }),
    statement: quotes,
    teams: fc.record({
      as: fc.constantFrom('plain', 'italic', 'indented'),
      oneLine: fc.boolean(),
      comma: fc.boolean(),
      dependencies: fc.constantFrom('Dependencies on', 'Dependency on', 'Dependencies'),
      primary: fc.constantFrom('Primary team', 'Primary teams', 'Primary team(s)')
    }),
    goals: fc.record({
      as: fc.constantFrom('headings', 'bold', 'terms', 'items'),
      statusInside: fc.boolean()
    }),
    notes: fc.record({
      as: fc.constantFrom('bold', 'plain', 'terms', 'headings', 'items'),
      word: fc.constantFrom('Note: ', 'Note: ', 'NOTE: ', ''),
      beside: fc.constantFrom(null, null, ' - ', ': ', ' – '),
      undated: fc.boolean()
    }),
    bullets: fc.record({
      task: fc.constantFrom('*', '#'),
      update: fc.constantFrom('*', '#'),
      gap: fc.constantFrom(' ', ' ', '')
    }),
    around: fc.record({
      introduction: fc.boolean(),
      background: fc.boolean(),
      navigation: fc.boolean(),
      seeAlso: fc.boolean(),
      translate: fc.boolean()
    })
  })
}

/** How pages name the n-th quarter. */
const quarterLabels: ((index: number) => string)[] = [
  (index) => `Q${index + 1}`,
  (index) => `Quarter ${index + 1}`,
  (index) =>
    `Q${index + 1} (${['July - September 2030', 'October - December 2030', 'January - March 2031', 'April - June 2031'][index]})`,
  (index) =>
    `Q${index + 1} (${['July – September', 'October – December', 'January – March', 'April – June'][index]})`
]

/** A page, with what it says. */
export interface PlanPage {
  draft: Draft
  style: Style
  page: string
  plan: PlanJson
}

/** A plan page in any house style. */
export const planPage: fc.Arbitrary<PlanPage> = draft.chain((draft) =>
  styleOf(draft).map((style) => {
    const labels = draft.periods.map((_, index) =>
      style.quarters === 'nowhere' ? null : quarterLabels[style.quarterLabel]!(index)
    )
    const plan = toPlanJson(draft, {labels, links: ({links}) => links})
    return {draft, style, page: printPage(draft, style, labels), plan}
  })
)

/** A block is some lines that no blank line may part. */
type Block = string[]

function printPage(draft: Draft, style: Style, labels: (string | null)[]): string {
  const {around, blank, end, quarters} = style
  const blocks: Block[] = [
    ...(around.navigation ? [['__NOTOC__', '{{Harbour Lights navigation|plans = yes}}']] : []),
    ...(around.background && draft.heading !== null
      ? [heading(0, 'Background', style), ['All lamps of the harbour are lit at dusk.']]
      : []),
    ...(draft.heading === null ? [] : [heading(0, draft.heading, style)]),
    ...(around.introduction ? [['This page says what the ferries plan, and how it goes.']] : []),
    ...fields(draft, style),
    ...draft.periods.flatMap((sections, index) => [
      ...periodOpening(labels[index] ?? null, index, style),
      ...sections.flatMap((outcome) => outcomeBlocks(outcome, style)),
      ...(quarters === 'tabs' ? [['</tab>']] : [])
    ]),
    ...(quarters === 'tabs' ? [['</tabs>']] : quarters === 'tabber' ? [['</tabber>']] : []),
    ...(around.seeAlso ? [heading(0, 'See also', style), ['* [[Harbour Lights/Lamps]]']] : []),
    ...(around.navigation ? [['[[Category:Harbour Lights]]', '[[Category:Plans|Ferries]]']] : [])
  ]
  const marked = around.translate
    ? [['<translate>'], ...blocks.map(withUnitMark), ['</translate>']]
    : blocks
  return marked.map((lines) => lines.join(end) + end).join(end.repeat(blank))
}

/** Marks of Translate: behind a heading, before anything else. */
function withUnitMark(lines: Block, index: number): Block {
  const [first = '', ...rest] = lines
  if (/^=.*=$/.test(first)) return [`${first} <!--T:${index}-->`, ...rest]
  return /^['\w]/.test(first) ? [`<!--T:${index}-->`, ...lines] : lines
}

/** A heading so many levels below the first. */
function heading(depth: number, text: string, {flat, top}: Style): Block {
  const marks = '='.repeat(flat ? top : top + depth)
  return [`${marks} ${text} ${marks}`]
}

function fields({fields}: Draft, style: Style): Block[] {
  const {as, quotes, colonInside} = style.fields
  const lines = fields.map(({label, value}) => {
    if (as === 'pairs' && value) return `;${label}${style.end}:${value.wikitext}`
    const labelled = colonInside ? `${quotes}${label}:${quotes}` : `${quotes}${label}${quotes}:`
    const mark =
      as === 'items' || (as !== 'lines' && !value)
        ? '*' + style.bullets.gap
        : as === 'lines'
          ? ''
          : ';'
    return mark + labelled + (value ? ` ${value.wikitext}` : '')
  })
  return lines.length > 0 ? [lines] : []
}

function periodOpening(label: string | null, index: number, style: Style): Block[] {
  if (label === null) return []
  if (style.quarters === 'headings') return [heading(1, label, style)]
  if (style.quarters === 'tabs')
    return [...(index === 0 ? [['<tabs>']] : []), [`<tab name="${label}">`]]
  return [[index === 0 ? '<tabber>' : '|-|', `${label}=`]]
}

/** How deep an outcome's heading stands below the first heading. */
function outcomeDepth({quarters}: Style): number {
  return quarters === 'headings' ? 2 : 1
}

function outcomeBlocks(outcome: DraftOutcome, style: Style): Block[] {
  const {statement, objectives, goals, notes} = outcome
  const depth = outcomeDepth(style)
  return [
    ...outcomeHeading(outcome, style),
    ...(statement && !outcome.heading?.holdsStatement
      ? [[quoted(statement, style.statement)]]
      : []),
    ...(objectives.length > 0
      ? [objectives.map(({wikitext}) => `*${style.bullets.gap}${wikitext}`)]
      : []),
    ...teamLines(outcome, style),
    ...(goals.length > 0
      ? [
          heading(depth + 1, style.goalsHeading, style),
          ...goals.flatMap((goal) => goalBlocks(goal, style))
        ]
      : []),
    ...(notes.length > 0
      ? [
          heading(depth + 1, style.statusHeading, style),
          ...notes.flatMap((note) => noteBlocks(note, style))
        ]
      : [])
  ]
}

function outcomeHeading({heading: head, statement}: DraftOutcome, style: Style): Block[] {
  if (!head) return []
  const held = head.holdsStatement && statement
  const text = held ? head.text.slice(0, -statement.text.length) + statement.wikitext : head.text
  return [heading(outcomeDepth(style), text, style)]
}

function quoted(words: Words, quotes: Quotes): string {
  return quotes === '' ? words.wikitext : quotes + withoutQuotes(words) + quotes
}

function teamLines({dependencies, primaryTeams}: DraftOutcome, {teams}: Style): Block[] {
  const parts = [
    teamList(teams.dependencies, dependencies, teams.comma),
    teamList(teams.primary, primaryTeams, teams.comma)
  ]
  const said = parts.filter((part) => part !== '')
  const lines = teams.oneLine ? [said.join('; ')] : said
  const written = lines.map((line) =>
    teams.as === 'italic' ? `''${line}''` : teams.as === 'indented' ? `:${line}` : line
  )
  return said.length > 0 ? [written] : []
}

function teamList(label: string, teams: Words[], comma: boolean): string {
  if (teams.length === 0) return ''
  return `${label}: ${teams.map(withoutQuotes).join(', ')}${comma ? ',' : ''}`
}

function goalBlocks(goal: DraftTask, style: Style): Block[] {
  const {as, statusInside} = style.goals
  if (as === 'items') return [taskLines(goal, style.bullets.task, style)]
  const tasks = goal.tasks.flatMap((task) => taskLines(task, style.bullets.task, style))
  if (as === 'headings')
    return [
      heading(outcomeDepth(style) + 2, titleLine(goal), style),
      ...(tasks.length > 0 ? [tasks] : [])
    ]
  const title =
    as === 'terms' ? `;${style.bullets.gap}${titleLine(goal)}` : boldTitle(goal, statusInside)
  return [[title, ...tasks]]
}

function boldTitle(goal: DraftTask, statusInside: boolean): string {
  const words = {...goal.words, wikitext: withoutQuotes(goal.words)}
  if (statusInside || !goal.status) return `'''${titleLine({...goal, words})}'''`
  const text = `'''${titleLine({...goal, words, status: null})}'''`
  return withStatus(text, goal)
}

/** The line of a goal or task without its mark: `[stretch] Wind the clocks {{done}}`. */
function titleLine(task: DraftTask): string {
  return withStatus((task.stretch ? `${task.stretch} ` : '') + task.words.wikitext, task)
}

function withStatus(text: string, {status, joint}: DraftTask): string {
  if (!status) return text
  if (joint === 'start') return `${status.raw} ${text}`
  if (joint === 'dash') return `${text} – ${status.raw}`
  return joint === 'bracket' && isWellFormed(status)
    ? `${text} (${status.raw})`
    : `${text} ${status.raw}`
}

function taskLines(task: DraftTask, marks: string, style: Style): string[] {
  const below = task.tasks.flatMap((inner) => taskLines(inner, marks + style.bullets.task, style))
  return [marks + style.bullets.gap + titleLine(task), ...below]
}

function noteBlocks({date, updates}: DraftNote, style: Style): Block[] {
  const {as, word, beside, undated} = style.notes
  if (!date) {
    const line = undated && as !== 'items' ? noteLine('Note:', style) : []
    return [[...line, ...updateList(updates, style.bullets.update, style)]]
  }
  const [first, ...rest] = updates
  const joined = beside !== null && as !== 'headings' && first && first.updates.length === 0
  const line = noteLine(word + date.raw, style, joined ? beside + updateLine(first) : '')
  const marks = as === 'items' ? '*' + style.bullets.update : style.bullets.update
  return [[...line, ...updateList(joined ? rest : updates, marks, style)]]
}

/** The line of a note, with what stands beside it. */
function noteLine(text: string, style: Style, beside = ''): string[] {
  const {as} = style.notes
  if (as === 'headings') return heading(outcomeDepth(style) + 2, text, style)
  if (as === 'bold') return [`'''${text}'''${beside}`]
  const mark = as === 'terms' ? ';' : as === 'items' ? '*' + style.bullets.gap : ''
  return [mark + text + beside]
}

function updateList(updates: DraftUpdate[], marks: string, style: Style): string[] {
  return updates.flatMap((update) => [
    `${marks}${style.bullets.gap}${updateLine(update)}`,
    ...updateList(update.updates, marks + style.bullets.update, style)
  ])
}

function updateLine({opening, sentences, inner}: DraftUpdate): string {
  const text = sentences.map(({wikitext}, index) =>
    index === 0 ? wikitext : `${inner[index - 1]!.raw} ${wikitext}`
  )
  return [...opening.map(({raw}) => raw), ...text].join(' ').trimEnd()
}
