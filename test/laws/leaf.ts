/**
 * Plan JSON with one leaf changed, and what a page must say then. Nothing here asks the code what is derived from
 * what: it is read off the description of plan JSON.
 */
import {isDeepStrictEqual} from 'node:util'

type Json = Record<string, unknown>

/** A key of some object of a document. */
export interface Place {
  /** What the object is. */
  kind: Kind
  key: string
  path: readonly (string | number)[]
}

export type Kind =
  | 'plan'
  | 'fiscalYear'
  | 'source'
  | 'field'
  | 'period'
  | 'section'
  | 'item'
  | 'note'
  | 'update'
  | 'status'
  | 'date'
  | 'link'

/** What stands under a key. */
const kinds: Readonly<Record<string, Kind>> = {
  fiscalYear: 'fiscalYear',
  source: 'source',
  fields: 'field',
  periods: 'period',
  sections: 'section',
  goals: 'item',
  tasks: 'item',
  notes: 'note',
  updates: 'update',
  status: 'status',
  statuses: 'status',
  date: 'date',
  links: 'link'
}

/** Every key of every object of a document. */
export function placesOf(value: Json, kind: Kind = 'plan', path: Place['path'] = []): Place[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = {kind, key, path: [...path, key]}
    const below = kinds[key]
    if (!below || typeof inner !== 'object' || inner === null) return [place]
    if (!Array.isArray(inner)) return [place, ...placesOf(inner as Json, below, place.path)]
    return [
      place,
      ...inner.flatMap((entry, at) => placesOf(entry as Json, below, [...place.path, at]))
    ]
  })
}

const hostile = [
  "a {{b}} [[c]] ''d'' <i> | e = f",
  '* listed',
  '= titled =',
  '; term : said',
  'see https://example.org/a_(b) and T123456',
  '&amp; &lt;ref&gt; __TOC__ ~~~~',
  'two\nlines',
  '  spaced   out ',
  'Goals',
  'Note: August 1, 2030',
  'Outcome 3',
  'Finish – Done',
  '[stretch] Finish',
  'Primary teams: Boats',
  '{{done}} so',
  '<!-- c -->',
  '-',
  '{|',
  'x '.repeat(200).trim()
]

/** Texts that a leaf may say instead. */
function texts(was: unknown, word: string): unknown[] {
  const text = typeof was === 'string' ? was : ''
  const words = text.split(' ')
  const near = [
    `${text} ${word}`,
    `${word} ${text}`,
    word,
    words.with(words.length >> 1, word).join(' '),
    words.slice(1).join(' '),
    words.slice(0, -1).join(' '),
    text.toUpperCase()
  ]
  return [...near, ...near, ...hostile, '', null, 5, ['x']]
}

/** What a status may be called, and its value. */
const statusNames: Readonly<Record<string, string>> = {
  done: 'done',
  'In progress': 'in-progress',
  stalled: 'stalled',
  'to-do': 'to-do',
  Blocked: 'blocked',
  wip: 'in-progress',
  cancelled: 'cancelled'
}
const statuses: readonly unknown[] = [
  null,
  ...Object.keys(statusNames),
  ...Object.keys(statusNames),
  'nonsense',
  '',
  5,
  [],
  {value: 'blocked'},
  {value: 'Blocked'},
  {value: 'done', label: 'Done'},
  {value: 'done', label: 'Stalled'},
  {value: 'done', label: null, form: null, raw: null},
  {value: 'stalled', label: 'Stalled', form: 'template', raw: '{{stalled}}'},
  {value: 'stalled', label: 'Stalled', form: 'angle', raw: '<<Stalled>>'},
  {label: 'Done'}
]
const dates: readonly unknown[] = [
  null,
  ...['2030-09-01', '2030-09', '2030', '2031-02-28', '1999-12-31'],
  ...['2030-02-30', '', 'soon', 'August 1, 2030', 2030],
  {value: '2030-10-05'},
  {value: '2030-10', precision: 'month', raw: 'October 2030'},
  {value: '2030-10', precision: 'day'},
  {value: null, precision: null, raw: 'February 30, 2031'},
  {value: null},
  {raw: '2030'}
]
const days: readonly unknown[] = [null, '2030-07-01', '2029-01-01', 'x', 7]

