/**
 * What Markdown shows of a text beside its words, links and statuses: plan JSON does not tell it, and so comparing plans
 * does not find it.
 *
 * ```markdown
 * | - Ask the *mussels* [T1](https://tasks.example/T1) `{{gone}}`
 *             ^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^
 * ```
 */
import {styleOf, type Styles} from './content/styles.ts'
import {isSameData} from './same-data.ts'
import {toText} from '../../document/plain-text.ts'
import {model} from '../../plan/model.ts'
import type {EditProblem} from '../edit-error.ts'
import {listOf, order, type Entity, type Kind} from '../entities.ts'

/** Anything within a line. */
interface AnyNode {
  type: string
  name?: unknown
  value?: unknown
  children?: readonly AnyNode[]
  position?: unknown
}

/** Words with other markup, where the words are as they were: such an edit changes nothing of the plan. */
export function changedMarkup(
  edited: Entity,
  beforeOf: ReadonlyMap<Entity, Entity>
): EditProblem[] {
  const was = beforeOf.get(edited)
  const isSame =
    !was ||
    !isSameData(was.facts, edited.facts) ||
    isSameData(fixedMarkup(was), fixedMarkup(edited))
  const reason =
    'its words are as they were and its markup is not: only what the plan says can be edited so'
  return [
    ...(isSame ? [] : [{id: edited.id, reason}]),
    // What the page has so stays so.
    ...styledParts(edited).filter(({reason}) => !was || !hasReason(styledParts(was), reason)),
    ...edited.children.flatMap((child) => changedMarkup(child, beforeOf))
  ]
}

function hasReason(problems: readonly EditProblem[], wanted: string): boolean {
  return problems.some(({reason}) => reason === wanted)
}

/** The markup that is not written with the words of a text; a remark is written as plain words. */
function fixedMarkup({content, node}: Entity): unknown[] {
  const remarks = remarksOf(node)
  return [markupOf(content, false), markupOf(remarks, true), remarks.flatMap(wordsOf)]
}

function remarksOf(node: Entity['node']): AnyNode[] {
  const remarks = (node.children as readonly AnyNode[]).filter(({type}) => type === 'remark')
  return remarks.flatMap(({children = []}) => children)
}

/** Where Markdown shows plain words, or labels that are bold as a whole, no other style can be edited. */
const plainParts: {readonly [K in Kind]?: {type: string; usual: readonly Styles[]}} = {
  plan: {type: 'heading', usual: [0]},
  period: {type: 'heading', usual: [0]},
  section: {type: 'heading', usual: [0]},
  field: {type: 'label', usual: [0, styleOf({type: 'strong'})]}
}

function styledParts({id, kind, node}: Entity): EditProblem[] {
  const {type, usual} = plainParts[kind] ?? {type: '', usual: []}
  const parts = (node.children as readonly AnyNode[]).filter((child) => child.type === type)
  const odd = parts.flatMap(wordsOf).filter(({styles}) => !usual.includes(styles))
  const links = markupOf(parts, true).filter(([type]) => type === 'link' || type === 'wikiLink')
  return [...odd.map(({text}) => text), ...links.map(([, target]) => String(target))].map(
    (text) => ({
      id,
      reason: `${JSON.stringify(text)} stands in a ${type}, whose markup cannot be edited so`
    })
  )
}

/** What an edit put beside the words of things or took from there, and the page would not show so. */
export function lostMarkup(
  edited: Entity,
  actual: Entity,
  beforeOf: ReadonlyMap<Entity, Entity>
): EditProblem[] {
  const isKept = !beforeOf.has(edited) || markupIn(edited).length >= markupIn(actual).length
  const more = isKept
    ? []
    : [{id: edited.id, reason: 'the page would still show what was taken out'}]
  return [
    ...notShown(edited, markupIn(edited), markupIn(actual)).map(({id, reason}) => ({
      id,
      reason: `${reason}: Markdown can change words, links and statuses alone`
    })),
    ...more,
    ...lostStyles(edited, actual, !beforeOf.has(edited)),
    ...twins(edited, actual).flatMap(([child, twin]) => lostMarkup(child, twin, beforeOf))
  ]
}

/** Nodes that an edit by code made, templates or comments, and the page would not have. */
export function lostNodes(edited: Entity, actual: Entity): EditProblem[] {
  const made = markupOf(edited.content, false, ({position}) => position === undefined)
  return [
    ...(made.length > 0 ? notShown(edited, made, markupOf(actual.content, false)) : []),
    ...twins(edited, actual).flatMap(([child, twin]) => lostNodes(child, twin))
  ]
}

