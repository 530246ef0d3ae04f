/**
 * Plan JSON as a schema: what is validated on reading, and what the package ships as
 * `wikiplan/plan.schema.json`.
 */
import {z} from 'zod'
import type {TaskJson, UpdateJson} from './types.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be an ISO 8601 day such as 2030-07-01')
const id = z
  .string()
  .min(1)
  .describe('Unique in the page; made of the words of the thing and its place.')
const plain = z.string().describe('Plain text: no markup, no entities, single spaces.')

const fiscalYear = z
  .strictObject({
    label: z.string().describe('As the page writes it: FY30/31.'),
    start: day,
    end: day
  })
  .describe('The fiscal year.')

const link = z.strictObject({
  kind: z.enum(['wiki', 'external', 'task']).describe('`task` is a Phabricator task.'),
  target: z.string(),
  text: plain
})

const status = z
  .strictObject({
    value: z.string().min(1).describe('A stable name: in-progress.'),
    label: z.string().min(1).describe('The usual name: In progress.'),
    form: z.enum(['template', 'angle', 'text', 'malformed']).describe('How it is written.'),
    raw: z.string().describe('As written.')
  })
  .describe('A status marker.')

const date = z.strictObject({
  value: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, 'must be an ISO 8601 date such as 2030-08-14, 2030-08 or 2030')
    .nullable()
    .describe('As precise as the page is; null for a day that no calendar has.'),
  precision: z.enum(['day', 'month', 'year']).nullable(),
  raw: z.string().describe('As written.')
})

const task: z.ZodType<TaskJson> = z
  .strictObject({
    id,
    text: plain,
    status: status.nullable(),
    stretch: z.boolean(),
    links: z.array(link),
    get tasks() {
      return z.array(task)
    }
  })
  .meta({id: 'task', description: 'A task with its own tasks.'})

const update: z.ZodType<UpdateJson> = z
  .strictObject({
    text: plain.describe(
      'Without the markers that open it; those inside are there as their labels.'
    ),
    statuses: z.array(status),
    links: z.array(link),
    get updates() {
      return z.array(update)
    }
  })
  .meta({id: 'update', description: 'An update with its own updates.'})

const goal = z.strictObject({
  id,
  title: plain,
  status: status.nullable(),
  stretch: z.boolean(),
  links: z.array(link),
  tasks: z.array(task)
})

const note = z.strictObject({id, date: date.nullable(), updates: z.array(update)})

const outcome = z.strictObject({
  id,
  heading: z.string().nullable().describe('null for goals that stand under no outcome.'),
  outcomes: z.array(z.string()).describe('Strings, as outputs are: 1.1 is a number too.'),
  outputs: z.array(z.string()),
  qualifier: z.string().nullable().describe('What the heading has in brackets.'),
  statement: plain.nullable(),
  objectives: z.array(plain),
  dependencies: z.array(plain),
  primaryTeams: z.array(plain),
  goals: z.array(goal),
  notes: z.array(note)
})

const period = z.strictObject({
  id,
  label: z.string().nullable().describe('As the page writes it.'),
  quarter: z.int().min(1).max(4).nullable(),
  start: day.nullable(),
  end: day.nullable(),
  inferred: z.boolean().describe('Whether the page does not say the quarter itself.'),
  outcomes: z.array(outcome)
})

const field = z.strictObject({
  name: z.string().nullable().describe('A stable key for a label that the vocabulary knows.'),
  label: z.string().describe('Verbatim, without its colon.'),
  value: plain,
  links: z.array(link)
})

/** Plan JSON: of the same shape as `PlanJson`, which a test holds it to. */
export const planSchema = z.strictObject({
  version: z.literal(1),
  title: z.string().nullable().describe("The page's title, where known."),
  heading: z.string().nullable().describe('The heading that the plan stands under.'),
  fiscalYear: fiscalYear.nullable(),
  fields: z.array(field).describe('The labelled lines before the first outcome.'),
  periods: z.array(period).min(1)
})

/** Plan JSON as a JSON Schema (draft 2020-12). */
export function planJsonSchema(): object {
  return {
    ...z.toJSONSchema(planSchema, {target: 'draft-2020-12'}),
    title: 'wikiplan plan JSON',
    description:
      'A MediaWiki annual plan page as data. Every key is always there; what the page does not say is null or [].'
  }
}
