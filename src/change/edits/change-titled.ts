/** Puts what a goal or task says of itself into its line. */
import {changeContent} from './change-content.ts'
import {EditError} from '../edit-error.ts'
import {lineAt, lineStart} from './page.ts'
import {quotesOf} from './quotes.ts'
import {isSameData} from './same-data.ts'
import {changeCodeCell, changeStatusCell, rowChange} from './tables/slots.ts'
import {marker, writeText, type State} from './state.ts'
import {spellInPlace} from './status-marker.ts'
import {
  readTitledLine,
  scopeOf,
  silentIn,
  type Titled,
  type TitledForm,
  type TitledLine
} from './titled-line.ts'
import {houseModel, statusModel, stretchMarker} from './titled-style.ts'
import {isMarkerOf} from '../../write/wikitext/phrasing.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'
import {unknownStatuses} from '../../plan/recognize/unknown-status.ts'
import type {Range} from '../../document/places.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/** Puts what a goal or task says of itself into its line. */
export function changeTitled(before: Titled, after: Titled, state: State): void {
  const line = readTitledLine(before, state)
  const inRow = rowChange(before, after, state)
  const hasCell = inRow !== undefined && changeStatusCell(inRow)
  const opens = !hasCell && comesToOpen(line, before, after, state)
  // What is put in at one place stands in this order.
  if (opens) changeStatus(line, before, after, state)
  changeStretch(line, before, after, state)
  if (!inRow || !changeCodeCell(inRow)) changeCode(line, before, after, state)
  const parent = state.survey.parentOf(before)
  const place = {at: line.text.start, scope: scopeOf(line.form), parent}
  changeContent(before, after, place, state)
  if (hasCell) return
  if (!opens) changeStatus(line, before, after, state)
  changeRemark(line, before, after, state)
}

/** Whether a status comes to stand before the text, and before its stretch marker. */
function comesToOpen(line: TitledLine, before: Titled, after: Titled, state: State): boolean {
  if (!after.facts.status || line.isStatusFirst) return false
  if (endsInJoint(after)) return true
  if (line.status || after.facts.remark !== null) return false
  return statusModel(line.form, before, state)?.isStatusFirst ?? false
}

function changeStretch({stretch}: TitledLine, before: Titled, after: Titled, state: State): void {
  if (before.facts.stretch === after.facts.stretch) return
  const kept = silentIn(before.node, stretch).map(({start, end}) =>
    state.page.source.slice(start, end)
  )
  const text = after.facts.stretch ? stretchMarker(before, state) : kept.join('')
  state.patch.replace({...stretch, text})
}

/** A code goes with what joins it to the text. */
function changeCode({code, text}: TitledLine, before: Titled, after: Titled, state: State): void {
  const [was, is] = [before.facts.code, after.facts.code]
  if (was === is) return
  const {start} = code ?? text
  if (is === null) {
    const [quotes] = code ? /^'*/.exec(state.page.source.slice(code.end))! : ['']
    const isQuoted = state.page.source.slice(0, start).endsWith(quotes)
    const from = isQuoted ? start - quotes.length : start
    state.patch.replace({start: from, end: text.start, text: ''})
  } else state.patch.replace({start, end: code?.end ?? start, text: is + (code ? '' : codeJoint)})
}

/** What joins a code to its text where the page does not say. */
export const codeJoint = ': '

/** A remark stands behind the status, and the bracket that closes it; without a status there is none. */
function changeRemark(line: TitledLine, before: Titled, after: Titled, state: State): void {
  const {status, remark, form, isStatusFirst} = line
  const [was, is] = [before.facts.remark, after.facts.remark]
  if (was === is || !status || isStatusFirst || !after.facts.status) return
  const {source} = state.page
  const behind = status.end + (/[)\]]/.test(source.charAt(status.end)) ? 1 : 0)
  if (is === null) return state.patch.replace({start: behind, end: remark!.end, text: ''})
  const {start, end} = remark ?? {start: behind, end: behind}
  const left = source.slice(lineStart(state.page, lineAt(state.page, start)), start)
  state.patch.replace({
    start,
    end,
    text: (remark ? '' : ' ') + writeRemark(is, form, state, `${left} `)
  })
}

/** What a line has behind its text: the status, closed by what closes it, its remark, and what ends the line. */
export function behindText(
  {joint, tail}: Pick<TitledLine, 'joint' | 'tail'>,
  status: string,
  remark: string | null,
  form: TitledForm,
  state: State,
  left = ' '
): string {
  const bracket = /^[)\]]?/.exec(tail)![0]
  const told = remark === null ? '' : ` ${writeRemark(remark, form, state, left)}`
  return joint + status + bracket + told + tail.slice(bracket.length)
}

