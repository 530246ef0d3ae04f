/** The text of a line becomes another one, and nothing else of it changes. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {TextFact} from '../../src/change/entities.ts'
import {flatten, slice, statusesOf} from '../../src/document/phrasing.ts'
import {collapse, toText} from '../../src/document/plain-text.ts'
import {toLinks} from '../../src/plan/links.ts'
import {toPhrasing} from '../../src/plan/json/to-phrasing.ts'
import {contentEdits} from '../../src/change/edits/content.ts'
import {applyEdits} from '../../src/change/text-edit.ts'
import {readWikitext} from '../../src/syntax/wikitext/read.ts'
import {english} from '../../src/vocabulary/index.ts'
import {scopes} from '../../src/write/wikitext/unsafe.ts'
import type {LinkJson, StatusJson} from '../../src/plan/json/types.ts'
import type {
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  Status,
  Text
} from '../../src/document/types.ts'
import {hostileText} from '../arbitraries/text.ts'
import {sentence} from '../arbitraries/words.ts'

/** The content of the first line of a page: a heading's, an item's or a paragraph's. */
function contentOf(source: string): PhrasingContent[] {
  const blocks = readWikitext(source, english).children as (Heading | List | Paragraph)[]
  const block = blocks.find(({type}) => type !== ('comment' as string))
  if (!block) return []
  const item = block.type === 'list' ? block.children[0]!.children[0] : block
  return item?.type === 'paragraph' || item?.type === 'heading' ? item.children : []
}

function factOf(nodes: readonly PhrasingContent[]): TextFact {
  const text = flatten(nodes)
  const opening = /^[\s\uFFFC]*/.exec(text)![0].length
  const statuses = statusesOf(nodes).map(({value, label, form, raw}) => ({value, label, form, raw}))
  return {text: toText(slice(nodes, opening, Infinity)), links: toLinks(nodes), statuses}
}

/** What matters of a fact to a reader of plan JSON, as far as an edit can say it. */
function said({text, links, statuses}: TextFact): unknown {
  return {text, links, statuses: statuses.map(({value}) => value)}
}

function edit(source: string, fact: TextFact, nodes: readonly PhrasingContent[]): string {
  const before = contentOf(source)
  const edits = contentEdits(
    {fact: factOf(before), nodes: before},
    {fact, nodes},
    {
      source,
      at: source.length,
      scope: source.startsWith('=') ? scopes.heading : scopes.line,
      vocabulary: english,
      marker: ({label}) => `{{${label.toLowerCase()}}}`
    }
  )
  return applyEdits(source, edits)
}

function nodesOf({text, links, statuses}: TextFact): PhrasingContent[] {
  if (statuses.length === 0) return toPhrasing(text, links)
  const nodes = statuses.map((status): Status => ({type: 'status', ...status}))
  return toPhrasing(text, links, nodes)
}

/** The line after its plan JSON was edited. */
function put(source: string, change: Partial<TextFact>): string {
  const fact = {...factOf(contentOf(source)), ...change}
  return edit(source, fact, nodesOf(fact))
}

function wiki(target: string, text = target): LinkJson {
  return {kind: 'wiki', target, text}
}

function status(value: string): StatusJson {
  const {label} = english.statuses.find((entry) => entry.value === value)!
  return {value, label, form: 'template', raw: `{{${label}}}`}
}

const done = status('done')
const stalled = status('stalled')

