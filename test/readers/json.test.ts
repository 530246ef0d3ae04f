/** Plan JSON through the same door as every other dialect. */
import {VFile} from 'vfile'
import {describe, expect, it, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import type {ParseOptions} from '../../src/index.ts'

const source = '=== Outcome 1 ===\n==== Goals ====\n* Wind the clocks {{done}}\n'
const plan = toJson(parse(source, {from: 'wikitext', title: 'Clocks'}))

function read(value: string, options?: ParseOptions) {
  const file = new VFile(value)
  const tree = parse(file, {from: 'json', ...options})
  return {tree, messages: file.messages.map((message) => ({...message, reason: message.reason}))}
}

describe('a JSON page', () => {
  it('should be read as the plan it says', () => {
    const {tree, messages} = read(JSON.stringify(plan))
    expect(toJson(tree)).toEqual(plan)
    expect(messages).toEqual([])
  })

  it('should be read where it is a tree', () => {
    const tree = parse(source, {from: 'wikitext'})
    expect(read(JSON.stringify(tree)).tree).toEqual(tree)
  })

  it('should take the caller’s title', () => {
    expect(read(JSON.stringify(plan), {title: 'Piers'}).tree.title).toBe('Piers')
    expect(read(JSON.stringify(plan), {title: null}).tree.title).toBe('Clocks')
  })

  it('should be told from the others', () => {
    const file = new VFile(JSON.stringify(plan))
    expect(toJson(parse(file))).toEqual(plan)
    expect(file.messages.map(({ruleId, reason}) => [ruleId, reason])).toEqual([
      ['dialect', 'Read as plan JSON']
    ])
  })

  it('should be reported with every problem where it is no plan', () => {
    const wrong = {...plan, title: 7, version: 1}
    const {tree, messages} = read(JSON.stringify(wrong))
    expect(messages.map(({ruleId, fatal}) => [ruleId, fatal])).toEqual([
      ['json-invalid', true],
      ['json-invalid', true]
    ])
    expect(messages.map(({reason}) => /^`(.*?)`/.exec(reason)?.[1]).sort()).toEqual([
      'title',
      'version'
    ])
    expect(toJson(tree).periods).toEqual([])
  })

  test.each(['{"version": 2,}', '{', '', 'null and void', '{"a": "b'])(
    'should be reported where it is no JSON: %j',
    (value) => {
      const {messages} = read(value)
      expect(messages).toMatchObject([{ruleId: 'json-invalid', fatal: true, source: 'wikiplan'}])
      expect(messages[0]!.reason).toMatch(/^`document`: is not JSON: /)
    }
  )

  test.each(['null', '7', '"plan"', '[]', '{}', '{"type": "root"}', '{"type": 7}'])(
    'should be reported where it is some other JSON: %s',
    (value) => {
      const {messages} = read(value)
      expect(messages.length).toBeGreaterThan(0)
      for (const message of messages)
        expect(message).toMatchObject({ruleId: 'json-invalid', fatal: true})
    }
  )

  it('should keep keys that want to be somebody’s prototype to themselves', () => {
    const {messages} = read('{"version": 2, "__proto__": {"title": "x"}}')
    expect(messages.length).toBeGreaterThan(0)
    expect(({} as {title?: string}).title).toBeUndefined()
  })
})
