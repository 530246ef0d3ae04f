/**
 * What no page can say, so that no edit asks for it. Only what an edit touched is looked at: what a page says, it
 * can say.
 *
 * - An empty text, where nothing else makes the line; a text that opens with a stretch marker.
 * - A status beside a text that looks like a joint to it at both ends (`- x -`), or is nothing but joints.
 * - As a title: a heading of the vocabulary (`Goals`, `Status`, `Outcome 1`, `Q2`), or nothing but stops and blanks.
 * - As an update beside its note's date: a text that opens with a joint (`: x`).
 * - A note that has neither a date nor an update.
 * - A team's name with a comma or semicolon outside brackets.
 * - An outcome without a statement whose heading says one (`Outcome 1: All ferries keep time`).
 * - A statement in its outcome's heading that opens with a joint (`Outcome 1: – so`).
 * - An outcome without a heading behind another, or with anything but goals and notes, or empty.
 * - An inferred period without sections, or behind numbers that do not go down where nothing can name it: the page
 *   has no fiscal year, or names some of its periods and not this.
 * - A plan without an outcome, as then nothing of it is known for a plan; and nothing of a page without one.
 * - A plan that has none of the goals, tasks and updates of the page: it is refused as another page's.
 * - The field or heading that says the fiscal year without it, where another thing is to keep its quarter.
 */
import {childrenOfThing, findAll, isIntact, listOf} from './model.ts'
import type {Found, Kind, Thing} from './model.ts'

/** Whether a page can say a changed plan. */
export function isSayable(plan: Thing): boolean {
  return (
    hasContent(plan) &&
    hasYear(plan) &&
    hasPeriods(plan) &&
    findAll(plan, ['period']).every(({thing}) => hasOutcomes(thing)) &&
    findAll(plan, ['note']).every(({thing}) => saysNote(thing)) &&
    allSpeak(plan, true)
  )
}

/**
 * Whether a plan can be told without ids. Nothing tells a goal with a new title from a new goal, unless all that
 * stood beside it still does and nothing else; nor one that came from one that changed, where another went, or
 * from one that says now what it said; nor which of two alike has come or gone.
 */
export function isPlainlySaid(plan: Thing): boolean {
  const found = findAll(plan, plainKinds)
  const changed = found.filter(({thing: {was, facts}}) => was && was.facts.text !== facts.text)
  const old = new Set(changed.map(({thing}) => thing.was!.facts.text))
  return (
    changed.every(({thing, parent}) => isSameList(parent, thing.kind)) &&
    found.every(({thing: {was, facts, kind}, parent}) => {
      return was !== null || !(hasLost(parent, kind) || old.has(facts.text))
    }) &&
    [plan, ...findAll(plan, parentKinds).map(({thing}) => thing)].every(hasNoTwins)
  )
}

const plainKinds: readonly Kind[] = ['goal', 'task', 'update']
const parentKinds: readonly Kind[] = ['section', 'goal', 'task', 'note', 'update']

/** Whether no two are alike of those that stood below a thing and those that do, where these are others. */
function hasNoTwins(parent: Thing): boolean {
  return plainKinds.every((kind) => {
    if (isSameList(parent, kind)) return true
    const before = parent.was?.children.filter((child) => child.kind === kind) ?? []
    const came = listOf(parent, kind).filter(({was}) => was === null || !before.includes(was))
    const said = [...before, ...came].map(({facts: {text, statuses}}) =>
      JSON.stringify([text, statuses.map(({value}) => value)])
    )
    return new Set(said).size === said.length
  })
}

function isSameList(parent: Thing, kind: Kind): boolean {
  const before = parent.was?.children.filter((child) => child.kind === kind)
  const now = listOf(parent, kind)
  return before?.length === now.length && now.every(({was}, at) => was === before[at])
}

function hasLost(parent: Thing, kind: Kind): boolean {
  const now = new Set(listOf(parent, kind).map(({was}) => was))
  return parent.was?.children.some((child) => child.kind === kind && !now.has(child)) ?? false
}

function hasContent(plan: Thing): boolean {
  const sections = plan.was!.children.flatMap(({children}) => children)
  if (sections.length === 0 || findAll(plan, ['section']).length === 0) return false
  const had = sections.some(({children}) =>
    children.some(({kind}) => kind === 'goal' || kind === 'note')
  )
  return !had || findAll(plan, ['goal', 'task', 'update']).some(isRecognised)
}

/** Updates before any note belong to one without a date: where none is left, nothing is there. */
function saysNote(note: Thing): boolean {
  return note.facts.date !== null || listOf(note, 'update').length > 0
}

/** By its id, or where it has none, by what it says. */
function isRecognised({thing}: Found): boolean {
  return thing.was !== null && (thing.kind !== 'update' || isIntact(thing))
}

/** Things that an edit touched, themselves or by moving what they stand in, say what can be said. */
function allSpeak(parent: Thing, settled: boolean): boolean {
  return childrenOfThing(parent).every((thing) => {
    const placed = settled && thing.was !== null && thing.was.parent === parent.was
    return ((placed && isIntact(thing)) || speaks(thing, parent)) && allSpeak(thing, placed)
  })
}

const joints = /[\s:.,;()[\]–—-]/
const headings =
  /^(?:outcomes?|outputs?|goals?(?:\(s\))?|status(?: updates?(?:\(s\))?)?|see also|references|footnotes|quarter|q)\b/i
const notes = /^\W*(?:notes?|update|dependenc|depends on|primary team)/i

