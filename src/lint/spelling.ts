/** How the page spells things: what most of it does is how the rest should. */
import {findStatus} from '../vocabulary/index.ts'
import type {Context} from './context.ts'
import type {Status} from '../document/types.ts'

/** The value that stands most often in a list; of several, the one that stands first. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let [best, most]: [T | undefined, number] = [undefined, 0]
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}

/** Lists by key, in the order that the keys first stand in. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return [...groups.values()]
}

/** Whether a status is written as it should be. */
export function isWellFormed({form}: Status): boolean {
  return form === 'template' || form === 'angle'
}

/**
 * A malformed status as the page would write it: as it writes the same status elsewhere, where the name
 * between the broken brackets, if it is one, has a vote too; else in the manner of its other statuses.
 */
export function spellStatus({statuses, vocabulary}: Context, status: Status): string {
  const name = status.raw.replaceAll(/[{}[\]<>]/g, '').trim()
  const found = findStatus(vocabulary, name)
  const own = found && !found.misspelt ? [name] : []
  const models = statuses.filter(isWellFormed)
  const form = mostCommon(models.map((model) => model.form)) ?? 'template'
  const names = models.filter(({value}) => value === status.value).map(nameOf)
  const spelt = mostCommon([...own, ...names]) ?? likeOthers(status.label, models)
  return form === 'angle' ? `<<${spelt}>>` : `{{${spelt}}}`
}

function nameOf({raw}: Status): string {
  return raw.slice(2, -2)
}

/** A label with a capital, or without where most names of the page have none. */
function likeOthers(label: string, models: readonly Status[]): string {
  const small = mostCommon(models.map((model) => /^\p{Ll}/u.test(nameOf(model).trim())))
  return small ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
