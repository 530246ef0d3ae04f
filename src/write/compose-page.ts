/**
 * A plan as a document with what stands beside the plan, which must not be read as a part of it there.
 *
 * ```
 * plan ──compose──▶ document ──recognize──▶ plan again
 *        ▲  with kept content                 │
 *        └──── what was read as plan ◀────────┘
 *             stands in a table of one cell
 * ```
 *
 * The document is read as a reader of the written page reads it. Kept content that is no longer kept then (a list
 * behind goals is goals) is guarded by a table of one cell, in which no reader looks for a plan; where the plan is
 * still another one, all of it is, and where even that does not help it is left out.
 */
import {dequal} from 'dequal'
import {compose} from './compose.ts'
import {Kept, nothingKept, placesOfKept, type Written} from './kept.ts'
import {recognize} from '../plan/recognize/index.ts'
import {toJson} from '../plan/json/to-json.ts'
import type {Dialect, Root} from '../document/types.ts'
import type {KeptContent, Plan} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'

/** A composed page: which of its nodes are no part of the plan, and which go on with the line before. */
export interface ComposedPage {
  root: Root
  /** Whether what stands beside the plan is left out. */
  isBare?: true
  kept: Pick<Kept, 'sources' | 'continued'>
}

/**
 * Compose the page of a plan.
 *
 * @param dialect what it is to be written in
 */
export function composePage(plan: Plan, vocabulary: Vocabulary, dialect: Dialect): ComposedPage {
  const places = placesOfKept(plan, vocabulary, dialect)
  const bare = {root: compose(plan, vocabulary), kept: new Kept(nothingKept)}
  if (places.behind.size === 0 && places.opening.size === 0) return bare
  const read = (root: Root): Plan =>
    recognize(root, {vocabulary, dialect, title: plan.title, report: () => {}})
  // A page may be able to say a plan only with what stands beside it, or not at all.
  const wanted = [{...toJson(plan), source: null}, toJson(read(bare.root))]
  let guarded = new Set<KeptContent>()
  for (const isLast of [false, false, true]) {
    const kept = new Kept(places, (node) => isLast || guarded.has(node))
    const root = compose(plan, vocabulary, kept)
    const found = read(root)
    const taken = takenIn(found, kept.sources)
    const said = toJson(found)
    if (taken.size === 0 && wanted.some((json) => dequal(said, json))) return {root, kept}
    guarded = taken
  }
  return {...bare, isBare: true}
}

/** Kept content that was read as a part of the plan. */
function takenIn(plan: Plan, sources: ReadonlyMap<Written, KeptContent[]>): Set<KeptContent> {
  const nodes = new Set<unknown>()
  collect(plan)
  const taken = [...sources].filter(([node]) => {
    return node.type === 'definitionList'
      ? !node.children.every((child) => nodes.has(child))
      : !nodes.has(node)
  })
  return new Set(taken.flatMap(([, content]) => content))

  function collect(parent: {children?: readonly object[]}): void {
    for (const child of parent.children ?? []) {
      nodes.add(child)
      collect(child)
    }
  }
}
