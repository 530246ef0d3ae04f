/**
 * Wikitext alone, for people who want no plan: its parser, and the types of its tree.
 *
 * ```ts
 * import {parseWikitext} from 'wikiplan/wikitext'
 * ```
 */
export {parseWikitext} from './syntax/wikitext/index.ts'
export {parseWithParts} from './syntax/wikitext/parts.ts'

export type * from './document/types.ts'
