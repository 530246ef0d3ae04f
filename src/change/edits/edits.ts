import {checkOptions, checkPlan, checkedElsewhere, type Keys} from '../../check.ts'
import {EditError, type EditProblem} from '../edit-error.ts'
import {changedMarkup, lostCode, lostMarkup, lostNodes} from './markup.ts'
import {doubledQuarters, nameQuarters, swallowedQuarters} from './quarters.ts'
import {hasOwnLine} from './note-head.ts'
import {openPage} from './page.ts'
import {Patch} from './patch.ts'
import {changePlan} from './plan-heading.ts'
import {putBelow} from './put.ts'
import {rememberLast} from './remember-last.ts'
import {isSameData} from './same-data.ts'
import {keepSpelling} from './spelling.ts'
import {lostTexts, strayTexts} from './stray.ts'
import {Survey} from './survey.ts'
import {TableChanges} from './tables/rows.ts'
import {throughView, unknownStatuses} from './view.ts'
import {editsAround} from './translated-edits.ts'
import {markupProblems} from './translated-check.ts'
import {translatedPage, withoutMarkup, type TranslatedPage} from './translated-page.ts'
import {applyEdits, type TextEdit} from '../text-edit.ts'
import {unseenProblems} from './unseen.ts'
import {findProblems} from './verify.ts'
import {listOf, toEntities, type Entity, type EntityOf, type Kind} from '../entities.ts'
import {match, type MatchBy, type Matching} from '../match/match.ts'
import {
  extendVocabulary,
  type Vocabulary,
  type VocabularyExtension
} from '../../vocabulary/index.ts'
import {hashOf} from '../../plan/source.ts'
import type {UnlistedTasks} from '../../plan/json/from-json.ts'
import type {Parse, ParseOptions} from '../../plan/parsing.ts'
import type {Plan} from '../../plan/types.ts'

/** What a plan is put into, and by which words it was read. */
export interface EditOptions {
  /** The page that the plan was read from. */
  source: string
  /** What the page is written in; the plan's own dialect where this is left out. Only wikitext can be changed. */
  from?: 'wikitext' | undefined
  /** The words that the page was parsed with. */
  vocabulary?: VocabularyExtension | null | undefined
}

/** The edits that make a page say what an edited plan says. */
export type Edits = (plan: Plan, options: EditOptions) => TextEdit[]

/** Reads a page of wikitext. */
type Read = (source: string) => EntityOf<'plan'>

/** Shows a plan as Markdown. */
export type Show = (
  plan: Plan,
  options: {vocabulary?: VocabularyExtension | null | undefined}
) => string

/**
 * An `edits` for the pages of a `parse`.
 *
 * @param show What writes Markdown; without it, a plan that was read from Markdown cannot be put back.
 */
export function createEdits(parse: Parse, show?: Show): Edits {
  const reader =
    (settings: ReadSettings): Read =>
    (page) =>
      toEntities(parse(page, {...settings, from: 'wikitext'}))
  const open = rememberLast((source, settings: ReadSettings) =>
    openForEdits(source, reader(settings))
  )
  return function edits(plan, options) {
    checkPlan(plan, 'edits')
    const {source, from, vocabulary} = checkOptions(options, keys)
    const settings = {title: plan.title, vocabulary}
    if (from !== 'wikitext' && isUnchanged(plan, parse, source, settings)) return []
    const isMarkdown = plan.dialect === 'markdown'
    if (plan.dialect === 'text' || plan.dialect === 'html' || (isMarkdown && !show))
      throw new EditError([notWikitext])
    if (plan.source && plan.source.hash !== hashOf(source)) throw new EditError([stale])
    const opened = open(source, settings)
    const put = {...opened, read: reader(settings), vocabulary: extendVocabulary(vocabulary)}
    if (!isMarkdown || !show) {
      refuse(strayTexts(opened.marked.node, plan, put.vocabulary))
      const after = toEntities(withoutMarkup(plan, opened.translated))
      // A node made by hand may be a template or comment, which comparing what plans say does not find.
      const check = (page: EntityOf<'plan'>): EditProblem[] => lostNodes(after, page)
      return putEntities(after, {...put, by: 'id', check})
    }
    const view = ({node}: EntityOf<'plan'>): EntityOf<'plan'> =>
      toEntities(parse(show(node, {vocabulary}), {...settings, from: 'markdown'}))
    return putView(toEntities(plan), view, put)
  }
}

function refuse(problems: readonly EditProblem[]): void {
  if (problems.length > 0) throw new EditError(problems)
}

