import {fromJsonAsGiven} from './plan/json/from-json.ts'
import {parse} from './parse.ts'
import {edits} from './to-wikitext.ts'
import {toMarkdown} from './write/markdown.ts'
import {applyEdits} from './change/text-edit.ts'
import type {Plan} from './plan/types.ts'
import type {VocabularyExtension} from './vocabulary/index.ts'

/** What an edited document is, and by which words its page was read. */
export interface ApplyOptions {
  /** What `edited` is where it is a string; `auto` (the default) takes what opens with `{` for JSON. */
  from?: 'json' | 'markdown' | 'auto' | undefined
  /** The words that the page was parsed with. */
  vocabulary?: VocabularyExtension | null | undefined
}

/**
 * Puts an edited document back into the page that it came from; nothing else on the page changes.
 *
 * @param source The page, as wikitext.
 * @param edited Plan JSON or tree JSON of this page, as data or as a string, or its Markdown; changed by whatever
 *   program or person. Ids tie things to those of the page, and where an id is gone, the content does.
 * @returns The page with the edits made; exactly `source` where nothing was changed.
 * @throws {SyntaxError} where a string is to be JSON, and is none.
 * @throws {PlanJsonError} where JSON is neither plan JSON nor tree JSON.
 * @throws {EditError} where the document cannot belong to this page, or the page cannot say it.
 */
export function apply(source: string, edited: unknown, options: ApplyOptions = {}): string {
  if (typeof source !== 'string')
    throw new TypeError(`The page must be a string, not ${typeof source}`)
  const {vocabulary} = options
  const plan = toPlan(edited, options)
  if (plan.dialect === 'markdown' && isOwnMarkdown(source, edited, vocabulary)) return source
  return applyEdits(source, edits(plan, {source, from: 'wikitext', vocabulary}))
}

/** Whether some Markdown is that of the page: that of a broken page may not say all that the page does. */
function isOwnMarkdown(
  source: string,
  edited: unknown,
  vocabulary: ApplyOptions['vocabulary']
): boolean {
  const plan = parse(source, {from: 'wikitext', vocabulary})
  return toMarkdown(plan, {vocabulary}).trimEnd() === String(edited).trimEnd()
}

function toPlan(edited: unknown, {from = 'auto', vocabulary}: ApplyOptions): Plan {
  if (!['json', 'markdown', 'auto'].includes(from)) {
    throw new TypeError(
      `options.from must be 'json', 'markdown' or 'auto', not ${JSON.stringify(from)}`
    )
  }
  if (typeof edited !== 'string') return fromJsonAsGiven(edited, {vocabulary})
  const isJson = from === 'json' || (from === 'auto' && /^\uFEFF?\s*\{/.test(edited))
  return isJson
    ? fromJsonAsGiven(JSON.parse(edited.replace(/^\uFEFF/, '')), {vocabulary})
    : parse(edited, {from: 'markdown', vocabulary})
}
