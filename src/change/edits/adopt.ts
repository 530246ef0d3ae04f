/**
 * Markdown tells a status and not how its page spells it: what did not change is spelt as the page has it.
 */
import type {Entity, TextFact} from '../entities.ts'
import type {Matching} from '../match/match.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/** A thing whose statuses, where the page has the same, are those of the page; so is all below it. */
export function adoptStatuses<T extends Entity>(thing: T, matching: Matching): T {
  const before = matching.beforeOf.get(thing)
  if (before && 'status' in thing.facts && 'status' in before.facts) {
    const [was, is] = [before.facts.status, thing.facts.status]
    if (was && was.value === is?.value) thing.facts.status = was
  } else if (before?.kind === 'update' && thing.kind === 'update') {
    adoptAll(thing, before.facts.text)
  }
  for (const child of thing.children) adoptStatuses(child, matching)
  return thing
}

/** The statuses of an update, each that of the page that is the next with its value. */
function adoptAll(update: Extract<Entity, {kind: 'update'}>, {statuses: were}: TextFact): void {
  let at = 0
  const next = (status: StatusJson): StatusJson => {
    const found = were.findIndex(({value}, index) => index >= at && value === status.value)
    if (found < 0) return status
    at = found + 1
    return were[found]!
  }
  const statuses = update.facts.text.statuses.map(next)
  let index = 0
  const adopt = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.map((node): PhrasingContent => {
      if (node.type === 'status') return {...node, ...(statuses[index++] as Status | undefined)}
      const isWrapper = node.type === 'emphasis' || node.type === 'strong'
      return isWrapper ? {...node, children: adopt(node.children)} : node
    })
  update.content = adopt(update.content)
  update.facts = {text: {...update.facts.text, statuses}}
}
