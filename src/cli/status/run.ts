/** Runs `wikiplan status`. */
import {isDay} from '../../check.ts'
import type {Dialect} from '../../document/types.ts'
import {toRows, type PlanRow} from '../../write/ndjson.ts'
import {PageError, UsageError} from '../errors.ts'
import {writePage} from '../files.ts'
import {findPages} from '../find-pages.ts'
import type {PagesOptions} from '../pages.ts'
import {readPlan} from '../read-plan.ts'
import {complain} from '../report.ts'
import {terminalWidth} from '../terminal.ts'
import {printSummary} from './summary.ts'

/** What the command was told. */
export interface StatusCommandOptions extends PagesOptions {
  from: Dialect | 'auto'
  today?: string
}

/** @throws {PageError} where a page cannot be used, or no page has a goal; what the others say is printed all the same. */
export async function run(
  paths: string[],
  {from, today, ...options}: StatusCommandOptions
): Promise<void> {
  const day = today ?? new Date().toISOString().slice(0, 10)
  if (!isDay(day)) throw new UsageError(`--today must be a day such as 2030-12-31, not '${today}'`)
  const {pages, problems} = await findPages(paths, options)
  const goals: PlanRow[] = []
  for (const path of pages) {
    try {
      const rows = toRows(await readPlan(path, from), path)
      goals.push(...rows.filter(({kind}) => kind === 'goal'))
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      problems.push(error.message)
    }
  }
  if (goals.length > 0) await writePage(undefined, printSummary(goals, day, terminalWidth()))
  else if (problems.length === 0) problems.push('there is no goal in these pages')
  for (const problem of problems) if (problem) complain(problem)
  if (problems.length > 0) throw new PageError()
}
