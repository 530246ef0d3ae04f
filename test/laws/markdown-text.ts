/** Markdown edited as text, a line at a time, by people and programs that know nothing of plans. */
import {format} from 'prettier'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import type {Options} from 'remark-stringify'
import {unified} from 'unified'
import {EditError, apply, toJson, toMarkdown} from '../../src/index.ts'
import {litter} from '../arbitraries/invisible.ts'
import type {Insertion} from '../arbitraries/invisible.ts'
import {changed, differences, placesOf, valueAt} from './leaf.ts'
import type {Place} from './leaf.ts'
import {lost} from './invisible.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'

type Json = Record<string, unknown>

/** How a formatter writes all of a document anew. */
export type Reformat = 'none' | 'wrapped' | 'narrow' | 'stars' | 'tabs'

const written: Readonly<Record<'stars' | 'tabs', Options>> = {
  stars: {bullet: '*', emphasis: '_', strong: '_', rule: '*', listItemIndent: 'one'},
  tabs: {bullet: '+', bulletOther: '-', listItemIndent: 'tab', setext: true, closeAtx: true}
}

/**
 * Known to fail: where a text has braces (`<nowiki>{{done}}</nowiki>`), a formatter takes off the backslash that is
 * before them, and they read as a status.
 */
function isSafe(markdown: string, how: Reformat): boolean {
  return !(how in written) || !markdown.includes('\\{')
}

async function reformat(markdown: string, how: Reformat): Promise<string> {
  if (how === 'none' || !isSafe(markdown, how)) return markdown
  if (how === 'wrapped' || how === 'narrow') {
    const printWidth = how === 'narrow' ? 30 : 80
    return format(markdown, {parser: 'markdown', proseWrap: 'always', printWidth})
  }
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkStringify, written[how])
  return String(await processor.process(markdown))
}

export interface TextStep {
  kind: 'nothing' | 'word' | 'status' | 'date' | 'delete' | 'swap' | 'add'
  at: number
  how: number
  word: string
  reformat: Reformat
}

export const textSteps: fc.Arbitrary<TextStep> = fc.record({
  kind: fc.constantFrom('nothing', 'word', 'status', 'date', 'delete', 'swap', 'add'),
  at: fc.nat(997),
  how: fc.nat(997),
  word: fc.constantFrom('lanterns', 'ropes', 'Zebra', 'network'),
  reformat: fc.constantFrom('none', 'wrapped', 'narrow', 'stars', 'tabs')
})

interface TextEdit {
  markdown: string
  json: Json
  place: Place | null
  removed: Place['path'] | null
}

const labels: readonly (readonly [value: string, label: string])[] = [
  ['done', 'Done'],
  ['stalled', 'Stalled'],
  ['blocked', 'Blocked']
]

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

/** A goal, task or update, and the line of the Markdown that is it. */
interface Listed {
  kind: 'item' | 'update'
  path: Place['path']
  line: number
}

/** Goals, tasks and updates whose plain words stand on one line of the Markdown. */
function listedLines(json: Json, lines: readonly string[]): Listed[] {
  return placesOf(json)
    .filter(({kind, key}) => (kind === 'item' || kind === 'update') && key === 'text')
    .flatMap(({kind, path}): Listed[] => {
      const text = valueAt(json, path) as string
      if (!/^[A-Za-z]+(?: [a-z]+)*$/.test(text)) return []
      const found = lines.flatMap((line, at) => (line.includes(text) ? [at] : []))
      const said = /^\s*(?:[-*+]|\d+[.)])\s+(?:`[^`]*`\s+)?(.*)$/.exec(lines[found[0]!] ?? '')?.[1]
      const isOwn = said?.split(' `', 1)[0] === text
      return found.length === 1 && isOwn
        ? [{kind: kind as Listed['kind'], path: path.slice(0, -1), line: found[0]!}]
        : []
    })
}

/** Another day for a note whose date stands once in the Markdown. */
function dateEdit(json: Json, markdown: string, at: number): TextEdit | null {
  const dated = placesOf(json).filter(({kind, key, path}) => {
    const date = kind === 'note' && key === 'date' ? (valueAt(json, path) as Json | null) : null
    return date !== null && markdown.split(date['raw'] as string).length === 2
  })
  const place = pick(dated, at)
  if (!place) return null
  const raw = (valueAt(json, place.path) as Json)['raw'] as string
  return {
    markdown: markdown.replace(raw, 'May 3, 2031'),
    json: changed(json, place, '2031-05-03'),
    place,
    removed: null
  }
}

