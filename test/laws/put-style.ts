/** Whether new things of a generated page are written in its house style, which the page was printed by. */
import fc from 'fast-check'
import {isHeld} from '../arbitraries/edits/kinds.ts'
import {findAll, listOf, toModel} from '../arbitraries/edits/model.ts'
import type {Found, Kind, Thing} from '../arbitraries/edits/model.ts'
import {play} from '../arbitraries/edits.ts'
import type {Step} from '../arbitraries/edits.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import type {Style} from '../arbitraries/plan-page.ts'
import {english} from '../../src/index.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'
import {linesIn, linesOf, ownRange, rangeOf} from './put-lines.ts'
import type {Line} from './put-lines.ts'

/** A page with the style that it was printed in. */
export interface StyledPage {
  source: Source
  style: Style
}

export const styled: fc.Arbitrary<StyledPage> = planPage.map(({page, style, draft}) => ({
  source: {name: 'generated', page, title: draft.title},
  style
}))

/** What is not in the page's style, a line each. Looked at is what is new, where the page has its like. */
export function checkStyle(
  {source, style}: StyledPage,
  steps: readonly Step[],
  result: string
): string[] {
  const before = toModel(read(source))
  const {plan} = play(before, steps, english)
  const after = toModel(read({...source, page: result}))
  const lines = linesOf(result)
  const [wanted, found] = [plan, after].map((model) => findAll(model, kinds))
  const things = wanted!.flatMap(({thing, parent}, at) => {
    if (thing.was !== null || !hasLike(before, thing.kind)) return []
    const isWithinNew = parent.was === null
    const spaced = !isWithinNew && hasNeighbours(before, thing.kind)
    return wrongWith({style, lines}, found![at]!, spaced)
  })
  return [...things, ...wrongHeadings(style, linesOf(source.page), lines)]
}

const kinds: Kind[] = [
  'field',
  'section',
  'statement',
  'objective',
  'goal',
  'task',
  'note',
  'update'
]

/** Whether the page has a thing of the kind that says its style. */
function hasLike(plan: Thing, kind: Kind): boolean {
  const like = findAll(plan, [kind]).filter(({thing, parent}) => {
    const {facts} = thing
    if (kind === 'note') return facts.date !== null
    if (kind === 'section') return facts.heading !== null
    return kind !== 'statement' || !isHeld(thing, parent)
  })
  if (kind !== 'field') return like.length > 0
  const valued = like.filter(({thing}) => thing.facts.text !== '').length
  return valued > like.length - valued
}

/** Whether two things of a kind stand one behind the other somewhere, with what the page has between them. */
function hasNeighbours(plan: Thing, kind: Kind): boolean {
  return findAll(plan, [kind]).some(({thing, parent}) => listOf(parent, kind)[0] !== thing)
}

interface Sheet {
  style: Style
  lines: readonly Line[]
}

function wrongWith({style, lines}: Sheet, found: Found, spaced: boolean): string[] {
  const [at] = linesIn(lines, ownRange(found.thing) ?? rangeOf(found.thing.was!.node))
  const {text} = lines[at!]!
  const wrong: string[] = []
  const expected = openings[found.thing.kind]!(style, found, lines)
  if (expected && !expected.test(text))
    wrong.push(
      `${JSON.stringify(text)} is a new ${found.thing.kind}, and not in the style ${expected}`
    )
  const blank = blanksBefore(lines, at!)
  const {kind} = found.thing
  const isBlock =
    kind === 'section' || kind === 'note' || (kind === 'goal' && style.goals.as !== 'items')
  if (isBlock && spaced && at! - blank > 0 && blank !== style.blank)
    wrong.push(
      `${JSON.stringify(text)} is a new ${kind} behind ${blank} blank lines, not ${style.blank}`
    )
  return wrong
}

function blanksBefore(lines: readonly Line[], at: number): number {
  let blank = 0
  while (lines[at - 1 - blank]?.isBlank) blank++
  return blank
}

type Opening = (style: Style, found: Found, lines: readonly Line[]) => RegExp | undefined

/** How the line of a new thing opens. */
const openings: Partial<Record<Kind, Opening>> = {
  field: ({fields: {as}, bullets: {gap}}, {thing}) => {
    if (thing.facts.text === '') return undefined
    if (as === 'items') return bullet('*', gap)
    return as === 'lines' ? /^[^*;:#]/ : /^;/
  },
  section: () => /^={1,6} .* ={1,6}(?: <!--T:\d+-->)?$/,
  statement: ({statement}) => new RegExp(`^${statement}(?!')`),
  objective: ({bullets: {gap}}) => bullet('*', gap),
  goal: ({goals: {as}, bullets: {task, gap}}) => {
    if (as === 'items') return bullet(task, gap)
    if (as === 'headings') return /^={1,6} .* ={1,6}(?: <!--T:\d+-->)?$/
    return as === 'bold' ? /^(?:\{\{[^}]*\}\} )?'''/ : new RegExp(`^;${gap}(?! )`)
  },
  task: ({bullets: {task, gap}, goals}, {parent}, lines) =>
    parent.kind === 'goal' && goals.as !== 'items'
      ? bullet(task, gap)
      : below(task, gap, parent, lines),
  note: openingOfNote,
  update: ({bullets: {update, gap}, notes}, {thing, parent}, lines) => {
    if (parent.kind === 'update') return below(update, gap, parent, lines)
    if (listOf(parent, 'update')[0] === thing && notes.beside !== null) return undefined
    const dated = notes.as === 'items' && parent.facts.date !== null
    return bullet((dated ? '*' : '') + update, gap)
  }
}

function openingOfNote({notes: {as, word}}: Style, {thing}: Found): RegExp | undefined {
  if (thing.facts.date === null) return undefined
  const forms = {
    headings: new RegExp(`^=+ ${word}.* =+(?: <!--T:\\d+-->)?$`),
    bold: new RegExp(`^'''${word}[^']*'''`),
    plain: new RegExp(`^${word}\\w`),
    terms: new RegExp(`^;\\s?${word}\\w`),
    items: new RegExp(`^\\*\\s?${word}\\w`)
  }
  return forms[as]
}

function bullet(marks: string, gap: string): RegExp {
  const behind = gap === '' ? '(?![\\s*#:;])' : `${gap}(?!\\s)`
  return new RegExp(`^${marks.replaceAll('*', '\\*')}${behind}`)
}

/** One mark more than the line of the parent has. */
function below(
  mark: string,
  gap: string,
  parent: Thing,
  lines: readonly Line[]
): RegExp | undefined {
  const {line} = parent.was!.node.position!.start
  const marks = /^[*#]+/.exec(lines[line - 1]?.text ?? '')?.[0]
  return marks === undefined ? undefined : bullet(marks + mark, gap)
}

/** Headings of sections are in the page's words, where it has any. */
function wrongHeadings(style: Style, old: readonly Line[], now: readonly Line[]): string[] {
  const words = new Map([
    [/^=+ (Goals?(?:\(s\))?) =+/, style.goalsHeading],
    [/^=+ (Status(?: updates?(?:\(s\))?)?) =+/, style.statusHeading]
  ])
  return [...words].flatMap(([heading, word]) => {
    const said = (lines: readonly Line[]): (string | undefined)[] =>
      lines.map(({text}) => heading.exec(text)?.[1])
    if (!said(old).includes(word)) return []
    const other = said(now).find((found) => found !== undefined && found !== word)
    return other === undefined ? [] : [`${other} is a new heading, where the page says ${word}`]
  })
}
