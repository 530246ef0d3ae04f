/** How goals stand, on one screen. */
import {groupBy} from '../../change/match/lists.ts'
import {hasEnded} from '../../plan/news.ts'
import type {PlanRow} from '../../write/ndjson.ts'
import {visible} from '../report.ts'
import {bold, fit, inColor, padded, widest, widthOf} from '../terminal.ts'

/** How many lines a part of the summary has; what is more is counted. */
const most = 12

/**
 * A table of statuses by quarter, one of teams, and the goals that are blocked or late.
 *
 * @param goals Their rows of NDJSON.
 * @param today ISO 8601 day.
 * @param width How many columns a line may take.
 */
export function printSummary(goals: readonly PlanRow[], today: string, width: number): string {
  const parts = [byQuarter(goals), byTeam(goals, width), inTrouble(goals, today, width)]
  return parts.filter((part) => part !== '').join('\n')
}

/** The statuses in the order in which work goes; others follow. */
const order = [
  ...['done', 'partially-done', 'on-track', 'in-progress', 'at-risk', 'off-track', 'stalled'],
  ...['blocked', 'to-do', 'postponed', 'not-done', 'cancelled']
]

const noStatus = 'no status'

/** How many quarters are shown: the last ones. */
const mostQuarters = 8

function byQuarter(goals: readonly PlanRow[]): string {
  const years = new Set(goals.map(({fiscalYear}) => fiscalYear))
  // Of several years the months tell: `2030-07`, which each spells in its own way.
  const name = ({quarter, periodStart}: PlanRow): string =>
    quarter === null ? 'no quarter' : (years.size > 1 && periodStart?.slice(0, 7)) || `Q${quarter}`
  const quarters = [...groupBy(goals, name)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(-mostQuarters)
  const columns = quarters.length > 1 ? [...quarters, ['all', goals] as const] : quarters
  const statuses = [...groupBy(goals, statusOf)].toSorted(([a], [b]) => rankOf(a) - rankOf(b))
  return table(
    ['Goals', ...columns.map(([name]) => name)],
    statuses.map(([status]) => [
      status.replaceAll('-', ' '),
      ...columns.map(([, some]) => String(some.filter((goal) => statusOf(goal) === status).length))
    ]),
    statuses.map(([status]) => status)
  )
}

function byTeam(goals: readonly PlanRow[], width: number): string {
  const named = goals.flatMap((goal) => goal.primaryTeams.map((team) => ({team, goal})))
  const teams = [...groupBy(named, ({team}) => team)].toSorted(
    ([, a], [, b]) => b.length - a.length
  )
  if (teams.length === 0) return ''
  const rows = teams.map(([team, theirs]) => {
    const done = theirs.filter(({goal}) => goal.latestStatus === 'done').length
    return [fit(team, width - 20), String(theirs.length), String(done)]
  })
  return table(['Teams', 'goals', 'done'], rows.slice(0, most)) + rest(rows.length, 'teams')
}

/** What has stopped: the rest of it is seen by its date. */
const stopped = new Set(['stalled', 'blocked', 'off-track'])

function inTrouble(goals: readonly PlanRow[], today: string, width: number): string {
  const found = goals.flatMap((goal) => {
    const {latestStatus, periodEnd} = goal
    if (stopped.has(latestStatus ?? '')) return [{goal, trouble: latestStatus!}]
    const isLate = periodEnd !== null && periodEnd < today && !hasEnded(latestStatus)
    return isLate ? [{goal, trouble: 'late'}] : []
  })
  if (found.length === 0) return ''
  const shown = found.slice(0, most)
  const troubles = widest(shown.map(({trouble}) => trouble))
  const lines = shown.map(({goal, trouble}) => {
    const when = goal.quarter === null ? '' : `Q${goal.quarter}  `
    const lead = `${padded(visible(trouble), troubles)}  ${when}`
    const text = [goal.code, goal.text].filter(Boolean).join(': ')
    return `${inColor(lead, trouble === 'late' ? 'stalled' : trouble)}${fit(text, width - widthOf(lead))}\n`
  })
  return `${bold('Blocked or late')}\n${lines.join('')}${rest(found.length, 'goals')}`
}

function rest(all: number, things: string): string {
  return all > most ? `… and ${all - most} more ${things}\n` : ''
}

/** Columns below each other: names on the left, numbers on the right. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  statuses: readonly string[] = []
): string {
  const lines = [head, ...rows].map((cells) => cells.map(visible))
  const widths = head.map((_, column) => widest(lines.map((cells) => cells[column]!)))
  const [first, ...others] = lines.map(([name, ...numbers]) =>
    [padded(name!, widths[0]!), ...numbers.map((text, at) => text.padStart(widths[at + 1]!))].join(
      '  '
    )
  )
  const colored = others.map((line, at) => `${inColor(line, statuses[at] ?? null)}\n`)
  return `${bold(first!)}\n${colored.join('')}`
}

function statusOf({latestStatus}: PlanRow): string {
  return latestStatus ?? noStatus
}

function rankOf(status: string): number {
  const rank = order.indexOf(status)
  return rank === -1 ? order.length + Number(status === noStatus) : rank
}
