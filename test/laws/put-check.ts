/** Laws 3 and 4 on one page and one sequence of edits, through any of the ways in which an edit can come. */
import {
  EditError,
  apply,
  applyEdits,
  edits,
  parse,
  toMarkdown,
  toWikitext
} from '../../src/index.ts'
import type {Plan, TextEdit, VocabularyExtension} from '../../src/index.ts'
import {sourceOf} from '../../src/plan/source.ts'
import {extendVocabulary} from '../../src/vocabulary/index.ts'
import {play} from '../arbitraries/edits.ts'
import type {EditKind, Step, Thing} from '../arbitraries/edits.ts'
import {findAll, listOf, toModel, toPlanJson} from '../arbitraries/edits/model.ts'
import {differences} from './put-facts.ts'
import {ownRange} from './put-lines.ts'
import {needless} from './put-local.ts'
import {writeTree} from './put-tree.ts'

/** A page to be edited. */
export interface Source {
  name: string
  page: string
  title?: string | null | undefined
  vocabulary?: VocabularyExtension | undefined
}

/** How an edit comes: as plan JSON, as tree JSON, as the changed tree itself, or as Markdown. */
export type Door = 'json' | 'tree json' | 'tree' | 'markdown'

export const doors: readonly Door[] = ['json', 'tree json', 'tree']

/** What became of some edits. */
export interface Outcome {
  done: EditKind[]
  /** The page after the edits; `null` where they were refused. */
  result: string | null
  refusals: string[]
  /** What broke a law. */
  broken: string[]
}

export function read({page, title, vocabulary}: Source): Plan {
  return parse(page, {from: 'wikitext', title, vocabulary})
}

/** Makes some edits, and holds the page that comes out to the laws. */
export function check(source: Source, steps: readonly Step[], door: Door): Outcome {
  const words = extendVocabulary(source.vocabulary)
  const before = toModel(read(source))
  const {plan, done} = play(before, steps, words, door === 'markdown')
  const outcome: Outcome = {done, result: null, refusals: [], broken: []}
  try {
    outcome.result = write[door](source, plan, steps, outcome.broken)
  } catch (error) {
    if (error instanceof EditError) outcome.refusals = error.problems.map(({reason}) => reason)
    else
      outcome.broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const {result} = outcome
  if (result === null) return outcome
  if (done.length > 0) outcome.broken.push(...lawsBroken(source, before, plan, result))
  else if (result !== source.page)
    outcome.broken.push(`law 2: the page became ${JSON.stringify(result)}, and was not edited`)
  return outcome
}

/** What of the laws a page breaks. */
export function lawsBroken(source: Source, before: Thing, plan: Thing, result: string): string[] {
  const words = extendVocabulary(source.vocabulary)
  const after = toModel(read({...source, page: result}))
  dropUnsaid(plan)
  const wrong = differences(plan, after, words)
  if (wrong.length > 0) return wrong.map((line) => `law 3: ${line}`)
  const sheets = [
    {page: source.page, plan: before},
    {page: result, plan: after}
  ] as const
  return needless(...sheets, plan).map((line) => `law 4: ${line}`)
}

/** A note that no line of the page opened was its updates: without any it is nothing. */
function dropUnsaid(plan: Thing): void {
  for (const {thing, parent} of findAll(plan, ['note'])) {
    const isNothing = thing.facts.date === null && listOf(thing, 'update').length === 0
    if (!isNothing || !thing.was || ownRange({...thing, facts: thing.was.facts}) !== null) continue
    parent.lists.note = listOf(parent, 'note').filter((note) => note !== thing)
  }
}

type Write = (source: Source, plan: Thing, steps: readonly Step[], broken: string[]) => string

const write: Record<Door, Write> = {
  json: ({page, vocabulary}, plan) => {
    const document = {...structuredClone(toPlanJson(plan)), source: sourceOf(page)}
    return apply(page, document, {vocabulary})
  },
  'tree json': (source, _, steps) => {
    const tree: unknown = JSON.parse(JSON.stringify(editedTree(source, steps)))
    return apply(source.page, tree, {vocabulary: source.vocabulary})
  },
  tree: (source, _, steps, broken) => {
    const {page, vocabulary} = source
    const tree = editedTree(source, steps)
    const list = edits(tree, {source: page, vocabulary})
    const result = toWikitext(tree, {source: page, vocabulary})
    broken.push(...wrongEdits(page, list))
    if (applyEdits(page, list) !== result) broken.push('edits: not those of `toWikitext`')
    return result
  },
  markdown: (source, _, steps) => {
    const {page, vocabulary} = source
    const markdown = toMarkdown(editedTree(source, steps, true), {vocabulary})
    return apply(page, markdown, {from: 'markdown', vocabulary})
  }
}

/** The page's tree with the edits made in it. */
function editedTree(source: Source, steps: readonly Step[], isPlain = false): Plan {
  const {plan} = play(toModel(read(source)), steps, extendVocabulary(source.vocabulary), isPlain)
  return writeTree(plan)
}

/** Edits are in order, apart, within the page, and none is larger than it need be. */
function wrongEdits(page: string, list: readonly TextEdit[]): string[] {
  const found: string[] = []
  let last = -1
  for (const {start, end, text} of list) {
    const edit = JSON.stringify({start, end, text, was: page.slice(start, end)})
    const was = page.slice(start, end)
    if (start < Math.max(0, last) || end < start || end > page.length)
      found.push(`edits: ${edit} overlaps`)
    if (was === text) found.push(`edits: ${edit} changes nothing`)
    else if (was !== '' && text !== '' && (was[0] === text[0] || was.at(-1) === text.at(-1)))
      found.push(`edits: ${edit} is larger than it need be`)
    last = end
  }
  return found
}
