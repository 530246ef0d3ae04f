/** Pages with a table of goals, in the layouts that people write, and edits of their plan JSON. */
import fc from 'fast-check'
import type {PlanJson} from '../../src/index.ts'

type SectionJson = PlanJson['periods'][0]['sections'][0]
type GoalJson = SectionJson['goals'][0]

/** What a row says by the words of its columns. */
type Row = Record<string, string>

const columns = ['Outcome', 'Goal', 'Team', 'Dependencies', 'ETA', 'Status', 'Code', 'Remarks']

const row = fc.record({
  Goal: fc.constantFrom('Wind', 'Oil the [[gate]]', "'''Paint'''", 'Ring & mend'),
  Team: fc.constantFrom('', 'Bells', 'Bells, Clocks', '\n* Bells\n* Gates'),
  Dependencies: fc.constantFrom('', 'None', 'Piers', 'Piers, Boats'),
  ETA: fc.constantFrom('', 'May', 'June 2031', '<!-- later -->'),
  Status: fc.constantFrom('', '{{Done}}', '{{to do}} soon', 'Done', '[IN PROGRESS]', '{{Stalled}}'),
  Remarks: fc.constantFrom('', 'all [[Boats|boats]] lost', '{{nowrap|a}} b'),
  inGoal: fc.constantFrom('', '', ' {{stalled}}', ' <!-- rusty -->'),
  tasks: fc.constantFrom('', '', '\n* Find the key', '\n* Find {{done}}\n** Look\n* Turn'),
  attributes: fc.constantFrom('', '', ' style="x" |', ' class=y|'),
  /** Whether it goes on with the outcome of the row above, and with its team. */
  hasOutcome: fc.boolean(),
  hasTeam: fc.constantFrom(false, false, true)
})

const layout = fc.record({
  isOneLine: fc.boolean(),
  blank: fc.constantFrom(' ', ' ', ''),
  merges: fc.boolean(),
  rowAttributes: fc.constantFrom('', ' class="a"'),
  hasHeading: fc.boolean()
})

/** A page with a table of goals. */
export const tablePage: fc.Arbitrary<string> = fc
  .record({
    order: fc.shuffledSubarray(columns, {minLength: 2}),
    rows: fc.array(row, {minLength: 1, maxLength: 6}),
    layout
  })
  .map(({order, rows, layout}) => {
    const names = order.includes('Goal') ? order : ['Goal', ...order]
    return write(names, rows, layout)
  })

type RowDraft = typeof row extends fc.Arbitrary<infer T> ? T : never
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never

function write(names: string[], drafts: RowDraft[], layout: Layout): string {
  const {isOneLine, blank, merges, rowAttributes, hasHeading} = layout
  let outcome = 0
  const rows = drafts.map((draft, at): Row => {
    if (at === 0 || !draft.hasOutcome) outcome++
    return {
      ...draft,
      Goal: `${draft.Goal} ${at}${draft.inGoal}${draft.tasks}`,
      Outcome: `Outcome ${outcome}: Ferries ${outcome}`,
      Code: `A${at}`,
      Team: at > 0 && draft.hasTeam && merges ? '^' : draft.Team
    } as never
  })
  /** How many rows a merged cell covers; none where it goes on from above. */
  const span = (name: string, at: number): number => {
    const isSame = (below: number): boolean =>
      merges &&
      below < rows.length &&
      (name === 'Team'
        ? rows[below]!['Team'] === '^'
        : name === 'Outcome' && rows[below]!['Outcome'] === rows[at]!['Outcome'])
    if (
      at > 0 &&
      merges &&
      (name === 'Team'
        ? rows[at]!['Team'] === '^'
        : name === 'Outcome' && rows[at - 1]!['Outcome'] === rows[at]!['Outcome'])
    )
      return 0
    let count = 1
    while (isSame(at + count)) count++
    return count
  }
  const body = rows.flatMap((row, at) => {
    const cells = names.flatMap((name) => {
      const count = span(name, at)
      if (count === 0) return []
      const attributes =
        count > 1 ? ` rowspan="${count}" |` : name === 'Goal' ? row['attributes']! : ''
      const text = row[name]!
      return [attributes + (text === '' || text.startsWith('\n') ? text : blank + text)]
    })
    return [`|-${rowAttributes}`, ...layLines(cells, isOneLine, blank)]
  })
  const heading = hasHeading ? '=== Program 1: Keep afloat ===\n' : ''
  return `== Goals FY30/31 ==\n${heading}{| class="wikitable"\n! ${names.join(' !! ')}\n${body.join('\n')}\n|}\nBehind the table. <!-- end -->\n`
}

function layLines(cells: string[], isOneLine: boolean, blank: string): string[] {
  const lines: string[] = []
  let isOpen = false
  for (const cell of cells) {
    if (isOneLine && isOpen) lines.push(`${lines.pop()!}${blank}||${cell}`)
    else lines.push(`|${cell}`)
    isOpen = !cell.includes('\n')
  }
  return lines
}

/** An edit of plan JSON; which goal or section it is of is worked out from the numbers. */
export interface TableEdit {
  kind: keyof typeof edits
  at: number
  to: number
}

