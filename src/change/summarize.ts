import {checkOptions, wrong, type Keys} from '../check.ts'
import {inWords} from './facts.ts'
import {collapse} from '../document/plain-text.ts'
import type {
  AddChange,
  Change,
  FactName,
  Kind,
  MoveChange,
  RemoveChange,
  SetChange,
  SetFact,
  ThingName
} from './types.ts'
import type {StatusJson} from '../plan/json/types.ts'

/** How changes are summarized. */
export interface SummarizeOptions {
  /** How many code points the summary may have. Default: 500, as many as MediaWiki keeps of a summary. */
  limit?: number | null | undefined
}

const defaultLimit = 500

/** A shorter summary has no room for what it leaves out. */
const leastLimit = 40

const keys: Keys = new Map([
  [
    'limit',
    [
      (value) => value == null || (Number.isInteger(value) && Number(value) >= leastLimit),
      `a whole number from ${leastLimit} on`
    ]
  ]
])

/** How many code points of a title or text are told. */
const maxTitle = 60

/**
 * Changes as one line of plain text, fit for an edit summary: `“Wind the clocks”: in progress → done; note of
 * 2030-08-14 added to Outcome 2 / Output 3`. What does not fit the limit is counted: `… and 12 more`.
 *
 * Titles are shortened, and what MediaWiki would take for a link or section (`[[`, `/*`) is set apart: `[ [`.
 *
 * @throws {TypeError} where the changes are no array, or the limit is no whole number from 40 on.
 */
export function summarize(changes: readonly Change[], options?: SummarizeOptions | null): string {
  if (!Array.isArray(changes)) throw wrong('changes', 'an array, as diff gives it', changes)
  const limit = checkOptions(options, keys).limit ?? defaultLimit
  const told: Change[] = []
  for (const change of changes) if (!isEcho(change, told.at(-1))) told.push(change)
  let text = ''
  let fitting = told.length > 0 ? `${told.length} changes` : ''
  for (const [at, change] of told.entries()) {
    text += (text === '' ? '' : '; ') + phrase(change).replace(markup, '$& ')
    const left = told.length - at - 1
    const summary = left > 0 ? `${text}; … and ${left} more` : text
    if (lengthOf(text) > limit) break
    if (lengthOf(summary) <= limit) fitting = summary
  }
  return fitting
}

/** A text's links change with the text. */
function isEcho(change: Change, previous: Change | undefined): boolean {
  if (change.type !== 'set' || change.fact !== 'links') return false
  if (previous?.type !== 'set' || previous.fact !== 'text') return false
  const {kind, id, title} = previous
  return change.kind === kind && change.id === id && change.title === title
}

/** In code points, as MediaWiki counts. */
function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** What would be markup in a summary or where it is quoted, what turns the text around, and control characters. */
const markup = /\[(?=\[)|\](?=\])|\{(?=\{)|\}(?=\})|\/(?=\*)|\*(?=\/)|<(?=!--)|-(?=->)|~(?=~)/g
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu

function phrase(change: Change): string {
  if (change.type === 'set') return setPhrases[change.fact](change as never)
  return phrases[change.type](change as never)
}

const phrases = {
  add: (change: AddChange) => `${called(change)} added${placed(' to ', change.parent)}`,
  remove: (change: RemoveChange) => `${called(change)} removed${placed(' from ', change.parent)}`,
  move: (change: MoveChange) => {
    const {parent, to} = change
    const isWithin = parent?.id === to.parent?.id && parent?.title === to.parent?.title
    return `${called(change)} moved${placed(isWithin ? ' within ' : ' to ', to.parent)}`
  }
}

const setPhrases: {readonly [F in FactName]: (change: SetFact<F>) => string} = {
  title: becomes,
  heading: becomes,
  type: becomes,
  code: becomes,
  remark: (change) => arrow(`remark of ${known(change)}`, said(change.before), said(change.after)),
  fiscalYear: ({before, after}) =>
    arrow('fiscal year', before && short(before.label), after && short(after.label)),
  label: becomes,
  quarter: (change) => arrow(called(change), change.before, change.after),
  text: (change) =>
    change.kind === 'field'
      ? arrow(short(change.title), said(change.before), said(change.after))
      : becomes(change),
  links: (change) => `links of ${known(change)} changed`,
  statuses: (change) => arrow(known(change), valuesOf(change.before), valuesOf(change.after)),
  status: (change) => arrow(known(change), valueOf(change.before), valueOf(change.after)),
  stretch: (change) => `${known(change)} is ${change.after ? 'now' : 'no longer'} stretch`,
  date: (change) =>
    `${called(change)} is now of ${short(change.after?.value ?? change.after?.raw ?? 'no day')}`
}

type Told = string | number | null

/** What was not there before needs no arrow: `“Find the key”: done`. */
function arrow(name: string, before: Told, after: Told): string {
  return before === null ? `${name}: ${after}` : `${name}: ${before} → ${after ?? 'none'}`
}

function becomes({kind, before, after}: SetChange): string {
  return `${noun(kind)}${quoted(before)} is now ${quoted(after)}`
}

function valueOf(status: StatusJson | null): string | null {
  return status && short(status.value.replaceAll('-', ' '))
}

function valuesOf(statuses: readonly StatusJson[]): string | null {
  return statuses.length > 0 ? statuses.map(valueOf).join(', ') : null
}

function said(text: string | null): string | null {
  return text ? quoted(text) : null
}

/** Kinds whose titles are theirs alone, and stand for them without a word of what they are. */
const proper = new Set<Kind>(['period', 'section'])

function noun(kind: Kind): string {
  return proper.has(kind) ? '' : `${inWords(kind)} `
}

/** A thing with a word of what it is: `task “Find the key”`, `note of 2030-08-14`, `Outcome 2`. */
function called({kind, title}: ThingName): string {
  if (kind === 'note') return title ? `note of ${short(title)}` : 'note without a day'
  if (proper.has(kind)) return short(title) || 'goals without a heading'
  return noun(kind) + quoted(title)
}

/** A thing whose change says what it is: `“Find the key”`. */
function known(thing: ThingName): string {
  return thing.kind === 'goal' || thing.kind === 'task' ? quoted(thing.title) : called(thing)
}

/** That something is on the page needs no words. */
function placed(word: string, parent: ThingName | null): string {
  return parent === null || parent.kind === 'plan' ? '' : word + known(parent)
}

function quoted(text: unknown): string {
  return text === null || text === '' ? 'none' : `“${short(String(text))}”`
}

function short(text: string): string {
  const clean = collapse(text.slice(0, 4 * maxTitle).replace(invisible, ' '))
  const points = [...clean]
  if (points.length <= maxTitle) return clean
  return `${points
    .slice(0, maxTitle - 1)
    .join('')
    .trimEnd()}…`
}
