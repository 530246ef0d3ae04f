import {spellStatus} from './spelling.ts'
import type {Context} from './context.ts'
import type {Finding} from './types.ts'
import type {Status} from '../document/types.ts'

const indexes = new WeakMap<Context, Map<number, Status>>()

/** A malformed status of wikitext as the page writes it elsewhere. */
export function fixStatus({place}: Finding, context: Context): string | undefined {
  if (context.plan.dialect !== 'wikitext' || !place) return undefined
  const status = indexOf(context).get(place.start.offset!)
  return status && spellStatus(context, status)
}

/** The page's statuses by offset. */
function indexOf(context: Context): Map<number, Status> {
  const known = indexes.get(context)
  if (known) return known
  const index = new Map(
    context.statuses.map((status) => [status.position?.start.offset ?? -1, status])
  )
  indexes.set(context, index)
  return index
}
