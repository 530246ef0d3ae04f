/**
 * The line of a goal or task.
 *
 * ```markdown
 * | ===== [stretch] Wind the clocks – {{done}} =====
 *   ^^^^^^                                            open
 *         ^^^^^^^^^^                                  stretch
 *                   ^^^^^^^^^^^^^^^                   text
 *                                  ^^^                joint
 *                                     ^^^^^^^^        status
 *                                             ^^^^^^  tail
 * ```
 */
import {contentEnd, lineAt, lineStart, rangeOf} from './page.ts'
import {majority} from './majority.ts'
import {marker, writeText, type State} from './state.ts'
import {changeContent} from './change-content.ts'
import {quotesOf} from './quotes.ts'
import {isSameData} from './same-data.ts'
import {spellStatus} from './status-marker.ts'
import {scopes, type Scope} from '../writers/wikitext/unsafe.ts'
import type {EntityOf} from '../changes/entities.ts'
import type {Range} from '../document/places.ts'
import type {StatusJson} from '../plan-json/types.ts'

/** A goal or task. */
export type Titled = EntityOf<'goal'> | EntityOf<'task'>

/** How a goal or task is marked up. */
export type TitledForm = 'heading' | 'item' | 'term' | 'bold' | 'plain'

/** Where a line's parts stand. A part that the line does not have is empty, where it would stand. */
export interface TitledLine {
  form: TitledForm
  open: string
  stretch: Range
  text: Range
  status: Range | undefined
  /** Between text and status, whichever comes first; empty where there is no status. */
  joint: string
  tail: string
  /** Whether the status opens the line. */
  isStatusFirst: boolean
  end: number
}

/** The scope of a text in each form. */
export function scopeOf(form: TitledForm): Scope {
  return form === 'heading' ? scopes.heading : form === 'term' ? scopes.term : scopes.line
}