describe('a changed text', () => {
  it.each([
    // Words.
    ['* Wind the clocks', 'Wind the old clocks', '* Wind the old clocks'],
    ['* Wind the old clocks', 'Wind the clocks', '* Wind the clocks'],
    ['* Wind the clocks', 'Wind all clocks', '* Wind all clocks'],
    ['* Wind the clocks', 'Wind the clocks daily', '* Wind the clocks daily'],
    ['* Wind the clocks', 'Now wind the clocks', '* Now wind the clocks'],
    ['* Wind the clocks', 'Clocks', '* Clocks'],
    ['*Wind the clocks', 'Paint boats', '*Paint boats'],
    ['* Ring, paint, sell', 'Ring, sell', '* Ring, sell'],
    ['* Ring.', 'Ring the bell.', '* Ring the bell.'],
    ['== Wind the clocks ==', 'Wind the clocks daily', '== Wind the clocks daily =='],
    ['==Wind the clocks== ', 'Wind', '==Wind== '],
    ['* 汽笛を鳴らす', '汽笛を直す', '* 汽笛を直す'],
    ['* 🚢 sails', '🚣 sails', '* 🚣 sails'],
    // What is between the words stays as it is written.
    ['* Wind  the   clocks', 'Wind  the clocks daily', '* Wind  the   clocks daily'],
    ['Wind the\nold clocks', 'Wind all old clocks', 'Wind all\nold clocks'],
    ['Wind the\nold clocks', 'Wind the clocks', 'Wind the\nclocks'],
    ['Wind the old\nclocks', 'Wind the clocks', 'Wind the\nclocks'],
    ['Wind the\r\nold clocks', 'Wind the very old clocks', 'Wind the very\r\nold clocks'],
    ['Wind the clocks\nand ring', 'Wind the clocks', 'Wind the clocks'],
    ['* Bell &amp; rope', 'Bell & long rope', '* Bell &amp; long rope'],
    ['* Bell &amp; rope', 'Bell and rope', '* Bell and rope'],
    ['* Fix caf&eacute; doors', 'Fix cafés doors', '* Fix caf&eacute;s doors'],
    ['* Wind<!-- how? --> the clocks', 'Wind all clocks', '* Wind<!-- how? --> all clocks'],
    ['* Wind the <!-- which? -->clocks', 'Wind the lamps', '* Wind the <!-- which? -->lamps'],
    ['* Wind<ref>Log</ref> the clocks', 'Wind up the clocks', '* Wind<ref>Log</ref> up the clocks'],
    ['* Wind the clocks.<ref>Log</ref>', 'Wind the lamps.', '* Wind the lamps.<ref>Log</ref>'],
    ['* Wind {{x|1}} the clocks', 'Wind the old clocks', '* Wind {{x|1}} the old clocks'],
    ['* Old {{x|1}} clocks', 'clocks', '* {{x|1}} clocks'],
    ['* Wind {{x|1}} up clocks', 'Wind clocks', '* Wind {{x|1}} clocks'],
    ['* Clocks {{x|1}} now', 'Clocks', '* Clocks {{x|1}}'],
    ['* Wind<br>the clocks', 'Wind the lamps', '* Wind<br>the lamps'],
    // Bold and italics.
    ["* '''Wind''' the clocks", 'Wind up the clocks', "* '''Wind''' up the clocks"],
    ["* Wind '''the clocks'''", 'Wind the old clocks', "* Wind '''the old clocks'''"],
    ["* Wind '''the''' clocks", 'Wind all clocks', "* Wind '''all''' clocks"],
    ["* Wind '''the''' clocks", 'Wind clocks', '* Wind clocks'],
    ["* '''Wind the clocks'''", 'Wind the clocks daily', "* '''Wind the clocks daily'''"],
    ["* '''Wind the clocks'''", 'Always wind the clocks', "* '''Always wind the clocks'''"],
    ["* '''''Wind''' the clocks''", 'Wind clocks', "* '''''Wind''' clocks''"],
    ["* '''W'''ind", 'Winds', "* '''W'''inds"],
    ["* <span style='color: red'>late</span> boats", 'boats', '* boats'],
    ['* <span>late</span> boats', 'slow boats', '* <span>slow</span> boats'],
    // New text stays text.
    ['* Wind the clocks', "Wind ''the'' clocks", '* Wind &#39;&#39;the&#39;&#39; clocks'],
    ['* Wind the clocks', 'Wind {{the}} clocks', '* Wind &#123;&#123;the&#125;&#125; clocks'],
    ['*Wind', '* Wind', '*&#42; Wind'],
    ['Wind * up', '* up', '&#42; up'.replace('&#42;', '<nowiki/>*')],
    ['* <nowiki>[[x]]</nowiki> boats', '[[x]] red boats', '* <nowiki>[[x]]</nowiki> red boats'],
    ['<!-- x -->Wind', '* Wind', '<!-- x -->&#42; Wind'],
    ['Ring <!-- x --> here', 'here', '<!-- x -->here'],
    // Where there was none.
    ['* ', 'Wind', '* Wind']
  ])('should turn %j to %j in %j', (source, text, expected) => {
    expect(put(source, {text})).toBe(expected)
  })
})

