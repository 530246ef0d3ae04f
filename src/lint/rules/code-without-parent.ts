import {codedIn} from '../codes.ts'
import type {Rule} from '../types.ts'

export const codeWithoutParent: Rule = {
  id: 'code-without-parent',
  setting: 'warning',
  description: 'A code’s parent is not on the page: `WE3.1` without `WE3`',
  reason: 'Codes on this page are hierarchical, so the parent is missing or the code is mistyped.',
  example: {before: page('WE3.1'), after: page('WE2.1')},
  *check({periods, source}) {
    const parts = periods.flatMap(codedIn).flatMap((coded) => {
      const parent = parentOf(coded.code)
      return parent === undefined ? [] : [{...coded, parent}]
    })
    if (parts.length === 0) return
    const written = codesIn(source)
    const parents = new Map(parts.map(({parent}) => [parent.toLowerCase(), parent]))
    const missing = new Set([...parents.keys()].filter((parent) => !written.has(parent)))
    // A page that has few of the parents is about the parts: theirs stand elsewhere.
    if (missing.size > parents.size / 2) return
    for (const {code, parent, place} of parts) {
      if (!missing.has(parent.toLowerCase())) continue
      yield {
        reason: `${parent}, the parent of ${code}, is not on this page`,
        place,
        actual: code,
        note: `Add ${parent}, or correct the code.`
      }
    }
  }
}

/** What a code goes on from: `WE1.2` for `WE1.2.3`. */
function parentOf(code: string): string | undefined {
  const end = code.lastIndexOf('.')
  return end > 0 ? code.slice(0, end) : undefined
}

/** All words of a page that may be codes, wherever they stand. */
function codesIn(source: string): Set<string> {
  const words = source.match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? []
  return new Set(words.map((word) => word.toLowerCase()))
}

function page(code: string): string {
  return `== WE1: Boats keep time ==
=== Key results ===
* WE1.1: Wind the clocks
== WE2: Boats are found in fog ==
=== Key results ===
* ${code}: Hang a bell on every buoy
`
}
