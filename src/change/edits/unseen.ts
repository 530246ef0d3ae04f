/**
 * What a page has and no plan JSON tells: comments, references, files, categories, switches, anchors, tags of
 * transclusion. An edit takes none of it away, unless it stands on a line that goes with a thing that was taken out, and
 * puts none of it on the page twice.
 */
import {rowNodesOf} from './tables/places.ts'
import {linesOf, openPage, rangeOf, type Page} from './page.ts'
import {rawText} from '../../document/plain-text.ts'
import {commentsIn} from '../../syntax/wikitext/comments.ts'
import {parseWikitext} from '../../syntax/wikitext/index.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Entity} from '../entities.ts'
import type {Matching} from '../match/match.ts'
import type {Tag, UnistNode} from '../../document/types.ts'

/** What of it the page has no more, and what it has twice. */
export function unseenProblems(
  before: Entity,
  source: string,
  result: string,
  {afterOf}: Matching
): EditProblem[] {
  const [had, has] = [constructsIn(source), constructsIn(result)]
  const more = ([text, nodes]: [string, UnistNode[]]): number =>
    (has.get(text)?.length ?? 0) - nodes.length
  const doubled = [...had].filter((entry) => more(entry) > 0)
  const fewer = [...had].filter((entry) => more(entry) < 0)
  const problem = ([text]: [string, UnistNode[]], would: string): EditProblem => ({
    id: null,
    reason: `\`${text}\` would be ${would}`
  })
  const problems = doubled.map((entry) => problem(entry, 'on the page twice'))
  if (fewer.length === 0) return problems
  const page = openPage(source)
  const gone = new Set(
    goneIn(before, afterOf)
      .flatMap((entity): UnistNode[] => [entity.node, ...rowNodesOf(entity)])
      .flatMap((node) => linesIn(page, node))
  )
  const isGone = (node: UnistNode): boolean => linesIn(page, node).some((line) => gone.has(line))
  const lost = fewer.filter((entry) => -more(entry) > entry[1].filter(isGone).length)
  return [...problems, ...lost.map((entry) => problem(entry, 'lost from the page'))]
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
  const add = (text: string, node: UnistNode): void => {
    const known = found.get(text)
    if (known) known.push(node)
    else found.set(text, [node])
  }
  const open: UnistNode[] = [parseWikitext(source)]
  for (let node = open.pop(); node; node = open.pop()) {
    const {opening, children = [], closing} = node as Partial<Tag>
    const {start, end} = rangeOf(node)
    if (isUnseen(node)) {
      add(source.slice(start, end), node)
      continue
    }
    // A name has no nodes: `{{<!-- ask -->done}}`.
    if (node.type === 'template') {
      const nameEnd = children[0] ? rangeOf(children[0]).start : end
      for (const comment of commentsIn(source.slice(start, nameEnd))) add(comment, node)
    }
    for (const inner of [opening, ...children, closing]) if (inner) open.push(inner)
  }
  return found
}

/** What was taken out of a plan, each thing without those below it. */
function goneIn(thing: Entity, afterOf: Matching['afterOf']): Entity[] {
  if (!afterOf.has(thing)) return [thing]
  return thing.children.flatMap((child) => goneIn(child, afterOf))
}
