/** Types that users lean on: narrowing in visitors, plan JSON and its schema. Checked by `tsc`. */
import {visit} from 'unist-util-visit'
import {describe, expect, expectTypeOf, it} from 'vitest'
import {parse, parseWikitext, toJson} from '../../src/index.ts'
import type {
  DateNode,
  Goal,
  Heading,
  Section,
  Parent,
  Plan,
  PlanJson,
  Root,
  Status,
  Task,
  Template,
  Update,
  WikiLink
} from '../../src/index.ts'

const page =
  '=== Outcome 1 ===\n==== Goals ====\n* [[Boats]] {{done}}\n** {{nearly|a}}\n==== Status ====\nNote: 2030\n* a\n'

describe('unist-util-visit', () => {
  it('should narrow the nodes of a plan', () => {
    const seen: string[] = []
    const plan = parse(page, {from: 'wikitext'})
    expectTypeOf(plan).toEqualTypeOf<Plan>()
    visit(plan, 'section', (node) => {
      expectTypeOf(node).toEqualTypeOf<Section>()
      seen.push(Object.values(node.numbers).join())
    })
    visit(plan, 'goal', (node, index, parent) => {
      expectTypeOf(node).toEqualTypeOf<Goal>()
      expectTypeOf(index).toEqualTypeOf<number | undefined>()
      expectTypeOf(parent).toExtend<Parent | undefined>()
      seen.push(parent!.type)
    })
    visit(plan, 'task', (node) => {
      expectTypeOf(node).toEqualTypeOf<Task>()
      seen.push(node.type)
    })
    visit(plan, 'status', (node) => {
      expectTypeOf(node).toEqualTypeOf<Status>()
      seen.push(node.raw)
    })
    visit(plan, 'update', (node) => expectTypeOf(node).toEqualTypeOf<Update>())
    visit(plan, 'date', (node) => {
      expectTypeOf(node).toEqualTypeOf<DateNode>()
      seen.push(node.raw)
    })
    visit(plan, 'wikiLink', (node) => {
      expectTypeOf(node).toEqualTypeOf<WikiLink>()
      seen.push(node.target)
    })
    expect(seen).toEqual(['1', 'section', '{{done}}', '2030', 'Boats'])
  })

  it('should narrow the nodes of wikitext', () => {
    const seen: string[] = []
    const root = parseWikitext(page)
    expectTypeOf(root).toEqualTypeOf<Root>()
    visit(root, 'heading', (node) => {
      expectTypeOf(node).toEqualTypeOf<Heading>()
      seen.push(String(node.depth))
    })
    visit(root, 'template', (node) => {
      expectTypeOf(node).toEqualTypeOf<Template>()
      seen.push(node.name)
    })
    expect(seen).toEqual(['3', '4', '4', 'done', 'nearly'])
  })
})

describe('the type of plan JSON', () => {
  it('should be what toJson gives', () => {
    expectTypeOf(toJson(parse(page))).toEqualTypeOf<PlanJson>()
    expect(Object.keys(toJson(parse(page)))).toEqual([
      ...['version', 'title', 'heading', 'fiscalYear', 'source', 'fields', 'periods']
    ])
  })
})
