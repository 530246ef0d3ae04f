/** An edit of a page, said as data, as a client's work, by hand, and as what a reader sees. */
import type {PlanJson} from '../../../src/index.ts'
import type {Client} from './client.ts'

export interface Edit {
  /** The row of the table. */
  kind: string
  /** What the page is called. */
  page: string
  source: string
  /** The edit of the page's plan JSON, in place. */
  edit: (plan: PlanJson) => void
  /** The same edit of Parsoid's HTML; or why a client cannot make it. */
  client: ((html: Client) => void) | string
  /**
   * The page as a careful person leaves it. The number of lines that they change where several spellings are
   * as good: then the plan alone is held against the edit.
   */
  hand: string | number
  /** What Parsoid gets wrong, so that the page says something else after its edit. */
  flaw?: string
  /** What the edited sections show to a reader afterwards, as plain text. */
  shows?: string
}

/** An edit of a fixture. */
export interface EditCase extends Omit<Edit, 'source' | 'hand'> {
  /** The fixture's folder. */
  page: string
  /** A page is told by its lines: see `patched`. */
  hand: readonly string[] | number
}
