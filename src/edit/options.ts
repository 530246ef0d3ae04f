import {extendVocabulary, type Vocabulary, type VocabularyExtension} from '../vocabulary/index.ts'

/** How an edit understands words. */
export interface EditOptions {
  /** The words that the page was parsed with. */
  vocabulary?: VocabularyExtension | null | undefined
}

/** The words of an edit. */
export function vocabularyOf(options: EditOptions | null | undefined): Vocabulary {
  return extendVocabulary(options?.vocabulary)
}
