/**
 * What opens a note.
 *
 * ```markdown
 * | '''Note: August 14, 2030''' – {{done}} The key was under the mat.
 *   ^^^^^^^^^                                                          head
 *                          ^^^                                         tail
 *                             ^^^                                      joint
 *                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ an update beside its note
 * ```
 */
import {writeDate} from './date-form.ts'
import {majority} from './majority.ts'
import {contentEnd, lineAt, lineStart, linesOf, rangeOf} from './page.ts'
import {isSameData} from './same-data.ts'
import {dateOf, type EntityOf, type Kind} from '../entities.ts'
import type {Page} from './page.ts'
import type {State} from './state.ts'
import type {Range} from '../../document/places.ts'
import type {DateJson} from '../../plan/json/types.ts'
import type {DateNode} from '../../plan/types.ts'

export type NoteThing = EntityOf<'note'>

/** The line that opens a note, around its date; a date may stand on a line of its own (`;Note`, `:July 2030`). */
export interface NoteHead {
  head: string
  tail: string
  /** Before an update beside it; `undefined` where there is none. */
  joint: string | undefined
  /** Where the tail ends on the page. */
  end: number
}

/** Reads what opens a note of the page; `undefined` for updates that stand before any note. */
export function readNoteHead({node, children}: NoteThing, {page}: State): NoteHead | undefined {
  if (!hasOwnLine({node, children})) return undefined
  const date = dateOf(node)
  const {start} = rangeOf(node)
  const first = children[0]
  const from = lineStart(page, lineAt(page, start))
  const at = date && dateRange(date, page)
  const beside =
    first && isBeside(first.node as EntityOf<'update'>['node'], node, page)
      ? rangeOf(first.node)
      : undefined
  const end = contentEnd(page, lineAt(page, at?.end ?? start))
  const behind = page.source.slice(at?.end ?? from, beside?.start ?? end)
  const joint = beside && /[\s:.,–—-]*$/.exec(behind)![0]
  const tail = behind.slice(0, behind.length - (joint?.length ?? 0))
  if (at) return {head: page.source.slice(from, at.start), tail, joint, end: at.end + tail.length}
  const [, word, rest] = /^(.*\p{L})([^\p{L}]*)$/su.exec(tail) ?? ['', '', tail]
  return {head: `${word}: `, tail: rest!.replace(/^[:\s]+/, ''), joint, end: from + tail.length}
}

/** Whether a line of the page opens a note: updates that stand before any note have none. */
export function hasOwnLine({
  node,
  children: [first]
}: Pick<NoteThing, 'node' | 'children'>): boolean {
  return !first || dateOf(node) !== undefined || rangeOf(first.node).start !== rangeOf(node).start
}

/** Where a date's words stand, without the quotes that may be around them. */
function dateRange(date: DateNode, page: Page): Range {
  const {start, end} = rangeOf(date)
  const at = page.source.slice(start, end).indexOf(date.raw)
  return at < 0 ? {start, end} : {start: start + at, end: start + at + date.raw.length}
}

/** What stands among a date's words and shows nothing: it stays when they go. */
function unseenWithin({children = []}: DateNode, {start, end}: Range, {source}: Page): string {
  return children
    .map(rangeOf)
    .filter((range) => range.start >= start && range.end <= end)
    .map((range) => source.slice(range.start, range.end))
    .join('')
}

/** Whether an update stands on its note's own line. */
export function isBeside(
  update: EntityOf<'update'>['node'],
  note: NoteThing['node'],
  page: Page
): boolean {
  const {start} = rangeOf(update)
  const date = dateOf(note)
  const anchor = date ? rangeOf(date).end : rangeOf(note).start
  return start > rangeOf(note).start && lineAt(page, anchor) === lineAt(page, start)
}

/** The last line that opens a note; a comment there may go on below: `'''Note: July 2030'''<!-- ask⏎them -->`. */
export function noteHeadLine(note: NoteThing, state: State): number | undefined {
  const head = readNoteHead(note, state)
  if (!head) return undefined
  let line = lineAt(state.page, head.end)
  for (const child of note.node.children) {
    const {first, last} = linesOf(state.page, child)
    if (child.type !== 'update' && first === line) line = last
  }
  return line
}

/** A note's opening with its date, or without any. */
export function writeHead(
  date: DateJson | null,
  {head, tail}: Pick<NoteHead, 'head' | 'tail'>,
  spell: (date: DateJson) => string,
  {vocabulary}: State
): string {
  if (date) return head + spell(date) + tail
  const hasWord = /\p{L}/u.test(head)
  return (hasWord ? head.replace(/[\s:]*$/, '') : head + vocabulary.labels.note[0]) + ':' + tail
}