/** Something new for a list. */
const fresh: Readonly<Record<string, (word: string) => unknown[]>> = {
  fields: (word) => [{label: 'Goal Owner', value: word}, {label: word}],
  periods: () => [
    {label: 'Q4', quarter: 4, sections: [{heading: 'Outcome 1', goals: [{text: 'Go'}]}]},
    {quarter: 3},
    {label: 'Q2'}
  ],
  sections: (word) => [
    {heading: 'Outcome 9'},
    {heading: `Outcome 9 / Output 2 (${word})`, goals: [{text: 'Go', status: 'done'}]},
    {heading: word, goals: [{text: 'Go'}]},
    {heading: null, goals: [{text: 'Go'}]}
  ],
  goals: (word) => [
    {text: word},
    {text: `Buy ${word}`, status: 'In progress', tasks: [{text: 'So'}]}
  ],
  tasks: (word) => [{text: word}, {text: `Buy ${word}`, status: 'done', stretch: true}],
  notes: (word) => [
    {date: '2030-09-01'},
    {date: '2030-09-01', updates: [{text: word, statuses: ['done']}]},
    {date: null, updates: [{text: word}]}
  ],
  updates: (word) => [
    {text: word},
    {text: '', statuses: ['done']},
    {text: word, updates: [{text: 'So'}]}
  ],
  statuses: () => ['done', {value: 'stalled'}],
  links: (word) => [
    {kind: 'wiki', target: 'Pier', text: word},
    {kind: 'external', target: 'https://example.org', text: 'example'},
    {kind: 'task', target: 'T123456', text: 'T123456'}
  ],
  objectives: (word) => [word, `See ${word}`],
  dependencies: (word) => [word, 'A, B', 'A (b, c)'],
  primaryTeams: (word) => [word, 'A; B', 'A / B']
}

function lists(key: string, was: unknown, word: string): unknown[] {
  const list = Array.isArray(was) ? (was as unknown[]) : []
  const made = fresh[key]!(word)
  const changed = list.flatMap((entry, at) => [
    list.toSpliced(at, 1),
    ...(typeof entry === 'string' ? texts(entry, word).map((text) => list.with(at, text)) : []),
    ...(at > 0 ? [list.with(at, list[at - 1]).with(at - 1, entry)] : [])
  ])
  const added = made.flatMap((entry) => [
    [...list, entry],
    [entry, ...list],
    list.toSpliced(list.length >> 1, 0, entry)
  ])
  const odd = [[], null, [...list, null], [...list, 5], 'A, B (C, D)', {}, [...list].reverse()]
  const twice = list.length > 0 ? [[...list, list[0]]] : []
  return [...changed, ...added, ...odd, ...twice]
}

/** Values that a place may have instead; `undefined` where the key goes. */
export function alternatives({kind, key}: Place, was: unknown, word: string): unknown[] {
  if (key in fresh) return [...lists(key, was, word), undefined]
  const own = (byKey[`${kind}.${key}`] ?? byKey[key] ?? texts)(was, word)
  return [...own, undefined].filter((value) => !isDeepStrictEqual(value, was))
}

