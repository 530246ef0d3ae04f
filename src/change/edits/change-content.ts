/** Texts of the page, changed where they stand. */
import {contentEdits, type Content} from './content.ts'
import {rangeOf} from './page.ts'
import {marker, type State} from './state.ts'
import {trimNodes} from '../../document/phrasing.ts'
import {toLinks} from '../../plan/links.ts'
import {scopes, type Scope} from '../../write/wikitext/unsafe.ts'
import type {Entity, TextFact} from '../entities.ts'
import type {PhrasingContent} from '../../document/types.ts'

/** A thing with a text. */
interface Told {
  facts: {text: TextFact}
  content: readonly PhrasingContent[]
}

/** Where a text stands. */
interface TextPlace {
  /** Where it goes where there was none: an offset. */
  at: number
  scope: Scope
  /** What those stand below that spell statuses as it does; the whole page where this is left out. */
  parent?: Entity | undefined
}

/** Puts what a thing tells into its place. */
export function changeContent(before: Told, after: Told, place: TextPlace, state: State): void {
  changeSides(toContent(before), toContent(after), place, state)
}

function toContent({facts, content}: Told): Content {
  return {fact: facts.text, nodes: content}
}

function changeSides(
  was: Content,
  is: Content,
  {at, scope, parent}: TextPlace,
  state: State
): void {
  const {page, patch, vocabulary} = state
  const place = {source: page.source, at, scope, vocabulary, marker: marker(state, parent)}
  for (const edit of contentEdits(was, is, place)) patch.replace(edit)
}

/** A text whose links plan JSON does not tell. */
export interface PlainText {
  text: string
  nodes: readonly PhrasingContent[]
  restyled?: true | undefined
}

/** Puts a text into its place whose links plan JSON does not tell: they stay with their words. */
export function changeText(before: PlainText, after: PlainText, scope: Scope, state: State): void {
  if (before.text === after.text && !after.restyled) return
  const links = toLinks(before.nodes)
  const own = toLinks(after.nodes)
  const kept = own.length > 0 ? own : links.filter(({text}) => after.text.includes(text))
  const at = before.nodes[0] ? rangeOf(before.nodes[0]).start : 0
  const was = {fact: {text: before.text, links, statuses: []}, nodes: before.nodes}
  const restyled = after.restyled && {restyled: after.restyled}
  const is = {fact: {text: after.text, links: kept, statuses: [], ...restyled}, nodes: after.nodes}
  changeSides(was, is, {at, scope}, state)
}

/** Puts other words into a heading, or into a line that is one in all but markup. */
export function changeHeading(
  {type, children}: {type: string; children: readonly PhrasingContent[]},
  was: string,
  is: string,
  state: State
): void {
  const scope = type === 'heading' ? scopes.heading : scopes.line
  const after = {text: is, nodes: [{type: 'text' as const, value: is}]}
  changeText({text: was, nodes: trimNodes(children)}, after, scope, state)
}
