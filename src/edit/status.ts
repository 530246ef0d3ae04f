import {text} from '../write/builders.ts'
import type {PhrasingContent, Status} from '../document/types.ts'

/** An update's text with statuses that open it. */
export function opened(
  statuses: readonly Status[],
  content: readonly PhrasingContent[]
): PhrasingContent[] {
  const opening = statuses.flatMap((status): PhrasingContent[] => [status, text(' ')])
  return content.length > 0 ? [...opening, ...content] : opening.slice(0, -1)
}
