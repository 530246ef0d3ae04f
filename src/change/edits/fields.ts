/**
 * The labelled lines of a plan, section, goal or task.
 *
 * ```markdown
 * | * '''Goal Owner''': Ada Fictional
 *   ^^^^^                              open
 *        ^^^^^^^^^^                    label
 *                  ^^^^^               joint
 *                       ^^^^^^^^^^^^^  value
 * ```
 */
import {changeContent, changeText} from './change-content.ts'
import {carriedLines, isGluedBefore, isGluedBehind} from './extent.ts'
import {openingIn, type Owner} from './owner.ts'
import {contentEnd, lineAt, lineStart, rangeOf, splitLines} from './page.ts'
import {isSameData} from './same-data.ts'
import {beforeOf, contentOf, writeText, type State} from './state.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'
import {childOf} from '../../document/children.ts'
import type {EntityOf} from '../entities.ts'
import type {Range} from '../../document/places.ts'

type FieldThing = EntityOf<'field'>

interface FieldLine {
  open: string
  label: Range | undefined
  /** From the label to the value; where there is none, to the end. */
  joint: string
  value: Range
  tail: string
}

/** Reads a field of the page; its label is `undefined` where markup stands within its words. */
function readField(thing: FieldThing, state: State): FieldLine {
  return state.survey.once(thing, 'line', () => fieldLine(thing, state))
}

function fieldLine({node, content, facts}: FieldThing, {page}: State): FieldLine {
  const {start, end} = rangeOf(node)
  // Another field may stand on the same line, parted by `<br>`.
  const from = isGluedBefore(page, start) ? start : lineStart(page, lineAt(page, start))
  const last = isGluedBehind(page, end) ? end : contentEnd(page, lineAt(page, end))
  const [head, tail] = [content[0], content.at(-1)]
  const value =
    head && tail ? {start: rangeOf(head).start, end: rangeOf(tail).end} : {start: last, end: last}
  const said = childOf(node, 'label')
  const within = said ? rangeOf(said) : {start: from, end: value.start}
  const at = page.source.slice(within.start, within.end).indexOf(facts.label)
  const begin = within.start + at
  const label = at < 0 ? undefined : {start: begin, end: begin + facts.label.length}
  return {
    open: page.source.slice(from, label?.start ?? from),
    label,
    joint: label ? page.source.slice(label.end, value.start) : '',
    value,
    tail: page.source.slice(value.end, last)
  }
}

/** Whether no other field stands on a field's line. */
function hasOwnLine({node}: FieldThing, {page}: State): boolean {
  const {start, end} = rangeOf(node)
  return !isGluedBefore(page, start) && !isGluedBehind(page, end)
}

/** Puts a field's label and value into its line. */
export function changeField(before: FieldThing, after: FieldThing, state: State): void {
  const line = readField(before, state)
  changeLabel(before, after, state)
  if (isSameData(before.facts.text, after.facts.text)) return
  if (before.content.length === 0) addValue(line, after, state)
  else if (after.facts.text.text === '') clearValue(line, state)
  else changeContent(before, after, {at: line.value.start, scope: scopes.line}, state)
}

function changeLabel({node, facts}: FieldThing, after: FieldThing, state: State): void {
  const nodes = childOf(node, 'label')?.children ?? []
  const {label} = after.facts
  const words = {text: label, nodes: [{type: 'text' as const, value: label}]}
  changeText({text: facts.label, nodes}, words, scopes.line, state)
}

function addValue({value: {start}}: FieldLine, after: FieldThing, state: State): void {
  const line = lineUpTo(start, state)
  const blank = /[ \t]$/.test(line) ? '' : ' '
  const text = writeText(after.content, {left: line + blank, right: '', scope: scopes.line}, state)
  state.patch.replace({start, end: start, text: blank + text})
}

/** A value goes with the blanks before it; what was a term is an item then. */
function clearValue(line: FieldLine, {patch}: State): void {
  const {open, label, joint, value} = line
  const start = value.start - joint.length
  const emptied = withoutValue(line)
  patch.replace({start, end: value.end, text: emptied.joint})
  if (label && emptied.open !== open) {
    patch.replace({start: label.start - open.length, end: label.start, text: emptied.open})
  }
}

/** What stands on a line before an offset. */
function lineUpTo(offset: number, {page}: State): string {
  return page.source.slice(lineStart(page, lineAt(page, offset)), offset)
}

/** The lines of a new field, like the one above it, else like those of other such things. */
export function fieldLines(
  field: FieldThing,
  owner: Owner,
  siblings: readonly FieldThing[],
  state: State
): string[] {
  const before = beforeOf(field, state)
  if (before && hasOwnLine(before, state)) {
    const lines = carriedLines(before, state, (inner) => changeField(before, field, inner))
    return lines.map((line, at) => (at === 0 ? openingIn(owner, line) : line))
  }
  const isLabelled = (thing: FieldThing): boolean => readField(thing, state).label !== undefined
  const near = siblings.length > 0 ? siblings : state.survey.allIn(owner.kind, 'field')
  const like =
    near.findLast((thing) => thing.content.length > 0 && isLabelled(thing)) ??
    near.findLast(isLabelled)
  const model = like ? readField(like, state) : house(owner)
  const isEmpty = field.facts.text.text === ''
  const {open: opening, joint, tail} = isEmpty ? withoutValue(model) : model
  const open = openingIn(owner, opening)
  const write = (nodes: FieldThing['content'], left: string, right: string): string =>
    writeText(nodes, {left, right, scope: scopes.line}, state)
  const label = open + write([{type: 'text', value: field.facts.label}], open, joint)
  const blank = !isEmpty && like?.content.length === 0 ? ' ' : ''
  const filled = label + joint + blank
  const left = splitLines(filled).at(-1)!
  const line = isEmpty ? filled : filled + write(contentOf(field, state), left, tail) + tail
  return splitLines(line)
}

/** A field without a value: a term alone would be no field, but a heading. */
function withoutValue({
  open,
  joint
}: Pick<FieldLine, 'open' | 'joint'>): Pick<FieldLine, 'open' | 'joint' | 'tail'> {
  const [end = ''] = joint.split(/[\r\n]/)
  return {
    open: open.replace(/^;[ \t]*/, '* '),
    joint: end.includes(':') ? end.trimEnd() : `${end}:`,
    tail: ''
  }
}

function house({kind}: Owner): Pick<FieldLine, 'open' | 'joint' | 'tail'> {
  return {open: kind === 'plan' ? "* '''" : "'''", joint: "''': ", tail: ''}
}
