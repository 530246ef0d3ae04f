/** What reads a page, as types: the reading itself is put together by `create-parse.ts`. */
import type {Report} from './recognize/messages.ts'
import type {Plan} from './types.ts'
import type {Dialect, Root} from '../document/types.ts'
import type {Vocabulary, VocabularyExtension} from '../vocabulary/index.ts'
import type {VFile} from 'vfile'

/** How a page is to be read. */
export interface ParseOptions {
  /** The page's dialect; `auto` (the default) tells it by the page's marks, and says so in a message. */
  from?: Dialect | 'auto' | undefined
  /** Words to look for beside the English ones. */
  vocabulary?: VocabularyExtension | null | undefined
  /** The page's title: wikitext does not say it. */
  title?: string | null | undefined
}

/** A page as a document. */
export type Reader = (source: string, vocabulary: Vocabulary) => Root

/**
 * What reads a dialect: most yield a document, plan JSON is a plan already. Where the marks around a document's
 * nodes are no nodes themselves, `complete` keeps those that the plan has no place for.
 */
export type Input =
  | {document: Reader; complete?: (plan: Plan, source: string) => Plan}
  | {plan: (source: string, vocabulary: Vocabulary, report: Report) => Plan}

/** Reads a page; what is wrong with it is reported on the file, where there is one. */
export type Parse = (source: string | VFile, options?: ParseOptions | null) => Plan
