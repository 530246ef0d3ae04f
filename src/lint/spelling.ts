/** How the page spells things: what most of it does is how the rest should. */
import {groupBy} from '../change/match/lists.ts'
import {findStatus} from '../vocabulary/index.ts'
import type {Status} from '../document/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** The value that stands most often in a list; of several, the one that stands first. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let [best, most]: [T | undefined, number] = [undefined, 0]
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}

/** Whether a status is written as it should be. */
export function isWellFormed({form}: Status): boolean {
  return form === 'template' || form === 'angle'
}

/** How a page writes a status. */
export type Spell = (status: Status) => string

/**
 * How a page writes each status: as it mostly does, or in the manner of its other statuses where it never
 * does it well. The name between broken brackets, if it is one, has a vote too: so the usual spelling is
 * the same before and after malformed statuses are mended.
 */
export function spellStatuses(statuses: readonly Status[], vocabulary: Vocabulary): Spell {
  const models = statuses.filter(isWellFormed)
  const form = mostCommon(models.map((model) => model.form)) ?? 'template'
  const isSmall = mostCommon(models.map(({raw}) => /^..\s*\p{Ll}/u.test(raw))) ?? false
  const usual = new Map<string, string>()
  for (const group of groupBy(statuses, ({value}) => value).values()) {
    const votes = group.flatMap((status) => {
      if (isWellFormed(status)) return status.raw
      const name = nameWithin(status, vocabulary)
      return name === undefined ? [] : write(name, form)
    })
    const {value, label} = group[0]!
    usual.set(value, mostCommon(votes) ?? write(isSmall ? lowerFirst(label) : label, form))
  }
  return ({value, raw}) => usual.get(value) ?? raw
}

/** The name between broken brackets, unless it is misspelt. */
function nameWithin({raw}: Status, vocabulary: Vocabulary): string | undefined {
  const name = raw.replaceAll(/[{}[\]<>]/g, '').trim()
  const found = findStatus(vocabulary, name)
  return found && !found.misspelt ? name : undefined
}

function write(name: string, form: Status['form']): string {
  return form === 'angle' ? `<<${name}>>` : `{{${name}}}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