describe('changed links', () => {
  it.each<[string, Partial<TextFact>, string]>([
    [
      '* Ring, then paint [[Boats|the boats]].',
      {text: 'Ring, then sell the boats.'},
      '* Ring, then sell [[Boats|the boats]].'
    ],
    ['* See [[Boats]] now', {text: 'See Boats then'}, '* See [[Boats]] then'],
    // At the words it stood at.
    [
      '* boats and [[Boats|boats]]',
      {text: 'boats and boats now'},
      '* boats and [[Boats|boats]] now'
    ],
    [
      '* boats and [[Boats|boats]]',
      {text: 'all boats and boats'},
      '* all boats and [[Boats|boats]]'
    ],
    // Target.
    [
      '* See [[Boats|the boats]]',
      {links: [wiki('Ferries', 'the boats')]},
      '* See [[Ferries|the boats]]'
    ],
    ['* See [[Boats]]', {links: [wiki('Ferries', 'Boats')]}, '* See [[Ferries|Boats]]'],
    [
      '* See [https://a.example the boats]',
      {links: [{kind: 'external', target: 'https://b.example', text: 'the boats'}]},
      '* See [https://b.example the boats]'
    ],
    [
      '* See T912345 now',
      {text: 'See T912399 now', links: [{kind: 'task', target: 'T912399', text: 'T912399'}]},
      '* See T912399 now'
    ],
    [
      '* See {{phab|T912345}} now',
      {text: 'See T912399 now', links: [{kind: 'task', target: 'T912399', text: 'T912399'}]},
      '* See {{phab|T912399}} now'
    ],
    // Text.
    [
      "* See [[Boats|the '''old''' boats]]",
      {text: 'See the old red boats', links: [wiki('Boats', 'the old red boats')]},
      "* See [[Boats|the '''old''' red boats]]"
    ],
    [
      '* See [[Boats]]',
      {text: 'See the boats', links: [wiki('Boats', 'the boats')]},
      '* See [[Boats|the boats]]'
    ],
    [
      '* See [[Clock]]s',
      {text: 'See our clocks', links: [wiki('Clock', 'our clocks')]},
      '* See [[Clock|our clocks]]'
    ],
    [
      '* See [[Boats|boats]]',
      {text: 'See a|b', links: [wiki('Boats', 'a|b')]},
      '* See [[Boats|a&#124;b]]'
    ],
    // Both.
    [
      '* See [[Boats|the boats]] now',
      {text: 'See ferries now', links: [wiki('Ferries', 'ferries')]},
      '* See [[Ferries|ferries]] now'
    ],
    // Gone, and new.
    ["* See [[Boats|the '''old''' boats]]", {links: []}, "* See the '''old''' boats"],
    ['* See [[Clock]]s', {links: []}, '* See Clocks'],
    ['* See [https://a.example the boats]', {links: []}, '* See the boats'],
    ['* See [[Boats|the boats]] and nets', {text: 'See nets', links: []}, '* See nets'],
    ['* See the boats', {links: [wiki('Boats', 'the boats')]}, '* See [[Boats|the boats]]'],
    ['* See the boats', {links: [wiki('the boats')]}, '* See [[the boats]]'],
    [
      '* See the boats',
      {text: 'See the boats and nets', links: [wiki('Nets', 'nets')]},
      '* See the boats and [[Nets|nets]]'
    ],
    [
      '* See https://a.example, please',
      {text: 'See https://a.example, now'},
      '* See https://a.example, now'
    ],
    [
      '* See https://a.example, please',
      {
        text: 'See https://b.example, please',
        links: [{kind: 'external', target: 'https://b.example', text: 'https://b.example'}]
      },
      '* See https://b.example, please'
    ]
  ])('should turn %j by %j to %j', (source, change, expected) => {
    expect(put(source, change)).toBe(expected)
  })
})