/** Puts into a page what an edit changed of what is shown of it. */
function putView(
  edited: EntityOf<'plan'>,
  view: (page: EntityOf<'plan'>) => EntityOf<'plan'>,
  put: Omit<PutOptions, 'by'>
): TextEdit[] {
  const shown = view(put.before)
  const {after, matching, shownAs} = throughView(put.before, shown, edited)
  checkBelonging(shown, edited, shownAs)
  const {beforeOf} = shownAs
  refuse([
    ...strayTexts(shown.node, edited.node, put.vocabulary),
    ...lostTexts(shown.node, edited.node, put.vocabulary, idsOf(shownAs.afterOf)),
    ...changedMarkup(edited, beforeOf),
    ...unknownStatuses(edited, beforeOf, put.vocabulary),
    ...swallowedQuarters(shown, edited, beforeOf)
  ])
  if (saysTheSame(shown, edited) && saysTheSame(put.before, after)) return []
  const check = (page: EntityOf<'plan'>): EditProblem[] => {
    const actual = view(page)
    const problems = findProblems(edited, actual, beforeOf)
    return problems.length > 0
      ? problems
      : [...lostMarkup(edited, actual, beforeOf), ...lostCode(edited, page)]
  }
  return putEntities(after, {...put, by: matching, check})
}

/** The ids of what an edited document still has. */
function idsOf(afterOf: ReadonlyMap<Entity, Entity>): Set<string> {
  return new Set(Array.from(afterOf.keys()).flatMap(({id}) => id ?? []))
}

interface ReadSettings {
  vocabulary: VocabularyExtension | null | undefined
  title: string | null
}

const notWikitext = {
  id: null,
  reason:
    'only a page of wikitext can be edited: read it with `from: "wikitext"`, or leave `source` out to write a new one'
}

const stale = {
  id: null,
  reason:
    'it was made of another revision of the page, and would undo what changed since: give that revision as `base` to `apply` (`--base FILE` on the command line), and both are merged'
}

const keys: Keys = new Map([
  ['source', [(value) => typeof value === 'string', 'a string']],
  ['from', [(value) => value === undefined || value === 'wikitext', "'wikitext'"]],
  ['vocabulary', checkedElsewhere]
])

/** Whether a plan says what its page says in the dialect that it was read from. */
function isUnchanged(plan: Plan, parse: Parse, source: string, settings: ParseOptions): boolean {
  if (plan.dialect === null || plan.dialect === 'wikitext') return false
  const page = parse(source, {...settings, from: plan.dialect})
  return saysTheSame(toEntities(page), toEntities(plan))
}

/** Whether two things say the same, whatever their ids. */
function saysTheSame(a: Entity, b: Entity): boolean {
  return (
    a.children.length === b.children.length &&
    isSameData(a.facts, b.facts) &&
    a.children.every(
      (child, at) => child.kind === b.children[at]!.kind && saysTheSame(child, b.children[at]!)
    )
  )
}

/** A page that is to be edited. */
interface OpenedPage {
  source: string
  /** The page as it is marked up for translation, if it is. */
  translated: TranslatedPage | undefined
  /** What the page says, and what it says without that markup. */
  marked: EntityOf<'plan'>
  before: EntityOf<'plan'>
}

/**
 * Opens a page to be edited without its markup for translation, where what is left says the same: tags that Translate
 * refuses may part words, as in `<<Done<translate>`.
 */
export function openForEdits(source: string, read: Read): OpenedPage {
  const marked = read(source)
  const translated = translatedPage(source)
  if (translated) {
    const {node} = read(translated.text)
    const before = toEntities({...node, source: marked.node.source})
    if (saysTheSame(before, marked)) return {source, translated, marked, before}
  }
  return {source, translated: undefined, marked, before: marked}
}

/** What putting things into a page needs. */
export interface PutOptions extends Omit<OpenedPage, 'marked'> {
  read: Read
  /** What ties the things to those of the page, or which is which where it is known. */
  by: MatchBy | Matching
  vocabulary: Vocabulary
  /** What else is wrong with what the edited page says. */
  check?: (page: EntityOf<'plan'>) => EditProblem[]
}

/**
 * The edits that make a page say what some things say.
 *
 * @throws {EditError} where they cannot be said on this page.
 */
export function putEntities(after: EntityOf<'plan'>, options: PutOptions): TextEdit[] {
  const {by, before} = options
  const matching = typeof by === 'string' ? match(before, after, {by}) : by
  checkBelonging(before, after, matching)
  for (const [thing, was] of matching.beforeOf) keepSpelling(was, thing, (raw) => raw === '')
  dropUnsaid(after, matching)
  refuse(tasksTakenOut(matching))
  if (saysTheSame(before, after)) {
    if (by === 'id') refuse(options.check?.(before) ?? [])
    return []
  }
  const {edits, isProven} = editsBetween(before, after, {...options, matching})
  // A marker in the place of a marker can be nothing else.
  const isSure =
    isProven && findProblems(after, before, matching.beforeOf).every(({key}) => key === 'status')
  return isSure ? edits : verified(after, {...options, edits, matching})
}

