/** Edits of any thing of any fixture: held against the same edit of its plan JSON, made by hand. */
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {addTask, addUpdate, move, remove, setStatus} from '../../src/edit/index.ts'
import {parse, toJson, type Plan, type PlanJson, type StatusJson} from '../../src/core.ts'
import {copied, freeze} from './pages.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** What plan JSON has for a thing with an id. */
interface Thing {
  id: string
  list: Thing[]
  /** The name of the list that it is in. */
  kind: string
  depth: number
}

/** Every thing with an id, in order. */
function thingsOf(json: PlanJson): Thing[] {
  const things: Thing[] = []
  const visit = (parent: object, depth: number): void => {
    for (const [kind, list] of Object.entries(parent) as [string, Thing[]][]) {
      if (!['periods', 'sections', 'goals', 'tasks', 'notes'].includes(kind)) continue
      for (const thing of list) {
        if (typeof thing === 'string') continue
        things.push({id: thing.id, list, kind, depth})
        visit(thing, depth + 1)
      }
    }
  }
  visit(json, 1)
  return things
}

function idsOf(json: PlanJson): string[] {
  return thingsOf(json).map(({id}) => id)
}

const plans = readdirSync(fixtures, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .flatMap(({name}): [string, Plan][] => {
    const path = `${fixtures}${name}/page.wiki`
    const source = readdirSync(`${fixtures}${name}`).includes('page.wiki')
      ? readFileSync(path, 'utf8')
      : undefined
    return source === undefined ? [] : [[name, freeze(parse(source, {from: 'wikitext'}))]]
  })

/** A plan, a copy of its plan JSON to be edited, and a thing of some lists of it; `undefined` where it has none. */
function pick(plan: Plan, at: number, ...kinds: string[]): [PlanJson, Thing | undefined] {
  const json = toJson(plan)
  const things = thingsOf(json).filter(({kind}) => kinds.includes(kind))
  return [json, things[at % things.length]]
}

test('there are pages to edit', () => {
  expect(plans.length).toBeGreaterThan(25)
})

describe.each(plans)('%s', (_, plan) => {
  const number = fc.nat(99)
  const runs = {numRuns: 20}

  test('loses what is removed, and nothing else', () => {
    fc.assert(
      fc.property(number, (at) => {
        const [json, thing] = pick(plan, at, 'sections', 'goals', 'tasks', 'notes')
        if (!thing) return
        const after = remove(plan, thing.id)
        thing.list.splice(
          thing.list.findIndex(({id}) => id === thing.id),
          1
        )
        expect(toJson(after)).toEqual(json)
        expect(copied(plan, after)).toHaveLength(thing.depth)
      }),
      runs
    )
  })

  test('says the status that is set', () => {
    fc.assert(
      fc.property(number, (at) => {
        const [json, thing] = pick(plan, at, 'goals', 'tasks')
        if (!thing) return
        const after = setStatus(plan, thing.id, 'blocked')
        const edited = thing.list.find(({id}) => id === thing.id) as {status?: StatusJson | null}
        if (edited.status?.value === 'blocked' && edited.status.form !== 'malformed') {
          expect(after).toBe(plan)
          return
        }
        edited.status = {value: 'blocked', label: 'Blocked', form: 'template', raw: '{{Blocked}}'}
        expect(toJson(after)).toEqual(json)
      }),
      runs
    )
  })

  test('has what is added, by an id of its own', () => {
    fc.assert(
      fc.property(number, number, (goal, note) => {
        const [json, task] = pick(plan, goal, 'goals', 'tasks')
        let after = plan
        if (task)
          for (let count = 0; count < 3; count++) after = addTask(after, task.id, 'Light a lamp')
        const added = idsOf(toJson(after)).filter((id) => !idsOf(json).includes(id))
        expect(new Set(added).size).toBe(task ? 3 : 0)
        const [, dated] = pick(after, note, 'notes')
        if (dated)
          expect(idsOf(toJson(addUpdate(after, dated.id, 'x')))).toEqual(idsOf(toJson(after)))
      }),
      runs
    )
  })

  test('has what is moved at its new place, and nowhere else', () => {
    fc.assert(
      fc.property(number, number, (from, to) => {
        const [json, goal] = pick(plan, from, 'goals')
        const [, outcome] = pick(plan, to, 'sections')
        if (!goal || !outcome) return
        const after = toJson(move(plan, goal.id, outcome.id, {at: 0}))
        expect(idsOf(after).sort()).toEqual(idsOf(json).sort())
        const home = thingsOf(after).find(({id}) => id === outcome.id)!
        const goals = (home.list.find(({id}) => id === outcome.id) as unknown as {goals: Thing[]})
          .goals
        expect(goals[0]).toEqual(goal.list.find(({id}) => id === goal.id))
      }),
      runs
    )
  })
})
