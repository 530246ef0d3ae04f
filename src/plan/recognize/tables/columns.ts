/** What the columns of a table of goals say, by its header. */
import {fieldName} from '../fields.ts'
import {quarterAt} from '../quarters.ts'
import {collapse} from '../../../document/plain-text.ts'
import type {ItemKind, SectionKind} from '../../types.ts'
import type {Vocabulary} from '../../../vocabulary/index.ts'

/** What a column has of each goal, or of the sections that goals stand in. */
export type Column =
  | {role: 'goal'; kind: ItemKind}
  | {role: 'section'; kind: SectionKind}
  | {role: 'code' | 'keyResults' | 'status' | 'dependencies' | 'primaryTeams' | 'field'}

/** A column with its header's text. */
export type LabelledColumn = Column & {label: string}

type Words = Vocabulary['columns']

/** The goal's column of a table, and how much has to stand beside it, as its word alone may be any table's. */
interface GoalColumn {
  at: number
  kind: ItemKind
  needs: number
  /** The roles of the columns that tell it from another table's, beside statuses, owners and dates. */
  telling: ReadonlySet<Column['role']>
}

/** What only a plan has beside a goal, */
const besideGoals: GoalColumn['telling'] = new Set([
  'section',
  'code',
  'keyResults',
  'dependencies'
])
/** beside an objective or a hypothesis, as games and trials have these with their outcomes, */
const besideAims: GoalColumn['telling'] = new Set(['code', 'keyResults', 'dependencies'])
/** and beside a word of any table: signals have codes, courses programs. */
const besideAny: GoalColumn['telling'] = new Set()

/** The columns whose words say that a table has goals, the surest first; those that are not the goal's are `others`. */
const goalColumns: {
  words: keyof Words
  kind: ItemKind
  telling: GoalColumn['telling']
  other?: Column
}[] = [
  {words: 'hypothesis', kind: 'hypothesis', telling: besideAims},
  {words: 'keyResult', kind: 'keyResult', telling: besideGoals},
  {words: 'goal', kind: 'goal', telling: besideGoals},
  {
    words: 'objective',
    kind: 'goal',
    telling: besideAims,
    other: {role: 'section', kind: 'objective'}
  },
  {words: 'keyResults', kind: 'keyResult', telling: besideGoals, other: {role: 'keyResults'}}
]

/** The columns of things to do, the narrowest first. */
const genericColumns: {words: keyof Words; needs: number}[] = [
  {words: 'part', needs: 1},
  {words: 'item', needs: 1},
  {words: 'topic', needs: 2}
]

const otherColumns: [words: keyof Words, column: Column][] = [
  ['code', {role: 'code'}],
  ['status', {role: 'status'}],
  ['dependencies', {role: 'dependencies'}],
  ['primaryTeams', {role: 'primaryTeams'}],
  ['outcome', {role: 'section', kind: 'outcome'}],
  ['output', {role: 'section', kind: 'output'}],
  ['program', {role: 'section', kind: 'program'}],
  ['strategy', {role: 'section', kind: 'strategy'}]
]

/**
 * The columns of a table by the texts of its header, `undefined` where it is no table of goals.
 *
 * @param isPlan Whether the page says that it is a plan: then the word `Goal` alone is a plan's.
 * @param hasStatus Whether a cell of a column has a status; `undefined` where all are empty.
 */
export function readColumns(
  labels: readonly string[],
  vocabulary: Vocabulary,
  isPlan: boolean,
  hasStatus: (column: number) => boolean | undefined
): LabelledColumn[] | undefined {
  const words = labels.map((label) => wordsOf(label, vocabulary))
  const goal = goalColumn(words, labels, isPlan, vocabulary) ?? genericColumn(words, vocabulary)
  if (!goal) return undefined
  const columns = labels.map((label, at): LabelledColumn => ({
    label,
    ...(at === goal.at
      ? {role: 'goal', kind: goal.kind}
      : (knownColumn(words[at]!, vocabulary) ?? {role: 'field'}))
  }))
  const found = columns.map((column, at) =>
    column.role === 'status'
      ? weightOfStatuses(hasStatus(at))
      : isTelling(column, goal, vocabulary)
        ? 1
        : 0
  )
  return found.reduce<number>((sum, count) => sum + count, 0) >= goal.needs ? columns : undefined
}

/** How much a column of statuses says for a plan: that of a shop has `In stock`, that of a game `Unlocked`. */
function weightOfStatuses(hasStatus: boolean | undefined): number {
  return hasStatus === undefined ? 1 : hasStatus ? 2 : 0
}

/** Whether only a plan has such a column beside its goals. */
function isTelling(
  {role, label}: LabelledColumn,
  {telling}: GoalColumn,
  vocabulary: Vocabulary
): boolean {
  if (role === 'field') return ['owner', 'eta'].includes(fieldName(label, vocabulary) ?? '')
  return telling.has(role)
}

function goalColumn(
  words: readonly string[],
  labels: readonly string[],
  isPlan: boolean,
  vocabulary: Vocabulary
): GoalColumn | undefined {
  // `Quarterly goal` and `Goals 2031` are a plan's.
  const isSure = (at: number): boolean => isPlan || /\s/.test(withoutBrackets(labels[at]!).trim())
  for (const {words: key, kind, telling} of goalColumns) {
    const at = words.findIndex((word) => isOf(word, key, vocabulary))
    if (at >= 0) return {at, kind, needs: isSure(at) ? 0 : 1, telling}
  }
  const text = words.findIndex((word) => isOf(word, 'text', vocabulary))
  const code = words.findIndex((word) => isOf(word, 'code', vocabulary))
  if (text < 0 || code < 0) return undefined
  const needs = isSure(text) || isSure(code) ? 0 : 1
  return {at: text, kind: kindOfCode(words[code]!, vocabulary), needs, telling: besideAny}
}

/** What the header of codes calls what has them: `Hypothesis shortname`. */
function kindOfCode(word: string, {columns}: Vocabulary): ItemKind {
  const opens = (names: readonly string[]): boolean =>
    names.some((name) => word.startsWith(name.toLowerCase()))
  return opens(columns.hypothesis) ? 'hypothesis' : opens(columns.keyResults) ? 'keyResult' : 'goal'
}

/** The goal's column of a table of tasks, which has to say how they stand or whose they are: of topics, both. */
function genericColumn(words: readonly string[], vocabulary: Vocabulary): GoalColumn | undefined {
  for (const {words: key, needs} of genericColumns) {
    const at = words.findIndex((word) => isOf(word, key, vocabulary))
    if (at >= 0) return {at, kind: 'goal', needs, telling: besideAny}
  }
  return undefined
}

function knownColumn(word: string, vocabulary: Vocabulary): Column | undefined {
  const other = goalColumns.find(({words, other}) => other && isOf(word, words, vocabulary))?.other
  return other ?? otherColumns.find(([words]) => isOf(word, words, vocabulary))?.[1]
}

function isOf(word: string, key: keyof Words, {columns}: Vocabulary): boolean {
  return columns[key].some((known) => known.toLowerCase() === word)
}

/** A header's words without case, what stands in brackets, quarters and years. */
function wordsOf(label: string, vocabulary: Vocabulary): string {
  const plain = withoutBrackets(label).replace(/\b(?:FY\s?)?\d{2,4}(?:\s?[/–-]\s?\d{2,4})?\b/g, ' ')
  const words = collapse(plain).toLowerCase()
  const quarter = quarterAt(words, 0, vocabulary)
  return quarter ? words.slice(quarter.to).trim() : words
}

function withoutBrackets(label: string): string {
  return label.replace(/\([^()]*\)/g, ' ')
}
