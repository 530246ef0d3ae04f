import {extendVocabulary, type Vocabulary, type VocabularyExtension} from '../vocabulary/index.ts'

/** The words that an edit is made with. */
export interface VocabularyOptions {
  /** The words that the page was parsed with. */
  vocabulary?: VocabularyExtension | null | undefined
}

/** The words of an edit. */
export function vocabularyOf(options: VocabularyOptions | null | undefined): Vocabulary {
  return extendVocabulary(options?.vocabulary)
}
