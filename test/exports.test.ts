import {expect, test} from 'vitest'
import * as core from '../src/core.ts'
import * as wikiplan from '../src/index.ts'
import * as lint from '../src/lint/index.ts'
import * as wikitext from '../src/wikitext.ts'
import * as engine from '../src/wikiparser-node/index.ts'

test('wikiplan exports these names', () => {
  expect(Object.keys(wikiplan).sort()).toEqual([
    'EditError',
    'PlanJsonError',
    'StatusError',
    'TargetError',
    'addGoal',
    'addNote',
    'addObjective',
    'addPeriod',
    'addSection',
    'addTask',
    'addUpdate',
    'apply',
    'applyEdits',
    'detectDialect',
    'diff',
    'edits',
    'english',
    'fromJson',
    'mdastToPlan',
    'merge',
    'move',
    'parse',
    'parseWikitext',
    'planParse',
    'planRemark',
    'planStringify',
    'planToMdast',
    'remarkPlan',
    'remove',
    'setDate',
    'setField',
    'setHeading',
    'setStatement',
    'setStatus',
    'setStretch',
    'setTeams',
    'setText',
    'summarize',
    'toJson',
    'toLinks',
    'toMarkdown',
    'toNdjson',
    'toText',
    'toWikitext',
    'writePlan'
  ])
})

test('wikiplan/core exports these names', () => {
  expect(Object.keys(core).sort()).toEqual([
    'detectDialect',
    'english',
    'parse',
    'parseWikitext',
    'toJson',
    'toLinks',
    'toNdjson',
    'toText'
  ])
})

test('wikiplan/wikitext exports these names', () => {
  expect(Object.keys(wikitext).sort()).toEqual(['parseWikitext', 'parseWithParts'])
})

test('wikiplan/wikiparser-node exports these names', () => {
  expect(Object.keys(engine).sort()).toEqual([
    'createEngine',
    'defaultConfig',
    'parse',
    'parseWikitext',
    'toWikitext'
  ])
})

/** What an engine says of a value that nobody looked at. */
const unchecked =
  /Cannot (?:read|convert|use)|is not (?:a function|iterable|a constructor)|undefined \(/

/** Plugins are called by a processor. */
const plugins = new Set(['planParse', 'planStringify', 'planLint', 'planRemark', 'remarkPlan'])

const values = [undefined, null, 1, 'x', {}, [], () => 0, Symbol('x'), new Map()]

test.each(
  [...Object.entries(wikiplan), ...Object.entries(wikitext), ...Object.entries(lint)].filter(
    (entry): entry is [string, (...values: unknown[]) => unknown] =>
      typeof entry[1] === 'function' &&
      !(entry[1].prototype instanceof Error) &&
      !plugins.has(entry[0])
  )
)('%s says what is wrong with its arguments', (_, run) => {
  for (const first of values)
    for (const second of values)
      try {
        run(first, second, second)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect((error as Error).message).not.toMatch(unchecked)
      }
})