const byKey: Readonly<Record<string, (was: unknown, word: string) => unknown[]>> = {
  version: () => [1, 3, '2', null],
  id: (_, word) => [null, '', word, 'q1', 'q1/outcome-1', 5],
  source: () => [null, {hash: 'x'}],
  hash: (_, word) => [word, null],
  revision: () => [null, 7, 'x'],
  wiki: () => [null, 'enwiki', 7],
  fiscalYear: () => [
    null,
    {label: 'FY31/32', start: '2031-07-01', end: '2032-06-30'},
    {label: 'x'}
  ],
  'fiscalYear.label': () => ['FY31/32', 'FY 2031', 'x', null],
  start: () => [...days],
  end: () => [...days],
  quarter: () => [1, 2, 3, 4, null, 5, '1'],
  inferred: (was) => [!was, null, 'x'],
  stretch: (was) => [!was, null, 1],
  'period.label': (_, word) => ['Q1', 'Q3', 'Quarter 2', 'Q2 (October - December)', word, null, ''],
  'section.type': () => ['outcome', 'program', 'group', 'x', null],
  'item.type': () => ['goal', 'task', 'keyResult', 'hypothesis', 'x', null],
  'section.heading': (was, word) => [
    ...['Outcome 7', 'Output 2.3 (Lamps)', 'Outcome 1: All boats float', 'WE1: Boats', 'Q2'],
    ...texts(was, word)
  ],
  code: () => ['KR7', 'WE1.2', null, '', 7],
  numbers: () => [{}, {outcome: ['9']}, {outcome: ['1'], output: ['1', '2']}, {outcome: '1'}, null],
  qualifier: (_, word) => [word, 'Night boats', null, ''],
  status: () => [...statuses],
  'status.value': () => ['done', 'stalled', 'In progress', 'nonsense', '', null],
  'status.label': (_, word) => ['Done', 'Stalled', 'in progress', 'WIP', word, null],
  form: () => ['template', 'angle', 'bracket', 'text', 'malformed', 'x', null],
  'status.raw': () => ['{{done}}', '{{Done}}', '<<stalled>>', 'x', '', null],
  date: () => [...dates],
  'date.value': () => ['2030-09-01', '2030-09', '2030', '2030-02-30', 'x', null],
  precision: () => ['day', 'month', 'year', null, 'x'],
  'date.raw': () => ['2030-08-14', 'August 14, 2030', '14 August 2030', 'x', '', null],
  'link.kind': () => ['wiki', 'external', 'task', 'x', null],
  'link.target': (_, word) => [word, 'Pier', 'https://example.org', 'T123456', 'a|b', '', null]
}

/** A document with another value at a place. */
export function changed(document: Json, {path}: Place, value: unknown): Json {
  const copy = structuredClone(document)
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Json)[key], copy) as Json
  const key = path.at(-1)!
  if (value === undefined) delete parent[key]
  else parent[key] = value
  return copy
}

export function valueAt(document: Json, path: Place['path']): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Json)[key], document)
}

/** What follows another key of its object where that was changed. */
const follow: Readonly<Record<string, readonly string[]>> = {
  // A statement in a heading follows it.
  'section.heading': ['type', 'code', 'numbers', 'qualifier', 'statement'],
  'section.numbers': ['heading'],
  'section.qualifier': ['heading'],
  'section.statement': ['heading'],
  'period.label': ['quarter', 'start', 'end', 'inferred'],
  'period.quarter': ['label', 'start', 'end', 'inferred'],
  'plan.heading': ['fiscalYear'],
  'plan.fiscalYear': ['heading'],
  'field.label': ['name'],
  'item.code': ['type'],
  'status.value': ['label', 'form', 'raw'],
  'status.label': ['form', 'raw'],
  'status.form': ['raw'],
  'status.raw': ['form', 'label'],
  'date.value': ['precision', 'raw']
}

/** Worked out where a document has none. */
const workedOut: ReadonlySet<string> = new Set([
  'field.name',
  'period.start',
  'period.end',
  'period.inferred',
  'section.type',
  'section.numbers',
  'section.code',
  'section.qualifier',
  'item.type',
  'status.label',
  'status.form',
  'status.raw',
  'date.precision',
  'date.raw',
  'fiscalYear.start',
  'fiscalYear.end'
])

