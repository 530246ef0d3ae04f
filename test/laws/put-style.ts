/** Whether new things of a generated page are written in its house style, which the page was printed by. */
import fc from 'fast-check'
import {findAll, listOf, toModel} from '../arbitraries/edits/model.ts'
import type {Found, Kind, Thing} from '../arbitraries/edits/model.ts'
import {play} from '../arbitraries/edits.ts'
import type {Step} from '../arbitraries/edits.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import type {Style} from '../arbitraries/plan-page.ts'
import {english} from '../../src/index.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'
import {linesIn, linesOf, rangeOf} from './put-lines.ts'

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
  return wanted!.flatMap(({thing, parent}, at) => {
    if (thing.was !== null) return []
    const actual = found![at]!
    if (!hasLike(before, thing.kind)) return []
    const [line] = linesIn(lines, rangeOf(actual.thing.was!.node))
    const text = lines[line!]!.text
    const expected = openings[thing.kind]!(
      style,
      {thing: actual.thing, parent: actual.parent},
      lines.map(({text}) => text)
    )
    return expected === undefined || expected.test(text) || parent === undefined
      ? []
      : [`${JSON.stringify(text)} is a new ${thing.kind}, and not in the style ${expected}`]
  })
}

const kinds: Kind[] = ['objective', 'goal', 'task', 'note', 'update']

/** Whether the page has a thing of the kind that says its style. */
function hasLike(plan: Thing, kind: Kind): boolean {
  return findAll(plan, [kind]).some(({thing}) => kind !== 'note' || thing.facts.date !== null)
}

type Opening = (style: Style, found: Found, lines: readonly string[]) => RegExp | undefined

/** How the line of a new thing opens. */
const openings: Partial<Record<Kind, Opening>> = {
  objective: ({bullets: {gap}}) => bullet('*', gap),
  goal: ({goals, bullets: {task, gap}}) => {
    if (goals.as === 'items') return bullet(task, gap)
    return {
      headings: /^={2,6} .* ={2,6}(?: <!--T:\d+-->)?$/,
      bold: /^(?:\{\{[^}]*\}\} )?'''/,
      terms: new RegExp(`^;${gap}(?! )`)
    }[goals.as]
  },
  task: ({bullets: {task, gap}, goals}, {thing, parent}, lines) => {
    const depth = parent.kind === 'goal' && goals.as !== 'items' ? 1 : undefined
    return depth === 1 ? bullet(task, gap) : below(task, gap, parent, lines, thing)
  },
  note: ({notes: {as, word}}, {thing}) => {
    if (thing.facts.date === null) return undefined
    const label = escaped(word)
    return {
      headings: new RegExp(`^=+ ${label}.* =+(?: <!--T:\\d+-->)?$`),
      bold: new RegExp(`^'''${label}[^']*'''`),
      plain: new RegExp(`^${label}\\w`),
      terms: new RegExp(`^;${label}\\w`),
      items: new RegExp(`^\\*\\s?${label}\\w`)
    }[as]
  },
  update: ({bullets: {update, gap}, notes}, {thing, parent}, lines) => {
    if (parent.kind === 'update') return below(update, gap, parent, lines, thing)
    const first = listOf(parent, 'update')[0] === thing
    if (first && notes.beside !== null) return undefined
    const dated = notes.as === 'items' && parent.facts.date !== null
    return bullet((dated ? '*' : '') + update, gap)
  }
}

function bullet(marks: string, gap: string): RegExp {
  return new RegExp(`^${escaped(marks)}${gap === '' ? '(?![\\s*#:;])' : `${gap}(?!\\s)`}`)
}

/** One mark more than the line of the parent has. */
function below(
  mark: string,
  gap: string,
  parent: Thing,
  lines: readonly string[],
  _: Thing
): RegExp | undefined {
  const {line} = parent.was!.node.position!.start
  const marks = /^[*#]+/.exec(lines[line - 1] ?? '')?.[0]
  return marks === undefined ? undefined : bullet(marks + mark, gap)
}

function escaped(text: string): string {
  return text.replaceAll(/[*#.?+]/g, '\\$&')
}
