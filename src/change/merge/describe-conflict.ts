/** What two edits of a page contradict each other in, a line each. */
import {collapse} from '../../document/plain-text.ts'
import type {
  ConflictOfFact,
  FactName,
  MoveConflict,
  PlanConflict,
  RemoveConflict,
  TextConflict,
  ThingName,
  ThingPlace
} from '../types.ts'

/** A conflict as a line: `goal “Wind the clocks”: status was none; mine is done, theirs is stalled`. */
export function describeConflict(
  conflict: PlanConflict | TextConflict,
  sides: Sides = {mine: 'mine', theirs: 'theirs'}
): string {
  const describe: (conflict: never, sides: Sides) => string = descriptions[conflict.type]
  return describe(conflict as never, sides)
}

/** What the sides are called. */
interface Sides {
  mine: string
  theirs: string
}

const descriptions = {
  set: (conflict: ConflictOfFact<FactName>, sides: Sides) => {
    const {fact, base, mine, theirs} = conflict
    const was = base === null ? fact : `${fact} was ${told(base)}`
    return `${called(conflict)}: ${was}; ${sides.mine} is ${told(mine)}, ${sides.theirs} is ${told(theirs)}`
  },
  remove: (conflict: RemoveConflict, {mine, theirs}: Sides) => {
    const [remover, changer] = conflict.mine === null ? [mine, theirs] : [theirs, mine]
    return `${called(conflict)}: ${remover} removes it, ${changer} changes it`
  },
  move: (conflict: MoveConflict, sides: Sides) => {
    const {mine, theirs} = conflict
    return `${called(conflict)}: ${sides.mine} moves it to ${placed(mine)}, ${sides.theirs} to ${placed(theirs)}`
  },
  text: ({line}: TextConflict) => `text outside of the plan: both change line ${line}`
}

function called({kind, id, title}: ThingName): string {
  const name = title === '' ? kind : `${kind} ${quoted(title)}`
  return id === null ? name : `${name} (${id})`
}

function placed({parent, index}: ThingPlace): string {
  const place = `place ${index + 1}`
  return parent === null || parent.title === '' ? place : `${place} of ${quoted(parent.title)}`
}

/** A fact's value, in words: of a status or date its value, of a link its target. */
function told(value: unknown): string {
  if (value === null || value === '') return 'none'
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return value.length > 0 ? value.map(told).join(', ') : 'none'
  if (typeof value !== 'object') return String(value)
  const {value: name, raw, target, label} = value as Record<string, unknown>
  return String(name ?? target ?? raw ?? label)
}

/** How many characters of a text are told. */
const maxLength = 60

function quoted(text: string): string {
  const characters = [...collapse(text)]
  const isLong = characters.length > maxLength
  return `“${characters.slice(0, maxLength).join('')}${isLong ? '…' : ''}”`
}
