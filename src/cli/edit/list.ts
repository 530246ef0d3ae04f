/** Runs `wikiplan list`. */
import type {Dialect} from '../../document/types.ts'
import {writePage} from '../files.ts'
import {readPlan} from './read-plan.ts'
import {printTable} from './table.ts'

/** What the command was told. */
export interface ListCommandOptions {
  from: Dialect | 'auto'
}

export async function run(path: string, {from}: ListCommandOptions): Promise<void> {
  await writePage(undefined, printTable(await readPlan(path, from)))
}
