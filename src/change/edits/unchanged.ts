import {isSameData} from './same-data.ts'
import {beforeOf, type State} from './state.ts'
import type {Entity} from '../entities.ts'

/** Whether a thing, and all that is below it, says what it said, in the same order. */
export function isUnchanged(after: Entity, state: State): boolean {
  const {same} = state
  let found = same.get(after)
  if (found === undefined) {
    const before = beforeOf(after, state)
    found =
      before !== undefined &&
      before.children.length === after.children.length &&
      isSameData(before.facts, after.facts) &&
      after.children.every(
        (child, at) => beforeOf(child, state) === before.children[at] && isUnchanged(child, state)
      )
    same.set(after, found)
  }
  return found
}
