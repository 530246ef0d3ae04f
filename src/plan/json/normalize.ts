/**
 * Plan JSON as it may be read, where keys are missing and statuses and dates are words, as plan JSON is written.
 */
import {PlanJsonError} from './error.ts'
import {inputSchema} from './schema.ts'
import {linksWithoutWords} from './to-phrasing.ts'
import {kindOf} from '../../check.ts'
import {taskOfTarget} from '../../document/tasks.ts'
import {toLinks} from '../links.ts'
import {dateAt} from '../recognize/dates.ts'
import {fieldName} from '../recognize/fields.ts'
import {readSectionHeading} from '../recognize/headings.ts'
import {splitNames} from '../recognize/teams.ts'
import {StatusError, toStatus} from '../status.ts'
import {findStatus} from '../../vocabulary/index.ts'
import type * as z from 'zod/mini'
import type {JsonProblem} from './error.ts'
import type {
  DateJson,
  FieldJson,
  FieldJsonInput,
  ItemJson,
  ItemJsonInput,
  LinkJson,
  NoteJson,
  NoteJsonInput,
  PeriodJson,
  PeriodJsonInput,
  PlanJson,
  PlanJsonInput,
  SectionJson,
  SectionJsonInput,
  StatusJson,
  StatusJsonInput,
  TeamsJsonInput,
  UpdateJson,
  UpdateJsonInput
} from './types.ts'
import type {ItemKind} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/**
 * A document with every key: an id that is missing is empty, what is worked out from others is worked out where it
 * is missing, statuses and dates are objects.
 *
 * @param isSpelt Whether a status or date that does not say how it is written gets the usual spelling; else `''`.
 * @throws {PlanJsonError} where it is not plan JSON; the error has every problem with its path.
 */
export function normalize(value: unknown, vocabulary: Vocabulary, isSpelt = true): PlanJson {
  if (isDeep(value))
    throw new PlanJsonError([{path: '', reason: `nests deeper than ${maxDepth} levels`}])
  const result = inputSchema.safeParse(value, {reportInput: true})
  if (!result.success)
    throw new PlanJsonError(result.error.issues.flatMap((issue) => toProblems(issue, [])))
  const reader = new Reader(vocabulary, isSpelt)
  const plan = reader.plan(result.data as PlanJsonInput)
  if (reader.problems.length > 0) throw new PlanJsonError(reader.problems)
  return plan
}

type Issue = z.core.$ZodIssue

/** What is wrong with a value; of a value that may be of several types, what is wrong with it as the likeliest. */
export function toProblems(issue: Issue, before: readonly PropertyKey[]): JsonProblem[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union') {
    const likeliest = issue.errors.find((issues) => issues.some(({path}) => path.length > 0))
    if (likeliest) return likeliest.flatMap((inner) => toProblems(inner, path))
    const wanted = issue.errors.flatMap(([inner]) =>
      inner && 'expected' in inner ? [article(String(inner.expected))] : []
    )
    if (wanted.length > 0)
      return [
        {
          path: toPath(path),
          reason: `must be ${[...new Set(wanted)].join(' or ')}, not ${kindOf(issue.input)}`
        }
      ]
  }
  return [{path: toPath(path), reason: toReason(issue)}]
}

