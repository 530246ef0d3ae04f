/**
 * Plan JSON as a schema, made of the model: as it is written (what the package ships as `wikiplan/plan.schema.json`,
 * and what every plan JSON that we write keeps to), and as it is read, where keys may be missing.
 */
import {z} from 'zod'
import {sectionKinds} from '../../vocabulary/section-kinds.ts'
import {isList, itemKinds, model} from '../model.ts'
import type {Kind, List, Slot, SlotType} from '../model.ts'
import type {PlanJson, PlanJsonInput} from './types.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be an ISO 8601 day such as 2030-07-01')
const plain = z.string().describe('Plain text: no markup, no entities, single spaces.')
const names = z.array(plain)

const aQuarter = 'must be a quarter from 1 to 4'
const nothing = 'must not be empty'

const status = {
  value: z.string().min(1, nothing).describe('A stable name: in-progress.'),
  label: z.string().min(1, nothing).describe('The usual name: In progress.'),
  form: z
    .enum(['template', 'angle', 'bracket', 'text', 'malformed'])
    .describe('How it is written.'),
  raw: z.string().describe('As written.')
}

const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'must be an ISO 8601 date such as 2030-08-14, 2030-08 or 2030')
const date = {
  value: isoDate
    .nullable()
    .describe('As precise as the page is; null for a day that no calendar has.'),
  precision: z.enum(['day', 'month', 'year']).nullable(),
  raw: z.string().describe('As written.')
}

const source = {
  hash: z
    .string()
    .describe('SHA-1 of the page in UTF-8, in hexadecimal digits, as MediaWiki gives it.'),
  revision: z.int().nullable(),
  wiki: z.string().nullable()
}

/** Each type of slot: as it is written, and where that is more than leaving keys out, as it is read. */
export const slotTypes: Record<SlotType, {written: z.ZodType; read?: z.ZodType}> = {
  version: {written: z.literal(2)},
  id: {written: z.string().min(1, nothing), read: z.string()},
  text: {written: plain},
  'text?': {written: plain.nullable()},
  string: {written: z.string()},
  'string?': {written: z.string().nullable()},
  boolean: {written: z.boolean()},
  'quarter?': {written: z.int().min(1, aQuarter).max(4, aQuarter).nullable()},
  'day?': {written: day.nullable()},
  sectionKind: {written: z.enum(sectionKinds)},
  itemKind: {written: z.enum(itemKinds)},
  numbers: {written: z.record(z.string(), z.array(z.string()))},
  'status?': {
    written: z.strictObject(status).nullable().describe('A status marker.'),
    read: z.union([z.string(), lenient(status, 'value')])
  },
  statuses: {
    written: z.array(z.strictObject(status)),
    read: z.array(z.union([z.string(), lenient(status, 'value')]))
  },
  'date?': {
    written: z.strictObject(date).nullable(),
    read: z.union([isoDate, lenient(date, 'value')]).nullable()
  },
  links: {
    written: z.array(
      z.strictObject({
        kind: z.enum(['wiki', 'external', 'task']).describe('`task` is a Phabricator task.'),
        target: z.string(),
        text: plain
      })
    )
  },
  'fiscalYear?': {
    written: z
      .strictObject({
        label: z.string().describe('As the page writes it: FY30/31.'),
        start: day,
        end: day
      })
      .nullable()
      .describe('The fiscal year.')
  },
  'source?': {
    written: z.strictObject(source).nullable(),
    read: lenient(source, 'hash').nullable()
  }
}

/** An object of which all but one key may be missing or `null`. */
function lenient(shape: Record<string, z.ZodType>, name: string): z.ZodType {
  const entries = Object.entries(shape).map(([key, type]) => [
    key,
    key === name ? type : type.nullish()
  ])
  return z.strictObject(Object.fromEntries(entries) as Record<string, z.ZodType>)
}

type Mode = 'written' | 'read'

/** What a document cannot lack: `{"version": 2}` would remove all that a page has. */
const required: ReadonlySet<string> = new Set(['version', 'periods'])

/** The schema of plan JSON in one of its modes. */
function createSchema(mode: Mode): z.ZodType {
  const known = new Map<Kind, z.ZodType>()
  const schemaOf = (kind: Kind): z.ZodType => {
    let schema = known.get(kind)
    if (!schema) known.set(kind, (schema = create(kind)))
    return schema
  }
  const create = (kind: Kind): z.ZodType => {
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
          const told = row.about ? type.describe(row.about) : type
          return isRequired ? told : told.nullish()
        }
      })
    }
    const schema = z.strictObject(shape)
    return kind === 'plan' ? schema : schema.meta({id: kind})
  }
  const listType = ({list, single}: List): z.ZodType => {
    if (single) return plain.nullable()
    if (mode === 'read' && (list === 'dependency' || list === 'primaryTeam'))
      return z.union([names, z.string()])
    const array = z.array(schemaOf(list))
    return list === 'period' && mode === 'written' ? array.min(1) : array
  }
  return schemaOf('plan')
}

/** Plan JSON as it is written: of the same shape as `PlanJson`, which a test holds it to. */
export const planSchema = createSchema('written') as z.ZodType<PlanJson>

/** Plan JSON as it is read. */
export const inputSchema = createSchema('read') as z.ZodType<PlanJsonInput>

/** Plan JSON as it is written, as a JSON Schema (draft 2020-12). */
export function planJsonSchema(): object {
  return {
    ...z.toJSONSchema(planSchema, {target: 'draft-2020-12'}),
    title: 'wikiplan plan JSON',
    description:
      'A MediaWiki plan page as data. Every key is always there; what the page does not say is null, [] or {}.'
  }
}
