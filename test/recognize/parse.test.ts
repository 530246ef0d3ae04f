/** The door: dialects, options, files. */
import {VFile} from 'vfile'
import {describe, expect, it, test} from 'vitest'
import {parse as parseInCore} from '../../src/core.ts'
import {parse, toJson} from '../../src/index.ts'
import type {Dialect, ParseOptions} from '../../src/index.ts'

const pages: Record<Exclude<Dialect, 'json'>, string> = {
  wikitext: '=== Outcome 1 ===\n==== Goals ====\n* Wind {{done}}\n',
  text: 'Boats\nOutcome 1\neditGoals\nedit- Wind Done\n',
  html: '<h3>Outcome 1</h3>\n<h4>Goals</h4>\n<ul><li>Wind <b>Done</b></li></ul>\n',
  markdown: '### Outcome 1\n\n#### Goals\n\n- [x] Wind\n'
}

describe('parse', () => {
  test.each(Object.entries(pages))('should read %s, told or not', (dialect, source) => {
    const told = parse(source, {from: dialect as Dialect})
    expect(told.dialect).toBe(dialect)
    expect(told.children.map(({type}) => type)).toContain('period')
    for (const options of [undefined, null, {}, {from: 'auto'} as const, {from: undefined}]) {
      expect(parse(source, options)).toEqual(told)
    }
  })

  test.each(Object.entries(pages))('should find the same goal in %s', (_, source) => {
    const [goal] = toJson(parse(source)).periods[0]!.sections[0]!.goals
    expect(goal).toMatchObject({text: 'Wind', status: {value: 'done'}})
  })

  test.each([
    ['wikitext', 'Read as wikitext'],
    ['text', 'Read as the text of a rendered page'],
    ['markdown', 'Read as Markdown']
  ] as const)('should say that it took %s', (dialect, reason) => {
    const file = new VFile(pages[dialect])
    parse(file)
    expect(file.messages).toMatchObject([
      {ruleId: 'dialect', source: 'wikiplan', reason, fatal: undefined}
    ])
    expect(file.messages[0]!.note).toContain(`from: '${dialect}'`)
  })

  it('should not say what it was told', () => {
    const file = new VFile(pages.wikitext)
    parse(file, {from: 'wikitext'})
    expect(file.messages).toEqual([])
  })

  it('should read the same from a file, of bytes too', () => {
    const plan = parse(pages.wikitext, {from: 'wikitext'})
    expect(parse(new VFile(pages.wikitext), {from: 'wikitext'})).toEqual(plan)
    expect(parse(new VFile(new TextEncoder().encode(pages.wikitext)), {from: 'wikitext'})).toEqual(
      plan
    )
  })

  it('should take the caller’s title before the page’s', () => {
    expect(parse(pages.text).title).toBe('Boats')
    expect(parse(pages.text, {title: 'Ships'}).title).toBe('Ships')
    expect(parse(pages.text, {title: null}).title).toBe('Boats')
    expect(parse(pages.wikitext).title).toBeNull()
  })

  it('should read a page in another language', () => {
    const vocabulary = {
      headings: {goals: ['Ziele'], status: ['Stand'], outcome: ['Ergebnis']},
      labels: {note: ['Notiz']},
      statuses: [{value: 'done', label: 'Erledigt'}]
    }
    const page =
      '=== Ergebnis 1 ===\n==== Ziele ====\n* Uhren {{erledigt}}\n==== Stand ====\nNotiz: 2030\n* ok'
    const [outcome] = toJson(parse(page, {from: 'wikitext', vocabulary})).periods[0]!.sections
    expect(outcome).toMatchObject({
      goals: [{text: 'Uhren', status: {label: 'Erledigt'}}],
      notes: [{date: {value: '2030'}}]
    })
  })

  test.each<[unknown, string]>([
    [undefined, 'The page must be a string or a VFile, not undefined'],
    [null, 'The page must be a string or a VFile, not null'],
    [42, 'The page must be a string or a VFile, not number'],
    [{}, 'The page must be a string or a VFile, not object'],
    [{value: 'a'}, 'The page must be a string or a VFile, not object'],
    [['a'], 'The page must be a string or a VFile, not array'],
    [new Uint8Array(2), 'The page must be a string or a VFile, not object']
  ])('should refuse the page %j', (source, message) => {
    expect(() => parse(source as string)).toThrow(new TypeError(message))
  })

  test.each<[unknown, string]>([
    [{from: 'pdf'}, "options.from must be one of 'auto', 'wikitext', 'text'"],
    [{from: 'Wikitext'}, 'not "Wikitext"'],
    [{from: ''}, 'not ""'],
    [{from: null}, 'not null'],
    [{from: '__proto__'}, 'not "__proto__"'],
    [{title: 7}, 'options.title must be a string, not 7'],
    [{title: ['a']}, 'options.title must be a string, not ["a"]'],
    [{vocabulary: 'German'}, 'vocabulary must be an object, not "German"'],
    ['wikitext', 'options must be an object, not "wikitext"'],
    [7, 'options must be an object, not 7']
  ])('should refuse the options %j', (options, message) => {
    expect(() => parse('', options as ParseOptions)).toThrow(TypeError)
    expect(() => parse('', options as ParseOptions)).toThrow(message)
  })
})

describe('parse of the core', () => {
  it('should read what is small to read', () => {
    expect(parseInCore(pages.wikitext)).toEqual(parse(pages.wikitext))
    expect(parseInCore(pages.text)).toEqual(parse(pages.text))
  })

  it('should refuse what it does not read', () => {
    expect(() => parseInCore('', {from: 'markdown'})).toThrow(
      new TypeError(`options.from must be one of 'auto', 'wikitext', 'text', not "markdown"`)
    )
  })

  it('should take Markdown and JSON for text, and say so', () => {
    for (const [source, name] of [
      [pages.markdown, 'Markdown'],
      ['{"version": 1}', 'plan JSON']
    ] as const) {
      const file = new VFile(source)
      expect(parseInCore(file).dialect).toBe('text')
      expect(file.messages[0]?.reason).toBe(
        `Read as the text of a rendered page, as nothing here reads ${name}`
      )
    }
  })
})
