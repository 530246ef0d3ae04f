/** The codes of a page: of sections, goals and tasks. */
import {toText} from '../document/plain-text.ts'
import {titleOf} from './context.ts'
import {walk} from '../document/nodes.ts'
import type {Code, HeadingWithParts, Goal, Period, Section, Task} from '../plan/types.ts'

/** What has a code. */
export interface Coded {
  node: Section | Goal | Task
  /** What it stands in. */
  parent: object & {code?: string | null}
  code: string
  /** Where the page has the code. */
  place: Code['position']
}

/** What has a code in a period, in page order; a merged cell has one code, however many goals it is the code of. */
export function codedIn(period: Period): Coded[] {
  const found: Coded[] = []
  walk(period, (any, parent) => {
    const node = any as Section | Goal | Task
    if (!holders.has(node.type) || !node.code) return
    const place = partOf(node, 'code')?.position
    if (place) found.push({node, parent, code: node.code, place})
  })
  return found
}

const holders = new Set<string>(['section', 'goal', 'task'])

/** The text beside a code, `''` where nothing stands there. */
export function textBeside({node}: Coded): string {
  if (node.type !== 'section') return titleOf(node)
  const statement = partOf(node, 'statement')
  return statement ? toText(statement) : ''
}

/** A part of an item's line, or of a section's heading. */
function partOf(
  node: Section | Goal | Task,
  type: 'code' | 'statement'
): {type: string; position?: Code['position']} | undefined {
  const isHeading = (child: {type: string}): child is HeadingWithParts => child.type === 'heading'
  const children = node.type === 'section' ? node.children.find(isHeading)?.children : node.children
  return children?.find((child) => child.type === type)
}
