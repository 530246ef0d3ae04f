/**
 * The line of a goal or task: a stretch marker and a code before its text, a status at one end, a remark behind it.
 */
import {
  concat,
  endsOf,
  firstShown,
  flatten,
  hasText,
  isBlank,
  mark,
  silent,
  span,
  spanning,
  splitAt,
  statusesOf,
  trim,
  trimNodes
} from '../../document/phrasing.ts'
import {collapse} from '../../document/plain-text.ts'
import {isNoCode} from './headings.ts'
import {skip, wordAt} from './words.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'
import type {Code, ItemContent, ItemKind, Remark, Statement, Stretch} from '../types.ts'
import {findStatus} from '../../vocabulary/index.ts'
import type {StatusName, Vocabulary} from '../../vocabulary/index.ts'

/** The line of a goal or task, taken apart. */
export interface ItemLine {
  stretch: boolean
  code: string | null
  /** What a word before the code calls it: `Task C101`. */
  kind: ItemKind | undefined
  status: Status | undefined
  /** The parts of the line as nodes (no statement where the line is nothing but a status), and what shows nothing. */
  children: ItemContent[]
}

/** The parts of a line by offsets of its flattened text; they are in the order of the line. */
interface Part {
  from: number
  to: number
  make: (content: PhrasingContent[]) => ItemContent | undefined
}

/**
 * Takes the line of a goal or task apart.
 *
 * ```markdown
 * | [stretch] KR1: Find the key ({{done}}) but not the lock
 *   ^^^^^^^^^                                                stretch
 *             ^^^                                            code
 *                  ^^^^^^^^^^^^                              statement
 *                                ^^^^^^^^                    status
 *                                          ^^^^^^^^^^^^^^^^  remark
 * ```
 */
export function readItemLine(nodes: readonly PhrasingContent[], vocabulary: Vocabulary): ItemLine {
  const text = flatten(nodes)
  const edge = text.includes(mark) ? statusEdge(text, vocabulary) : bracketEdge(text, vocabulary)
  const [from, to] = edge ? [edge.from, edge.to] : trim(text)
  const stretch = stretchAt(text, from, to, vocabulary)
  const code = edge?.code ?? codeAt(text, stretch?.next ?? from, to, vocabulary, markedEnd(nodes))
  const parts: Part[] = []
  const label = code ? undefined : labelledAt(text, stretch?.next ?? from, to, vocabulary)
  const start = edge?.code ? from : ((code ?? label ?? stretch)?.next ?? from)
  if (stretch)
    parts.push({
      ...stretch,
      make: (content) => literal<Stretch>('stretch', text.slice(stretch.from, stretch.to), content)
    })
  if (code) parts.push({...code, make: (content) => literal<Code>('code', code.value, content)})
  if (start < to) parts.push({from: start, to, make: toStatement})
  let status: Status | undefined
  if (edge?.status) {
    const {status: found} = edge
    parts.push({
      ...found,
      make: (content) =>
        (status = found.name ? wordStatus(found.name, content, 'bracket') : statusesOf(content)[0])
    })
  }
  if (edge?.remark) {
    const [at, end] = edge.remark
    const make = (children: PhrasingContent[]): Remark =>
      spanning<Remark>({type: 'remark', children, position: undefined})
    parts.push({from: at, to: end, make})
  }
  parts.sort((a, b) => a.from - b.from)
  const children = cut(nodes, parts, label !== undefined)
  return {
    stretch: stretch !== undefined,
    code: code?.value ?? null,
    kind: (code ?? label)?.kind,
    status,
    children
  }
}

/**
 * The parts of a line as nodes. What shows nothing beside the statement is a part of it; elsewhere it stands between
 * the parts. The rest (joints, brackets, a label) is the line's markup.
 */