/** A remark as wikitext. */
function writeRemark(remark: string, form: TitledForm, state: State, left = ' '): string {
  const around = {left, right: '', scope: scopeOf(form)}
  return writeText([{type: 'text', value: remark}], around, state)
}

function changeStatus(line: TitledLine, before: Titled, after: Titled, state: State): void {
  const [was, is] = [before.facts.status, after.facts.status]
  const spell = marker(state, state.survey.parentOf(before))
  if (is && !line.isStatusFirst && endsInJoint(after)) {
    if (line.status) clearStatus(line, state)
    const text = (was && isSameData(was, is) ? was.raw : spell(is)) + ' '
    state.patch.replace({start: line.stretch.start, end: line.stretch.start, text})
  } else if (is && line.isStatusFirst && after.facts.remark !== null) {
    clearStatus(line, state)
    addStatus(line, isSameData(was, is) ? was!.raw : spell(is), before, after, state)
  } else if (is && line.status) {
    const isSame = was!.value === is.value
    if (isSame && (was!.raw === is.raw || is.form === 'malformed')) return
    const text = isSame ? writeStatus(is, state) : spellInPlace(was!, is, spell, state.vocabulary)
    const isAsked = !isSame || text === is.raw
    const isPlain = isTemplate(was!.raw) && isTemplate(text)
    const isProven = isAsked && isPlain && isMarkerOf(text, is.value, state.vocabulary)
    state.patch.replace({...line.status, text}, isProven)
  } else if (is) {
    checkKnown(before)
    addStatus(line, spell(is), before, after, state)
  } else if (line.status) clearStatus(line, state)
}

/** A status beside a template that looks like one would show both. */
function checkKnown({id, content}: Titled): void {
  const [template] = unknownStatuses(content)
  if (!template) return
  const reason = `the unknown template \`{{${template.name}}}\` is in the place of its status: remove it, or add it to \`options.vocabulary.statuses\``
  throw new EditError([{id, reason}])
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

const fragmentOnly = {left: '', right: '', scope: scopes.line}

/** What joins a text to its status, and goes with it: behind the text, and before it. */
const jointEnd = /[\s:–—-]*[([]?$/
const jointStart = /^[\s:–—-]*/

/** What ends a line behind its status. */
const stops = /^[.,;:!。、，；]*/

/** Takes the status out, with what joined it to the text; the markup around both stays. */
function clearStatus(
  {text, status, stretch, remark, isStatusFirst}: TitledLine,
  {page, patch}: State
): void {
  const line = lineStart(page, lineAt(page, status!.start))
  const mark = withQuotes(status!, isStatusFirst ? line : text.end, page.source)
  if (isStatusFirst) {
    const joint = jointStart.exec(
      page.source.slice(mark.end, Math.max(mark.end, Math.min(stretch.start, text.start)))
    )![0]
    return patch.replace({start: mark.start, end: mark.end + joint.length, text: ''})
  }
  const joint = jointEnd.exec(page.source.slice(text.end, mark.start))![0]
  const isBracketed = /[([]$/.test(joint) && /[)\]]/.test(page.source.charAt(mark.end))
  const closed = mark.end + (isBracketed ? 1 : 0)
  const end = remark ? closed : closed + stops.exec(page.source.slice(closed))![0].length
  patch.replace({start: mark.start - joint.length, end, text: ''})
}

/** A status with the quotes that are its own: `'''{{done}}'''`. */
function withQuotes({start, end}: Range, low: number, source: string): Range {
  const behind = /^'{2,5}/.exec(source.slice(end, end + 5))?.[0] ?? ''
  const isOwn = start - behind.length >= low && source.slice(0, start).endsWith(behind)
  return isOwn ? {start: start - behind.length, end: end + behind.length} : {start, end}
}

/** Puts a status and its remark behind a text, joined and placed like those of the neighbours. */
function addStatus(
  line: TitledLine,
  status: string,
  before: Titled,
  {facts: {remark}}: Titled,
  state: State
): void {
  const suffix = state.page.source.slice(line.text.end, line.end)
  const model = statusModel(line.form, before, state)
  if (model?.isStatusFirst && remark === null) {
    const joint = jointStart.exec(model.joint)![0]
    const isBeforeQuotes = joint !== model.joint
    const at = line.stretch.start - (isBeforeQuotes ? quotesOf(line.open).length : 0)
    return state.patch.replace({start: at, end: at, text: status + joint})
  }
  const like = model && !model.isStatusFirst ? joinLike(model, suffix) : undefined
  const around = like ?? houseModel(line.form, suffix)
  const left = line.cell ? '| ' : ' '
  const text = behindText(around, status, remark, line.form, state, left)
  state.patch.replace({start: line.text.end, end: line.end, text})
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
