/**
 * The labelled lines before the first outcome.
 *
 * ```markdown
 * | * '''Goal Owner''': Ada Fictional
 *   ^^^^^                              open
 *        ^^^^^^^^^^                    label
 *                  ^^^^^               joint
 *                       ^^^^^^^^^^^^^  value
 * ```
 */
import {contentEdits} from './content.ts'
import {carriedLines} from './extent.ts'
import {contentEnd, lineAt, lineStart, rangeOf} from './page.ts'
import {beforeOf, contentOf, marker, writeText, type State} from './state.ts'
import {scopes} from '../writers/wikitext/unsafe.ts'
import type {EntityOf} from '../changes/entities.ts'
import type {Range} from '../document/places.ts'

type FieldThing = EntityOf<'field'>

interface FieldLine {
  open: string
  label: Range | undefined
  /** From the label to the value; where there is none, to the end. */
  joint: string
  value: Range
  tail: string
}

/** Reads a field of the page; its label is `undefined` where markup stands within. */
function readField({node, content, facts}: FieldThing, {page}: State): FieldLine {
  const {start, end} = rangeOf(node)
  const from = lineStart(page, lineAt(page, start))
  const last = contentEnd(page, lineAt(page, end))
  const [head, tail] = [content[0], content.at(-1)]
  const value =
    head && tail ? {start: rangeOf(head).start, end: rangeOf(tail).end} : {start: last, end: last}
  const at = page.source.slice(from, value.start).indexOf(facts.label)
  const label = at < 0 ? undefined : {start: from + at, end: from + at + facts.label.length}
  return {
    open: page.source.slice(from, label?.start ?? from),
    label,
    joint: label ? page.source.slice(label.end, value.start) : '',
    value,
    tail: page.source.slice(value.end, last)
  }
}

/** Puts a field's label and value into its line. */
export function changeField(before: FieldThing, after: FieldThing, state: State): void {
  const {page, patch, vocabulary} = state
  const {label, value, joint} = readField(before, state)
  if (before.facts.label !== after.facts.label && label) {
    const [left, right] = [
      page.source.slice(lineStart(page, lineAt(page, label.start)), label.start),
      joint
    ]
    const text = writeText(
      [{type: 'text', value: after.facts.label}],
      {left, right, scope: scopes.line},
      state
    )
    patch.replace({...label, text})
  }
  const [was, is] = [before, after].map(({facts, content}) => ({fact: facts.text, nodes: content}))
  const place = {
    source: page.source,
    at: value.start,
    scope: scopes.line,
    vocabulary,
    marker: marker(state)
  }
  if (before.content.length === 0 && after.facts.text.text !== '') {
    const left = page.source.slice(lineStart(page, lineAt(page, value.start)), value.start)
    const blank = /[ \t]$/.test(page.source.slice(0, value.start)) ? '' : ' '
    const text =
      blank + writeText(after.content, {left: left + blank, right: '', scope: scopes.line}, state)
    patch.replace({start: value.start, end: value.start, text})
  } else for (const edit of contentEdits(was!, is!, place)) patch.replace(edit)
}

/** The lines of a new field, like the one above it. */
export function fieldLines(
  field: FieldThing,
  siblings: readonly FieldThing[],
  state: State
): string[] {
  const before = beforeOf(field, state)
  if (before) return carriedLines(before, state, (inner) => changeField(before, field, inner))
  const lines = siblings.map((thing) => ({thing, line: readField(thing, state)}))
  const like =
    lines.findLast(({line, thing}) => line.label && thing.content.length > 0) ??
    lines.findLast(({line}) => line.label)
  const isEmpty = field.facts.text.text === ''
  const {open, joint, tail} = isEmpty ? emptied(like?.line ?? house) : (like?.line ?? house)
  const write = (nodes: FieldThing['content'], left: string, right: string): string =>
    writeText(nodes, {left, right, scope: scopes.line}, state)
  const label = open + write([{type: 'text', value: field.facts.label}], open, joint)
  const blank = !isEmpty && like?.thing.content.length === 0 ? ' ' : ''
  const filled = label + joint + blank
  const line = isEmpty ? filled : filled + write(contentOf(field, state), filled, tail) + tail
  return line.split(/\r\n|\r|\n/)
}

/** A field without a value: a term alone would be no field, but a heading. */
function emptied({
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

const house = {open: "* '''", joint: "''': ", tail: ''}