function newGoal({to}: TableEdit): GoalJson {
  return {
    ...{code: null, remark: null, dependencies: [], fields: [], links: []},
    text: `Fetch | ${to} ropes`,
    status: to % 2 ? 'done' : null,
    tasks: to % 3 ? [] : [{text: 'Go'}, {text: 'Come', status: 'done'}],
    primaryTeams: to % 5 ? [] : ['Boats']
  } as never
}

/** What edits do; `false` where there is nothing to do it to. */
const edits = {
  setStatus: ({goal, edit}: Target) => {
    goal.status = ['done', 'in-progress', 'stalled'][edit.to % 3] as never
  },
  clearStatus: ({goal}: Target) => Object.assign(goal, {status: null, remark: null}),
  setRemark: ({goal, edit}: Target) => {
    if (goal.status === null) return false
    goal.remark = edit.to % 3 === 0 ? null : `we | hope ${edit.to}`
    return true
  },
  setField: ({goal, edit}: Target) => {
    const label = edit.to % 2 === 0 ? 'ETA' : 'Remarks'
    const fields = goal.fields.filter((field) => field.label !== label)
    if (edit.to % 3 > 0)
      fields.push({name: null, label, value: `!! Or | then ${edit.to}`, links: []})
    goal.fields = fields
  },
  setTeams: ({goal, edit}: Target) => {
    const teams = [[], ['Boats'], ['Boats', 'Piers'], [...goal.primaryTeams, 'Lamps']][edit.to % 4]!
    if (edit.to % 3 === 0) goal.dependencies = teams
    else goal.primaryTeams = teams
  },
  setText: ({goal, edit}: Target) => {
    goal.text = edit.to % 2 === 0 ? `Wipe | the ${edit.to} hulls` : `${goal.text} twice`
    goal.links = goal.links.filter(({text}) => goal.text.includes(text))
  },
  addTask: ({goal, edit}: Target) =>
    goal.tasks.push({text: `Fetch ${edit.to}`, status: edit.to % 2 ? 'done' : null} as never),
  removeTask: ({goal}: Target) => goal.tasks.length > 0 && goal.tasks.shift() !== undefined,
  removeGoal: ({section, goal}: Target) => {
    section.goals.splice(section.goals.indexOf(goal), 1)
  },
  addGoal: ({section, edit}: Target) =>
    section.goals.splice(edit.to % (section.goals.length + 1), 0, newGoal(edit)),
  moveGoal: ({section, goal, sections, edit}: Target) => {
    section.goals.splice(section.goals.indexOf(goal), 1)
    const other = sections[edit.to % sections.length]!
    other.goals.splice(edit.to % (other.goals.length + 1), 0, goal)
  },
  renameSection: ({section, edit}: Target) => {
    if (!section.heading?.startsWith('Outcome')) return false
    section.heading = `Outcome ${edit.to}: Boats | ${edit.to}`
    return true
  },
  addSection: ({section, parents, edit}: Target) => {
    if (!section.heading?.startsWith('Outcome')) return false
    const list = parents.get(section)!
    list.splice(edit.to % (list.length + 1), 0, {
      ...{type: 'outcome', code: null, numbers: {outcome: ['9']}, qualifier: null},
      ...{heading: `Outcome 9: Ropes ${edit.to}`, statement: `Ropes ${edit.to}`},
      ...{sections: [], goals: [newGoal(edit), newGoal({...edit, to: edit.to + 100})]}
    } as never)
    return true
  },
  reverseSections: ({section, parents}: Target) => {
    parents.get(section)!.reverse()
  },
  removeSection: ({section, parents}: Target) => {
    const list = parents.get(section)!
    list.splice(list.indexOf(section), 1)
  }
}

interface Target {
  goal: GoalJson
  section: SectionJson
  sections: SectionJson[]
  parents: Map<SectionJson, SectionJson[]>
  edit: TableEdit
}

export const tableEdits: fc.Arbitrary<TableEdit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
    at: fc.nat(97),
    to: fc.nat(97)
  }),
  {minLength: 1, maxLength: 3}
)

/** Makes edits of plan JSON, and returns the goals that it was not told to change, by their text. */
export function playTable(json: PlanJson, list: readonly TableEdit[]): GoalJson[] {
  const touched = new Set<unknown>()
  for (const edit of list) {
    const parents = new Map<SectionJson, SectionJson[]>()
    const visit = (sections: SectionJson[]): SectionJson[] =>
      sections.flatMap((section) => {
        parents.set(section, sections)
        return [section, ...visit(section.sections)]
      })
    const sections = json.periods
      .flatMap((period) => visit(period.sections))
      .filter(({goals}) => goals.length > 0)
    const pairs = sections.flatMap((section) => section.goals.map((goal) => ({section, goal})))
    const pair = pairs[edit.at % pairs.length]
    if (!pair) continue
    touched.add(pair.goal)
    edits[edit.kind]({...pair, sections, parents, edit})
  }
  return goalsIn(json).filter((goal) => !touched.has(goal))
}

/** All goals of a plan. */
export function goalsIn({periods}: PlanJson): GoalJson[] {
  const visit = (sections: readonly SectionJson[]): GoalJson[] =>
    sections.flatMap((section) => [...section.goals, ...visit(section.sections)])
  return periods.flatMap(({sections}) => visit(sections))
}
