/**
 * The doors to unified: a parser, a compiler, and the bridges to remark.
 */
import {checkOptions, checkedElsewhere, type Keys} from './check.ts'
import {mdastToPlan} from './mdast-to-plan.ts'
import {parse} from './parse.ts'
import {format, writePlan} from './write-plan.ts'
import {planToMdast} from './write/markdown.ts'
import type {ParseOptions} from './plan/parsing.ts'
import type {Plan} from './plan/types.ts'
import type {PlanFormat} from './write-plan.ts'
import type {VocabularyExtension, VocabularyOptions} from './vocabulary/index.ts'
import type {Root as MdastRoot} from 'mdast'
import type {Plugin} from 'unified'

/** Options of `planStringify`. */
export interface PlanStringifyOptions {
  /** The format to write; `json` by default. */
  to?: PlanFormat | undefined
  vocabulary?: VocabularyExtension | null | undefined
}

/** Parses a page in any dialect as a plan; what is wrong with the page goes on the file as messages. */
export const planParse: Plugin<[(ParseOptions | null | undefined)?], string, Plan> = function (
  options
) {
  this.parser = (_document, file) => parse(file, options)
}

const stringifyKeys: Keys = new Map([
  ['to', [(value) => value === undefined || format[0](value), format[1]]],
  ['vocabulary', checkedElsewhere]
])

/** Writes a plan; a wikitext page that was not changed is given back exactly. */
export const planStringify: Plugin<[(PlanStringifyOptions | null | undefined)?], Plan, string> =
  function (options) {
    this.compiler = (tree, file) => {
      const {to = 'json', vocabulary} = checkOptions(options, stringifyKeys)
      return writePlan(tree as Plan, to, {source: String(file), vocabulary, file})
    }
  }

/** Turns a plan into Markdown's tree, for remark plugins to go on with. */
export const planRemark: Plugin<[(VocabularyOptions | null | undefined)?], Plan, MdastRoot> =
  function (options) {
    return (tree, file) => planToMdast(tree, {...options, file})
  }

/** Turns Markdown's tree, as remark-parse and remark-gfm give it, into a plan. */
export const remarkPlan: Plugin<[(VocabularyOptions | null | undefined)?], MdastRoot, Plan> =
  function (options) {
    return (tree, file) => mdastToPlan(tree, {...options, file})
  }
