import {PlanJsonError} from './error.ts'
import {fromJson} from './from-json.ts'
import type {Report} from '../recognize/messages.ts'
import type {Plan} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Reads plan JSON, or a plan tree as JSON; a wrong document is reported and gives an empty plan. */
export function readJson(source: string, vocabulary: Vocabulary, report: Report): Plan {
  try {
    return fromJson(JSON.parse(source), {vocabulary})
  } catch (error) {
    if (error instanceof PlanJsonError) {
      for (const {path, reason} of error.problems)
        invalid(report, `\`${path || 'document'}\`: ${reason}`)
    } else if (error instanceof SyntaxError) invalid(report, `This is not JSON: ${error.message}`)
    else throw error
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

function invalid(report: Report, reason: string): void {
  report({ruleId: 'json-invalid', reason, note: 'The schema is in `wikiplan/plan.schema.json`.'})
}
