import type {Context} from './context.ts'
import type {Finding} from './types.ts'

/** A malformed status of wikitext as the page writes it elsewhere. */
export function fixStatus({place}: Finding, {plan, statusAt, spell}: Context): string | undefined {
  const status = plan.dialect === 'wikitext' && place ? statusAt(place.start.offset!) : undefined
  return status && spell(status)
}
