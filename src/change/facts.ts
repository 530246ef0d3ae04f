/**
 * What things say of themselves, as the facts that a person would name: `status`, `text`, `heading`. What is
 * worked out from others (ids, a section's numbers, a period's days) is no fact.
 */
import type {Entity, EntityOf, FactsByKind, Kind, TextFact} from './entities.ts'
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

type Readers<K extends Kind> = {
  readonly [F in FactName]?: (facts: FactsByKind[K]) => FactValues[F]
}

interface Texted {
  text: TextFact
}

const text = {text: ({text}: Texted) => text.text}
const links = {links: ({text}: Texted) => text.links}

const titled: Readers<'goal' | 'task'> = {
  type: ({type}) => type,
  code: ({code}) => code,
  ...text,
  ...links,
  status: ({status}) => status,
  remark: ({remark}) => remark,
  stretch: ({stretch}) => stretch
}

/** How each kind's facts are read, in the order in which they are told. */
export const factsOf: {readonly [K in Kind]: Readers<K>} = {
  plan: {
    title: ({title}) => title,
    heading: ({heading}) => heading,
    fiscalYear: ({fiscalYear}) => fiscalYear
  },
  field: {label: ({label}) => label, ...text, ...links},
  period: {label: ({label}) => label, quarter: ({quarter}) => quarter},
  section: {heading: ({heading}) => heading},
  statement: text,
  objective: text,
  dependency: text,
  primaryTeam: text,
  goal: titled,
  task: titled,
  note: {date: ({date}) => date},
  update: {...text, ...links, statuses: ({text}) => text.statuses}
}

/** The names of a thing's facts. */
export function factNames({kind}: Entity): FactName[] {
  return Object.keys(factsOf[kind]) as FactName[]
}

/** What a thing says by a fact; `undefined` for a fact that its kind does not have. */
export function factOf<F extends FactName>(entity: Entity, name: F): FactValues[F] | undefined {
  const readers = factsOf[entity.kind] as Readers<never>
  return readers[name]?.(entity.facts as never) as FactValues[F] | undefined
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
  const value = factOf(entity, name)
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

const names: {readonly [K in Kind]: (facts: FactsByKind[K]) => string | null} = {
  plan: ({title, heading}) => title ?? heading,
  field: ({label}) => label,
  period: ({label, quarter}) => label ?? (quarter === null ? null : `Q${quarter}`),
  section: ({heading}) => heading,
  statement: ({text}) => text.text,
  objective: ({text}) => text.text,
  dependency: ({text}) => text.text,
  primaryTeam: ({text}) => text.text,
  goal: ({text}) => text.text,
  task: ({text}) => text.text,
  note: ({date}) => date && (date.value ?? date.raw),
  update: ({text}) => text.text
}

/** What a person calls a thing: its title, heading, label, day or text; `''` where it has none. */
export function nameOf<K extends Kind>(entity: EntityOf<K>): string {
  const name: (facts: FactsByKind[K]) => string | null = names[entity.kind]
  return name(entity.facts) ?? ''
}