describe('changed statuses', () => {
  it.each<[string, Partial<TextFact>, string]>([
    ['* {{Done}} The key is found', {statuses: [stalled]}, '* {{stalled}} The key is found'],
    ['* {{Done}} The key is found', {statuses: []}, '* The key is found'],
    ['* The key is found', {statuses: [done]}, '* {{done}} The key is found'],
    ['* {{Done}}: The key is found', {text: ': The key is lost'}, '* {{Done}}: The key is lost'],
    ['* {{Done}}The key is found', {text: 'The key is lost'}, '* {{Done}}The key is lost'],
    [
      '* The key is {{Done}} but lost',
      {text: 'The key is Stalled but lost', statuses: [stalled]},
      '* The key is {{stalled}} but lost'
    ],
    [
      '* The key is {{Done}} but lost',
      {text: 'The key is but lost', statuses: []},
      '* The key is but lost'
    ],
    ['* The key {{Done}}', {text: 'The key', statuses: []}, '* The key'],
    ['* {[done}} The key', {text: 'The lamp'}, '* {[done}} The lamp'],
    ['* {[done}} The key', {statuses: [{...done, raw: '{{done}}'}]}, '* {{done}} The key'],
    ['* {{Done}} The key', {statuses: [{...done, raw: '<<done>>'}]}, '* <<done>> The key'],
    ['* {{Done}} The key', {statuses: [{...done, raw: '{done'}]}, '* {{Done}} The key'],
    [
      '* Keys {{Done}} and lamps Done soon',
      {text: 'Keys Done and all lamps Done soon'},
      '* Keys {{Done}} and all lamps Done soon'
    ],
    ['* {{done}} lamps are Done', {text: 'all lamps are Done'}, '* {{done}} all lamps are Done'],
    [
      '* {{done|a}} Keys {{done|a}} and {{Stalled}} lamps',
      {statuses: [{...done, raw: '{{done|a}}'}, stalled]},
      '* Keys {{done|a}} and {{Stalled}} lamps'
    ],
    [
      '* {{stalled}} {{Done|a}} Keys {{Done|a}}',
      {
        statuses: [
          {...stalled, raw: '{{stalled}}'},
          {...done, raw: '{{Done|a}}'}
        ]
      },
      '* {{stalled}} Keys {{Done|a}}'
    ],
    [
      '* The key came by boat {{doen}} today',
      {text: 'Lamps came by boat'},
      '* {{doen}} Lamps came by boat'
    ],
    [
      '* {{doen}} {{Stalled}} Keys',
      {statuses: [status('blocked'), {...done, form: 'malformed', raw: '{{doen}}'}]},
      '* {{blocked}} {{doen}} Keys'
    ]
  ])('should turn %j by %j to %j', (source, change, expected) => {
    expect(put(source, change)).toBe(expected)
  })
})

/** A sentence of the page and what plan JSON says of it. */
const line = fc
  .tuple(sentence, fc.constantFrom('* ', '*', '', '== '))
  .map(([words, opening]) => opening + words.wikitext + (opening === '== ' ? ' ==' : ''))
  .filter((source) => toText(contentOf(source)) !== '')

