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
import type {Tag, UnistNode} from '../../document/types.ts'

/** What the page had and has no more, or twice. */
export function lostUnseen(
  before: Entity,
  source: string,
  result: string,
  {afterOf}: Matching
): EditProblem[] {
  const [had, has] = [constructsIn(source), constructsIn(result)]
  const count = (text: string): number => has.get(text)?.length ?? 0
  const doubled = [...had]
    .filter(([text, nodes]) => nodes.length < count(text))
    .map(([text]) => ({id: null, reason: `\`${text}\` would be on the page twice`}))
  const lost = [...had].filter(([text, nodes]) => nodes.length > count(text))
  if (lost.length === 0) return doubled
  const page = openPage(source)
  const gone = new Set(goneIn(before, afterOf).flatMap(({node}) => linesIn(page, node)))
  const isGone = (node: UnistNode): boolean => linesIn(page, node).some((line) => gone.has(line))
  const missed = lost
    .filter(([text, nodes]) => nodes.length - count(text) > nodes.filter(isGone).length)
    .map(([text]) => ({id: null, reason: `\`${text}\` would be lost from the page`}))
  return [...doubled, ...missed]
}

function linesIn(page: Page, node: UnistNode): number[] {
  const {first, last} = linesOf(page, node)
  return Array.from({length: last - first + 1}, (_, at) => first + at)
}

const types = new Set(['comment', 'file', 'category', 'behaviorSwitch'])

/** A tag that says what is transcluded: its other end may be lines away. */
const transclusion = /^<\/?(?:noinclude|includeonly|onlyinclude)\b/i

/** What shows nothing by itself: a tag or reference without words, too. */
function isUnseen(node: UnistNode): boolean {
  const isEmpty = node.type === 'extension' || node.type === 'tag'
  const {name, value} = node as {name?: string; value?: string}
  if (node.type === 'html') return transclusion.test(value!)
  return types.has(node.type) || (isEmpty && !isLayout(name) && rawText(node) === '')
}

/** Tags of the page's layout, a line's end, and tags whose ends count each for itself. */
function isLayout(name = ''): boolean {
  return name.startsWith('tab') || name === 'br' || transclusion.test(`<${name}`)
}

/** The constructs of a page that show nothing, by how they are written. */
function constructsIn(source: string): Map<string, UnistNode[]> {
  const found = new Map<string, UnistNode[]>()
  const open: UnistNode[] = [parseWikitext(source)]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isUnseen(node)) {
      const {opening, children = [], closing} = node as Partial<Tag>
      for (const inner of [opening, ...children, closing]) if (inner) open.push(inner)
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
