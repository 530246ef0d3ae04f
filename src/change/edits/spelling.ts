/** How statuses and dates are spelt where an edited document does not say: as the page has them. */
import type {Entity} from '../entities.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/**
 * Gives a thing the page's spelling of what it says as before.
 *
 * @param isOpen Whether a spelling of the document is none of its own making: `''` in plan JSON that has a status by its
 *   value alone, any in Markdown.
 */
export function keepSpelling(
  before: Entity,
  after: Entity,
  isOpen: (raw: string) => boolean
): void {
  const kept = <T extends {value: string | null; raw: string}>(
    was: T | null,
    is: T | null
  ): T | null => (was && is && was.value === is.value && isOpen(is.raw) ? was : is)
  if ('status' in before.facts && 'status' in after.facts)
    after.facts.status = kept(before.facts.status, after.facts.status)
  if (before.kind === 'note' && after.kind === 'note')
    after.facts.date = kept(before.facts.date, after.facts.date)
  if (before.kind === 'update' && after.kind === 'update') {
    const statuses = inTurn(before.facts.text.statuses, after.facts.text.statuses, isOpen)
    after.facts = {text: {...after.facts.text, statuses}}
  }
}

/** The statuses of an update, each that of the page that is the next with its value. */
function inTurn(
  were: readonly StatusJson[],
  are: readonly StatusJson[],
  isOpen: (raw: string) => boolean
): StatusJson[] {
  let at = 0
  return are.map((status) => {
    const found = were.findIndex(({value}, index) => index >= at && value === status.value)
    if (found < 0) return status
    at = found + 1
    return isOpen(status.raw) ? were[found]! : status
  })
}
