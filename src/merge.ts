import {createMerge} from './change/merge/create-merge.ts'
import {parse} from './parse.ts'

/**
 * Merges what two sides made of a page of wikitext: changes to different things combine, and the same change on
 * both sides is one. Where the sides contradict each other nothing is merged, and each conflict says what both
 * have and what the page had.
 *
 * @param base The page that both sides began with.
 * @throws {TypeError} for arguments of the wrong kind; a contradiction is no error, but `conflicts`.
 */
export const merge = createMerge(parse)
