/**
 * Markdown shows a plan, and not all of its page: what an edit of it changes is what parts it from the Markdown that the
 * page itself gives. That is done to what the page says, and what Markdown does not show stays.
 *
 * ```
 * page ──shown──▶ Markdown ──edited by a person──▶ Markdown
 *   │                 └──────── what changed ──────────┘
 *   └──▶ the page with that changed
 * ```
 */
import {isRestyled} from './content/styles.ts'
import {keepSpelling} from './spelling.ts'
import {mergeEntities} from '../merge/merge-entities.ts'
import {isSameData} from './same-data.ts'
import {toLinks} from '../../plan/links.ts'
import {model} from '../../plan/model.ts'
import {trimNodes} from '../../document/phrasing.ts'
import {StatusError, toStatus} from '../../plan/status.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Entity, EntityOf, Kind} from '../entities.ts'
import type {Matching} from '../match/match.ts'
import type {StatusJson} from '../../plan/json/types.ts'
import type {InlineCode, PhrasingContent} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** What a page is to say, and which of its things is which. */
export interface Wanted {
  after: EntityOf<'plan'>
  matching: Matching
  /** What was shown of the edited things. */
  shownAs: Matching
}

/** What a page is to say after its Markdown was edited. */
export function throughView(
  page: EntityOf<'plan'>,
  shown: EntityOf<'plan'>,
  edited: EntityOf<'plan'>
): Wanted {
  const {merged, built, matching} = mergeEntities(shown, page, edited, {by: 'place'})
  const afterOf = new Map<Entity, Entity>()
  const beforeOf = new Map<Entity, Entity>()
  for (const [{base, mine, theirs}, thing] of built) {
    if (!mine) continue
    afterOf.set(mine, thing)
    beforeOf.set(thing, mine)
    keepSpelling(mine, thing, () => true)
    if (base && theirs && isSetApart(base, theirs)) restyle(thing, theirs)
  }
  return {after: merged, matching: {afterOf, beforeOf}, shownAs: matching.theirs}
}

/** Whether words are set apart in another way, or are other links where plan JSON does not tell these. */
function isSetApart(base: Entity, edited: Entity): boolean {
  const hasLinks = 'links' in model[base.kind].keys
  const [was, is] = [base.content, edited.content]
  return isRestyled(was, is) || (!hasLinks && !isSameData(toLinks(was), toLinks(is)))
}

/** Gives a thing a text with its words set apart as in another. */
function restyle(thing: Entity, {content}: Entity): void {
  if (!('text' in thing.facts)) return
  thing.content = content
  thing.facts = {...thing.facts, text: {...thing.facts.text, restyled: true}} as never
}

/**
 * What a person wrote as a status is written, where a status stands or stood, and is none.
 *
 * ```markdown
 * | - Wind the clocks `Finnished`
 *                     ^^^^^^^^^^^
 * ```
 *
 * @param beforeOf What was shown of the things: what was there before was no status then.
 */
export function unknownStatuses(
  edited: Entity,
  beforeOf: ReadonlyMap<Entity, Entity>,
  vocabulary: Vocabulary
): EditProblem[] {
  const was = beforeOf.get(edited)
  const known = was ? codesIn(was.content) : []
  const lost = was && statusesOf(was).length > statusesOf(edited).length
  const place = placeOfStatus.get(edited.kind)
  const last = place === undefined ? undefined : trimNodes(edited.content).at(place)
  const names = codesIn(edited.content).filter(
    (code) => (lost || code === last) && !known.some(({value}) => value === code.value)
  )
  const misspelt = statusesOf(edited).filter(({form}) => form === 'malformed')
  return [
    ...[
      ...names.map(({value}) => value),
      ...misspelt.map(({raw}) => raw.replaceAll('`', ''))
    ].flatMap((name) => problemOf(name, was?.id ?? null, vocabulary)),
    ...edited.children.flatMap((child) => unknownStatuses(child, beforeOf, vocabulary))
  ]
}

function problemOf(name: string, id: string | null, vocabulary: Vocabulary): EditProblem[] {
  try {
    toStatus(name, vocabulary)
    return []
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    const advice = 'where it is meant as text, write it without the backticks'
    return [{id, reason: `${error.message}; ${advice}`}]
  }
}

/** The end of a text that a status stands at: an update opens with it. */
const placeOfStatus: ReadonlyMap<Kind, number> = new Map([
  ['goal', -1],
  ['task', -1],
  ['update', 0]
])

/** Code that is words, as the names of statuses are. */
function codesIn(nodes: readonly PhrasingContent[]): InlineCode[] {
  return nodes.flatMap((node): InlineCode[] => {
    if (node.type === 'inlineCode') return words.test(node.value) ? [node] : []
    return node.type === 'strong' || node.type === 'emphasis' ? codesIn(node.children) : []
  })
}

const words = /^\p{L}[\p{L} _-]{0,40}$/u

function statusesOf({kind, facts}: Entity): readonly StatusJson[] {
  if (kind === 'goal' || kind === 'task') return facts.status ? [facts.status] : []
  return kind === 'update' ? facts.text.statuses : []
}
