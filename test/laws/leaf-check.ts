/** One leaf of a page's plan JSON, changed and put back. */
import fc from 'fast-check'
import {EditError, PlanJsonError, apply, toJson} from '../../src/index.ts'
import {alternatives, changed, differences, placesOf, valueAt} from './leaf.ts'
import type {Place} from './leaf.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'

export interface LeafStep {
  at: number
  which: number
  how: number
  word: string
  /** Whether the document comes without ids. */
  isBare: boolean
}

export const leafSteps: fc.Arbitrary<LeafStep> = fc.record({
  at: fc.nat(9973),
  which: fc.nat(9973),
  how: fc.nat(9973),
  isBare: fc.boolean(),
  word: fc.constantFrom('lanterns', 'ropes', 'Zebra', 'über', 'net-work')
})

export interface LeafOutcome {
  place: Place
  value: unknown
  was: unknown
  result: string | null
  refusals: string[]
  broken: string[]
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length]!
}

/** A key by its name first, as there are far more texts than titles. */
export function drawPlace(document: Record<string, unknown>, {at, which}: LeafStep): Place {
  const places = placesOf(document)
  const names = [...new Set(places.map(nameOf))]
  const name = pick(names, at)
  return pick(
    places.filter((place) => nameOf(place) === name),
    which
  )
}

function nameOf({kind, key}: Place): string {
  return `${kind}.${key}`
}

export function checkLeaf(source: Source, step: LeafStep): LeafOutcome {
  const document = toJson(read(source)) as unknown as Record<string, unknown>
  const place = drawPlace(document, step)
  const was = valueAt(document, place.path)
  const value = pick(alternatives(place, was, step.word), step.how)
  return putLeaf(source, step.isBare ? withoutIds(document) : document, place, value)
}

/** A document as `jq 'del(..|.id?)'` leaves it. */
export function withoutIds<T>(document: T): T {
  const isId = (key: string, value: unknown): boolean => key === 'id' && typeof value === 'string'
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => (isId(key, value) ? undefined : value))
  ) as T
}

export function putLeaf(
  source: Source,
  document: Record<string, unknown>,
  place: Place,
  value: unknown
): LeafOutcome {
  const was = valueAt(document, place.path)
  const given = changed(document, place, value)
  const outcome: LeafOutcome = {place, value, was, result: null, refusals: [], broken: []}
  try {
    outcome.result = apply(source.page, given, {vocabulary: source.vocabulary})
    const title = given['title'] as string | null | undefined
    const after = toJson(read({...source, page: outcome.result, title: title ?? null}))
    outcome.broken = differences(given, after as never, place)
  } catch (error) {
    if (error instanceof EditError)
      outcome.refusals = error.problems.map(({id, reason}) => `${id ?? ''}: ${reason}`)
    else if (error instanceof PlanJsonError)
      outcome.refusals = error.problems.map(({path, reason}) => `${path} ${reason}`)
    else outcome.broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
  return outcome
}
