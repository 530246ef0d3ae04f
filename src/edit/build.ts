/**
 * New nodes of a plan, as a caller says them: pieces of plan JSON, where nodes may stand in place of a text. What a
 * piece of each kind may have is in the model. They have no ids yet.
 */
import {
  isContent,
  toContent,
  toSomeContent,
  toTeam,
  wantedContent,
  type Content
} from './content.ts'
import {readHeaded} from './heading.ts'
import {toNodes, type Complete} from '../plan/json/from-json.ts'
import {childType, isList, itemKinds, model, rowsOf} from '../plan/model.ts'
import {dateAt} from '../plan/recognize/dates.ts'
import {fieldName, isLabel} from '../plan/recognize/fields.ts'
import {splitHeading} from '../plan/recognize/headings.ts'
import {readQuarter} from '../plan/recognize/quarters.ts'
import {toStatus} from '../plan/status.ts'
import {checkEntry, isWord, wrong, type Keys} from '../check.ts'
import {quarterName} from '../vocabulary/quarter-name.ts'
import type {Kind, List, NodeOfKind, Slot, SlotType} from '../plan/model.ts'
import type {DateNode, ItemKind} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** A field to be added. */
export interface NewField {
  label: string
  value?: Content
}

/** The teams of a section, goal or task, by name. */
export interface Teams {
  dependencies?: readonly string[]
  primaryTeams?: readonly string[]
}

/** A goal or task to be added; a text alone is one without status and tasks. */
export type NewItem = Content | NewItemEntry

/** A goal or task with more than its text. */
export interface NewItemEntry extends Teams {
  text: Content
  /** What the page calls it; `goal` for a goal and `task` for a task where it is left out. */
  type?: ItemKind
  code?: string | null
  /** A status's value, label or alias. */
  status?: string | null
  /** What follows the status. */
  remark?: Content | null
  stretch?: boolean
  fields?: readonly NewField[]
  notes?: readonly NewNote[]
  tasks?: readonly NewItem[]
}

/** A goal to be added. */
export type NewGoal = NewItem

/** A task to be added. */
export type NewTask = NewItem

/** An update to be added. */
export type NewUpdate = Content | NewUpdateEntry

/** An update with more than its text. */
export interface NewUpdateEntry {
  /** What stands behind the statuses; it may be left out where there are any. */
  text?: Content
  /** The statuses that open it, by value, label or alias. */
  statuses?: readonly string[]
  updates?: readonly NewUpdate[]
}

/** A note to be added. */
export interface NewNote {
  /** A day, a month or a year in ISO 8601. */
  date: string
  updates?: readonly NewUpdate[]
}

/** A section to be added. */
export interface NewSection extends Teams {
  /** Such as `Outcome 1 / Output 2 (Night boats)`. */
  heading: string
  statement?: Content | null
  objectives?: readonly Content[]
  fields?: readonly NewField[]
  sections?: readonly NewSection[]
  goals?: readonly NewGoal[]
  notes?: readonly NewNote[]
}

/** A period to be added. */
export interface NewPeriod {
  /** As the page is to write it: `Q3 (January - March 2031)`; left out, it is made of the quarter. */
  label?: string | null
  /** 1 to 4; left out, it is the one that the label names. */
  quarter?: number | null
  sections?: readonly NewSection[]
}

type Check = [test: (value: unknown) => boolean, wanted: string]

const isString = (value: unknown): boolean => typeof value === 'string'

function orNull([test, wanted]: Check): Check {
  return [(value) => value === null || test(value), `${wanted} or null`]
}

const content: Check = [isContent, wantedContent]
const list: Check = [Array.isArray, 'an array']
const string: Check = [isString, 'a string']

/** What a caller may give for each type of slot. */
const checks: Partial<Record<SlotType, Check>> = {
  text: content,
  'text?': orNull(content),
  'string?': orNull([isWord, 'a text']),
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  'quarter?': orNull([(value) => [1, 2, 3, 4].includes(value as number), 'a number from 1 to 4']),
  itemKind: [(value) => itemKinds.includes(value as ItemKind), `one of ${itemKinds.join(', ')}`],
  'status?': orNull([isString, 'a status']),
  statuses: list
}

/** The keys of a kind that a caller may give, its name first: not what is worked out, nor links, which are nodes. */
function keysOf(kind: Kind): Keys {
  const given = rowsOf(kind).filter(
    ([, row]) => isList(row) || !(row.untold || row.slot === 'links')
  )
  const named = ([key]: (typeof given)[number]): number => Number(key === model[kind].name)
  given.sort((a, b) => named(b) - named(a))
  return new Map(given.map(([key, row]) => [key, checkOf(kind, key, row)]))
}

function checkOf(kind: Kind, key: string, row: Slot<never> | List): Check {
  if (isRequired(kind, key)) return !isList(row) && row.slot === 'text' ? content : string
  const [test, wanted] = isList(row) ? (row.single ? orNull(content) : list) : checks[row.slot]!
  return [(value) => value === undefined || test(value), wanted]
}

