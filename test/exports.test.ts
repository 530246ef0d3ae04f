import {expect, test} from 'vitest'
import * as core from '../src/core.ts'
import * as wikiplan from '../src/index.ts'
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