/** Puts a note's date into the line that opens it, or takes it out. */
export function changeDate(before: NoteThing, after: NoteThing, state: State): void {
  const [was, is] = [before.facts.date, after.facts.date]
  if (isSameData(was, is)) return
  const head = readNoteHead(before, state)
  const node = dateOf(before.node)
  const spell = (date: DateJson): string => {
    return was?.value === date.value ? date.raw : spellDate(date, was ? [[was.raw]] : [], state)
  }
  if (!head)
    return openNote(before, writeHead(is, usualHead('section', state), spell, state), state)
  const range = node && dateRange(node, state.page)
  const unseen = range ? unseenWithin(node, range, state.page) : ''
  if (range && is) return state.patch.replace({...range, text: spell(is) + unseen})
  const start = lineStart(state.page, lineAt(state.page, rangeOf(before.node).start))
  const text = writeHead(is, {...head, tail: unseen + head.tail}, spell, state)
  if (is || head.joint === undefined) return state.patch.replace({start, end: head.end, text})
  // What joined an update to the date would be a part of it behind `Note:`.
  state.patch.replace({start, end: head.end + head.joint.length, text: `${text} `})
}

/** Whether a note is an item of a list, and is to have no date any more: such an item would be an update. */
export function losesItem(before: NoteThing, state: State): boolean {
  const after = state.matching.afterOf.get(before) as NoteThing | undefined
  if (before.facts.date === null || !after || after.facts.date !== null) return false
  return /^[*#]/.test(readNoteHead(before, state)!.head)
}

/** An item without a date is an update: a note without one stands on a line of its own. */
export function asLine<T extends Pick<NoteHead, 'head' | 'tail'>>(head: T): T {
  return /^[*#]/.test(head.head) ? {...head, head: "'''", tail: "'''"} : head
}

/** Updates that stood before any note get one. */
function openNote({node}: NoteThing, line: string, {page, patch}: State): void {
  patch.insert(lineAt(page, rangeOf(node).start) - 1, [line])
}

/** A date as its neighbours are written; one that no calendar has as it is. */
export function spellDate(
  {value, precision, raw}: DateJson,
  nearest: readonly (readonly string[])[],
  {survey, vocabulary}: State
): string {
  if (value === null || precision === null) return raw
  const page = survey.once(survey, 'dates', () => datesOf(survey.all('note')))
  return writeDate({value, precision}, [...nearest, page], vocabulary)
}

/** So many notes tell how notes are written: of a longer list the last ones do. */
const telling = 30

/** The dates of notes as they are written. */
export function datesOf(notes: readonly NoteThing[]): string[] {
  return notes.slice(-telling).flatMap(({facts}) => facts.date?.raw ?? [])
}

/** How most of the dated notes in sections, or in goals and tasks, are opened, or in the house style. */
export function usualHead(owner: Kind, state: State): NoteHead {
  const {survey, vocabulary} = state
  const like = survey.once(survey, `note in ${owner}`, () =>
    majorHead(survey.allIn(owner, 'note'), state)
  )
  const house =
    owner === 'section'
      ? {head: `'''${vocabulary.labels.note[0]}: `, tail: "'''"}
      : {head: '* ', tail: ''}
  // A line is a note of a goal only below a heading that names it.
  const isUsual = like && (owner === 'section' || /^[*#]/.test(like.head))
  return isUsual ? like : {...house, joint: undefined, end: 0}
}

/** A note's opening without what is that note's alone: a link around its date, a reference behind it. */
function withoutOwn(note: NoteHead): NoteHead {
  let {head, tail} = note
  const at = head.lastIndexOf('[')
  // A link that is closed before the date is not around it.
  if (at >= 0 && !head.includes(']', at)) {
    const isPage = head[at - 1] === '['
    const label = head.slice(at + 1)
    const joint = label.indexOf(isPage ? '|' : ' ')
    head = head.slice(0, isPage ? at - 1 : at) + (joint < 0 ? '' : label.slice(joint + 1))
    tail = tail.replace(isPage ? ']]' : ']', '')
  }
  const own = tail.search(/<ref|<!--|\{\{|\[/i)
  if (own < 0) return {...note, head, tail}
  const [rest, cut] = [tail.slice(0, own).trimEnd(), tail.slice(own)]
  const isOpen = quotesIn(head + rest).length % 2 === 1
  return {...note, head, tail: rest + (isOpen ? (quotesIn(cut).at(-1) ?? '') : '')}
}

function quotesIn(text: string): string[] {
  return text.match(/'{2,}/g) ?? []
}

/** What is left of one note's own markup, and other notes do not have: an anchor within its words. */
const ownMarkup = /\{\{|\[\[|__|<(?!\/?(?:b|big|em|i|small|strong|u)>)/i

/** How most of some dated notes are opened; of ways as frequent as each other, the last. */
export function majorHead(notes: readonly NoteThing[], state: State): NoteHead | undefined {
  const dated = notes.slice(-telling).filter(({facts}) => facts.date !== null)
  const heads = dated
    .reverse()
    .flatMap((note) => readNoteHead(note, state) ?? [])
    .map(withoutOwn)
    .filter(({head, tail}) => !ownMarkup.test(head + tail))
  return majority([heads], ({head, tail}) => JSON.stringify([head, tail]))
}
