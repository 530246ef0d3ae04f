import {lint} from './lint.ts'
import type {LintOptions} from './lint.ts'
import type {Plan} from '../plan/types.ts'
import type {Plugin} from 'unified'

/** Judges a plan that `planParse` read; what rules find goes on the file as messages. */
export const planLint: Plugin<[(LintOptions | null | undefined)?], Plan> = function (options) {
  return (tree, file) => lint(tree, file, options)
}
