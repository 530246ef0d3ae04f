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

/** The columns whose words say that a table has goals, the surest first; those that are not the goal's are `others`. */
const goalColumns: {words: keyof Words; kind: ItemKind; other?: Column}[] = [
  {words: 'hypothesis', kind: 'hypothesis'},
  {words: 'keyResult', kind: 'keyResult'},
  {words: 'goal', kind: 'goal'},
  {words: 'objective', kind: 'goal', other: {role: 'section', kind: 'objective'}},
  {words: 'keyResults', kind: 'keyResult', other: {role: 'keyResults'}}
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

/** The columns of a table by the texts of its header, `undefined` where it is no table of goals. */
export function readColumns(
  labels: readonly string[],
  vocabulary: Vocabulary
): LabelledColumn[] | undefined {
  const words = labels.map((label) => wordsOf(label, vocabulary))
  const goal = goalColumn(words, vocabulary) ?? genericColumn(words, labels, vocabulary)
  if (!goal) return undefined
  return labels.map((label, at) => ({
    label,
    ...(at === goal.at
      ? {role: 'goal', kind: goal.kind}
      : (knownColumn(words[at]!, vocabulary) ?? {role: 'field'}))
  }))
}

function goalColumn(
  words: readonly string[],
  vocabulary: Vocabulary
): {at: number; kind: ItemKind} | undefined {
  for (const {words: key, kind} of goalColumns) {
    const at = words.findIndex((word) => isOf(word, key, vocabulary))
    if (at >= 0) return {at, kind}
  }
  const text = words.findIndex((word) => isOf(word, 'text', vocabulary))
  const code = words.find((word) => isOf(word, 'code', vocabulary))
  return text >= 0 && code !== undefined
    ? {at: text, kind: kindOfCode(code, vocabulary)}
    : undefined
}

/** What the header of codes calls what has them: `Hypothesis shortname`. */
function kindOfCode(word: string, {columns}: Vocabulary): ItemKind {
  const opens = (names: readonly string[]): boolean =>
    names.some((name) => word.startsWith(name.toLowerCase()))
  return opens(columns.hypothesis) ? 'hypothesis' : opens(columns.keyResults) ? 'keyResult' : 'goal'
}

/** The goal's column of a table of tasks, which has to say how they stand or whose they are. */
function genericColumn(
  words: readonly string[],
  labels: readonly string[],
  vocabulary: Vocabulary
): {at: number; kind: ItemKind} | undefined {
  const isPlan =
    words.some((word) => isOf(word, 'status', vocabulary)) ||
    labels.some((label) => fieldName(label, vocabulary) === 'owner')
  if (!isPlan) return undefined
  for (const key of ['part', 'item'] as const) {
    const at = words.findIndex((word) => isOf(word, key, vocabulary))
    if (at >= 0) return {at, kind: 'goal'}
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
  const plain = label
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\b(?:FY\s?)?\d{2,4}(?:\s?[/–-]\s?\d{2,4})?\b/g, ' ')
  const words = collapse(plain).toLowerCase()
  const quarter = quarterAt(words, 0, vocabulary)
  return quarter ? words.slice(quarter.to).trim() : words
}