/** Every key of a kind, and what it is where a document leaves it out. */
const keysOf: Readonly<Record<Kind, Json>> = {
  plan: {heading: null, fiscalYear: null, fields: [], periods: []},
  fiscalYear: {label: null, start: null, end: null},
  source: {},
  field: {name: null, label: null, value: '', links: []},
  period: {label: null, quarter: null, start: null, end: null, inferred: null, sections: []},
  section: {
    ...{type: null, heading: null, code: null, numbers: null, qualifier: null, statement: null},
    ...{objectives: [], dependencies: [], primaryTeams: [], fields: [], sections: []},
    ...{goals: [], notes: []}
  },
  item: {
    ...{type: null, code: null, text: null, status: null, remark: null, stretch: false},
    ...{dependencies: [], primaryTeams: [], fields: [], links: [], notes: [], tasks: []}
  },
  note: {date: null, updates: []},
  update: {text: '', statuses: [], links: [], updates: []},
  status: {value: null, label: null, form: null, raw: null},
  date: {value: null, precision: null, raw: null},
  link: {kind: null, target: null, text: ''}
}

/** What a page says otherwise than a document with one change; empty where it says all of it. */
export function differences(given: Json, actual: Json, place: Place | null): string[] {
  return new Comparison(place).compare('plan', given, actual, [])
}

class Comparison {
  readonly #place: Place | null

  constructor(place: Place | null) {
    this.#place = place
  }

  compare(kind: Kind, given: Json, actual: Json, path: Place['path']): string[] {
    return Object.entries(keysOf[kind]).flatMap(([key, none]) => {
      const here = [...path, key]
      const wanted = key === 'links' ? this.#links(given, path) : (given[key] ?? none)
      if (this.#isFree(kind, key, given, path)) return []
      const below = kinds[key]
      if (!below) return this.#values(wanted, actual[key], here)
      if (key === 'periods' && isUndated(wanted as Json[]))
        return this.#undated(wanted as Json[], actual[key] as Json[], here)
      if (Array.isArray(none)) return this.#lists(key, below, wanted, actual[key], here)
      return this.#object(below, wanted, actual[key] as Json | null, here)
    })
  }

  /**
   * The links of a text; the number of a task is one, so that a text that now has it has the link, and keeps it where
   * the document says nothing of links, or calls the link otherwise.
   */
  #links(given: Json, path: Place['path']): unknown[] {
    const links = (given['links'] ?? []) as Json[]
    const place = this.#place?.path ?? []
    if (place.slice(0, path.length).join() !== path.join()) return links
    const [key = '', ...below] = place.slice(path.length)
    const isText = (key === 'text' || key === 'value') && below.length === 0
    const isLink = key === 'links' && (below.length > 0 || (given['links'] ?? null) === null)
    if (!isText && !isLink) return links
    const text = String(given['text'] ?? given['value'])
    const numbers = text.match(/\bT[1-9]\d{2,6}\b/g) ?? []
    const fresh = numbers.filter((number) => !links.some(({text}) => String(text).includes(number)))
    return [...links, ...fresh.map((target) => ({kind: 'task', target, text: target}))]
  }

