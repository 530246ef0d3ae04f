/**
 * Plan JSON as a schema, made of the model: as it is written (what the package ships as `wikiplan/plan.schema.json`,
 * and what every plan JSON that we write keeps to), and as it is read, where keys may be missing.
 */
import * as z from 'zod/mini'
import {sectionKinds} from '../../vocabulary/section-kinds.ts'
import {isList, itemKinds, model} from '../model.ts'
import type {Kind, List, Slot, SlotType} from '../model.ts'
import type {PlanJson, PlanJsonInput} from './types.ts'

type Schema = z.ZodMiniType

const text = z.string()
const filled = z.string().check(z.minLength(1, 'must not be empty'))
const day = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be an ISO 8601 day such as 2030-07-01'))
const plain = about(text, 'Plain text: no markup, no entities, single spaces.')
const names = z.array(plain)

const aQuarter = 'must be a quarter from 1 to 4'

const status = {
  value: about(filled, 'A stable name: in-progress.'),
  label: about(filled, 'The usual name: In progress.'),
  form: about(z.enum(['template', 'angle', 'bracket', 'text', 'malformed']), 'How it is written.'),
  raw: about(text, 'As written.')
}

const isoDate = z
  .string()
  .check(
    z.regex(/^\d{4}(-\d{2}){0,2}$/, 'must be an ISO 8601 date such as 2030-08-14, 2030-08 or 2030')
  )
const date = {
  value: about(
    z.nullable(isoDate),
    'As precise as the page is; null for a day that no calendar has.'
  ),
  precision: z.nullable(z.enum(['day', 'month', 'year'])),
  raw: about(text, 'As written.')
}

const source = {
  hash: about(text, 'SHA-1 of the page in UTF-8, in hexadecimal digits, as MediaWiki gives it.'),
  revision: z.nullable(z.int()),
  wiki: z.nullable(text)
}

const link = {
  kind: about(z.enum(['wiki', 'external', 'task']), '`task` is a Phabricator task.'),
  target: text,
  text: plain
}

const fiscalYear = {label: about(text, 'As the page writes it: FY30/31.'), start: day, end: day}

/** Each type of slot: as it is written, and where that is more than leaving keys out, as it is read. */
export const slotTypes: Record<SlotType, {written: Schema; read?: Schema}> = {
  version: {written: z.literal(2)},
  id: {written: filled, read: text},
  text: {written: plain},
  'text?': {written: z.nullable(plain)},
  string: {written: text},
  'string?': {written: z.nullable(text)},
  boolean: {written: z.boolean()},
  'quarter?': {
    written: z.nullable(z.int().check(z.minimum(1, aQuarter), z.maximum(4, aQuarter)))
  },
  'day?': {written: z.nullable(day)},
  sectionKind: {written: z.enum(sectionKinds)},
  itemKind: {written: z.enum(itemKinds)},
  numbers: {written: z.record(text, z.array(text))},
  'status?': {
    written: about(z.nullable(z.strictObject(status)), 'A status marker.'),
    read: z.union([text, lenient(status, 'value')])
  },
  statuses: {
    written: z.array(z.strictObject(status)),
    read: z.array(z.union([text, lenient(status, 'value')]))
  },
  'date?': {
    written: z.nullable(z.strictObject(date)),
    read: z.nullable(z.union([isoDate, lenient(date, 'value')]))
  },
  links: {written: z.array(z.strictObject(link))},
  'fiscalYear?': {written: about(z.nullable(z.strictObject(fiscalYear)), 'The fiscal year.')},
  'source?': {
    written: z.nullable(z.strictObject(source)),
    read: z.nullable(lenient(source, 'hash'))
  }
}

/** A schema with a description, for the JSON Schema. */
function about<T extends Schema>(schema: T, description: string): T {
  return schema.check(z.describe(description))
}

/** An object of which all but one key may be missing or `null`. */
function lenient(shape: Record<string, Schema>, name: string): Schema {
  const entries = Object.entries(shape).map(([key, type]) => [
    key,
    key === name ? type : z.nullish(type)
  ])
  return z.strictObject(Object.fromEntries(entries) as Record<string, Schema>)
}

type Mode = 'written' | 'read'

/** What a document cannot lack: `{"version": 2}` would remove all that a page has. */
const required: ReadonlySet<string> = new Set(['version', 'periods'])

/** The schema of plan JSON in one of its modes. */
function createSchema(mode: Mode): Schema {
  const known = new Map<Kind, Schema>()
  const schemaOf = (kind: Kind): Schema => {
    let schema = known.get(kind)
    if (!schema) known.set(kind, (schema = create(kind)))
    return schema
  }
  const create = (kind: Kind): Schema => {
    const {keys, bare, name} = model[kind]
    if (bare) return plain
    const shape = {}
    for (const [key, row] of Object.entries(keys as Record<string, Slot<never> | List>)) {
      const isRequired = mode === 'written' || key === name || required.has(key)
      // A getter, as lists may be of what they stand in.
      Object.defineProperty(shape, key, {
        enumerable: true,
        get: () => {
          const type = isList(row)
            ? listType(row)
            : (slotTypes[row.slot][mode] ?? slotTypes[row.slot].written)
          const told = row.about ? about(type, row.about) : type
          return isRequired ? told : z.nullish(told)
        }
      })
    }
    const schema = z.strictObject(shape)
    // A check would make a copy of it, and for that ask for what is made of it.
    if (kind !== 'plan' && mode === 'written') z.globalRegistry.add(schema, {id: kind})
    return schema
  }
  const listType = ({list, single}: List): Schema => {
    if (single) return z.nullable(plain)
    if (mode === 'read' && (list === 'dependency' || list === 'primaryTeam'))
      return z.union([names, z.string()])
    const array = z.array(schemaOf(list))
    return list === 'period' && mode === 'written' ? array.check(z.minLength(1)) : array
  }
  return schemaOf('plan')
}

/** Plan JSON as it is written: of the same shape as `PlanJson`, which a test holds it to. */
export const planSchema = createSchema('written') as z.ZodMiniType<PlanJson>

/** Plan JSON as it is read. */
export const inputSchema = createSchema('read') as z.ZodMiniType<PlanJsonInput>

/** Plan JSON as it is written, as a JSON Schema (draft 2020-12). */
export function planJsonSchema(): object {
  return {
    ...z.toJSONSchema(planSchema, {target: 'draft-2020-12'}),
    $id: 'https://unpkg.com/wikiplan/dist/plan.schema.json',
    title: 'wikiplan plan JSON',
    description:
      'A MediaWiki plan page as data. Every key is always there; what the page does not say is null, [] or {}.'
  }
}