function speaks(thing: Thing, parent: Thing): boolean {
  const {kind, facts} = thing
  const {text, status} = facts
  if (kind === 'note' || kind === 'section' || kind === 'period') return true
  if (kind === 'field') return (facts.label ?? '') !== ''
  if (kind === 'update') return speaksUpdate(thing, parent)
  if (text === '' || notes.test(text)) return false
  if (kind === 'dependency' || kind === 'primaryTeam') return isTeam(text)
  if (headings.test(text) || /^[[(]?stretch(?: goal)?\s*[\]):]/i.test(text)) return false
  if (kind === 'goal' && isOnly(text, joints)) return false
  return status === null || !(isOnly(text, joints) || isTwoJoints(text))
}

function isOnly(text: string, characters: RegExp): boolean {
  return Array.from(text).every((character) => characters.test(character))
}

/** A status needs an end of the text to stand at. */
function isTwoJoints(text: string): boolean {
  return /^[[\](:–—-]/.test(text) && /[:–—-]$/.test(text)
}

function speaksUpdate(update: Thing, parent: Thing): boolean {
  const {text, statuses} = update.facts
  if (text === '' && statuses.length === 0) return false
  const beside = parent.kind === 'note' && listOf(parent, 'update')[0] === update
  return !notes.test(text) && !(beside && /^[\s:.,)\]–—-]/.test(text))
}

function isTeam(text: string): boolean {
  return !/[,;]/.test(text.replaceAll(/\([^()]*\)/g, ''))
}

/** The year stays where it is written, as quarters are counted in it. */
function hasYear(plan: Thing): boolean {
  const year = /\b(?:FY|GJ)\s?\d/
  const kept = new Map(listOf(plan, 'field').map(({was, facts}) => [was, facts.label]))
  const fields = plan.was!.children.filter(({kind}) => kind === 'field')
  return (
    year.test(plan.was!.facts.heading ?? '') === year.test(plan.facts.heading ?? '') &&
    fields.every((was) => !year.test(was.facts.label ?? '') || kept.get(was) === was.facts.label)
  )
}

function hasOutcomes(period: Thing): boolean {
  const sections = listOf(period, 'section')
  if (isInferred(period) && sections.length === 0) return false
  return sections.every((outcome, index) => {
    const {heading} = outcome.facts
    if (heading === null) return index === 0 && isBare(outcome)
    return !saysStatement(heading) || listOf(outcome, 'statement').length > 0
  })
}

/** Whether more than a bracket stands behind the numbers of a heading. */
function saysStatement(heading: string): boolean {
  const rest = heading.slice(openingOf(heading).length).trim()
  return rest !== '' && rest !== heading && !/^\(.*\)$/.test(rest)
}

function isBare(outcome: Thing): boolean {
  const more = (['statement', 'objective', 'dependency', 'primaryTeam'] as const).some(
    (kind) => listOf(outcome, kind).length > 0
  )
  return !more && childrenOfThing(outcome).length > 0
}

function isInferred({facts}: Thing): boolean {
  return facts.derived['inferred'] === true
}

function hasPeriods(plan: Thing): boolean {
  const periods = listOf(plan, 'period')
  if (periods.length === 0) return false
  const inferred = periods.filter(isInferred)
  if (inferred.length === 0) return true
  const bare = periods
    .flatMap((period) => listOf(period, 'section'))
    .some(({facts}) => facts.heading === null)
  const runs = areRuns(inferred)
  if (inferred.length < periods.length)
    return runs && inferred[0] === periods[0] && inferred.length === 1
  const counted = periods.every(
    ({facts}, index) => facts.quarter === null || facts.quarter === index + 1
  )
  const nameable = !bare && periods.every(({facts}) => facts.quarter !== null)
  return (runs && counted) || nameable
}

/** Whether the numbers go down where a period starts, and nowhere else. */
export function areRuns(periods: readonly Thing[]): boolean {
  let last: number[][] | undefined
  for (const [index, period] of periods.entries()) {
    for (const [place, outcome] of listOf(period, 'section').entries()) {
      const numbers = numbersOf(outcome.facts.heading ?? '')
      const starts = index > 0 && place === 0
      if ((last !== undefined && isBelow(numbers, last)) !== starts) return false
      if (numbers.flat().length > 0) last = numbers
    }
  }
  return true
}

/** The first outcome's and the first output's number, each in its parts. */
export function numbersOf(heading: string): number[][] {
  const found = openingOf(heading)
  return [/(?:outcome|wirkung)\D*?\s([\d.]+)/i, /(?:output|ergebnis)\D*?\s([\d.]+)/i].map(
    (numbers) => {
      const digits = numbers.exec(found)?.[1]?.replace(/\.+$/, '')
      return digits ? digits.split('.').map(Number) : []
    }
  )
}

/** The numbers that a heading opens with, and their words. */
function openingOf(heading: string): string {
  const opening =
    /^(?:(?:outcomes?|outputs?|wirkung(?:en)?|ergebnis(?:se)?)\s+[\d.]+(?:(?:,| and| &| und)\s*[\d.]+)*[\s/,]*)+/i
  return opening.exec(heading)?.[0] ?? ''
}

function isBelow(a: number[][], b: number[][]): boolean {
  for (const [at, left] of a.entries()) {
    const order = compare(left, b[at]!)
    if (order !== 0) return order < 0
  }
  return false
}

/** Nothing is known where one has no number. */
function compare(left: number[], right: number[]): number {
  if (left.length === 0 || right.length === 0) return 0
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
