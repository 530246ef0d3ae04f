/** What a page holds, a line each, as `wikiplan list` shows it. */
import {toJson} from '../../core.ts'
import {foldId} from '../../edit/target.ts'
import type {ItemJson, NoteJson, PeriodJson, SectionJson} from '../../plan/json/types.ts'
import type {Plan} from '../../plan/types.ts'
import {visible} from '../report.ts'
import {bold, fit, inColor, padded, widest, widthOf} from '../terminal.ts'

/** A period, section, goal, task or note. */
export interface Entry {
  kind: 'period' | 'section' | 'goal' | 'task' | 'note'
  id: string
  code: string | null
  text: string
  /** A status's value and label, where there is one. */
  status: {value: string; label: string} | null
  /** How many things it stands in. */
  depth: number
}

/** Everything that a plan holds, in the order of the page. */
export function entriesOf(plan: Plan): Entry[] {
  return toJson(plan).periods.flatMap(periodEntries)
}

function periodEntries({id, label, quarter, sections}: PeriodJson): Entry[] {
  const text = label ?? (quarter === null ? null : `Q${quarter}`)
  const depth = text === null ? 0 : 1
  return [
    ...(text === null ? [] : [entry('period', {id, text}, 0)]),
    ...sections.flatMap((section) => sectionEntries(section, depth))
  ]
}

function sectionEntries(section: SectionJson, depth: number): Entry[] {
  const {id, heading, goals, notes, sections} = section
  const isNamed = heading !== null
  const inner = isNamed ? depth + 1 : depth
  return [
    ...(isNamed ? [entry('section', {id, text: heading, code: section.code}, depth)] : []),
    ...goals.flatMap((goal) => itemEntries('goal', goal, inner)),
    ...notes.map((note) => noteEntry(note, inner)),
    ...sections.flatMap((section) => sectionEntries(section, inner))
  ]
}

function itemEntries(kind: 'goal' | 'task', item: ItemJson, depth: number): Entry[] {
  const text = item.code === null ? item.text : `${item.code}: ${item.text}`
  return [
    entry(kind, {...item, text}, depth),
    ...item.notes.map((note) => noteEntry(note, depth + 1)),
    ...item.tasks.flatMap((task) => itemEntries('task', task, depth + 1))
  ]
}

function noteEntry({id, date}: NoteJson, depth: number): Entry {
  return entry('note', {id, text: date?.raw ?? 'Note'}, depth)
}

function entry(
  kind: Entry['kind'],
  {id, text, code = null, status = null}: Pick<Entry, 'id' | 'text'> & Partial<Entry>,
  depth: number
): Entry {
  return {kind, id, code, text, status: status && {value: status.value, label: status.label}, depth}
}

/**
 * The shortest ends of ids by which the commands know each thing: `wind-the-clocks` for
 * `q1/outcome-1/wind-the-clocks`.
 */
export function shortIds(entries: readonly Entry[]): string[] {
  const uses = new Map<string, number>()
  for (const {id, code} of entries) {
    const names = new Set([...endsOf(id), ...(code === null ? [] : [foldId(code)!])])
    for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  return entries.map(({id}) => endsOf(id).find((end) => uses.get(end) === 1) ?? id)
}

/** The ends of an id, the shortest first. */
function endsOf(id: string): string[] {
  const parts = id.split('/')
  return parts.map((_, at) => parts.slice(-1 - at).join('/'))
}

/** What a table shows. */
export interface TableOptions {
  /** The ids of the entries, in a first column; none where they are not to be shown. */
  ids?: readonly string[]
  /** How many columns a line may take: what is longer is cut. */
  width: number
}

/** Entries below each other: status, then text, which is indented as the plan nests. */
export function printTable(entries: readonly Entry[], {ids, width}: TableOptions): string {
  const names = ids?.map(visible)
  const statuses = entries.map(({status}) => visible(status?.label ?? ''))
  const [nameWidth, statusWidth] = [widest(names ?? []), widest(statuses)]
  return entries
    .map(({kind, status, text, depth}, at) => {
      const name = names ? [padded(names[at]!, nameWidth)] : []
      const label =
        statusWidth > 0 ? [inColor(padded(statuses[at]!, statusWidth), status?.value ?? null)] : []
      const lead = [...name, ...label, '  '.repeat(depth)].join('  ')
      const shown = fit(text, width - widthOf(lead))
      return `${lead}${isHeading.has(kind) ? bold(shown) : shown}`.trimEnd()
    })
    .map((line) => `${line}\n`)
    .join('')
}

const isHeading = new Set<Entry['kind']>(['period', 'section'])