function cut(
  nodes: readonly PhrasingContent[],
  parts: readonly Part[],
  isLabelled: boolean
): ItemContent[] {
  if (!isLabelled && parts.length === 1 && parts[0]!.make === toStatement) {
    const all = trimNodes(nodes)
    const statement = toStatement(all)
    return statement ? [statement] : all
  }
  /** What stands before the first part, the part, what stands before the next one, and so on. */
  const pieces = splitAt(nodes, endsOf(parts))
  const children: ItemContent[] = []
  let isTaken = false
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    const before = pieces[2 * at]!
    const content = pieces[2 * at + 1]!
    if (part.make === toStatement) {
      const all = trimNodes(concat(concat(beside(before), content), beside(pieces[2 * at + 2]!)))
      const statement = toStatement(all)
      children.push(...(statement ? [statement] : all))
      isTaken = true
      continue
    }
    if (!isTaken) children.push(...silent(before))
    isTaken = false
    const made = part.make(content)
    // A tag within a marker, as in `<tvar name="x">Stretch</tvar> goal:`, is a part of it.
    const isPart = ({type, position}: PhrasingContent): boolean =>
      type === 'html' &&
      (position?.start.offset ?? 0) > (made?.position?.start.offset ?? Infinity) &&
      (position?.end.offset ?? 0) < (made?.position?.end.offset ?? 0)
    if (!made || !('children' in made))
      children.push(...silent(content).filter((node) => !isPart(node)))
    if (made) children.push(made)
  }
  if (!isTaken) children.push(...silent(pieces.at(-1)!))
  return children
}

/** What a statement takes in of what stands beside it: all of it where that is blank. */
function beside(nodes: PhrasingContent[]): PhrasingContent[] {
  return hasText(nodes) ? silent(nodes) : nodes
}

function literal<Node extends Stretch | Code>(
  type: Node['type'],
  value: string,
  content: PhrasingContent[]
): Node {
  return {type, value, position: span(content.filter((node) => flatten([node]) !== ''))} as Node
}

/** A statement of some content, `undefined` of none. */
export function toStatement(children: PhrasingContent[]): Statement | undefined {
  if (!hasText(children)) return undefined
  return spanning<Statement>({type: 'statement', children, position: undefined})
}

/** Where a status stands, the range of the text that is left, and those of a remark and a code beside the status. */
interface Edge {
  status?: {from: number; to: number; name?: StatusName}
  from: number
  to: number
  remark?: [from: number, to: number]
  code?: FoundCode
}

/** Characters that join a title to its status, and mean nothing without it. */
const joiners = /[\s:–—-]/

/** What may stand behind a status that ends its line: brackets, and punctuation of any script. */
const closing = /[\s).\],;:!。、，；）］】」\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/

/** What joins a status to its remark. */
const remarkJoiners = /[\s:;,–—-]/

function statusEdge(text: string, vocabulary: Vocabulary): Edge | undefined {
  return statusAtEnd(text) ?? statusAtStart(text) ?? statusBeforeRemark(text, vocabulary)
}

/** The mark of a status at an offset. */
function markAt(at: number): {from: number; to: number} {
  return {from: at, to: at + 1}
}

function statusAtEnd(text: string): Edge | undefined {
  let end = text.length
  while (end > 0 && closing.test(text.charAt(end - 1))) end--
  const at = end - 1
  return text[at] === mark
    ? {status: markAt(at), ...textBefore(text, at, text.slice(end))}
    : undefined
}

