import {assignIds, takenIn} from '../recognize/ids.ts'
import {normalize} from './normalize.ts'
import {toPhrasing, toUpdatePhrasing} from './to-phrasing.ts'
import {isTree, readTree} from './tree.ts'
import {extendVocabulary} from '../../vocabulary/index.ts'
import type {
  FieldJson,
  ItemJson,
  NoteJson,
  PeriodJson,
  PlanJson,
  SectionJson,
  StatusJson,
  UpdateJson
} from './types.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'
import type {
  Dependencies,
  Field,
  Note,
  Period,
  Plan,
  PrimaryTeams,
  Section,
  Statement,
  Task,
  Update
} from '../types.ts'
import type {VocabularyExtension} from '../../vocabulary/index.ts'

/** How plan JSON is to be read. */
export interface FromJsonOptions {
  /** The words that statuses and dates may be called by. */
  vocabulary?: VocabularyExtension | null | undefined
}

/**
 * The plan that a plan JSON document says, or that a plan tree written as JSON is. The nodes of a plan
 * from plan JSON have no positions: it stands on no page.
 *
 * Ids and all keys but the one that names the thing may be missing; a status may be its value or label, a date
 * ISO 8601, a list of teams one string.
 *
 * @throws {PlanJsonError} where the value is neither; the error has every problem with its path.
 */
export function fromJson(value: unknown, options?: FromJsonOptions | null): Plan {
  const plan = read(value, options, true)
  assignIds(plan, takenIn(plan))
  return plan
}

/**
 * As `fromJson`, but what the document gives no id has none (`''`), as its content says what it is; nor has what it gives
 * no spelling one.
 */
export function fromJsonAsGiven(value: unknown, options?: FromJsonOptions | null): Plan {
  return read(value, options, false)
}

function read(value: unknown, options: FromJsonOptions | null | undefined, isSpelt: boolean): Plan {
  return isTree(value)
    ? readTree(value)
    : toPlan(normalize(value, extendVocabulary(options?.vocabulary), isSpelt))
}

/** The nodes of a complete document. */
export function toPlan({title, heading, fiscalYear, source, fields, periods}: PlanJson): Plan {
  return {
    type: 'plan',
    dialect: null,
    title,
    heading,
    fiscalYear,
    source,
    children: [...fields.map(toField), ...periods.map(toPeriod)]
  }
}

function toField({name, label, value, links}: FieldJson): Field {
  const children = toPhrasing(value, links)
  return {
    type: 'field',
    name,
    label,
    children: children.length > 0 ? [{type: 'value', children}] : []
  }
}

function toPeriod({sections, ...rest}: PeriodJson): Period {
  return {type: 'period', ...rest, children: sections.map(toSection)}
}

function toSection(json: SectionJson): Section {
  const {type: kind, id, heading, code, numbers, qualifier} = json
  return {
    type: 'section',
    kind,
    id,
    heading,
    code,
    numbers,
    qualifier,
    children: [
      ...toStatement(toPhrasing(json.statement ?? '')),
      ...json.objectives.map((text) => ({type: 'objective' as const, children: toPhrasing(text)})),
      ...toTeams('dependencies', json.dependencies),
      ...toTeams('primaryTeams', json.primaryTeams),
      ...json.fields.map(toField),
      ...json.goals.map((goal) => ({...toItem(goal), type: 'goal' as const})),
      ...json.notes.map(toNote),
      ...json.sections.map(toSection)
    ]
  }
}

function toTeams(
  type: 'dependencies' | 'primaryTeams',
  names: string[]
): (Dependencies | PrimaryTeams)[] {
  if (names.length === 0) return []
  return [{type, children: names.map((name) => ({type: 'team', children: toPhrasing(name)}))}]
}

function toStatement(children: PhrasingContent[]): Statement[] {
  return children.length > 0 ? [{type: 'statement', children}] : []
}

function toItem(json: ItemJson): Task {
  const {type: kind, id, code, stretch, text, links, status, remark} = json
  return {
    type: 'task',
    kind,
    id,
    code,
    stretch,
    children: [
      ...toStatement(toPhrasing(text, links)),
      ...(status ? [toStatus(status)] : []),
      ...(remark ? [{type: 'remark' as const, children: toPhrasing(remark)}] : []),
      ...toTeams('dependencies', json.dependencies),
      ...toTeams('primaryTeams', json.primaryTeams),
      ...json.fields.map(toField),
      ...json.notes.map(toNote),
      ...json.tasks.map(toItem)
    ]
  }
}

function toStatus(status: StatusJson): Status {
  return {type: 'status', ...status}
}

function toNote({id, date, updates}: NoteJson): Note {
  return {
    type: 'note',
    id,
    children: [...(date ? [{type: 'date' as const, ...date}] : []), ...updates.map(toUpdate)]
  }
}

function toUpdate({text, statuses, links, updates}: UpdateJson): Update {
  const content = toUpdatePhrasing(text, statuses.map(toStatus), links)
  return {type: 'update', children: [...toStatement(content), ...updates.map(toUpdate)]}
}
