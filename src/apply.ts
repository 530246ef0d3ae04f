import {checkOptions, checkedElsewhere, kindOf, maybeString, type Keys} from './check.ts'
import {parseJson} from './plan/json/read.ts'
import {fromJsonAsGiven} from './plan/json/from-json.ts'
import {hashOf} from './plan/source.ts'
import {merge} from './merge.ts'
import {parse} from './parse.ts'
import {edits} from './to-wikitext.ts'
import {EditError} from './change/edit-error.ts'
import {describeConflict} from './change/merge/describe-conflict.ts'
import {applyEdits} from './change/text-edit.ts'
import type {Plan} from './plan/types.ts'
import type {VocabularyExtension} from './vocabulary/index.ts'

/** What an edited document is, and by which words its page was read. */
export interface ApplyOptions {
  /** What `edited` is where it is a string; `auto` (the default) takes what opens with `{` for JSON. */
  from?: 'json' | 'markdown' | 'auto' | undefined
  /**
   * The page that the document was made of, where `source` is a later revision of it: the edit and what changed
   * since are merged.
   */
  base?: string | null | undefined
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
 * @throws {TypeError} for arguments of the wrong kind.
 * @throws {PlanJsonError} where a string is to be JSON, and is none, or JSON is neither plan JSON nor tree JSON.
 * @throws {EditError} where the document was made of another revision of the page and `base` is not given, where
 *   the two changed one thing each in its way, or where the page cannot say the edit.
 */
export function apply(source: string, edited: unknown, options?: ApplyOptions | null): string {
  if (typeof source !== 'string')
    throw new TypeError(`The page must be a string, not ${kindOf(source)}`)
  const settings = checkOptions(options, keys)
  const {base, vocabulary} = settings
  const plan = toPlan(edited, settings)
  const made = base ?? source
  if (base && plan.source && plan.source.hash !== hashOf(base))
    throw new EditError([
      {id: null, reason: 'it was made of another revision than the one given as `base`'}
    ])
  const mine = applyEdits(made, edits(plan, {source: made, from: 'wikitext', vocabulary}))
  if (made === source) return mine
  const {page, conflicts} = merge(made, mine, source, {vocabulary})
  if (page !== null) return page
  throw new EditError(
    conflicts.map((conflict) => ({
      id: null,
      reason: describeConflict(conflict, {mine: 'the edit', theirs: 'the page'})
    }))
  )
}

const keys: Keys = new Map([
  [
    'from',
    [
      (value) => value === undefined || ['json', 'markdown', 'auto'].includes(value as string),
      "'json', 'markdown' or 'auto'"
    ]
  ],
  ['base', maybeString],
  ['vocabulary', checkedElsewhere]
])

function toPlan(edited: unknown, {from = 'auto', vocabulary}: ApplyOptions): Plan {
  if (typeof edited !== 'string') return fromJsonAsGiven(edited, {vocabulary})
  const isJson = from === 'json' || (from === 'auto' && /^\uFEFF?\s*\{/.test(edited))
  return isJson
    ? fromJsonAsGiven(parseJson(edited), {vocabulary})
    : parse(edited, {from: 'markdown', vocabulary})
}