/** The text before a status, without what joins the two: a bracket, too, where one closes behind the status. */
function textBefore(text: string, at: number, behind: string): {from: number; to: number} {
  const isBracketed = /[)\]）］】]/.test(behind)
  let to = at
  while (
    to > 0 &&
    (joiners.test(text[to - 1]!) || (isBracketed && /[([（［【]/.test(text[to - 1]!)))
  )
    to--
  return {from: trim(text, 0, to)[0], to}
}

function statusAtStart(text: string): Edge | undefined {
  let at = 0
  while (at < text.length && /[\s([\u200B-\u200F\u2060-\u2064\uFEFF]/.test(text.charAt(at))) at++
  if (text[at] !== mark) return undefined
  const bracketed = text.slice(0, at).trim() !== ''
  let from = at + 1
  while (
    from < text.length &&
    (joiners.test(text[from]!) || (bracketed && /[)\]]/.test(text[from]!)))
  )
    from++
  return {status: markAt(at), from, to: Math.max(from, trim(text, from)[1])}
}

/**
 * The only status within a line: of several, the line speaks about statuses. What follows it is the remark, or the
 * text, where there is none before it (`: {{done}} Row`).
 */
function statusBeforeRemark(text: string, vocabulary: Vocabulary): Edge | undefined {
  const at = text.indexOf(mark)
  if (text.includes(mark, at + 1)) return undefined
  const status = markAt(at)
  const closed = skip(text, at + 1, /[)\]]/)
  const start = skip(text, closed, remarkJoiners)
  const remark: [number, number] = [start, trim(text, start)[1]]
  const before = textBefore(text, at, text.slice(at + 1, closed))
  if (before.from >= before.to) return {status, from: remark[0], to: remark[1]}
  // `C202 {{on hold}}: Build a roof` has its text behind the colon.
  const code = text[closed] === ':' && codeAt(text, before.from, before.to, vocabulary, before.to)
  if (code && code.next === before.to) return {status, from: remark[0], to: remark[1], code}
  return remark[0] < remark[1] ? {status, ...before, remark} : {status, ...before}
}

/** Longer than any status, or what is said in its place. */
const longestBracket = 200

/**
 * A bracket at an end of a line: the status that it names, else a remark.
 *
 * ```markdown
 * | [DONE] Mend the trumpets     Play in the rain [Not done, but not at risk.]
 *   ^^^^^^                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function bracketEdge(text: string, vocabulary: Vocabulary): Edge | undefined {
  const [start, end] = trim(text)
  const atStart = text[start] === '['
  const open = atStart ? start : text[end - 1] === ']' ? text.lastIndexOf('[', end) : -1
  const close = atStart ? text.indexOf(']', start) + 1 : end
  if (open < 0 || close <= open || close - open > longestBracket) return undefined
  const words = text.slice(open + 1, close - 1).trim()
  // Of `[[a b]]`, which somebody wrote as text, neither pair is one.
  if (text[open - 1] === '[' || /[[\]]/.test(words)) return undefined
  const name = findStatus(vocabulary, words)
  const isStatus = name && !name.misspelt
  // What is no status is a remark at the end; at the start it has to stand out as one does.
  const isRemark = hasWordsBeside(words) && !(atStart && /\p{Ll}/u.test(words))
  if (!isStatus && !isRemark) return undefined
  if (stretchAt(text, open, close, vocabulary)) return undefined
  const [from, to] = atStart ? trim(text, close, end) : trim(text, start, open)
  if (from >= to) return undefined
  return isStatus
    ? {status: {from: open, to: close, name}, from, to}
    : {remark: [open, close], from, to}
}

/** Whether two words stand beside each other: `[1]`, `[sic]` and `[a – b]` are no remarks. */
function hasWordsBeside(text: string): boolean {
  const areWords = text.split(/\s+/).map((part) => /\p{L}/u.test(part))
  return areWords.some((isWord, at) => isWord && areWords[at + 1] === true)
}

/** A status of words alone. */
export function wordStatus(
  {value, label}: {value: string; label: string},
  content: PhrasingContent[],
  form: 'bracket' | 'text'
): Status {
  const position = span(content.filter((node) => flatten([node]) !== ''))
  return {type: 'status', value, label, form, raw: flatten(content), position}
}

/** `[stretch]`, `Stretch:` or `Stretch goal:`, and where the text begins behind it. */
function stretchAt(
  text: string,
  from: number,
  to: number,
  {labels}: Vocabulary
): {from: number; to: number; next: number} | undefined {
  const open = /[[(]/.test(text.charAt(from))
  const word = wordAt(text, open ? from + 1 : from, labels.stretch)
  if (!word) return undefined
  let at = from + (open ? 1 : 0) + word.length
  if (!open) while (at < to && isBlank(text, at)) at++
  if (!(open ? /[\])]/ : /:/).test(text.charAt(at)) || at >= to) return undefined
  at++
  if (open && text.charAt(at) === ':') at++
  const end = at
  while (at < to && isBlank(text, at)) at++
  return {from, to: end, next: at}
}

