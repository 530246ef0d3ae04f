/**
 * The text of rendered pages that say what a draft says, as text extractors leave it: with each form of
 * section edit links, list marks and status labels that extractors are known to leave.
 *
 * Not drawn is what a person could not tell, either:
 *
 * - goals that are headings or bold lines, without tasks, where edit links are gone: nothing says that the
 *   line is more than a sentence;
 * - ` edit` behind a goal's title that is long or opens in lower case: `Teach the crew to edit` is a goal;
 * - an outcome's heading that holds its statement where edit links are gone, or behind a long one: it could be
 *   a field, or a sentence;
 * - a plan heading without a fiscal year where edit links are gone;
 * - one status twice in a row (`Done Done`): it could be one, with its icon's text;
 * - quarters that only the tabs said, as tabs are lost.
 */
import fc from 'fast-check'
import type {PlanJson, StatusJson} from '../../src/index.ts'
import {
  type Draft,
  type DraftNote,
  type DraftOutcome,
  type DraftTask,
  type DraftUpdate,
  draft
} from './draft.ts'
import {saysPeriods, toPlanJson} from './facts.ts'
import {renderedLinks} from './words.ts'

/** How a text was extracted, and what the page looked like. */
export interface TextStyle {
  end: '\n' | '\r\n'
  edit: 'glued' | 'bracketed' | 'alone' | 'after' | 'bracketed after' | 'none'
  bullet: '- ' | '* ' | '• '
  indent: '  ' | '    ' | '\t'
  /** What stands before a status's label. */
  icon: (label: string) => string
  quarters: 'nowhere' | 'headings'
  goalsHeading: string
  statusHeading: string
  fields: 'items' | 'lines'
  goals: 'headings' | 'lines' | 'items'
  notes: 'lines' | 'items'
  word: 'Note: ' | ''
  oneLine: boolean
  blank: boolean
}

const icons: [label: string, icon: string][] = [
  ['Done', 'Yes '],
  ['Done', 'Y\u00A0'],
  ['Postponed', 'N '],
  ['Partially done', 'Incomplete '],
  ['Partially done', 'IncompleteÂ\u00A0'],
  ['Not done', 'N ']
]

/** The label alone, twice, or behind its icon's text. */
const icon: fc.Arbitrary<TextStyle['icon']> = fc.oneof(
  fc.constant(() => ''),
  fc.constant((label: string) => `${label} `),
  fc.constant((label: string) => `${label}\u00A0`),
  fc.constantFrom(...icons).map(
    ([marked, icon]) =>
      (label: string) =>
        label === marked ? icon : ''
  )
)

function styleOf(draft: Draft): fc.Arbitrary<TextStyle> {
  const quarters: TextStyle['quarters'][] = saysPeriods(draft.periods)
    ? ['nowhere', 'headings']
    : ['headings']
  const style = fc.record<TextStyle>({
    end: fc.constantFrom('\n', '\n', '\r\n'),
    edit: fc.constantFrom('glued', 'bracketed', 'alone', 'after', 'bracketed after', 'none'),
    bullet: fc.constantFrom('- ', '* ', '• '),
    indent: fc.constantFrom('  ', '    ', '\t'),
    icon,
    quarters: fc.constantFrom(...quarters),
    goalsHeading: fc.constantFrom('Goal(s)', 'Goals', 'Goal'),
    statusHeading: fc.constantFrom('Status', 'Status update', 'Status updates', 'Status update(s)'),
    fields: fc.constantFrom('items', 'lines'),
    goals: fc.constantFrom('headings', 'lines', 'items'),
    notes: fc.constantFrom('lines', 'items'),
    word: fc.constantFrom('Note: ', ''),
    oneLine: fc.boolean(),
    blank: fc.boolean()
  })
  return style.map((style) => ({
    ...style,
    goals: canTellGoals(draft, style) ? style.goals : 'items'
  }))
}

/** A line among goals is a goal for its edit link, or for the tasks below it. */
function canTellGoals({periods}: Draft, style: TextStyle): boolean {
  const goals = periods.flat().flatMap((outcome) => outcome.goals)
  if (style.goals === 'headings' && style.edit === 'after') {
    return goals.every((goal) => isTitle(titleText(goal, style)))
  }
  if (style.goals === 'headings' && style.edit !== 'none') return true
  return goals.every(({tasks}) => tasks.length > 0)
}

function isTitle(text: string): boolean {
  return text.split(/\s+/).length <= 12 && !/^\p{Ll}/u.test(text)
}

/** The text of a page, with what it says. */
export interface PlanText {
  draft: Draft
  style: TextStyle
  page: string
  /** Statuses have the form and source of the draft. */
  plan: PlanJson
}

/** The text of a rendered plan page. */
export const planText: fc.Arbitrary<PlanText> = draft
  .map((draft) => ({...draft, title: draft.title ?? 'Harbour Lights/Ferries'}))
  .map(rendered)
  .chain((draft) => styleOf(draft).map((style) => ({draft, style})))
  .filter(({draft, style}) => canTellHeadings(draft, style))
  .map(({draft, style}) => {
    const named = style.quarters === 'headings'
    const labels = draft.periods.map((_, index) => (named ? `Q${index + 1}` : null))
    return {
      draft,
      style,
      page: printText(draft, style),
      plan: toPlanJson(draft, {labels, links: renderedLinks})
    }
  })

/** Whether the headings of the plan and of its outcomes are more than lines. */
function canTellHeadings({heading, periods}: Draft, {edit}: TextStyle): boolean {
  if (edit !== 'none' && edit !== 'after') return true
  const held = periods.flat().flatMap((outcome) => {
    return outcome.heading?.holdsStatement ? [outcome.heading.text] : []
  })
  if (edit === 'after') return held.every(isTitle)
  return held.length === 0 && (heading === null || heading.includes('FY'))
}

