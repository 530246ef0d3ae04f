import {childrenOf} from '../../document/children.ts'
import {toText} from '../../document/plain-text.ts'
import {contentOf} from '../../plan/model.ts'
import {dateAt, monthRange} from '../../plan/recognize/dates.ts'
import {fiscalYearOf} from '../../plan/recognize/fiscal-year.ts'
import {quarterAt} from '../../plan/recognize/quarters.ts'
import {compareDates, isOpen} from '../../plan/news.ts'
import {statusOf} from '../context.ts'
import {walk} from '../../document/nodes.ts'
import type {Context} from '../context.ts'
import type {Field, FiscalYear, Goal, Period, Task} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const etaPast: Rule = {
  id: 'eta-past',
  setting: 'warning',
  description: 'A goal is past its due date and still open',
  reason: 'Either the status is out of date, or the goal is late and needs a new date.',
  example: {before: page('{{in progress}}'), after: page('{{done}}')},
  check: (context) => context.periods.flatMap((period) => [...checkPeriod(period, context)])
}

function* checkPeriod(period: Period, context: Context): Iterable<Finding> {
  // A merged cell is one, however many goals it is of.
  const seen = new Set<number | undefined>()
  for (const {item, eta} of openItems(period)) {
    const text = toText(contentOf(eta))
    const place = eta.children.find(({type}) => type === 'value')?.position ?? eta.position
    const end = endOf(text, period, context)
    if (end === undefined || compareDates(end, context.today) >= 0) continue
    if (place && seen.has(place.start.offset)) continue
    seen.add(place?.start.offset)
    yield {
      reason: `“${text}” has passed (${end}), but the status is still ${statusOf(item)!.label}`,
      place,
      actual: text,
      note: 'Say how it ended, or when it will.'
    }
  }
}

function openItems(period: Period): {item: Goal | Task; eta: Field}[] {
  const items: {item: Goal | Task; eta: Field}[] = []
  walk(period, (node) => {
    const item = node as Goal | Task
    if ((item.type !== 'goal' && item.type !== 'task') || !isOpen(statusOf(item)?.value ?? ''))
      return
    const eta = childrenOf(item as Task, 'field').find(({name}) => name === 'eta')
    if (eta) items.push({item, eta})
  })
  return items
}

/**
 * When a time is over, as precise as it is: a quarter's or a year's end where it is one.
 *
 * ```markdown
 * | November 2029   Q3   Q3 FY30/31   EOQ   end of quarter   end of FY30/31
 * ```
 */
function endOf(text: string, period: Period, {plan, vocabulary}: Context): string | undefined {
  const said = text.replace(/^(?:by )?(?:the )?(?:end of )?(?:the )?/i, '')
  if (/^(?:EOQ|quarter)$/i.test(said)) return period.end ?? undefined
  if (/^(?:EOY|year)$/i.test(said)) return plan.fiscalYear?.end
  const date = dateAt(said, 0, vocabulary)
  if (date?.value && date.end === said.length) return date.value
  const quarter = quarterAt(said, 0, vocabulary)
  const year = fiscalYearOf(said, vocabulary)
  if (quarter?.to === said.length) return quarterEnd(plan.fiscalYear, quarter.quarter)
  const rest = year && said.replace(year.label, '').slice(quarter?.to).trim()
  if (rest !== '') return undefined
  return quarter ? quarterEnd(year, quarter.quarter) : year?.end
}

function quarterEnd(year: FiscalYear | null, quarter: number): string | undefined {
  const [first, month] = year ? year.start.split('-').map(Number) : []
  return first && month ? monthRange(first, month + 3 * (quarter - 1), 3)[1] : undefined
}

function page(status: string): string {
  return `== Goals for FY20/21 ==
=== Program 1 ===
{| class="wikitable"
! Goal !! ETA !! Status
|-
| Wind the clocks || November 2020 || ${status}
|}
`
}