/** What stands below two things that say the same; a statement that follows its heading may be on one side alone. */
function twins(edited: Entity, actual: Entity): [Entity, Entity][] {
  return order[edited.kind].flatMap((kind) => {
    const found: readonly Entity[] = listOf(actual, kind)
    return listOf(edited, kind).flatMap((child: Entity, at): [Entity, Entity][] =>
      found[at] ? [[child, found[at]]] : []
    )
  })
}

/** The markup that a page has nowhere in the text of a thing. */
function notShown({id}: Entity, wanted: unknown[][], actual: unknown[][]): EditProblem[] {
  const shown = new Set(actual.map(keyOf))
  return wanted
    .filter((markup) => !shown.has(keyOf(markup)))
    .map(([type, ...values]) => ({
      id,
      reason: `the page would not show the ${type === 'html' ? 'tag' : String(type)} \`${values.join(' ')}\``
    }))
}

/** Markup as a key, wherever it stands. */
function keyOf(markup: unknown[]): string {
  return JSON.stringify(markup, (key, value: unknown) => (key === 'position' ? undefined : value))
}

/** Words that would be set apart in another way; what is new may be as its neighbours are. */
function lostStyles(edited: Entity, actual: Entity, isNew: boolean): EditProblem[] {
  const [wanted, found] = [edited, actual].map(styledTexts) as [Words[][], Words[][]]
  const isSame = wanted.every((words, at) => {
    const others = charactersOf(found[at] ?? [])
    return charactersOf(words).every((styles, at) => {
      const own = others[at] ?? 0
      return styles === (isNew ? own & styles : own)
    })
  })
  const reason = 'its words would not be set apart as they are in the Markdown'
  return isSame ? [] : [{id: edited.id, reason}]
}

/** A thing's text, and its remark. */
function styledTexts({content, node}: Entity): Words[][] {
  return [content.flatMap(wordsOf), remarksOf(node).flatMap(wordsOf)]
}

/** The styles of each character that is no blank; that code is code, the page's Markdown does not show. */
function charactersOf(words: readonly Words[]): Styles[] {
  return words.flatMap(({text, styles}) => Array.from(text, () => styles & ~code))
}

const code = styleOf({type: 'inlineCode'})

/** Code that an edit has and the page has not: Markdown shows code of the page as plain words. */
export function lostCode(edited: Entity, page: Entity): EditProblem[] {
  const known = new Set(codeIn(page.node as AnyNode))
  const lostIn = ({id, content, children}: Entity): EditProblem[] => [
    ...content
      .flatMap(wordsOf)
      .filter(({styles, text}) => (styles & code) > 0 && !known.has(text))
      .map(({text}) => ({id, reason: `the page would not have ${JSON.stringify(text)} as code`})),
    ...children.flatMap(lostIn)
  ]
  return lostIn(edited)
}

function codeIn(node: AnyNode): string[] {
  const isCode = (node.type === 'tag' || node.type === 'extension') && node.name === 'code'
  return isCode ? [withoutBlanks(toText(node))] : (node.children ?? []).flatMap(codeIn)
}

/** Words, without their blanks, that are set apart in one way. */
interface Words {
  text: string
  styles: Styles
}

function wordsOf(node: AnyNode): Words[] {
  return wordsIn(node, 0)
}

function wordsIn(node: AnyNode, around: Styles): Words[] {
  if (node.type === 'status' || isApart(node)) return []
  const styles = around | styleOf(node)
  if (node.children) return node.children.flatMap((child) => wordsIn(child, styles))
  const text = withoutBlanks(toText(node))
  return text === '' ? [] : [{text, styles}]
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}

/** What says nothing that words do not say, and what they have in other ways. */
const silent = new Set(['text', 'entity', 'status', 'break', 'wikiLink'])

/** What keeps two marks of Markdown apart (`<!---->`), or is a status that the item's check box overrules. */
function isApart({type, value}: AnyNode): boolean {
  return (type === 'comment' && value === '') || (type === 'html' && String(value).startsWith('`'))
}

/** The markup of a thing's text and of its remark; plan JSON tells the links of a text, where it has a list of them. */
function markupIn({kind, content, node}: Entity): unknown[][] {
  const isTold = 'links' in model[kind].keys
  return [...markupOf(content, !isTold), ...markupOf(remarksOf(node), true)]
}

/** Markup but for styles: these are written with the words. */
function markupOf(
  nodes: readonly AnyNode[],
  withLinks: boolean,
  isOf: (node: AnyNode) => boolean = () => true
): unknown[][] {
  return nodes.flatMap((node): unknown[][] => {
    if (isApart(node) || (silent.has(node.type) && !(withLinks && node.type === 'wikiLink')))
      return withLinks ? markupOf(node.children ?? [], withLinks, isOf) : []
    const {type, children = [], position, ...rest} = node
    const inner = markupOf(children, withLinks, isOf)
    return styleOf(node) > 0 || !isOf(node) ? inner : [[type, ...Object.values(rest)], ...inner]
  })
}