/** A name is, but for a text that statuses may stand in place of. */
function isRequired(kind: Kind, key: string): boolean {
  return key === model[kind].name && !('statuses' in model[kind].keys)
}

/**
 * A new node of a kind.
 *
 * @param path What the value is, for errors.
 * @throws {TypeError} where it is no such piece.
 */
export function build<K extends Kind>(
  kind: K,
  given: unknown,
  vocabulary: Vocabulary,
  path: string = kind
): NodeOfKind[K] {
  const [node] = toNodes({list: kind}, [complete(kind, given, vocabulary, path)])
  return node as NodeOfKind[K]
}

/** A piece with every key that its kind has, and its texts as nodes. */
function complete(kind: Kind, given: unknown, vocabulary: Vocabulary, path: string): unknown {
  const {bare, name} = model[kind]
  if (bare)
    return childType(kind) === kind
      ? toSomeContent(given as Content, path, vocabulary)
      : toTeam(given as Content, vocabulary, path).children
  const entry = name === 'text' && isContent(given) ? {text: given} : given
  checkEntry(entry, keysOf(kind), path)
  const json: Record<string, unknown> = {id: ''}
  for (const [key, row] of rowsOf(kind)) {
    const value = (entry as Complete)[key]
    const at = `${path}.${key}`
    if (!isList(row)) json[key] = readSlot(kind, key, row.slot, value, vocabulary, at)
    else if (row.single) json[key] = readSlot(kind, key, 'text?', value, vocabulary, at)
    else
      json[key] = ((value ?? []) as unknown[]).map((inner, index) =>
        complete(row.list, inner, vocabulary, `${at}[${index}]`)
      )
  }
  return {...json, ...workedOut[kind]?.(json, vocabulary, path, given)}
}

function readSlot(
  kind: Kind,
  key: string,
  slot: SlotType,
  value: unknown,
  vocabulary: Vocabulary,
  path: string
): unknown {
  if (slot === 'text' && isRequired(kind, key))
    return toSomeContent(value as Content, path, vocabulary)
  if (slot === 'text') return toContent((value ?? '') as Content, path, vocabulary)
  if (slot === 'text?')
    return value == null ? null : toSomeContent(value as Content, path, vocabulary)
  if (slot === 'status?') return value == null ? null : toStatus(value as string, vocabulary)
  if (slot === 'statuses')
    return ((value ?? []) as string[]).map((name) => toStatus(name, vocabulary))
  if (slot === 'date?') return toDate(value as string, vocabulary, path)
  if (slot === 'boolean') return value ?? false
  return value ?? (slot === 'itemKind' ? kind : null)
}

/** What follows from what a piece says, by kind; whether it can be said is checked here, too. */
const workedOut: Partial<
  Record<Kind, (json: Complete, vocabulary: Vocabulary, path: string, given: unknown) => object>
> = {
  field({label}, vocabulary, path) {
    const words = label as string
    if (words.includes(':') || !isLabel(words))
      throw wrong(`${path}.label`, 'a few words that are no sentence', words)
    return {label: words.trim(), name: fieldName(words.trim(), vocabulary)}
  },
  /** A label and its quarter: each says the other where it is left out. */
  period(json, vocabulary, path) {
    const label = (json.label as string | null)?.trim() ?? null
    const quarter = json.quarter as number | null
    if (label === null)
      return {
        label: quarter === null ? null : quarterName(quarter, vocabulary),
        inferred: quarter === null
      }
    const named = readQuarter(label, vocabulary) ?? null
    if (quarter !== null && quarter !== named)
      throw wrong(`${path}.label`, `a label that names quarter ${quarter}`, json.label)
    return {label, quarter: named, inferred: false}
  },
  section(json, vocabulary, path) {
    const headed = readHeaded(json.heading as string, vocabulary, `${path}.heading`)
    const said = splitHeading(headed.heading, vocabulary).statement
    return {...headed, type: headed.kind, statement: json.statement ?? said}
  },
  update({text, statuses}, _, path, given) {
    if ((text as unknown[]).length + (statuses as unknown[]).length === 0)
      throw wrong(path, 'an update with a text or a status', given)
    return {}
  }
}

/**
 * A new date, spelt as the house style has it: `August 14, 2030`.
 *
 * @throws {TypeError} for what is no date of the calendar in ISO 8601.
 */
export function toDate(date: string, vocabulary: Vocabulary, path = 'date'): DateNode {
  const found = typeof date === 'string' ? dateAt(date, 0, vocabulary) : undefined
  if (!found || found.value !== date)
    throw wrong(path, 'a date of the calendar such as 2030-08-14, 2030-08 or 2030', date)
  const {value, precision} = found
  return {type: 'date', value, precision, raw: spell(date, vocabulary)}
}

function spell(date: string, {months}: Vocabulary): string {
  const [year, month, day] = date.split('-')
  const name = month && months[Number(month) - 1]?.[0]
  if (!name) return date
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`
}
