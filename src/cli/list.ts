/** `wikiplan list`: what a page holds, with the ids by which other commands know it. */
import {Option} from 'commander'
import type {Dialect} from '../document/types.ts'
import {writePage} from './files.ts'
import {dialectNames} from './formats.ts'
import type {Program} from './program.ts'
import {readPlan} from './read-plan.ts'

/** Adds the command to a program. */
export function list(program: Program): void {
  program
    .command('list')
    .summary('list what a page holds, with its ids')
    .description('List the outcomes, goals, tasks and notes of a page: id, status, title.')
    .argument('<file>', 'page to read; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'what the page is written in')
        .choices(dialectNames)
        .default('auto')
    )
    .action(run)
}

async function run(path: string, {from}: {from: Dialect | 'auto'}): Promise<void> {
  const plan = await readPlan(path, from)
  const {printTable} = await import('./table.ts')
  await writePage(undefined, printTable(plan))
}
