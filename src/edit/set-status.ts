import {contentOf, withContent} from './statement.ts'
import {flatten, statusesOf, trimNodes} from '../document/phrasing.ts'
import {childrenOf} from '../document/children.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {pathTo, planWith, replace} from './path.ts'
import {opened} from './status.ts'
import {toStatus} from '../plan/status.ts'
import {find, TargetError, type Target} from './target.ts'
import {insertIndex} from './place.ts'
import type {Status} from '../document/types.ts'
import type {Goal, Plan, Statement, Task, Update} from '../plan/types.ts'

/**
 * Sets, changes or clears a status. A malformed one becomes well-formed; one that is well-formed and says
 * so already stays as it is.
 *
 * @param target A goal, a task, or an update: of an update, its first status is meant; it opens one that
 *   has none.
 * @param status Its value (`in-progress`), label (`In progress`) or alias; `null` clears it.
 * @throws {TargetError} where the plan has no such goal, task or update, or nothing of it would be left.
 * @throws {TypeError} for a status that the vocabulary does not know.
 */
export function setStatus(
  plan: Plan,
  target: Target,
  status: string | null,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setStatus', ['goal', 'task', 'update'])
  const made = status === null ? undefined : toStatus(status, vocabularyOf(options))
  const old = statusOf(node)
  if (old?.value === made?.value && old?.form !== 'malformed') return plan
  const edited = node.type === 'update' ? ofUpdate(node, old, made) : ofTitled(node, old, made)
  if (flatten(contentOf(edited)).trim() === '' && !statusOf(edited))
    throw new TargetError(
      'A status with no text beside it cannot be cleared: remove what it stands in'
    )
  return planWith(path, edited)
}

function statusOf(node: Goal | Task | Update): Status | undefined {
  return node.type === 'update'
    ? statusesOf(contentOf(node))[0]
    : childrenOf<Goal['children'][number], 'status'>(node, 'status')[0]
}

function ofTitled(
  node: Goal | Task,
  old: Status | undefined,
  made: Status | undefined
): Goal | Task {
  if (old) return replace([node, old], made)[0] as Goal | Task
  const children = [...node.children]
  if (made) children.splice(insertIndex(node, made), 0, made)
  return {...node, children}
}

function ofUpdate(node: Update, old: Status | undefined, made: Status | undefined): Update {
  const content = contentOf(node)
  if (!old) return withContent(node, opened([made!], content))
  const line: Statement = {type: 'statement', children: content}
  const path = pathTo(line, (inner) => inner === old)!
  const {children} = replace(path, made)[0] as Statement
  return withContent(node, made ? children : trimNodes(children))
}
