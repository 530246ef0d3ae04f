/** What putting an edited plan into its page goes by. */
import {isSameData} from './same-data.ts'
import {spellLike, spellStatus} from './status-marker.ts'
import type {Patch} from './patch.ts'
import type {Page} from './page.ts'
import type {Survey} from './survey.ts'
import type {TableChanges} from './tables/rows.ts'
import type {Entity} from '../entities.ts'
import type {Matching} from '../match/match.ts'
import type {StatusJson} from '../../plan/json/types.ts'
import type {PhrasingContent} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {fragmentToWikitext} from '../../write/wikitext.ts'
import type {Scope} from '../../write/wikitext/unsafe.ts'
import {tidy} from '../../write/tidy.ts'

export interface State {
  page: Page
  patch: Patch
  survey: Survey
  /** The rows that go and come in tables. */
  tables: TableChanges
  vocabulary: Vocabulary
  /** Which thing of the page a thing of the edited plan is. */
  matching: Matching
  /** Whether things of the edited plan are as they were, with all below them; worked out once for each. */
  same: Map<Entity, boolean>
  /** Lines of the page that are written in another place, and what they are to say there. */
  carried: Map<number, string>
  /** Puts what stands below a thing into the page. */
  putBelow: (before: Entity, after: Entity, state: State) => void
}

/** The thing of the page that a thing of the edited plan is. */
export function beforeOf<T extends Entity>(after: T, {matching}: State): T | undefined {
  return matching.beforeOf.get(after) as T | undefined
}

/**
 * How a status is spelt here: like its neighbours, or as the edit says where that is a spelling of this page and
 * not just the usual one.
 *
 * @param parent What the neighbours stand below.
 */
export function marker(state: State, parent?: Entity): Spell {
  const {survey, vocabulary} = state
  return ({value, label, raw}) => {
    if (raw !== undefined && isOfPage(raw, value, label, state)) return raw
    return survey.once(parent ?? survey, `spell ${value} ${label}`, () => {
      const near = survey.statusesOf(parent?.children ?? [])
      const [first] = near
      if (first && near.every(({form}) => form === 'bracket'))
        return spellLike(first, {...first, value, label}, () => '', vocabulary)
      return spellStatus({value, label}, [near, pageStatuses(state)], vocabulary)
    })
  }
}

/** Spells a status. */
export type Spell = (status: {value: string; label: string; raw?: string}) => string

function isOfPage(raw: string, value: string, label: string, state: State): boolean {
  const {survey} = state
  const values = survey.once(
    survey,
    'values of markers',
    () =>
      new Map(
        pageStatuses(state)
          .filter(isMarker)
          .map(({raw, value}) => [raw, value])
      )
  )
  return raw !== `{{${label}}}` && values.get(raw) === value
}

/** Whether a status can be written elsewhere as it is: `{{Done|in [[May]]}}`, not the label that a line of text has. */
function isMarker({form, raw}: StatusJson): boolean {
  return (form === 'template' || form === 'angle') && !/[\r\n]/.test(raw)
}

function pageStatuses({survey}: State): StatusJson[] {
  return survey.once(survey, 'statuses', () =>
    survey.statusesOf([...survey.all('goal'), ...survey.all('task'), ...survey.all('update')])
  )
}

/** What stands around new text on its line. */
export interface Around {
  left: string
  right: string
  scope: Scope
}

/** New text as wikitext, its statuses spelt as those around. */
export function writeText(
  nodes: readonly PhrasingContent[],
  {left, right, scope}: Around,
  state: State,
  spell = marker(state)
): string {
  const spelt = tidy([...nodes]).map((node): PhrasingContent => {
    return node.type === 'status' ? {...node, raw: spell(node)} : node
  })
  return fragmentToWikitext(spelt, {left, right, scope, vocabulary: state.vocabulary})
}

/** A thing's text: as the page has it where it says the same. */
export function contentOf(after: Entity, state: State): PhrasingContent[] {
  const before = beforeOf(after, state)
  const isSame =
    before !== undefined &&
    'text' in before.facts &&
    'text' in after.facts &&
    isSameData(before.facts.text, after.facts.text)
  return isSame ? before.content : after.content
}