/** The edit that is drawn, as text and as plan JSON; none where there is no such line. */
function edit(json: Json, markdown: string, {kind, at, how, word}: TextStep): TextEdit | null {
  if (kind === 'nothing') return {markdown, json, place: null, removed: null}
  if (kind === 'date') return dateEdit(json, markdown, at)
  const lines = markdown.split('\n')
  const found = listedLines(json, lines)
  const isLeaf = ({kind, path}: Listed): boolean =>
    (valueAt(json, [...path, kind === 'item' ? 'tasks' : 'updates']) as unknown[]).length === 0
  const isDrawn = (listed: Listed): boolean =>
    kind === 'word' || (kind === 'status' ? listed.kind === 'item' : isLeaf(listed))
  const list = found.filter(isDrawn)
  const item = pick(list, at)
  if (!item) return null
  const {path, line} = item
  const text = lines[line]!
  const owner = valueAt(json, path) as Json
  const siblings = path.slice(0, -1)
  const index = path.at(-1) as number
  const place = (key: string): Place => ({kind: item.kind, key, path: [...path, key]})
  const all: Place = {kind: item.kind, key: String(siblings.at(-1)), path: siblings}
  if (kind === 'word') {
    const words = (owner['text'] as string).split(' ')
    const now = words.with(how % words.length, word).join(' ')
    return {
      markdown: lines.with(line, text.replace(owner['text'] as string, now)).join('\n'),
      json: changed(json, place('text'), now),
      place: place('text'),
      removed: null
    }
  }
  if (kind === 'status') {
    const [value, label] = pick(labels, how)!
    const status = owner['status'] as Json | null
    const code = status && `\`${String(status['label'])}\``
    if (status?.['value'] === value || (code && text.split(code).length !== 2)) return null
    if (!status && owner['remark'] !== null) return null
    const now = code ? text.replace(code, `\`${label}\``) : `${text} \`${label}\``
    return {
      markdown: lines.with(line, now).join('\n'),
      json: changed(json, place('status'), value),
      place: place('status'),
      removed: null
    }
  }
  const entries = valueAt(json, siblings) as unknown[]
  if (kind === 'delete') {
    return {
      markdown: lines.toSpliced(line, 1).join('\n'),
      json: changed(json, all, entries.toSpliced(index, 1)),
      place: all,
      removed: path
    }
  }
  const indent = /^\s*\S+\s+/.exec(text)![0]
  if (kind === 'add') {
    return {
      markdown: lines.toSpliced(line + 1, 0, `${indent}Buy ${word}`).join('\n'),
      json: changed(json, all, entries.toSpliced(index + 1, 0, {text: `Buy ${word}`})),
      place: all,
      removed: null
    }
  }
  const next = found.find(
    ({path, line: below}) =>
      path.at(-1) === index + 1 &&
      path.slice(0, -1).join() === siblings.join() &&
      below === line + 1
  )
  if (!next || !isLeaf(next)) return null
  return {
    markdown: lines
      .with(line, lines[line + 1]!)
      .with(line + 1, text)
      .join('\n'),
    json: changed(
      json,
      all,
      entries.with(index, entries[index + 1]).with(index + 1, entries[index])
    ),
    place: all,
    removed: path
  }
}

export interface TextOutcome {
  name: string | null
  page: string
  edited: string
  result: string | null
  refusals: string[]
  broken: string[]
}

export async function checkText(
  source: Source,
  list: readonly Insertion[],
  step: TextStep
): Promise<TextOutcome> {
  const {page, pieces} = litter(source.page, list)
  const littered = {...source, page}
  const {vocabulary} = source
  const plan = read(littered)
  const json = toJson(plan) as unknown as Json
  const found = edit(json, toMarkdown(plan, {vocabulary}), step)
  const outcome: TextOutcome = {
    name: null,
    page,
    edited: '',
    result: null,
    refusals: [],
    broken: []
  }
  if (!found) return outcome
  outcome.name = `${step.kind}, ${step.reformat}`
  outcome.edited = await reformat(found.markdown, step.reformat)
  try {
    outcome.result = apply(page, outcome.edited, {from: 'markdown', vocabulary})
    if (step.kind === 'nothing') {
      if (outcome.result !== page) outcome.broken.push('the page changed, and nothing was edited')
      return outcome
    }
    const after = toJson(read({...littered, page: outcome.result})) as unknown as Json
    outcome.broken = [
      ...differences(found.json, after, found.place),
      ...lost(littered, pieces, found, outcome.result)
    ]
  } catch (error) {
    if (error instanceof EditError)
      outcome.refusals = error.problems.map(({id, reason}) => `${id ?? ''}: ${reason}`)
    else outcome.broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
  return outcome
}