  #object(kind: Kind, wanted: unknown, actual: Json | null, path: Place['path']): string[] {
    if (wanted === null || actual === null)
      return wanted === actual ? [] : [differ(path, wanted, actual)]
    if (typeof wanted === 'string') {
      const value = kind === 'status' ? (statusNames[wanted] ?? wanted) : wanted
      return value === actual['value'] ? [] : [differ(path, wanted, actual)]
    }
    return this.compare(kind, wanted as Json, actual, path)
  }

  #lists(key: string, kind: Kind, wanted: unknown, now: unknown, path: Place['path']): string[] {
    const isSaid = (entry: unknown): boolean => key !== 'notes' || !isNothing(entry as Json)
    const given = (wanted as Json[]).filter(isSaid)
    const actual = (now as Json[]).filter(isSaid)
    if (key !== 'links' && given.length !== actual.length)
      return [`${path.join('.')} has ${actual.length}, not ${given.length}`]
    if (key === 'links') {
      const [one, other] = [given, actual].map((links) =>
        links.map(({kind, target, text = ''}) => JSON.stringify([kind, target, text])).sort()
      )
      return isDeepStrictEqual(one, other) ? [] : [differ(path, one, other)]
    }
    return given.flatMap((entry, at) => this.#object(kind, entry, actual[at]!, [...path, at]))
  }

  /** Where nothing is known of any period, the sections' numbers say where one ends. */
  #undated(wanted: readonly Json[], now: readonly Json[], path: Place['path']): string[] {
    const [given, actual] = [wanted, now].map((periods) =>
      periods.flatMap(({sections}, at) =>
        ((sections ?? []) as Json[]).map((section, place) => ({
          section,
          path: [...path, at, 'sections', place]
        }))
      )
    )
    if (given!.length !== actual!.length)
      return [`${path.join('.')} have ${actual!.length} sections, not ${given!.length}`]
    return given!.flatMap(({section, path}, at) =>
      this.compare('section', section, actual![at]!.section, path)
    )
  }

  #values(wanted: unknown, actual: unknown, path: Place['path']): string[] {
    const names = path.at(-1) === 'dependencies' || path.at(-1) === 'primaryTeams'
    const given = names && typeof wanted === 'string' ? splitNames(wanted) : wanted
    const said = trimmed(given)
    const isSame =
      [given, said].some((value) => isDeepStrictEqual(value, actual)) ||
      (said === '' && actual === null)
    return isSame ? [] : [differ(path, given, actual)]
  }

  /** Whether a key may be anything. */
  #isFree(kind: Kind, key: string, given: Json, path: Place['path']): boolean {
    const name = `${kind}.${key}`
    const value = given[key] ?? null
    if (value === null && workedOut.has(name)) return true
    if (
      value === null &&
      name === 'period.label' &&
      (given['quarter'] ?? null) !== null &&
      !('id' in given)
    )
      return true
    if (value === null && name === 'period.quarter' && given['label'] === null) return true
    if (
      value === null &&
      name === 'period.quarter' &&
      (given['label'] ?? null) !== null &&
      !('id' in given)
    )
      return true
    const place = this.#place
    if (!place) return false
    const isSibling = place.path.slice(0, -1).join() === path.join()
    if (isSibling && follow[`${place.kind}.${place.key}`]?.includes(key)) return true
    // The years and days of quarters follow the fiscal year.
    if (
      place.kind === 'fiscalYear' ||
      (place.kind === 'plan' && /^(heading|fiscalYear)$/.test(place.key))
    ) {
      if (kind === 'period' && /^(start|end|quarter)$/.test(key)) return true
      if (name === 'plan.heading' && place.kind === 'fiscalYear') return true
      if (kind === 'fiscalYear' && place.key === 'label') return true
    }
    // How a period is said follows what stands in it and before it.
    const moves = /^(sections|periods|goals|notes|heading|numbers|label|quarter)$/.test(place.key)
    if (moves && kind === 'period' && /^(label|inferred)$/.test(key)) return true
    // The spelling of a status or date that was given as a whole.
    // A malformed status on a line that is written anew is well-formed then.
    if (place.key === 'text' && kind === 'status' && given['form'] === 'malformed') {
      const owner = place.path.slice(0, -1)
      if (owner.every((step, at) => step === path[at])) return /^(form|raw)$/.test(key)
    }
    const isBelow =
      place.path.length <= path.length && place.path.every((step, at) => step === path[at])
    return isBelow && /^(form|raw)$/.test(key)
  }
}

function differ(path: Place['path'], wanted: unknown, actual: unknown): string {
  return `${path.join('.')} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`
}

function isUndated(periods: readonly Json[]): boolean {
  return periods.every(({label = null, quarter = null}) => label === null && quarter === null)
}

/** A note of no date and no updates stands nowhere. */
function isNothing({date, updates}: Json): boolean {
  return (date ?? null) === null && ((updates ?? []) as unknown[]).length === 0
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ')
  return Array.isArray(value) ? value.map(trimmed) : value
}

function splitNames(names: string): string[] {
  return names.split(/[,;](?![^(]*\))/).map((name) => name.trim())
}