function toReason({code, message, input, ...issue}: Issue): string {
  if (code === 'invalid_value' && 'values' in issue)
    return `must be ${new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(issue.values.map((value) => JSON.stringify(value)))}, not ${input === undefined ? 'missing' : shown(input)}`
  if (code === 'unrecognized_keys' && 'keys' in issue)
    return `has the unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${issue.keys.map((key) => `\`${key}\``).join(', ')}`
  if (code === 'too_big' || code === 'too_small') return `${message}, not ${shown(input)}`
  if (code !== 'invalid_type' || !('expected' in issue)) return message
  const wanted = `must be ${article(issue.expected)}`
  return input === undefined ? `is missing: ${wanted}` : `${wanted}, not ${kindOf(input)}`
}

/** A value of a document, short. */
function shown(value: unknown): string {
  const json = JSON.stringify(value)
  return json.length <= 40 ? json : kindOf(value)
}

function article(noun: string): string {
  const name = noun === 'int' ? 'integer' : noun
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

/** `['periods', 0, 'id']` as `periods[0].id`. */
function toPath(keys: readonly PropertyKey[]): string {
  let path = ''
  for (const key of keys)
    path += typeof key === 'number' ? `[${key}]` : `${path ? '.' : ''}${String(key)}`
  return path
}

/** Completes a document of the right shape, and gathers what is wrong with its values. */
/** No page nests deeper, and the schema calls itself for each level. */
const maxDepth = 500

/** Whether a value nests too deep; it is looked through without calling itself. */
function isDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    level = level.flatMap((inner): unknown[] =>
      typeof inner === 'object' && inner !== null ? Object.values(inner) : []
    )
  }
  return false
}

class Reader {
  readonly problems: JsonProblem[] = []
  readonly #vocabulary: Vocabulary
  readonly #isSpelt: boolean

  constructor(vocabulary: Vocabulary, isSpelt: boolean) {
    this.#vocabulary = vocabulary
    this.#isSpelt = isSpelt
  }

  plan(json: PlanJsonInput): PlanJson {
    const {title = null, heading = null, fiscalYear = null, source} = json
    return {
      version: 2,
      title,
      heading,
      fiscalYear,
      source: source
        ? {hash: source.hash, revision: source.revision ?? null, wiki: source.wiki ?? null}
        : null,
      fields: this.#all(json.fields, 'fields', this.#field),
      periods: this.#all(json.periods, 'periods', this.#period)
    }
  }

  #all<Input, Json>(
    list: readonly Input[] | null | undefined,
    path: string,
    read: (json: Input, path: string) => Json
  ): Json[] {
    return (list ?? []).map((json, at) => read.call(this, json, `${path}[${at}]`))
  }

  #field({name, label, value, links}: FieldJsonInput, path: string): FieldJson {
    return {
      name: name ?? fieldName(label, this.#vocabulary),
      label,
      value: value ?? '',
      links: this.#links(links, value ?? '', path)
    }
  }

  #period(json: PeriodJsonInput, path: string): PeriodJson {
    const {label = null} = json
    return {
      id: json.id ?? '',
      label,
      quarter: json.quarter ?? null,
      start: json.start ?? null,
      end: json.end ?? null,
      inferred: json.inferred ?? label === null,
      sections: this.#all(json.sections, `${path}.sections`, this.#section)
    }
  }

  #section(json: SectionJsonInput, path: string): SectionJson {
    const inner = (key: string): string => `${path}.${key}`
    const said = readSectionHeading(json.heading, this.#vocabulary)
    return {
      id: json.id ?? '',
      type: json.type ?? said?.kind ?? 'group',
      heading: json.heading,
      code: json.code === undefined ? (said?.code?.value ?? null) : json.code,
      numbers: json.numbers ?? said?.numbers ?? {},
      qualifier: json.qualifier === undefined ? (said?.qualifier?.value ?? null) : json.qualifier,
      statement: json.statement ?? null,
      objectives: json.objectives ?? [],
      dependencies: toNames(json.dependencies),
      primaryTeams: toNames(json.primaryTeams),
      fields: this.#all(json.fields, inner('fields'), this.#field),
      sections: this.#all(json.sections, inner('sections'), this.#section),
      goals: this.#items(json.goals, 'goal', inner('goals')),
      notes: this.#all(json.notes, inner('notes'), this.#note)
    }
  }

  /** A new item that does not say its type is of the one that the others of its list have; a task has a word or code for it. */
  #items(
    list: readonly ItemJsonInput[] | null | undefined,
    type: ItemKind,
    path: string
  ): ItemJson[] {
    const types = new Set((list ?? []).flatMap((item) => item.type ?? []))
    const [usual = type] = types.size === 1 && !types.has('task') ? types : []
    return this.#all(list, path, (json, path) => this.#item(json, usual, path))
  }

  /** What goals and tasks have alike. */
  #item(json: ItemJsonInput, type: ItemKind, path: string): ItemJson {
    const inner = (key: string): string => `${path}.${key}`
    return {
      id: json.id ?? '',
      type: json.type ?? type,
      code: json.code ?? null,
      text: json.text,
      status: json.status == null ? null : this.#status(json.status, inner('status')),
      remark: json.remark || null,
      stretch: json.stretch ?? false,
      dependencies: toNames(json.dependencies),
      primaryTeams: toNames(json.primaryTeams),
      fields: this.#all(json.fields, inner('fields'), this.#field),
      links: this.#links(json.links, json.text, path),
      notes: this.#all(json.notes, inner('notes'), this.#note),
      tasks: this.#items(json.tasks, 'task', inner('tasks'))
    }
  }

  /** A status by its value or label; where both are there, they have to agree. */
  #status(json: StatusJsonInput, path: string): StatusJson {
    const given = typeof json === 'string' ? {value: json} : json
    try {
      const {value, label, form, raw} = toStatus(given.value, this.#vocabulary)
      if (typeof json !== 'string' && given.value !== value)
        throw new StatusError(`has the value \`${given.value}\`, which is none: write \`${value}\``)
      const named = given.label ? findStatus(this.#vocabulary, given.label) : undefined
      if (named && !named.misspelt && named.value !== value)
        throw new StatusError(
          `has the value \`${given.value}\` and the label \`${given.label}\`, which contradict each other: write "${given.value}" in place of the object, or change both`
        )
      this.#checkRaw(given, path)
      const usual = this.#isSpelt || given.form ? raw : ''
      return {value, label: given.label || label, form: given.form ?? form, raw: given.raw ?? usual}
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
      this.problems.push({path, reason: error.message})
      return {value: '', label: '', form: 'template', raw: ''}
    }
  }

  /** The links of a text; where none are given, the tasks in it. */
  #links(links: readonly LinkJson[] | null | undefined, text: string, path: string): LinkJson[] {
    const list = [...(links ?? toLinks([{type: 'text', value: text} as never]))]
    const wordless = linksWithoutWords(text, list)
    for (const [at, link] of list.entries()) {
      const reason = wordless.has(link) ? isNotIn(link) : targetProblem(link)
      if (reason) this.problems.push({path: `${path}.links[${at}]`, reason})
    }
    return list
  }

  #note({id, date, updates}: NoteJsonInput, path: string): NoteJson {
    return {
      id: id ?? '',
      date: date === null ? null : this.#date(date, `${path}.date`),
      updates: this.#all(updates, `${path}.updates`, this.#update)
    }
  }

  /** A date; its precision is as many parts as it has, and it is one that a calendar has. */
  #date(json: Exclude<NoteJsonInput['date'], null>, path: string): DateJson {
    const {value, precision, raw} = typeof json === 'string' ? {value: json} : json
    const found = value === null ? undefined : dateAt(value, 0, this.#vocabulary)
    const problem = dateProblem(value, precision, found)
    if (problem) this.problems.push({path: path + problem.path, reason: problem.reason})
    this.#checkRaw({raw}, path)
    if (value === null) return {value, precision: null, raw: raw ?? ''}
    return {value, precision: found?.precision ?? null, raw: raw ?? (this.#isSpelt ? value : '')}
  }

  /** A spelling that is left out is the page's; one that is there is not nothing. */
  #checkRaw({raw}: {raw?: string | null | undefined}, path: string): void {
    if (raw === '')
      this.problems.push({
        path: `${path}.raw`,
        reason: 'must not be empty: leave it out for the usual spelling'
      })
  }

  #update({text, statuses, links, updates}: UpdateJsonInput, path: string): UpdateJson {
    const inner = (key: string): string => `${path}.${key}`
    return {
      text,
      statuses: this.#all(statuses, inner('statuses'), this.#status),
      links: this.#links(links, text, path),
      updates: this.#all(updates, inner('updates'), this.#update)
    }
  }
}

/** What a date contradicts itself in, where it does: `path` is what of it. */
export function dateProblem(
  value: string | null,
  precision: string | null | undefined,
  found: {value: string | null; precision: string | null} | undefined
): JsonProblem | undefined {
  if (value === null)
    return precision
      ? {
          path: '.precision',
          reason: `must be null for a date without a value, not \`${precision}\``
        }
      : undefined
  if (found?.value !== value)
    return {path: '', reason: `\`${value}\` is not a date of the calendar`}
  if (!precision || precision === found.precision) return undefined
  return {
    path: '.precision',
    reason: `must be \`${found.precision}\` for the value \`${value}\`, not \`${precision}\``
  }
}

function isNotIn({text}: LinkJson): string {
  return `is called \`${text}\`, which its text does not say: change both, or take the link out`
}

function targetProblem({kind, target}: LinkJson): string | undefined {
  if (kind !== 'task' || taskOfTarget(`phab:${target}`) === target) return undefined
  return `has the target \`${target}\`, which is not a task such as T123456`
}

function toNames(teams: TeamsJsonInput | undefined): string[] {
  return typeof teams === 'string' ? splitNames(teams) : [...(teams ?? [])]
}
