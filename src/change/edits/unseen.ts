/**
 * What a page has and no plan JSON tells: comments, references, files, categories, switches, anchors. An edit takes none
 * of it away, unless it stands on a line that goes with a thing that was taken out.
 */
import {linesOf, openPage, rangeOf, type Page} from './page.ts'
import {rawText} from '../../document/plain-text.ts'
import {parseWikitext} from '../../syntax/wikitext/index.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Entity} from '../entities.ts'
import type {Matching} from '../match/match.ts'
import type {UnistNode} from '../../document/types.ts'

/** What the page had and has no more. */
export function lostUnseen(
  before: Entity,
  source: string,
  result: string,
  {afterOf}: Matching
): EditProblem[] {
  const [had, has] = [constructsIn(source), constructsIn(result)]
  const lost = [...had].filter(([text, nodes]) => nodes.length > (has.get(text)?.length ?? 0))
  if (lost.length === 0) return []
  const page = openPage(source)
  const gone = new Set(goneIn(before, afterOf).flatMap(({node}) => linesIn(page, node)))
  const isGone = (node: UnistNode): boolean => linesIn(page, node).some((line) => gone.has(line))
  return lost
    .filter(([text, nodes]) => {
      const missing = nodes.length - (has.get(text)?.length ?? 0)
      return missing > nodes.filter(isGone).length
    })
    .map(([text]) => ({id: null, reason: `\`${text}\` would be lost from the page`}))
}

function linesIn(page: Page, node: UnistNode): number[] {
  const {first, last} = linesOf(page, node)
  return Array.from({length: last - first + 1}, (_, at) => first + at)
}

const types = new Set(['comment', 'file', 'category', 'behaviorSwitch'])

/** What shows nothing by itself: a tag or reference without words, too. */
function isUnseen(node: UnistNode): boolean {
  const isEmpty = node.type === 'extension' || node.type === 'tag'
  const {name} = node as {name?: string}
  return types.has(node.type) || (isEmpty && !isLayout(name) && rawText(node) === '')
}

/** Tags of the page's layout, and a line's end. */
function isLayout(name = ''): boolean {
  return name.startsWith('tab') || name === 'br'
}

/** The constructs of a page that show nothing, by how they are written. */
function constructsIn(source: string): Map<string, UnistNode[]> {
  const found = new Map<string, UnistNode[]>()
  const open: UnistNode[] = [parseWikitext(source)]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isUnseen(node)) {
      open.push(...((node as {children?: UnistNode[]}).children ?? []))
      continue
    }
    const {start, end} = rangeOf(node)
    const text = source.slice(start, end)
    const known = found.get(text)
    if (known) known.push(node)
    else found.set(text, [node])
  }
  return found
}

/** What was taken out of a plan, each thing without those below it. */
function goneIn(thing: Entity, afterOf: Matching['afterOf']): Entity[] {
  if (!afterOf.has(thing)) return [thing]
  return thing.children.flatMap((child) => goneIn(child, afterOf))
}
