/**
 * What things say of themselves, as the facts that a person would name: `status`, `text`, `heading`. What is
 * worked out from others (ids, a section's numbers, a period's days) is no fact.
 */
import {slotOf} from './entities.ts'
import {isList, model} from '../plan/model.ts'
import type {Entity, Kind} from './entities.ts'
import type {List, Slot} from '../plan/model.ts'
import type {DateJson, FiscalYear, LinkJson, StatusJson} from '../plan/json/types.ts'
import type {ItemKind, SectionKind} from '../plan/types.ts'

/** The facts of all kinds, and what each says. */
export interface FactValues {
  title: string | null
  heading: string | null
  code: string | null
  remark: string | null
  type: SectionKind | ItemKind
  fiscalYear: FiscalYear | null
  label: string | null
  quarter: number | null
  text: string
  links: LinkJson[]
  statuses: StatusJson[]
  status: StatusJson | null
  stretch: boolean
  date: DateJson | null
}

/** The name of a fact. */
export type FactName = keyof FactValues

/** The facts of each kind, in the order in which they are told: a text's links change with it. */
const factsByKind = new Map(
  Object.entries(model).map(([kind, {keys}]) => {
    const told = (Object.entries(keys) as [string, Slot<never> | List][])
      .filter(([, row]) => !isList(row) && !row.untold)
      .map(([key]) => (kind === 'field' && key === 'value' ? 'text' : key))
      .filter((key) => key !== 'links')
    const facts = told.flatMap((key) =>
      key === 'text' && 'links' in keys ? [key, 'links'] : [key]
    )
    return [kind as Kind, facts as FactName[]]
  })
)

/** The names of a thing's facts. */
export function factNames({kind}: Entity): readonly FactName[] {
  return factsByKind.get(kind)!
}

/** What counts of a fact: that `{{done}}` became `{{Done}}` is no change of a plan. */
const meanings: {readonly [F in FactName]?: (value: FactValues[F]) => unknown} = {
  status: (status) => status && status.value,
  statuses: (statuses) => statuses.map(({value}) => value),
  date: (date) => date && (date.value ?? date.raw),
  links: (links) => links.map(({kind, target, text}) => [kind, target, text]),
  fiscalYear: (year) => year && [year.label, year.start, year.end]
}

/** What a fact means, `undefined` for one that the thing's kind does not have; as something that `JSON.stringify` writes in one way. */
export function meaningOf(entity: Entity, name: FactName): unknown {
  const value = slotOf(entity, name)
  const meaning = meanings[name] as ((value: unknown) => unknown) | undefined
  return meaning && value !== undefined ? meaning(value) : value
}

/** Whether two things of one kind say the same by a fact. */
export function isSameFact(a: Entity, b: Entity, name: FactName): boolean {
  const [left, right] = [meaningOf(a, name), meaningOf(b, name)]
  return left === right || JSON.stringify(left) === JSON.stringify(right)
}

/** The facts by which two things of one kind differ. */
export function differingFacts(a: Entity, b: Entity): FactName[] {
  return factNames(a).filter((name) => !isSameFact(a, b, name))
}

/** The name of a kind or list in words: `primary teams`. */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** What a person calls a thing: its title, heading, label, day or text; `''` where it has none. */
export function nameOf(entity: Entity): string {
  const {kind, facts} = entity
  if (kind === 'plan') return facts.title ?? facts.heading ?? ''
  if (kind === 'period') return facts.label ?? (facts.quarter === null ? '' : `Q${facts.quarter}`)
  if (kind === 'note') return facts.date ? (facts.date.value ?? facts.date.raw) : ''
  return (slotOf(entity, model[kind].name!) as string | null) ?? ''
}
