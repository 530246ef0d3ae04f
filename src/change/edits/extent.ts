/** The lines that a thing of the page has, and taking them out or along. */
import {Patch} from './patch.ts'
import {
  contentEnd,
  lineAt,
  lineEnd,
  lineStart,
  lineText,
  rangeOf,
  type Page,
  splitLines
} from './page.ts'
import {TableChanges} from './tables/rows.ts'
import {applyEdits, type TextEdit} from '../text-edit.ts'
import type {State} from './state.ts'
import type {Entity} from '../entities.ts'
import type {Range} from '../../document/places.ts'
import type {Html, UnistNode} from '../../document/types.ts'

type Node = Entity['node']

/** Takes a thing out of its page, with what is nested in it. */
export function removeThing({node}: Entity, state: State): void {
  const {page, patch} = state
  const {start, end} = ownRange(node, page)
  const {first, last} = ownLines(node, page)
  const line = page.source.slice(lineStart(page, first), lineEnd(page, last))
  const [before, behind] = [
    /(?:<br ?\/?>[ \t]*)?$/i.exec(line.slice(0, start - lineStart(page, first)))![0],
    /^(?:[ \t]*<br ?\/?>)?/i.exec(page.source.slice(end, lineEnd(page, last)))![0]
  ]
  if (behind !== '') return patch.replace({start, end: end + behind.length, text: ''})
  if (before !== '') return patch.replace({start: start - before.length, end, text: ''})
  if (isGluedBehind(page, end)) {
    const isAlone = first > 0 && !isGluedBefore(page, start)
    return patch.replace({start: isAlone ? lineEnd(page, first - 1) : start, end, text: ''})
  }
  const kept = crossingTags(node, state)
  for (let line = first; line <= last; line++) {
    if (!kept.has(line)) patch.remove(line, line)
  }
}

/** A thing without the comments on lines of their own that end it: they are about what follows. */
function ownRange(node: Node, page: Page): Range {
  const {start, end} = rangeOf(node)
  for (let at = end; ;) {
    const text = page.source.slice(start, at).trimEnd()
    const comment = text.endsWith('-->') ? text.lastIndexOf('<!--') : -1
    const line = comment < 0 ? -1 : lineStart(page, lineAt(page, start + comment))
    if (line <= start || page.source.slice(line, start + comment).trim() !== '')
      return {start, end: at}
    at = lineEnd(page, lineAt(page, line) - 1)
  }
}

function ownLines(node: Node, page: Page): {first: number; last: number} {
  const {start, end} = ownRange(node, page)
  return {first: lineAt(page, start), last: lineAt(page, end)}
}

/** Whether something of its own stands behind an offset on its line: `* a</div>`. */
export function isGluedBehind(page: Page, offset: number): boolean {
  const end = contentEnd(page, lineAt(page, offset))
  return page.source.slice(offset, end).trim() !== ''
}

/** Whether something but the bullets of outer levels stands before an offset on its line. */
export function isGluedBefore(page: Page, offset: number): boolean {
  return !/^[\s*#:;]*$/.test(page.source.slice(lineStart(page, lineAt(page, offset)), offset))
}

/** The lines of tags within a node whose other half is outside of it: `</div>`; not of those that have none. */
function crossingTags(node: UnistNode, {page, survey}: State): Set<number> {
  const tags = unpaired(tagsIn(node))
  if (tags.length === 0) return new Set()
  const plan = survey.all('plan')[0]!.node
  const stray = survey.once(survey, 'stray tags', () => new Set(unpaired(tagsIn(plan))))
  return new Set(
    tags.filter((tag) => !stray.has(tag)).map((tag) => lineAt(page, rangeOf(tag).start))
  )
}

/** Of some tags, those that none of them opens or closes. */
function unpaired(tags: readonly Html[]): Html[] {
  const open = new Map<string, Html[]>()
  const unopened: Html[] = []
  for (const tag of tags) {
    const [, slash, name] = /^<(\/?)([a-z][a-z\d]*)/i.exec(tag.value) ?? []
    if (name === undefined || tag.value.endsWith('/>')) continue
    const key = name.toLowerCase()
    const before = open.get(key) ?? []
    open.set(key, before)
    if (!slash) before.push(tag)
    else if (!before.pop()) unopened.push(tag)
  }
  return [...unopened, ...[...open.values()].flat()]
}

function tagsIn(node: UnistNode): Html[] {
  if (node.type === 'html') return [node as Html]
  return 'children' in node ? (node.children as UnistNode[]).flatMap(tagsIn) : []
}

/** Puts new lines behind a thing of the page. */
export function insertBehind(node: Node, lines: readonly string[], {page, patch}: State): void {
  const {end} = ownRange(node, page)
  const line = lineAt(page, end)
  if (!isGluedBehind(page, end)) return patch.insert(line, lines)
  patch.replace({start: end, end, text: lines.map((text) => page.eol + text).join('')})
}

/**
 * The lines of a thing that moves, as they are but for what the edit changed in them.
 *
 * @param put Puts the changes of the thing, and of what is nested in it, into its page.
 */
export function carriedLines({node}: Entity, state: State, put: (state: State) => void): string[] {
  const {page} = state
  const patch = new Patch(page)
  const inner = {...state, patch, tables: new TableChanges()}
  put(inner)
  inner.tables.finish(inner)
  const {first, last} = ownLines(node, page)
  const [start, end] = [lineStart(page, first), lineStart(page, last + 1)]
  const edits = patch.finish()
  for (let line = first; line <= last; line++) state.carried.set(line, lineText(page, line))
  for (const {line, text} of changedLines(edits, page)) state.carried.set(line, text)
  const clipped = edits.flatMap((edit) => clip(edit, start, end))
  const text = applyEdits(page.source.slice(start, end), clipped)
  return withoutBlankEnd(splitLines(text))
}

/** Lines that are edited within, and what they say then. */
function changedLines(edits: readonly TextEdit[], page: Page): {line: number; text: string}[] {
  const byLine = new Map<number, TextEdit[]>()
  for (const edit of edits) {
    const line = lineAt(page, edit.start)
    const start = lineStart(page, line)
    if (edit.end > lineEnd(page, line) || /[\r\n]/.test(edit.text)) continue
    const list = byLine.get(line) ?? []
    byLine.set(line, list)
    list.push({start: edit.start - start, end: edit.end - start, text: edit.text})
  }
  return [...byLine].map(([line, list]) => ({line, text: applyEdits(lineText(page, line), list)}))
}

function withoutBlankEnd(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1)
}

/** The text of a thing that moves, as it is but for what the edit changed in it. */
export function carriedText({content}: Entity, state: State, put: (state: State) => void): string {
  const {page} = state
  const patch = new Patch(page)
  put({...state, patch})
  const [start, end] = [rangeOf(content[0]!).start, rangeOf(content.at(-1)!).end]
  const edits = patch.finish().flatMap((edit) => clip(edit, start, end))
  return applyEdits(page.source.slice(start, end), edits)
    .replace(/[\r\n]+/g, ' ')
    .trim()
}

/** An edit within a part of the page, by offsets of that part. */
function clip(edit: TextEdit, start: number, end: number): TextEdit[] {
  if (edit.start < start || edit.start > end) return []
  return [{start: edit.start - start, end: Math.min(edit.end, end) - start, text: edit.text}]
}