/**
 * The draft as a rendered page can say it: a marker that wikitext quotes (`<nowiki>{{done}}</nowiki>`) looks like
 * one of an editor who mistyped, and is left out; of two equal statuses in a row one is.
 */
function rendered(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft), (key, value: unknown) => {
    if (key === 'opening') return withoutDoubles(value as StatusJson[])
    return typeof value === 'string' && key !== 'raw'
      ? value.replace('{{done}}', '{{none}}')
      : value
  }) as Draft
}

function withoutDoubles(statuses: StatusJson[]): StatusJson[] {
  return statuses.filter(({value}, index) => value !== statuses[index - 1]?.value)
}

/** A line, and whether it is a heading. */
interface Line {
  text: string
  heading?: boolean
}

function printText(draft: Draft, style: TextStyle): string {
  const lines: Line[] = [
    ...(draft.heading === null ? [] : [heading(draft.heading)]),
    ...draft.fields.map(({label, value}) => ({
      text: `${style.fields === 'items' ? style.bullet : ''}${label}:${value ? ` ${value.text}` : ''}`
    })),
    ...draft.periods.flatMap((sections, index) => [
      ...(style.quarters === 'headings' ? [heading(`Q${index + 1}`)] : []),
      ...sections.flatMap((outcome) => outcomeLines(outcome, style))
    ])
  ]
  const text = [draft.title ?? '', ...withEditLinks(lines, style)]
  return text.map((line) => line + style.end + (style.blank ? style.end : '')).join('')
}

function heading(text: string): Line {
  return {text, heading: true}
}

/** Puts the edit link of each heading where the extractor leaves it: most often before what follows. */
function withEditLinks(lines: Line[], {edit}: TextStyle): string[] {
  const link = edit.startsWith('bracketed') ? '[edit]' : edit === 'none' ? '' : 'edit'
  const glues = edit === 'glued' || edit === 'bracketed'
  const behind = edit === 'after' ? ' edit' : edit === 'bracketed after' ? '[edit]' : ''
  const printed = lines.flatMap(({text, heading}, index) => {
    const line = (glues && lines[index - 1]?.heading ? link : '') + text
    return heading ? [line + behind, ...(edit === 'alone' ? [link] : [])] : [line]
  })
  return glues && lines.at(-1)?.heading ? [...printed, link] : printed
}

function outcomeLines(outcome: DraftOutcome, style: TextStyle): Line[] {
  const {statement, objectives, goals, notes} = outcome
  return [
    ...(outcome.heading ? [heading(outcome.heading.text)] : []),
    ...(statement && !outcome.heading?.holdsStatement ? [{text: statement.text}] : []),
    ...objectives.map(({text}) => ({text: style.bullet + text})),
    ...teamLines(outcome, style),
    ...(goals.length > 0 ? [heading(style.goalsHeading)] : []),
    ...goals.flatMap((goal) => goalLines(goal, style)),
    ...(notes.length > 0 ? [heading(style.statusHeading)] : []),
    ...notes.flatMap((note) => noteLines(note, style))
  ]
}

function teamLines({dependencies, primaryTeams}: DraftOutcome, {oneLine}: TextStyle): Line[] {
  const lists = [
    {label: 'Dependencies on', teams: dependencies},
    {label: 'Primary teams', teams: primaryTeams}
  ].filter(({teams}) => teams.length > 0)
  const parts = lists.map(({label, teams}) => `${label}: ${teams.map(({text}) => text).join(', ')}`)
  const lines = oneLine && parts.length > 0 ? [parts.join('; ')] : parts
  return lines.map((text) => ({text}))
}

function goalLines(goal: DraftTask, style: TextStyle): Line[] {
  if (style.goals === 'items') return taskLines(goal, 0, style)
  const tasks = goal.tasks.flatMap((task) => taskLines(task, 0, style))
  return [{text: titleText(goal, style), heading: style.goals === 'headings'}, ...tasks]
}

function taskLines(task: DraftTask, depth: number, style: TextStyle): Line[] {
  const text = style.indent.repeat(depth) + style.bullet + titleText(task, style)
  return [{text}, ...task.tasks.flatMap((inner) => taskLines(inner, depth + 1, style))]
}

function titleText({words, status, joint, stretch}: DraftTask, {icon}: TextStyle): string {
  const text = (stretch ? `${stretch} ` : '') + words.text
  if (!status) return text
  const label = icon(status.label) + status.label
  if (joint === 'start') return `${label} ${text}`
  if (joint === 'dash') return `${text} – ${label}`
  return joint === 'bracket' ? `${text} (${label})` : `${text} ${label}`
}

function noteLines({date, updates}: DraftNote, style: TextStyle): Line[] {
  if (!date) return updates.flatMap((update) => updateLines(update, 0, style))
  const nested = style.notes === 'items'
  const text = `${nested ? style.bullet : ''}${style.word}${date.raw}`
  return [{text}, ...updates.flatMap((update) => updateLines(update, nested ? 1 : 0, style))]
}

function updateLines(update: DraftUpdate, depth: number, style: TextStyle): Line[] {
  const {opening, sentences, inner} = update
  const said = sentences.map(({text}, index) =>
    index === 0 ? text : `${inner[index - 1]!.label} ${text}`
  )
  const words = [...opening.map(({label}) => style.icon(label) + label), ...said]
    .join(' ')
    .trimEnd()
  const text = style.indent.repeat(depth) + style.bullet + words
  return [{text}, ...update.updates.flatMap((nested) => updateLines(nested, depth + 1, style))]
}
