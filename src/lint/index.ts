/**
 * The linter: rules about plan pages, as a function and as a unified plugin.
 */
export {applyFixes} from './apply-fixes.ts'
export {lint} from './lint.ts'
export {planLint} from './plan-lint.ts'
export {checkRules} from './settings.ts'
export {rules} from './rules/index.ts'

export type {Context} from './context.ts'
export type {LintOptions} from './lint.ts'
export type {RuleSettings} from './settings.ts'
export type {Edit, Finding, Rule, Setting, Severity} from './types.ts'
