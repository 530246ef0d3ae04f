/** The plugins in pipelines as people build them. */

import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {
  parse,
  planParse,
  planRemark,
  planStringify,
  remarkPlan,
  toJson,
  toMarkdown,
  toWikitext
} from '../../src/index.ts'
import type {Plan, PlanJson} from '../../src/index.ts'

const page = "=== Outcome 1 ===\n'''Boats leave on time.'''\n==== Goals ====\n* Wind {{done}\n"

describe('planParse and planStringify', () => {
  it('should write plan JSON', async () => {
    const file = await unified().use(planParse).use(planStringify).process(page)
    expect(JSON.parse(String(file))).toEqual(toJson(parse(page)))
    expect(String(file)).toMatch(/\}\n$/)
  })

  it('should put messages on the file', async () => {
    const file = await unified()
      .use(planParse)
      .use(planStringify)
      .process(new VFile({path: 'a.wiki', value: page}))
    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['dialect', 'status-malformed'])
    expect(String(file.messages[1])).toMatch(/^a\.wiki:4:8-4:15: /)
  })

  it('should give a page back as it was', async () => {
    const processor = unified()
      .use(planParse, {from: 'wikitext'})
      .use(planStringify, {to: 'wikitext'})
    expect(String(await processor.process(page))).toBe(page)
  })

  it('should take options', async () => {
    const vocabulary = {statuses: [{value: 'done', label: 'Erledigt'}]}
    const processor = unified()
      .use(planParse, {from: 'wikitext', title: 'Boats', vocabulary})
      .use(planStringify, {to: 'markdown', vocabulary})
    expect(String(await processor.process(page))).toBe(
      toMarkdown(parse(page, {from: 'wikitext', title: 'Boats', vocabulary}), {vocabulary})
    )
  })

  it('should write every format', async () => {
    for (const to of ['json', 'tree', 'ndjson', 'markdown', 'wikitext'] as const) {
      expect(
        String(await unified().use(planParse).use(planStringify, {to}).process(page)),
        to
      ).toContain('Wind')
    }
  })

  it('should refuse a format that there is not', async () => {
    const processor = unified()
      .use(planParse)
      .use(planStringify, {to: 'pdf' as 'json'})
    await expect(processor.process(page)).rejects.toThrow(
      new TypeError('options.to must be one of json, tree, ndjson, markdown, wikitext, not "pdf"')
    )
  })

  it('should refuse wrong options at the page, as parse does', async () => {
    const processor = unified()
      .use(planParse, {from: 'pdf' as 'text'})
      .use(planStringify)
    await expect(processor.process(page)).rejects.toThrow(/options\.from must be one of/)
  })

  it('should go around transformers', async () => {
    const file = await unified()
      .use(planParse)
      .use(() => (tree: Plan) => visit(tree, 'goal', (goal) => void (goal.stretch = true)))
      .use(planStringify)
      .process(page)
    const plan = JSON.parse(String(file)) as PlanJson
    expect(plan.periods[0]!.sections[0]!.goals[0]!.stretch).toBe(true)
  })

  it('should parse and stringify apart', () => {
    const processor = unified().use(planParse).use(planStringify, {to: 'ndjson'})
    const tree = processor.parse(page)
    expect(tree.type).toBe('plan')
    const rows = processor.stringify(tree).trimEnd().split('\n')
    expect(JSON.parse(rows.at(-1)!)).toMatchObject({kind: 'goal', text: 'Wind'})
  })
})

describe('planRemark', () => {
  it('should hand a plan to remark', async () => {
    const processor = unified().use(planParse).use(planRemark).use(remarkGfm).use(remarkStringify)
    const file = await processor.process(page)
    const again = toJson(parse(String(file), {from: 'markdown'}))
    expect(again.periods[0]!.sections).toMatchObject([
      {
        heading: 'Outcome 1',
        statement: 'Boats leave on time.',
        goals: [{text: 'Wind', status: {value: 'done'}}]
      }
    ])
  })
})

describe('remarkPlan', () => {
  const markdown =
    '### Outcome 1\n\n#### Goals\n\n- [x] Wind\n- Paint `{[done}}`\n\n#### Status\n\nNote: June 31, 2031\n\n- a\n'

  it('should take a plan from remark', async () => {
    const processor = unified().use(remarkParse).use(remarkGfm).use(remarkPlan).use(planStringify)
    const file = await processor.process(markdown)
    expect(JSON.parse(String(file))).toEqual(toJson(parse(markdown, {from: 'markdown'})))
  })

  it('should put messages on the file', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkPlan)
      .use(planStringify)
      .process(markdown)
    expect(file.messages.map(({ruleId}) => ruleId)).toContain('date-impossible')
    expect(file.messages.map(({ruleId}) => ruleId)).not.toContain('dialect')
  })

  it('should make wikitext of Markdown', async () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkPlan)
      .use(planStringify, {to: 'wikitext'})
    const written = String(await processor.process(markdown))
    expect(written).toBe(toWikitext(parse(markdown, {from: 'markdown'})))
    expect(written).toMatch(/^=+ Outcome 1 =+$/m)
  })

  it('should take the caller’s words', async () => {
    const vocabulary = {headings: {goals: ['Ziele']}}
    const file = await unified()
      .use(remarkParse)
      .use(remarkPlan, {vocabulary})
      .use(planStringify, {vocabulary})
      .process('### Outcome 1\n\n#### Ziele\n\n- Uhren')
    expect((JSON.parse(String(file)) as PlanJson).periods[0]!.sections[0]!.goals).toMatchObject([
      {text: 'Uhren'}
    ])
  })
})
