/** Statements and objectives: lines that are a text and no more. */
import {changeText, type PlainText} from './change-content.ts'
import {carriedLines} from './extent.ts'
import {marksOf, newOpening, withMarks} from './items.ts'
import {contentEnd, lineAt, lineStart, rangeOf} from './page.ts'
import {majority} from './majority.ts'
import {withoutQuotes} from './quotes.ts'
import {beforeOf, contentOf, writeText, type State} from './state.ts'
import {isWithin, placeOf} from './tables/places.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'
import type {Entity, EntityOf, TextFact} from '../entities.ts'

/** A thing that has a text. */
export type TextThing = Extract<Entity, {facts: {text: TextFact}}>

export function changeTextThing(before: TextThing, after: TextThing, state: State): void {
  changeText(toSide(before), toSide(after), scopes.line, state)
}

function toSide({facts, content}: TextThing): PlainText {
  return {text: facts.text.text, nodes: content, restyled: facts.text.restyled}
}

/** The line of a text that is an item of a list. */
export function itemLines(
  thing: TextThing,
  siblings: readonly TextThing[],
  state: State
): string[] {
  const open = newOpening(thing.kind, {siblings, outer: ''}, state)
  const before = beforeOf(thing, state)
  if (before) {
    const lines = carriedLines(before, state, (inner) => changeTextThing(before, thing, inner))
    return withMarks(lines, marksOf(open))
  }
  const text = writeText(
    contentOf(thing, state),
    {left: open, right: '', scope: scopes.line},
    state
  )
  return [open + text]
}

/** The line of a new statement, marked up as those of the page's other outcomes. */
export function statementLines(statement: EntityOf<'statement'>, state: State): string[] {
  const [open, close] = state.survey.once(state.survey, 'quotes of statements', () =>
    majority([quotesOfStatements(state)], String)
  ) ?? ["'''", "'''"]
  const nodes = withoutQuotes(contentOf(statement, state), open)
  return [open + writeText(nodes, {left: open, right: close, scope: scopes.line}, state) + close]
}

function quotesOfStatements({survey, page}: State): [open: string, close: string][] {
  return survey.all('statement').flatMap(({node, content}) => {
    const {start, end} = rangeOf(node)
    const line = lineAt(page, start)
    const [first, last] = [content[0], content.at(-1)]
    if (!first || !last || page.source[lineStart(page, line)] === '=') return []
    const open = page.source.slice(lineStart(page, line), rangeOf(first).start)
    const close = page.source.slice(
      rangeOf(last).end,
      Math.max(end, contentEnd(page, lineAt(page, end)))
    )
    return /^'*$/.test(open) && open === close.trim() ? [[open, open] as [string, string]] : []
  })
}

/** Where a statement is a part of its section's heading. */
export function isInHeading(statement: EntityOf<'statement'>, {page, survey}: State): boolean {
  const {node} = statement
  const section = survey.parentOf(statement)
  const cells = section && placeOf(section)?.headings
  if (cells) return cells.some((cell) => isWithin(node, cell))
  return page.source[lineStart(page, lineAt(page, rangeOf(node).start))] === '='
}
