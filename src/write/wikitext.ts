/** Write a plan as a new page of wikitext. */
import type {FlowContent, PhrasingContent, Status} from '../document/types.ts'
import type {Report} from '../plan/recognize/messages.ts'
import type {Plan} from '../plan/types.ts'
import {vocabularyOf, type Vocabulary, type VocabularyOptions} from '../vocabulary/index.ts'
import {composePage} from './compose-page.ts'
import {reportLeftOut} from './left-out.ts'
import {flow, lineOf} from './wikitext/flow.ts'
import {sourceOf, writePieces, type Markup, type Piece} from './wikitext/line.ts'
import {phrasing} from './wikitext/phrasing.ts'
import {scopes, type Scope} from './wikitext/unsafe.ts'

/**
 * Write a plan as a page of its own, in the house style that `compose` describes: a construct a
 * line, and blank lines only around paragraphs and lists that are no part of the plan. The page's title is not a part of a wiki page and is not written. Text that
 * would be markup is written so that it reads back as text.
 *
 * @throws {Error} for a node of no known type, by its name.
 */
export function writeWikitext(
  plan: Plan,
  options?: VocabularyOptions | null,
  report: Report = () => {}
): string {
  const vocabulary = vocabularyOf(options)
  const {root, kept, isBare = false} = composePage(plan, vocabulary, 'wikitext')
  reportLeftOut(plan, 'wikitext', isBare, report)
  const lines: string[] = []
  const isApart = (before: FlowContent, after: FlowContent): boolean =>
    !kept.continued.has(after) && (kept.sources.has(before) || kept.sources.has(after))
  flow(root.children, {lines, vocabulary, scope: 0, isApart})
  return lines.map((line) => line + '\n').join('')
}

/** Write nodes that stand within a line. */
export function phrasingToWikitext(nodes: PhrasingContent[], vocabulary: Vocabulary): string {
  return lineOf('', nodes, {vocabulary, scope: scopes.line})
}

/** What stands around a fragment on its line already, and what the fragment stands in. */
export interface FragmentContext {
  left: string
  right: string
  scope: Scope
  vocabulary: Vocabulary
}

/**
 * Write nodes for a place on a line of the page, so that they are the same there as alone. Only they are
 * returned; what stands around them is not changed.
 */
export function fragmentToWikitext(
  nodes: readonly PhrasingContent[],
  {left, right, scope, vocabulary}: FragmentContext
): string {
  return fragmentsToWikitext([left, {nodes, scope}, right], vocabulary)[0]!
}

/** New content between what stands on its line already; empty where something was taken out. */
export interface Fragment {
  nodes: readonly PhrasingContent[]
  scope: Scope
  /** Types of nodes around it that do not nest in themselves. */
  open?: ReadonlySet<string>
  /** How its statuses are spelt. */
  marker?: (status: Status) => string
}

const leadingComments = /^(?:<!--[^]*?-->)+/

/**
 * Write what is new of one line, fragments and ready markup, between what stands on it already: strings.
 * There is one result for each that is new.
 */
export function fragmentsToWikitext(
  parts: readonly (string | Fragment | Markup)[],
  vocabulary: Vocabulary
): string[] {
  const pieces: Piece[] = []
  const ends: [start: number, end: number][] = []
  for (const [index, part] of parts.entries()) {
    const start = pieces.length
    // MediaWiki takes comments out before it looks at how a line opens.
    if (index === 0 && typeof part === 'string')
      pieces.push({kept: part.replace(leadingComments, '')})
    else if (typeof part === 'string') pieces.push({kept: part})
    else if ('markup' in part) {
      pieces.push(part)
      ends.push([start, start + 1])
    } else {
      const opening = start > 0 ? sourceOf(pieces[0]!) : ''
      const isAgainstBullets = start === 1 && /^[*#:;]+$/.test(opening)
      const isInCell = /^[|!]/.test(opening)
      const scope = part.scope | (isAgainstBullets ? scopes.item : 0) | (isInCell ? scopes.cell : 0)
      pieces.push({markup: ''})
      phrasing(part.nodes, {open: new Set(), ...part, scope, pieces, vocabulary})
      ends.push([start, pieces.length])
    }
  }
  const written = writePieces(pieces, vocabulary)
  return ends.map(([start, end]) => written.slice(start, end).join(''))
}
