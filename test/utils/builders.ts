/** Plan trees by hand. */
import type {PhrasingContent} from '../../src/document/types.ts'
import type {
  Field,
  Goal,
  Note,
  Section,
  Period,
  Plan,
  Statement,
  Task,
  Update
} from '../../src/plan/types.ts'

type Content = string | PhrasingContent[]

function phrasing(content: Content): PhrasingContent[] {
  return typeof content === 'string' ? [{type: 'text', value: content}] : content
}

/** A plan of no title, heading or year, unless said. */
export function plan(children: Plan['children'], fields: Partial<Plan> = {}): Plan {
  return {
    type: 'plan',
    dialect: null,
    title: null,
    heading: null,
    fiscalYear: null,
    source: null,
    children,
    ...fields
  }
}

export function field(label: string, value: Content): Field {
  return {type: 'field', name: null, label, children: [{type: 'value', children: phrasing(value)}]}
}

/** An inferred period of no known quarter, unless said. */
export function period(children: Period['children'], fields: Partial<Period> = {}): Period {
  const unknown = {label: null, quarter: null, start: null, end: null, inferred: true}
  return {type: 'period', id: 'period-1', ...unknown, children, ...fields}
}

/** An outcome; its numbers are those of its heading. */
export function outcome(heading: string | null, children: Section['children']): Section {
  const numbers = heading?.match(/\d+/g) ?? []
  return {
    type: 'section',
    kind: heading === null ? 'group' : 'outcome',
    id: '',
    heading,
    code: null,
    numbers: {
      ...(numbers.length > 0 && {outcome: numbers.slice(0, 1)}),
      ...(numbers.length > 1 && {output: numbers.slice(1, 2)})
    },
    qualifier: null,
    children
  }
}

export function statement(content: Content): Statement {
  return {type: 'statement', children: phrasing(content)}
}

export function goal(title: Content, rest: Goal['children'] = [], stretch = false): Goal {
  return {
    type: 'goal',
    kind: 'goal',
    id: '',
    code: null,
    stretch,
    children: [statement(title), ...rest]
  }
}

export function task(text: Content, rest: Task['children'] = [], stretch = false): Task {
  return {
    type: 'task',
    kind: 'task',
    id: '',
    code: null,
    stretch,
    children: [statement(text), ...rest]
  }
}

/** A note; its date is written as it is, without a value. */
export function note(raw: string | null, updates: Update[]): Note {
  const date = raw === null ? [] : [{type: 'date' as const, value: null, precision: null, raw}]
  return {type: 'note', id: '', children: [...date, ...updates]}
}

export function update(content: Content, updates: Update[] = []): Update {
  return {type: 'update', children: [statement(content), ...updates]}
}

/** A well-formed status marker. */
export function status(
  value: string,
  label: string,
  raw = `{{${label}}}`
): PhrasingContent & {type: 'status'} {
  return {type: 'status', value, label, form: 'template', raw}
}
