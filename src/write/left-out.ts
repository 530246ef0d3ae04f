/** What a page that is written anew has no place for, as messages. */
import {toText} from '../document/plain-text.ts'
import type {Category, Extension, File, Html, Node, Redirect} from '../document/types.ts'
import type {Report} from '../plan/recognize/messages.ts'
import type {Plan} from '../plan/types.ts'

type LeftOut = File | Category | Redirect | Extension | Html

/** What a format leaves out, by types of nodes, and what each is called. */
const kinds = {
  markdown: new Map([
    ['file', 'files'],
    ['category', 'categories'],
    ['redirect', 'redirects'],
    ['extension', 'tags']
  ]),
  wikitext: new Map([['html', 'HTML of Markdown']])
}

const formats = {markdown: 'Markdown', wikitext: 'wikitext'}

/** How many names are in a message. */
const most = 5

/**
 * Report what is left out of a page.
 *
 * @param isBare whether all that stands beside the plan is, as the plan would be another with it
 */
export function reportLeftOut(
  plan: Plan,
  format: keyof typeof kinds,
  isBare: boolean,
  report: Report
): void {
  const ruleId = 'left-out'
  if (isBare)
    report({
      ruleId,
      reason: `What stands beside the plan would be read as a part of it in ${formats[format]}, and is left out`,
      place: plan.position
    })
  // In any other dialect these are the marks of what is written anew.
  if (format === 'wikitext' && plan.dialect !== 'markdown') return
  const found = new Map<string, LeftOut[]>()
  collect(plan)
  for (const [kind, nodes] of found) {
    const names = [...new Set(nodes.map(nameOf))]
    const listed = names.slice(0, most).join(', ') + (names.length > most ? ', …' : '')
    report({
      ruleId,
      reason: `A page of ${formats[format]} leaves out ${kind}: ${listed}`,
      place: nodes[0]!.position
    })
  }

  function collect(node: Node & {children?: Node[]}): void {
    const kind = kinds[format].get(node.type)
    if (kind !== undefined && toText(node) === '') {
      const nodes = found.get(kind) ?? []
      found.set(kind, nodes)
      nodes.push(node as LeftOut)
    }
    for (const child of node.children ?? []) collect(child)
  }
}

function nameOf(node: LeftOut): string {
  if (node.type === 'html') return node.value.slice(0, 40)
  return node.type === 'extension' ? `<${node.name}>` : node.target
}
