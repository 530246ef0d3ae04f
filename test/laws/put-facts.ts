/**
 * Law 3: a page says after its edits what the edited plan says.
 *
 * Not asked for is what the page works out: ids, the numbers of a changed heading, the days of a quarter whose
 * label changed, the quarter of a period that had none. A status or date whose value an edit changed is spelt as the page likes; where it did not, it is
 * spelt as before. A quarter that had to be written out has a label.
 */
import {isDeepStrictEqual} from 'node:util'
import type {DateJson, StatusJson, Vocabulary} from '../../src/index.ts'
import {below, isIntact, listOf} from '../arbitraries/edits/model.ts'
import type {Kind, Thing} from '../arbitraries/edits/model.ts'

/** What the edited plan says and the page does not, a line each. */
export function differences(expected: Thing, actual: Thing, vocabulary: Vocabulary): string[] {
  const labels = new Map(vocabulary.statuses.map(({value, label}) => [value, label]))
  const found: string[] = []
  compare({labels, root: expected, found}, expected, actual, '', null)
  return found
}

interface Comparison {
  labels: ReadonlyMap<string, string>
  root: Thing
  found: string[]
}

function compare(
  comparison: Comparison,
  expected: Thing,
  actual: Thing,
  path: string,
  parent: Thing | null,
  at = 0
): void {
  const say = (what: string, a: unknown, b: unknown): void => {
    if (isDeepStrictEqual(a, b)) return
    comparison.found.push(
      `${path || 'plan'} ${what}: expected ${JSON.stringify(a)}, the page says ${JSON.stringify(b)}`
    )
  }
  const {facts, was} = expected
  const now = actual.facts
  say('text', facts.text, now.text)
  say('links', facts.links, now.links)
  say('stretch', facts.stretch, now.stretch)
  say('heading', facts.heading, now.heading)
  say('label', ...labelsOf(expected, actual))
  const counted = facts.derived['inferred'] === true && facts.quarter === null
  if (!counted) say('quarter', facts.quarter, now.quarter)
  say('date', dateOf(facts.date, was?.facts.date, now.date), now.date)
  const before = was?.facts.status ?? null
  const [status] = statusesOf([facts.status], [before], [now.status], comparison.labels)
  say('status', status, now.status)
  const known = isKnown(expected, parent, at)
  const statuses = statusesOf(
    facts.statuses,
    was?.facts.statuses,
    now.statuses,
    comparison.labels,
    known
  )
  say('statuses', statuses, now.statuses)
  if (!counted && isIntact(expected) && isIntact(comparison.root))
    say('derived', ...derivedOf(expected, actual))
  for (const kind of below[expected.kind]) compareLists(comparison, kind, expected, actual, path)
}

function compareLists(
  comparison: Comparison,
  kind: Kind,
  expected: Thing,
  actual: Thing,
  path: string
): void {
  const [a, b] = [listOf(expected, kind), listOf(actual, kind)]
  if (a.length !== b.length) {
    const [wanted, found] = [a, b].map((list) => JSON.stringify(list.map(nameOf)))
    comparison.found.push(`${path || 'plan'} ${kind}s: expected ${wanted}, the page has ${found}`)
  } else
    for (const [at, thing] of a.entries())
      compare(comparison, thing, b[at]!, `${path}/${kind}[${at}]`, expected, at)
}

/** An update has no id: one that stands elsewhere and says something else is any other for all that can be told. */
function isKnown({facts, was, kind}: Thing, parent: Thing | null, at: number): boolean {
  if (!was || isDeepStrictEqual(facts, was.facts)) return was !== null
  const before = was.parent?.children.filter((child) => child.kind === kind)
  if (parent?.was !== was.parent || before?.indexOf(was) !== at) return false
  return facts.text === was.facts.text || isDeepStrictEqual(facts.statuses, was.facts.statuses)
}

function nameOf({facts}: Thing): string {
  return facts.text || (facts.heading ?? facts.label ?? facts.date?.raw ?? '')
}

/** The label of an inferred period is the page's, where the page came to need it. */
function labelsOf(expected: Thing, actual: Thing): [unknown, unknown] {
  const {label, derived} = expected.facts
  const written = derived['inferred'] === true && actual.facts.label !== null
  return written ? [null, null] : [label, actual.facts.label]
}

function derivedOf(expected: Thing, actual: Thing): [unknown, unknown] {
  const [a, b] = [expected, actual].map(({facts: {derived}}) => {
    const {inferred, ...rest} = derived
    return rest
  })
  return [a, b]
}

function dateOf(
  date: DateJson | null,
  was: DateJson | null | undefined,
  now: DateJson | null
): unknown {
  if (date === null) return null
  const same = was && date.value === was.value && date.precision === was.precision
  return same ? date : {...date, raw: now?.raw}
}

/**
 * The statuses that are expected: those that no edit changed as they were, and where the thing is known for the one
 * of the page, each of them; others well-formed, of the page's own spelling.
 */
function statusesOf(
  statuses: readonly (StatusJson | null)[],
  was: readonly (StatusJson | null)[] | undefined,
  now: readonly (StatusJson | null)[],
  labels: ReadonlyMap<string, string>,
  known = true
): unknown[] {
  const lost = known
    ? statuses.filter((status) => was?.includes(status) && !includes(now, status))
    : []
  if (lost.length > 0) return [...statuses, `${JSON.stringify(lost)} as they were`]
  return statuses.map((status, at) => {
    if (status === null) return null
    const {form, raw} = now[at] ?? {form: 'template', raw: '?'}
    const old = was !== undefined && includes(was, now[at] ?? null)
    const label = labels.get(status.value) ?? status.label
    return {value: status.value, label, form: form === 'malformed' && !old ? 'template' : form, raw}
  })
}

function includes(list: readonly (StatusJson | null)[], status: StatusJson | null): boolean {
  return list.some((other) => isDeepStrictEqual(other, status))
}
