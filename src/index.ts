/**
 * wikiplan: MediaWiki annual-plan pages as data, and data as pages.
 */
export {fromJson} from './plan-json/from-json.ts'
export {PlanJsonError} from './plan-json/error.ts'
export {mdastToPlan} from './mdast-to-plan.ts'
export {parse} from './parse.ts'
export {planParse, planRemark, planStringify, remarkPlan} from './unified.ts'
export {planToMdast, toMarkdown} from './writers/markdown.ts'
export {toWikitext} from './to-wikitext.ts'
export {writePlan} from './write-plan.ts'
export * from './common.ts'

export type {JsonProblem} from './plan-json/error.ts'
export type {MdastToPlanOptions} from './mdast-to-plan.ts'
export type {BridgeOptions, PlanStringifyOptions} from './unified.ts'
export type {PlanFormat} from './write-plan.ts'
export type {WriteOptions} from './writers/wikitext.ts'
