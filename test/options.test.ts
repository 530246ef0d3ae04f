/** Options: what a function does not know is refused at once, with what it knows. */
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {
  addGoal,
  addPeriod,
  apply,
  diff,
  edits,
  fromJson,
  mdastToPlan,
  merge,
  parse,
  planParse,
  planStringify,
  planToMdast,
  setField,
  setStatus,
  setText,
  summarize,
  toJson,
  toMarkdown,
  toNdjson,
  toWikitext,
  writePlan
} from '../src/index.ts'
import {lint} from '../src/lint/index.ts'

const source = '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{done}}\n'
const plan = parse(source, {from: 'wikitext'})
const [goal, section] = ['period-1/outcome-1/wind-the-clocks', 'period-1/outcome-1']

/** Each function with options that it is given. */
const functions: Record<string, (options: never) => unknown> = {
  parse: (options) => parse(source, options),
  fromJson: (options) => fromJson(toJson(plan), options),
  toWikitext: (options) => toWikitext(plan, options),
  toMarkdown: (options) => toMarkdown(plan, options),
  planToMdast: (options) => planToMdast(plan, options),
  mdastToPlan: (options) => mdastToPlan({type: 'root', children: []}, options),
  writePlan: (options) => writePlan(plan, 'json', options),
  planStringify: (options) =>
    unified().use(planParse).use(planStringify, options).processSync(source),
  edits: (options) => edits(plan, options),
  apply: (options) => apply(source, toJson(plan), options),
  merge: (options) => merge(source, source, source, options),
  diff: (options) => diff(plan, plan, options),
  summarize: (options) => summarize([], options),
  lint: (options) => lint(plan, new VFile(source), options),
  setStatus: (options) => setStatus(plan, goal, null, options),
  setText: (options) => setText(plan, goal, 'Oil the clocks', options),
  setField: (options) => setField(plan, 'Owner', null, options),
  addGoal: (options) => addGoal(plan, section, 'Oil the clocks', null, options),
  addPeriod: (options) => addPeriod(plan, {quarter: 2}, null, options)
}

describe.each(Object.entries(functions))('%s', (_, call) => {
  test('names an option that it does not have', () => {
    expect(() => call({vocabluary: {}} as never)).toThrow(TypeError)
    expect(() => call({vocabluary: {}} as never)).toThrow(
      /options\.vocabluary is unknown; known are /
    )
  })

  test.each([['== A page ==\n'.repeat(99)], [7], [[]]])(
    'takes no options that are no object',
    (options) => {
      expect(() => call(options as never)).toThrow(TypeError)
      expect(() => call(options as never)).toThrow(/^options must be an object, not .{1,90}$/)
    }
  )
})

test('the nearest option is named', () => {
  expect(() => toWikitext(plan, {sorce: source} as never)).toThrow(
    'options.sorce is unknown; known are source, vocabulary, file; the nearest is source'
  )
})

test.each(['toWikitext', 'toMarkdown', 'planToMdast', 'mdastToPlan', 'writePlan'])(
  '%s takes no file that is none',
  (name) => {
    expect(() => functions[name]!({file: 'page.wiki'} as never)).toThrow(
      'options.file must be a VFile, not "page.wiki"'
    )
  }
)

test('a page that is undefined is not taken for none', () => {
  for (const call of [
    (options: never) => toWikitext(plan, options),
    (options: never) => writePlan(plan, 'wikitext', options),
    (options: never) => edits(plan, options)
  ]) {
    expect(() => call({source: undefined} as never)).toThrow(
      /options\.source must be a string.*, not undefined/
    )
    expect(() => call({source: new VFile(source)} as never)).toThrow(TypeError)
  }
  expect(toWikitext(plan, {source: null})).toBe(toWikitext(plan))
})

test.each([
  [() => toWikitext(source as never), 'toWikitext takes a plan, as parse gives it, not string'],
  [
    () => toMarkdown(toJson(plan) as never),
    'toMarkdown takes a plan, as parse gives it, not object'
  ],
  [() => toJson(null as never), 'toJson takes a plan, as parse gives it, not null'],
  [() => toNdjson(undefined as never), 'toNdjson takes a plan, as parse gives it, not undefined'],
  [() => edits(null as never, {source}), 'edits takes a plan, as parse gives it, not null'],
  [() => lint(null as never, new VFile(source)), 'lint takes a plan, as parse gives it, not null'],
  [() => merge(source, null as never, source), 'mine must be a string, not null'],
  [() => apply(null as never, '{}'), 'The page must be a string, not null'],
  [
    () => apply(source, '{}', {from: 'yaml' as never}),
    `options.from must be 'json', 'markdown' or 'auto', not "yaml"`
  ],
  [() => summarize([], {limit: 3}), 'options.limit must be a whole number from 40 on, not 3'],
  [
    () => edits(plan, {source, from: 'html' as never}),
    `options.from must be 'wikitext', not "html"`
  ]
])('what is wrong is said: %#', (call, message) => {
  expect(call).toThrow(new TypeError(message))
})