/** Drops, doubles and replaces words of a text. */
function change(text: string, at: number, count: number, words: string): string {
  const all = text.split(' ')
  return [...all.slice(0, at % all.length), words, ...all.slice((at % all.length) + count)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('any line', () => {
  const settings = {numRuns: Number(process.env['RUNS'] ?? 1000)}

  it('should change its changed words alone', () => {
    const words = fc.constantFrom('zinc', 'zinc zones', "''zinc''", '{{done}}', '* zinc', 'z')
    const escaped = new Map([
      ["''zinc''", '&#39;&#39;zinc&#39;&#39;'],
      ['{{done}}', '&#123;&#123;done&#125;&#125;']
    ])
    const property = fc.property(sentence, sentence, words, words, (left, right, old, text) => {
      fc.pre(!escaped.has(old))
      const source = `* ${left.wikitext.trim()} ${old} ${right.wikitext.trim()}`
      const result = put(source, {text: collapse(`${left.text} ${text} ${right.text}`)})
      const written = escaped.get(text) ?? text
      expect(result).toBe(`* ${left.wikitext.trim()} ${written} ${right.wikitext.trim()}`)
      const without = put(source, {text: collapse(`${left.text} ${right.text}`)})
      expect(without).toBe(`* ${left.wikitext.trim()} ${right.wikitext.trim()}`)
    })
    fc.assert(property, settings)
  })

  it('should not change for what says the same', () => {
    const property = fc.property(line, (source) => {
      expect(put(source, {})).toBe(source)
    })
    fc.assert(property, settings)
  })

  it('should take in any text as text', () => {
    const property = fc.property(
      line,
      fc.nat(),
      fc.nat(3),
      hostileText(),
      (source, at, count, words) => {
        const fact = factOf(contentOf(source))
        const text = change(fact.text, at, count, words)
        const nodes: Text[] = [{type: 'text', value: text}]
        fc.pre(text !== '' && toLinks(nodes).length === 0)
        const result = edit(source, {text, links: [], statuses: []}, nodes)
        expect(said(factOf(contentOf(result)))).toEqual({text, links: [], statuses: []})
        expect(result).not.toMatch(/[\r\n]/)
      }
    )
    fc.assert(property, settings)
  })

  it('should have the statuses it is given', () => {
    const markers = ['{{done}}', '<<Stalled>>', '{[done}}', "'''{{to do}}'''", '{{Done|x}}', 'Done']
    const words = ['boats', '<!-- c -->', 'and lamps,', '(oak)']
    const parts = fc.array(fc.constantFrom(...markers, ...words), {minLength: 1, maxLength: 6})
    const lines = parts.map((all) => `* ${all.join(' ')} here`)
    const values = fc.array(fc.constantFrom(...english.statuses), {maxLength: 3})
    const property = fc.property(lines, lines, values, (source, other, entries) => {
      const {text} = factOf(contentOf(other))
      const statuses = entries.map(({value}) => status(value))
      const nodes = nodesOf({text, links: [], statuses})
      const fact = factOf(nodes)
      const result = edit(source, fact, nodes)
      expect(said(factOf(contentOf(result)))).toEqual(said(fact))
    })
    fc.assert(property, settings)
  })

  it('should say what another line says', () => {
    const property = fc.property(line, line, (source, other) => {
      const nodes = contentOf(other)
      const fact = factOf(nodes)
      const result = edit(source, fact, nodes)
      expect(said(factOf(contentOf(result)))).toEqual(said(fact))
    })
    fc.assert(property, settings)
  })

  it('should say what its edited plan JSON says', () => {
    const words = fc.oneof(
      fc.constant(''),
      sentence.map(({text}) => text)
    )
    const property = fc.property(line, fc.nat(), fc.nat(3), words, (source, at, count, words) => {
      const fact = factOf(contentOf(source))
      const text = change(fact.text, at, count, words)
      fc.pre(text !== '')
      const nodes = toPhrasing(text, fact.links)
      const result = edit(source, {...factOf(nodes)}, nodes)
      expect(said(factOf(contentOf(result)))).toEqual(said(factOf(nodes)))
    })
    fc.assert(property, settings)
  })
})
