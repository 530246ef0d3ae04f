import type {Report} from './messages.ts'
import type {Dialect} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** How a document is to be understood. */
export interface RecognizeOptions {
  vocabulary: Vocabulary
  /** What the document was read as. */
  dialect: Dialect | null
  /** The page's title, where the caller knows it. */
  title?: string | null | undefined
  /** The page's text, where it is at hand. */
  source?: string | undefined
  /** Takes what is wrong with the page. */
  report: Report
}
