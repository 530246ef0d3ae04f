import {newSection, type NewSection} from './build.ts'
import {namedPeriod} from './name.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {insert, type Place} from './place.ts'
import {checkPlan} from './target.ts'
import {childrenOf} from '../document/children.ts'
import {readQuarter} from '../plan/recognize/headings.ts'
import {datePeriods} from '../plan/recognize/periods.ts'
import {checkEntry, isWord, wrong, type Keys} from '../vocabulary/check.ts'
import type {Period, Plan} from '../plan/types.ts'
import {quarterName} from '../vocabulary/quarter-name.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** A period to be added. */
export interface NewPeriod {
  /** As the page is to write it: `Q3 (January - March 2031)`; left out, it is made of the quarter. */
  label?: string | null
  /** 1 to 4; left out, it is the one that the label names. */
  quarter?: number | null
  sections?: readonly NewSection[]
}

const keys: Keys = new Map([
  ['label', [(value) => value == null || isWord(value), 'a text or null']],
  ['quarter', [(value) => value == null || isQuarter(value), 'a number from 1 to 4 or null']],
  ['sections', [(value) => value === undefined || Array.isArray(value), 'an array']]
])

function isQuarter(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 4
}

/**
 * Adds a period. One without label and quarter is one that the page does not say: it is inferred from its
 * sections' numbers.
 *
 * @throws {TargetError} where the place names no period.
 * @throws {TypeError} for what is no period, or a label that names another quarter.
 */
export function addPeriod(
  plan: Plan,
  period: NewPeriod,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  checkPlan(plan, 'addPeriod')
  checkEntry(period, keys, 'period')
  const vocabulary = vocabularyOf(options)
  const made = toPeriod(period, vocabulary)
  datePeriods(
    [...childrenOf(plan, 'period').map((other) => ({...other})), made],
    plan.fiscalYear,
    vocabulary
  )
  return insert([plan], namedPeriod(made, plan), place)
}

function toPeriod({sections = [], ...period}: NewPeriod, vocabulary: Vocabulary): Period {
  const {label, quarter} = readLabel(period, vocabulary)
  return {
    type: 'period',
    id: '',
    label,
    quarter,
    start: null,
    end: null,
    inferred: label === null,
    children: sections.map((section, at) =>
      newSection(section, vocabulary, `period.sections[${at}]`)
    )
  }
}

/** A label and its quarter: each says the other where it is left out. */
function readLabel(
  {label = null, quarter = null}: NewPeriod,
  vocabulary: Vocabulary
): Pick<Period, 'label' | 'quarter'> {
  if (label === null) {
    return {label: quarter === null ? null : quarterName(quarter, vocabulary), quarter}
  }
  const named = readQuarter(label.trim(), vocabulary) ?? null
  if (quarter !== null && quarter !== named)
    throw wrong('period.label', `a label that names quarter ${quarter}`, label)
  return {label: label.trim(), quarter: named}
}