/** Longer than any code with the word before it. */
const longestCode = 80

/** A code or a number. */
const codes = /^((KR)|\p{Lu}{1,5}\.?)?\d{1,4}(?:\.\d{1,4}){0,6}(?![\p{L}\d])/u

/** The kinds that a word before a code or text says: `Task C101: …`, `Key result: …`. */
const kindWords = ['keyResult', 'hypothesis', 'task'] as const

/** Whether an item opens or ends with a status in brackets. */
export function hasBracketedStatus(
  nodes: readonly PhrasingContent[],
  vocabulary: Vocabulary
): boolean {
  return bracketEdge(flatten(nodes), vocabulary)?.status !== undefined
}

/** Where the bold or italic words end that a line opens with: a code may be all of them. */
function markedEnd(nodes: readonly PhrasingContent[]): number | undefined {
  const first = firstShown(nodes)
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined
  return trim(flatten(nodes.slice(0, nodes.indexOf(first) + 1)))[1]
}

/** Whether a line says by a code or a label that it is a goal or task. */
export function opensWithCode(nodes: readonly PhrasingContent[], vocabulary: Vocabulary): boolean {
  const text = flatten(nodes)
  const [from, to] = trim(text)
  const code = codeAt(text, from, to, vocabulary, markedEnd(nodes))
  return (code ?? labelledAt(text, from, to, vocabulary)) !== undefined
}

/** The word for a kind of goal or task that stands at an offset. */
function kindWordAt(
  text: string,
  from: number,
  {labels}: Vocabulary
): {kind: ItemKind; to: number} | undefined {
  for (const kind of kindWords) {
    const word = wordAt(text, from, labels[kind])
    if (word) return {kind, to: from + word.length}
  }
  return undefined
}

/** Where the text begins behind a label that says what it is: `Key result: Paint the hands`. */
function labelledAt(
  text: string,
  from: number,
  to: number,
  vocabulary: Vocabulary
): {kind: ItemKind; next: number} | undefined {
  const word = kindWordAt(text, from, vocabulary)
  if (!word || word.kind === 'task' || text[word.to] !== ':') return undefined
  const next = skip(text, word.to + 1, /\s/)
  return next < to ? {kind: word.kind, next} : undefined
}

/** A code by offsets, where the text behind it begins, and what a word before it says. */
interface FoundCode {
  from: number
  to: number
  next: number
  value: string
  kind: ItemKind | undefined
}

/**
 * A code before a text: `KR1` with or without a colon, any other with one, or where nothing else stands. A number is
 * one with the word before it: `Key Result 1`. Names of fiscal years, quarters and Phabricator tasks look alike, and are none.
 *
 * @param alone Where words end of which the code may be all: those before a status, or in bold.
 */
function codeAt(
  text: string,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  alone?: number
): FoundCode | undefined {
  // Most lines have none, which is seen at once.
  if (!/\d/.test(text.slice(from, from + longestCode))) return undefined
  let at = from
  let kind: ItemKind | undefined
  const word = kindWordAt(text, from, vocabulary)
  if (word && isBlank(text, word.to)) {
    at = skip(text, word.to, /\s/)
    ;({kind} = word)
  }
  const match = codes.exec(text.slice(at, at + 40))
  const isNumber = match?.[1] === undefined
  if (!match || (isNumber && (!kind || kind === 'task'))) return undefined
  const end = at + match[0].length
  if (isNumber) at = from
  const value = collapse(text.slice(at, end))
  const colon = skip(text, end, /\s/)
  const isColon = text[colon] === ':' && colon < to
  const isWhole = end >= to ? isNumber || match[2] : match[2] && isBlank(text, end)
  if (!isColon && end !== alone && !isWhole) return undefined
  if (isNoCode(value)) return undefined
  const next = skip(text, isColon ? colon + 1 : end, /\s/)
  return {from: at, to: end, next: Math.min(next, to), value, kind}
}
