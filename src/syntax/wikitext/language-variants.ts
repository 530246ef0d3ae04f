/**
 * Language variants: what wikis whose language is written in several ways show each reader in theirs.
 *
 * ```markdown
 * | {{Note|-{zh-hans:a; zh-hant:''b''}-}} -{R|c}-
 *          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                languageVariant
 *                                           ^^^^^^^    languageVariant
 * ```
 *
 * `scan` finds them. They are parts of running text, as other wikis show them as they are written.
 *
 * @see https://www.mediawiki.org/wiki/Writing_systems/Syntax
 */
import type {LanguageVariant, UnistNode} from '../../document/types.ts'
import {dash} from '../../document/characters.ts'
import {text} from './inline.ts'
import {position, seek} from './page.ts'
import type {Page} from './page.ts'

/** A node's children, those within a language variant as its children; both its ends have to stand among them. */
export function withLanguageVariants(page: Page, nodes: readonly UnistNode[]): UnistNode[] {
  const starts = nodes.map(({position}) => position!.start.offset!)
  const ends = nodes.map(({position}) => position!.end.offset!)
  const found: UnistNode[] = []
  let next = 0
  let from = 0
  const take = (to: number): UnistNode[] => {
    const taken: UnistNode[] = []
    while (next < nodes.length && starts[next]! < to) {
      const start = Math.max(from, starts[next]!)
      const end = Math.min(to, ends[next]!)
      if (end - start === ends[next]! - starts[next]!) taken.push(nodes[next]!)
      else if (start < end) taken.push(text(page, start, end))
      if (end < ends[next]!) break
      next++
    }
    from = to
    return taken
  }
  for (const [index, {type}] of nodes.entries()) {
    for (let at = Math.max(from, starts[index]!); type === 'text' && at < ends[index]! - 1; at++) {
      const end = page.source.charCodeAt(at) === dash ? page.variants.get(at) : undefined
      const last = end === undefined ? -1 : seek(ends, end)
      if (end === undefined || nodes[last]?.type !== 'text' || starts[last]! > end - 2) continue
      found.push(...take(at))
      take(at + 2)
      const children = take(end - 2)
      take(end)
      const node = {type: 'languageVariant', children, position: position(page, at, end)}
      found.push(node as LanguageVariant)
      at = end - 1
    }
  }
  return from === 0 ? [...nodes] : [...found, ...take(Infinity)]
}
