/**
 * From any reader's document to a plan: the same function for every dialect.
 *
 * The document's blocks are read from top to bottom. What stands where decides what a block means: the
 * heading `Goal(s)` opens a section of goals, and there a sub-heading is a goal, a list its tasks. What
 * is not understood is kept in place.
 */
import {toBlocks} from './blocks.ts'
import {finish} from './finish.ts'
import {Outline} from './outline.ts'
import {isPlanPage} from './proof.ts'
import {quarterInTitle} from './quarters.ts'
import {readBlock} from './sections.ts'
import type {RecognizeOptions} from './options.ts'
import type {Block} from './blocks.ts'
import type {Position, Root} from '../../document/types.ts'
import type {Plan} from '../types.ts'

/** A document's plan. Positions are those of the document. */
export function recognize(document: Root, options: RecognizeOptions): Plan {
  const blocks = toBlocks(document, options.source)
  const outline = new Outline(options, blocks)
  if (options.title) outline.state(quarterInTitle, options.title)
  for (let at = 0; at < blocks.length;) at += readBlock(outline, blocks, at)
  outline.end(document.position)
  return finish(
    isPlanPage(outline) ? outline : withoutPlan(outline, blocks, document.position),
    document.position
  )
}

/** The page where nothing proves that it is a plan: its title, and all else as it stands. */
function withoutPlan(
  {options, title}: Outline,
  blocks: readonly Block[],
  position: Position | undefined
): Outline {
  const outline = new Outline(options, blocks)
  outline.title = title
  for (const {node} of blocks)
    if (node.type === 'title') outline.place(outline.plan, node)
    else outline.keep(node)
  outline.end(position)
  return outline
}
