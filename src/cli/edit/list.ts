/** Runs `wikiplan list`. */
import type {Dialect} from '../../document/types.ts'
import {PageError} from '../errors.ts'
import {nameOf, writePage} from '../files.ts'
import {readPlan} from '../read-plan.ts'
import {terminalWidth} from '../terminal.ts'
import {entriesOf, printTable, shortIds} from './table.ts'

/** What the command was told. */
export interface ListCommandOptions {
  from: Dialect | 'auto'
  ids?: boolean
  json?: boolean
}

/** @throws {PageError} for a page without a plan. */
export async function run(path: string, {from, ids, json}: ListCommandOptions): Promise<void> {
  const entries = entriesOf(await readPlan(path, from))
  if (entries.length === 0)
    throw new PageError(`${nameOf(path)} has no plan: no section and no goal`)
  const text = json
    ? JSON.stringify(entries, null, 2) + '\n'
    : printTable(entries, {...(ids && {ids: shortIds(entries)}), width: terminalWidth()})
  await writePage(undefined, text)
}
