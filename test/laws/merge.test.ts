/**
 * Merging against a model: what two people change of different things of a page comes together, whoever is first,
 * and nothing else of the page changes; what they both changed, each in their way, is a conflict, as data.
 *
 * Edits are of different things where no thing is changed by both, no list has something new, gone or moved by both,
 * and nothing that one took away, or a twin of it, was touched by the other. A merge knows three pages and no ids, so no
 * thing is given another text altogether: it would be one gone and one new.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createMerge} from '../../src/change/merge/create-merge.ts'
import {EditError, apply, english, parse} from '../../src/index.ts'
import {play, stepOf} from '../arbitraries/edits.ts'
import type {EditKind, Step} from '../arbitraries/edits.ts'
import {areApart, combine} from '../arbitraries/edits/combine.ts'
import {statusAt} from '../arbitraries/edits/kinds.ts'
import {findAll, toModel, toPlanJson} from '../arbitraries/edits/model.ts'
import type {Thing} from '../arbitraries/edits/model.ts'
import {isSayable} from '../arbitraries/edits/sayable.ts'
import {lawsBroken, read} from './put-check.ts'
import type {Source} from './put-check.ts'
import {fixtures, generated} from './put-sources.ts'

const numRuns = Number(process.env['RUNS'] ?? 400)
const timeout = Math.max(600_000, numRuns * 400)
const merge = createMerge(parse)

/** Pages in English, without the title that a merge is not told. */
const pages: fc.Arbitrary<Source> = fc
  .oneof(
    fc.constantFrom(
      ...fixtures.filter(({page, vocabulary}) => page.length < 5000 && vocabulary === undefined)
    ),
    generated
  )
  .map(({name, page}) => ({name, page}))

const kinds: EditKind[] = [
  ...(['setStatus', 'setStatus', 'clearStatus', 'setOpening', 'setWords', 'setStretch'] as const),
  ...(['setDate', 'addField', 'addObjective', 'addPrimaryTeam', 'addGoal', 'addTask'] as const),
  ...(['addNote', 'addUpdate', 'removeField', 'removeObjective', 'removePrimaryTeam'] as const),
  ...(['removeGoal', 'removeTask', 'removeNote', 'removeUpdate', 'removeOutcome'] as const),
  ...(['reorderGoals', 'reorderTasks', 'reorderUpdates', 'reorderObjectives', 'moveTask'] as const)
]

const someSteps = fc.array(stepOf(...kinds), {minLength: 1, maxLength: 5})

/** Their edits without those that touch what mine touched. */
function playApart(before: Thing, mine: Thing, steps: readonly Step[]): Thing {
  return steps.reduce((plan, step) => {
    const next = play(plan, [step], english).plan
    return areApart(mine, next) && isSayable(combine(mine, next)) ? next : plan
  }, before)
}

/** Whether goals and tasks that have another title keep most of its words: with fewer, it is another one. */
function isKnownAgain(plan: Thing): boolean {
  return findAll(plan, ['goal', 'task']).every(({thing: {was, facts}}) => {
    if (was === null || was.facts.text === facts.text) return true
    const [before, now] = [was.facts.text, facts.text].map((text) => text.split(' '))
    const kept = now!.filter((word) => before!.includes(word)).length
    return kept > Math.max(before!.length, now!.length) / 2
  })
}

/** The page of one side; pairs with an edit that is refused, which `put.test.ts` counts, are left out. */
function write(source: Source, plan: Thing): string {
  try {
    return apply(source.page, structuredClone(toPlanJson(plan)))
  } catch (error) {
    fc.pre(!(error instanceof EditError))
    throw error
  }
}

describe('merge', () => {
  it('should bring edits of different things together, whoever is first', {timeout}, () => {
    const property = fc.property(pages, someSteps, someSteps, (source, own, others) => {
      const before = toModel(read(source))
      const mine = play(before, own, english).plan
      const theirs = playApart(before, mine, others)
      fc.pre(isKnownAgain(mine) && isKnownAgain(theirs))
      const [a, b] = [write(source, mine), write(source, theirs)]
      const {page, conflicts} = merge(source.page, a, b)
      expect(conflicts).toEqual([])
      expect(merge(source.page, b, a)).toEqual({page, conflicts: []})
      const broken = lawsBroken(source, before, combine(mine, theirs), page!)
      if (broken.length > 0) throw new Error([...broken, a, b, page].join('\n'))
    })
    fc.assert(property, {numRuns})
  })

  it(
    'should take the other side where one changed nothing, and both where they are one',
    {timeout},
    () => {
      const property = fc.property(pages, someSteps, (source, steps) => {
        const {page} = source
        const edited = write(source, play(toModel(read(source)), steps, english).plan)
        expect(merge(page, page, edited)).toEqual({page: edited, conflicts: []})
        expect(merge(page, edited, page)).toEqual({page: edited, conflicts: []})
        expect(merge(page, edited, edited)).toEqual({page: edited, conflicts: []})
      })
      fc.assert(property, {numRuns: numRuns / 4})
    }
  )

  it('should report a status that both changed, and write nothing', {timeout}, () => {
    const property = fc.property(
      pages,
      someSteps,
      someSteps,
      fc.nat(99),
      (source, own, others, at) => {
        const before = toModel(read(source))
        const mine = play(before, own, english).plan
        const theirs = playApart(before, mine, others)
        const both = setApart(mine, theirs, at)
        fc.pre(both !== undefined && isKnownAgain(mine) && isKnownAgain(theirs))
        const [a, b] = [write(source, mine), write(source, theirs)]
        const {page, conflicts} = merge(source.page, a, b)
        expect(page).toBeNull()
        expect(conflicts).toMatchObject([{type: 'set', fact: 'status', ...both}])
      }
    )
    fc.assert(property, {numRuns: numRuns / 4})
  })
})

/** Gives a thing that nobody touched one status in mine and another in theirs. */
function setApart(mine: Thing, theirs: Thing, at: number): object | undefined {
  const titled = (plan: Thing): Thing[] => findAll(plan, ['goal', 'task']).map(({thing}) => thing)
  const shared = titled(mine).flatMap((own) => {
    const other = titled(theirs).find(({was}) => was !== null && was === own.was)
    const base = own.was?.facts
    // Where neither edit did anything, both plans are one.
    return other && other !== own && own.facts === base && other.facts === base && base.text !== ''
      ? [{own, other, base}]
      : []
  })
  const found = shared[at % Math.max(1, shared.length)]
  if (!found) return undefined
  const {own, other, base} = found
  const [a, b] = [statusAt(english, at), statusAt(english, at + 1 + (at % 5))]
  if (base.status?.value === a.value || base.status?.value === b.value) return undefined
  own.facts = {...own.facts, status: a}
  other.facts = {...other.facts, status: b}
  const value = (status: {value: string} | null): object | null => status && {value: status.value}
  return {
    kind: own.kind,
    title: base.text,
    base: value(base.status),
    mine: value(a),
    theirs: value(b)
  }
}
