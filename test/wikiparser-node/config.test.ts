/** A wiki's own names, and the one `Parser` that a program shares. */
import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {DocumentNode} from '../../src/index.ts'
import {afterEach, describe, expect, it, vi} from 'vitest'
import Parser from 'wikiparser-node'
import {
  createEngine,
  defaultConfig,
  parseWikitext,
  type WikiConfig
} from '../../src/wikiparser-node/index.ts'

const config = defaultConfig()

/** An invented wiki of a harbour, in German. */
const harbour: WikiConfig = {
  ...config,
  ext: [...config.ext, 'gezeiten'],
  nsid: {...config.nsid, datei: 6, kategorie: 14},
  namespaces: {...config.namespaces, 6: 'Datei', 14: 'Kategorie'},
  parserFunction: [
    {...config.parserFunction[0], '#wenn': 'if', gross: 'uc'},
    ...([1, 2, 3] as const).map((index) => config.parserFunction[index])
  ] as unknown as WikiConfig['parserFunction'],
  functionHook: [...config.functionHook, 'if', 'uc'],
  doubleUnderscore: [
    [],
    [],
    {...config.doubleUnderscore[2], keininhaltsverzeichnis: 'notoc'},
    config.doubleUnderscore[3]
  ],
  redirection: [...config.redirection, '#weiterleitung']
}

/** What a page of one thing is. */
function only(parse: typeof parseWikitext, page: string): DocumentNode {
  const [block] = parse(page).children
  return block?.type === 'paragraph' && block.children.length === 1 ? block.children[0]! : block!
}

describe('a configuration', () => {
  const {parseWikitext: parseHarbour} = createEngine(harbour)

  it.each([
    ['<gezeiten>{{done}}</gezeiten>', {type: 'extension', name: 'gezeiten', value: '{{done}}'}],
    ['[[Datei:Boot.png|Ein Boot]]', {type: 'file', target: 'Datei:Boot.png'}],
    ['[[Kategorie:Hafen|Boot]]', {type: 'category', target: 'Kategorie:Hafen', sortKey: 'Boot'}],
    ['{{#wenn:a|b}}', {type: 'parserFunction', name: '#wenn'}],
    ['{{GROSS:a}}', {type: 'parserFunction', name: 'GROSS'}],
    ['__KEININHALTSVERZEICHNIS__', {type: 'behaviorSwitch', name: 'KEININHALTSVERZEICHNIS'}],
    ['#WEITERLEITUNG [[Hafen]]', {type: 'redirect', target: 'Hafen'}]
  ])('should say what %s is', (page, expected) => {
    expect(only(parseHarbour, page)).toMatchObject(expected)
    expect(only(parseWikitext, page)).not.toMatchObject(expected)
  })

  it('should say which tags there are', () => {
    const {parseWikitext: parseBare} = createEngine({...config, ext: [], html: [[], [], []]})
    const page = '<b>a</b><poem>b</poem><nowiki>c</nowiki>'
    expect(only(parseBare, page)).toMatchObject({type: 'text', value: page})
  })

  it.each(['default', 'enwiki', 'jawiki', 'minimum'])('should be taken from Parser: %s', (name) => {
    Parser.config = name
    const taken = Parser.getConfig()
    Parser.parse('<b>a</b> [[b]]', false, undefined, taken)
    const page = '<includeonly>{{a}}</includeonly> <b>[[b|c]]</b> [[File:d.png|e]]'
    expect(createEngine(taken).parseWikitext(page)).toEqual(parseWikitext(page))
    Parser.config = 'default'
  })

  it('should leave what it is given as it is', () => {
    const copy = structuredClone(harbour)
    createEngine(harbour).parseWikitext('{{a}} <translate>[[b]]</translate>')
    expect(harbour).toEqual(copy)
  })

  it.each([
    [null, 'must be an object, not null'],
    ['dewiki', 'must be an object, not a string'],
    [{}, '`ext` must be a list, not undefined'],
    [{...config, protocol: []}, '`protocol` must be a string, not a list']
  ])('should be one: %j', (wrong, message) => {
    expect(() => createEngine(wrong as never)).toThrow(message)
  })

  it('should not make pages of what is none', () => {
    expect(() => parseWikitext(5 as never)).toThrow('parseWikitext takes a string, not number')
  })
})

describe('the Parser that is shared', () => {
  afterEach(
    () => void Object.assign(Parser, {config: 'default', configPaths: [], debugging: false})
  )

  const folder = dirname(createRequire(import.meta.url).resolve('wikiparser-node/package.json'))
  const crashes = () => readdirSync(join(folder, 'errors'))

  it('should be left as it was, and say nothing for us', () => {
    const set = {config: 'minimum', configPaths: ['nowhere'], debugging: true, warning: true}
    Object.assign(Parser, set)
    const {parseWikitext: parseAnew} = createEngine()
    const page = '<poem>a</poem> [[Datei:a]] {{b}} <!-- c'
    expect(parseAnew(page)).toEqual(parseWikitext(page))
    expect(only(parseAnew, '<poem>a</poem>')).toMatchObject({type: 'extension'})
    expect(Parser).toMatchObject(set)
  })

  it('should print nothing and write no file', () => {
    const before = crashes()
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
    const spies = methods.map((method) => vi.spyOn(console, method))
    Object.assign(Parser, {debugging: true})
    for (const page of ['<!-- a', '<ref><!-- a</ref>b', '<includeonly>a', '{{a|'.repeat(3000)]) {
      parseWikitext(page)
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    expect(crashes()).toEqual(before)
    vi.restoreAllMocks()
  })
})
