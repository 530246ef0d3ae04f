import {childrenOf} from '../document/children.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Goal, Statement, Task, Update} from '../plan/types.ts'

/** What has its text in a statement. */
type Stated = Goal | Task | Update

/** The nodes of a goal's, task's or update's text. */
export function contentOf(node: Stated): PhrasingContent[] {
  return childrenOf<Stated['children'][number], 'statement'>(node, 'statement')[0]?.children ?? []
}

/** A goal, task or update with another text; its statement stands where it stood. */
export function withContent<T extends Stated>(node: T, content: PhrasingContent[]): T {
  const children: Stated['children'][number][] = node.children
  const old = children.find((child) => child.type === 'statement')
  const own: Statement[] = content.length > 0 ? [statementOf(content, old)] : []
  const at = old ? children.indexOf(old) : 0
  const rest = children.slice(old ? at + 1 : 0)
  return {...node, children: [...children.slice(0, at), ...own, ...rest]}
}

/** A statement; one that stands for an old one stands where that stood. */
export function statementOf(children: PhrasingContent[], old?: Statement): Statement {
  return {...old, type: 'statement', children}
}
