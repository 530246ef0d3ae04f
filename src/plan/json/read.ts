import {PlanJsonError} from './error.ts'
import {fromJson} from './from-json.ts'
import type {Report} from '../recognize/messages.ts'
import type {Plan} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Reads plan JSON, or a plan tree as JSON; a wrong document is reported and gives an empty plan. */
export function readJson(source: string, vocabulary: Vocabulary, report: Report): Plan {
  try {
    return fromJson(parseJson(source), {vocabulary})
  } catch (error) {
    if (!(error instanceof PlanJsonError)) throw error
    for (const {path, reason} of error.problems)
      invalid(report, `\`${path || 'document'}\`: ${reason}`)
  }
  return {
    type: 'plan',
    dialect: 'json',
    title: null,
    heading: null,
    fiscalYear: null,
    source: null,
    children: []
  }
}

/**
 * A document that is JSON.
 *
 * @throws {PlanJsonError} where it is none, with the place where it stops being one.
 */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new PlanJsonError([{path: '', reason: `is not JSON: ${(error as Error).message}`}])
  }
}

function invalid(report: Report, reason: string): void {
  report({ruleId: 'json-invalid', reason, note: 'The schema is in `wikiplan/plan.schema.json`.'})
}