/** The form of a line by its first characters. */
export function formOf(line: string): TitledForm {
  if (line.startsWith('=')) return 'heading'
  if (line.startsWith(';')) return 'term'
  if (/^[*#:]/.test(line)) return 'item'
  return /^(?:'''|<b>|<strong>)/i.test(line) ? 'bold' : 'plain'
}

/** The bullets of all levels that a line opens with. */
export function marksOf(line: string): string {
  return /^[*#:;]*/.exec(line)![0]
}

/** Reads the line of a goal or task of the page. */
export function readTitledLine(thing: Titled, state: State): TitledLine {
  return state.survey.once(thing, 'line', () => readLine(thing, state))
}

function readLine({node, facts}: Titled, state: State): TitledLine {
  const {page} = state
  const start = lineStart(page, lineAt(page, rangeOf(node).start))
  const parts = node.children.filter(({type}) => type === 'statement' || type === 'status')
  const [first, last] = [parts[0], parts.at(-1)]
  const end = contentEnd(page, lineAt(page, last ? rangeOf(last).end : start))
  const statement = parts.find(({type}) => type === 'statement')
  const status = parts.find(({type}) => type === 'status')
  const at = first ? rangeOf(first).start : end
  const text = statement ? textRange(rangeOf(statement), end) : {start: at, end: at}
  const mark = status && rangeOf(status)
  const isStatusFirst = mark !== undefined && mark.start < text.start
  const stretch = facts.stretch
    ? findStretch(isStatusFirst ? mark.end : start, text.start, state)
    : undefined
  const opens = Math.min(at, stretch?.start ?? at)
  const joint = mark ? page.source.slice(...between(text, mark, stretch)) : ''
  return {
    form: formOf(
      page.source.slice(isStatusFirst && opens === start ? mark.end : start, end).trimStart()
    ),
    open: page.source.slice(start, opens).replace(/<!--T:\d+-->[ \t]*/g, ''),
    stretch: stretch ?? {start: text.start, end: text.start},
    text,
    status: mark,
    joint,
    tail: page.source.slice(Math.max(text.end, mark?.end ?? 0), end),
    isStatusFirst,
    end
  }
}

/** What opens a line but for its status: the quotes around a text may stand behind that. */
export function openingOf({open, joint, isStatusFirst}: TitledLine): string {
  return open + (isStatusFirst ? quotesOf(joint) : '')
}

/** A text without the comments that end its line. */
function textRange({start, end}: Range, limit: number): Range {
  return {start, end: Math.max(start, Math.min(end, limit))}
}

function between(
  text: Range,
  status: Range,
  stretch: Range | undefined
): [start: number, end: number] {
  return status.start < text.start
    ? [status.end, stretch?.start ?? text.start]
    : [text.end, status.start]
}

/** `[stretch] ` or `Stretch: `, between two offsets. */
function findStretch(start: number, end: number, {page, vocabulary}: State): Range | undefined {
  const text = page.source.slice(start, end).toLowerCase()
  for (const label of vocabulary.labels.stretch) {
    const at = text.lastIndexOf(label.toLowerCase())
    if (at < 0) continue
    const isBracketed = /[[(]/.test(text.charAt(at - 1))
    return {start: start + at - (isBracketed ? 1 : 0), end}
  }
  return undefined
}

/** Puts what a goal or task says of itself into its line. */
export function changeTitled(before: Titled, after: Titled, state: State): void {
  const line = readTitledLine(before, state)
  changeStretch(line, before, after, state)
  const parent = state.survey.parentOf(before)
  const place = {at: line.text.start, scope: scopeOf(line.form), parent}
  changeContent(before, after, place, state)
  changeStatus(line, before, after, state)
}

function changeStretch({stretch}: TitledLine, before: Titled, after: Titled, state: State): void {
  if (before.facts.stretch === after.facts.stretch) return
  const text = after.facts.stretch ? stretchMarker(before, state) : ''
  state.patch.replace({...stretch, text})
}

/** `[stretch] ` as the page writes it. */
export function stretchMarker(near: Titled | undefined, state: State): string {
  const {survey, vocabulary} = state
  const parent = near && survey.parentOf(near)
  const like = survey.once(parent ?? survey, 'stretch', () => {
    const page = survey.once(survey, 'stretches', () => stretchesOf(allTitled(state), state))
    return majority([stretchesOf(siblingsOf(near, state), state), page])
  })
  return like ?? `[${vocabulary.labels.stretch[0]}] `
}

function stretchesOf(things: readonly Titled[], state: State): string[] {
  return things
    .filter(({facts}) => facts.stretch)
    .map((thing) => readTitledLine(thing, state).stretch)
    .map(({start, end}) => state.page.source.slice(start, end))
    .filter((text) => text !== '')
}

function allTitled({survey}: State): Titled[] {
  return [...survey.all('goal'), ...survey.all('task')]
}

/** The things that stand beside a thing of the page, itself included. */
export function siblingsOf(thing: Titled | undefined, {survey}: State): Titled[] {
  const parent = thing && survey.parentOf(thing)
  return (parent?.children ?? []).filter((child): child is Titled => child.kind === thing!.kind)
}

function changeStatus(line: TitledLine, before: Titled, after: Titled, state: State): void {
  const [was, is] = [before.facts.status, after.facts.status]
  const spell = marker(state, state.survey.parentOf(before))
  if (is && !line.isStatusFirst && endsInJoint(after)) {
    if (line.status) clearStatus(line, state)
    const text = (was && isSameData(was, is) ? was.raw : spell(is)) + ' '
    state.patch.replace({start: line.stretch.start, end: line.stretch.start, text})
  } else if (is && line.status) {
    const isSame = was!.value === is.value
    if (isSame && (was!.raw === is.raw || is.form === 'malformed')) return
    const isKept = isSame && was!.form !== 'malformed'
    const text = isKept ? writeStatus(is, state) : spellLike(was!, is, spell, state)
    state.patch.replace({...line.status, text}, isTemplate(was!.raw) && isTemplate(text))
  } else if (is) addStatus(line, spell(is), before, state)
  else if (line.status) clearStatus(line, state)
}

/** Whether a marker is a template and no more: in the place of one it can be nothing else. */
function isTemplate(marker: string): boolean {
  return /^\{\{[^{}|[\]<>]*\}\}$/.test(marker)
}

/** Whether a text ends with what would be taken for a joint to the status, which then has to open the line. */
export function endsInJoint({facts}: Titled): boolean {
  return /[:–—-]$/.test(facts.text.text)
}

/** A status as the edit spells it. */
function writeStatus(status: StatusJson, state: State): string {
  return writeText([{type: 'status', ...status}], fragmentOnly, state, () => status.raw)
}

/** A status in the place of another; one in the place of a malformed one has its letters' case. */
function spellLike(
  was: StatusJson,
  is: StatusJson,
  spell: (status: StatusJson) => string,
  {vocabulary}: State
): string {
  if (was.form !== 'malformed') return spell(is)
  const letter = /\p{L}/u.exec(was.raw)?.[0] ?? ''
  const isLower = letter !== '' && letter === letter.toLowerCase()
  const name = isLower ? was.label.charAt(0).toLowerCase() + was.label.slice(1) : was.label
  return spellStatus(is, [[{...was, form: 'template', raw: `{{${name}}}`}]], vocabulary)
}

const fragmentOnly = {left: '', right: '', scope: scopes.line}

/** What joins a text to its status, and goes with it: behind the text, and before it. */
const jointEnd = /[\s:–—-]*[([]?$/
const jointStart = /^[\s:–—-]*/

/** Takes the status out, with what joined it to the text; the markup around both stays. */
function clearStatus(
  {text, status, stretch, isStatusFirst}: TitledLine,
  {page, patch}: State
): void {
  if (isStatusFirst) {
    const joint = jointStart.exec(
      page.source.slice(status!.end, Math.min(stretch.start, text.start))
    )![0]
    return patch.replace({start: status!.start, end: status!.end + joint.length, text: ''})
  }
  const before = page.source.slice(text.end, status!.start)
  const joint = jointEnd.exec(before)![0]
  const isBracketed = /[([]$/.test(joint) && /[)\]]/.test(page.source.charAt(status!.end))
  const end = status!.end + (isBracketed ? 1 : 0)
  patch.replace({start: status!.start - joint.length, end, text: ''})
}

/** Puts a status behind a text, joined and placed like those of the neighbours. */
function addStatus(line: TitledLine, status: string, before: Titled, state: State): void {
  const suffix = state.page.source.slice(line.text.end, line.end)
  const model = statusModel(line.form, before, state)
  if (model?.isStatusFirst) {
    const joint = jointStart.exec(model.joint)![0]
    const isBeforeQuotes = joint !== model.joint
    const at = line.stretch.start - (isBeforeQuotes ? quotesOf(line.open).length : 0)
    return state.patch.replace({start: at, end: at, text: status + joint})
  }
  const like = model ? joinLike(model, suffix) : undefined
  const {joint, tail} = like ?? houseModel(line.form, suffix)
  state.patch.replace({start: line.text.end, end: line.end, text: joint + status + tail})
}

/**
 * What joins a status to a line as it does on another, around the line's own markup; `undefined` where their
 * markup differs.
 *
 * ```markdown
 * | '''Wind''' – {{done}}     '''Oil '''    becomes    '''Oil ''' – {{done}}
 * | == Wind ({{done}}) ==     ==Oil==      becomes    ==Oil ({{done}})==
 * ```
 */
function joinLike(
  {joint, tail}: TitledLine,
  suffix: string
): Pick<TitledLine, 'joint' | 'tail'> | undefined {
  if (bare(joint + tail) !== bare(suffix)) return undefined
  const closing = /^[)\]]?/.exec(tail)![0]
  if (bare(joint) === '') return {joint, tail: closing + suffix}
  return {joint: suffix + /[\s:–—()[\]-]*$/.exec(joint)![0], tail: closing}
}

/** What is left of joint and tail without what only joins. */
function bare(suffix: string): string {
  return suffix.replace(/[\s:–—()[\]-]/g, '')
}

/**
 * How neighbours of a form join their status.
 *
 * @param near One of them; the page's are asked where it has none beside it.
 */
export function statusModel(
  form: TitledForm,
  near: Titled | undefined,
  state: State
): TitledLine | undefined {
  const {survey} = state
  const parent = near && survey.parentOf(near)
  return survey.once(parent ?? survey, `joint ${form}`, () => {
    const page = survey.once(survey, `joints ${form}`, () =>
      modelsOf(allTitled(state), form, state)
    )
    const groups = [modelsOf(siblingsOf(near, state), form, state), page]
    const key = ({joint, tail, isStatusFirst}: TitledLine): string =>
      JSON.stringify([isStatusFirst, joint, tail])
    return majority(groups, key)
  })
}

function modelsOf(things: readonly Titled[], form: TitledForm, state: State): TitledLine[] {
  return things
    .filter(({facts}) => facts.status !== null)
    .map((thing) => readTitledLine(thing, state))
    .filter((line) => line.form === form && isModel(line))
}

/** Whether nothing but markup stands around a line's status. */
function isModel({joint, tail}: TitledLine): boolean {
  return /^[\s:–—()[\]'-]*$/.test(joint) && /^[\s)\]'=]*$/.test(tail)
}

/** Behind the text; inside a heading, but outside of bold. */
export function houseModel(form: TitledForm, suffix: string): Pick<TitledLine, 'joint' | 'tail'> {
  const isWrapped = form !== 'heading' && /^'*$/.test(suffix)
  return isWrapped ? {joint: `${suffix} `, tail: ''} : {joint: ' ', tail: suffix}
}