/** Tasks that were taken out of a thing's links and stand in its text, where they are links. */
function tasksTakenOut({beforeOf}: Matching): EditProblem[] {
  return [...beforeOf].flatMap(([{node}, {id, facts}]) => {
    const {unlisted = []} = (node.data ?? {}) as UnlistedTasks
    const links = 'text' in facts ? facts.text.links : []
    return unlisted
      .filter((task) => links.some(({kind, target}) => kind === 'task' && target === task))
      .map((task) => ({
        id,
        reason: `${task} was taken out of its links and stands in its text, where a task is a link: take it out there, too`
      }))
  })
}

function editsBetween(
  before: EntityOf<'plan'>,
  after: EntityOf<'plan'>,
  {source, translated, matching, vocabulary}: PutOptions & {matching: Matching}
): {edits: TextEdit[]; isProven: boolean} {
  const page = openPage(translated?.text ?? source)
  const patch = new Patch(page)
  const state = {
    page,
    patch,
    survey: new Survey(page, before),
    tables: new TableChanges(),
    vocabulary,
    matching,
    same: new Map(),
    carried: new Map<number, string>(),
    putBelow
  }
  changePlan(before, after, state)
  putBelow(before, after, state)
  state.tables.finish(state)
  const edits = translated
    ? editsAround(translated, page, patch.settle(), state.carried)
    : patch.finish()
  return {edits, isProven: patch.isProven}
}

/** Edits that are to be proven. */
interface Draft extends PutOptions {
  edits: TextEdit[]
  matching: Matching
}

/** The edits, as long as the page then says what is wanted; where only the quarters do not fit, they are named. */
function verified(
  after: EntityOf<'plan'>,
  {source, translated, before, edits, matching, read, vocabulary, check}: Draft
): TextEdit[] {
  const problemsOf = (page: EntityOf<'plan'>, text: string): EditProblem[] => {
    const doubled = doubledQuarters(before, page, vocabulary)
    const problems = [...doubled, ...findProblems(after, page, matching.beforeOf)]
    if (problems.length > 0) return problems
    const marks = translated ? markupProblems(translated, text) : []
    const [was, is] = translated ? [translated.text, textOf(text)] : [source, text]
    const unseen = unseenProblems(before, was, is, matching)
    return [...marks, ...unseen, ...(check?.(page) ?? [])]
  }
  const result = applyEdits(source, edits)
  const actual = read(result)
  const problems = problemsOf(actual, result)
  if (problems.length === 0) return edits
  const page = openPage(result)
  const named = nameQuarters(after, actual, {original: source, page, edits, vocabulary})
  const left = named ? problemsOf(read(named.result), named.result) : problems
  if (named && left.length === 0) return named.edits
  throw new EditError(left)
}

/** A page without its markup for translation. */
function textOf(page: string): string {
  return translatedPage(page)?.text ?? page
}

/** A note that no line of the page opens is its updates: it goes with the last of them. */
function dropUnsaid(parent: Entity, matching: Matching): void {
  parent.children = parent.children.filter((child) => {
    const before = matching.beforeOf.get(child)
    const isOpened = before?.kind !== 'note' || before.id !== child.id || hasOwnLine(before)
    return isOpened || child.children.length > 0 || (child.kind === 'note' && child.facts.date)
  })
  if (parent.kind !== 'section') for (const child of parent.children) dropUnsaid(child, matching)
}

/**
 * A plan of another page has little in common with this one but what all plans have: a section's number, a goal of
 * common words. Of two or three things that a page has, an edit may have changed all.
 */
function checkBelonging(
  before: EntityOf<'plan'>,
  after: EntityOf<'plan'>,
  {afterOf}: Matching
): void {
  const refusal = (reason: string): EditError => new EditError([{id: null, reason}])
  if (countSections(before) > 0 && countSections(after) === 0)
    throw refusal('it has no section and no goal: it is no plan of this page')
  const least = Math.min(countTelling(before), countTelling(after))
  const common = [...afterOf.keys()].filter(({kind}) => telling.has(kind)).length
  if (countTelling(before) > 3 && least > 0 && common * 4 < least)
    throw refusal(
      'next to none of its goals, tasks and updates is on this page: it is the plan of another page'
    )
}

function countSections(plan: EntityOf<'plan'>): number {
  return listOf(plan, 'period').reduce((sum, {children}) => sum + children.length, 0)
}

/** What tells a plan from others. */
const telling = new Set<Kind>(['goal', 'task', 'update'])

function countTelling(thing: Entity): number {
  const own = telling.has(thing.kind) ? 1 : 0
  return thing.children.reduce((sum, child) => sum + countTelling(child), own)
}
