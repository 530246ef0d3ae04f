/** `wikiplan list`: what a page holds, how it stands, and the ids by which other commands know it. */
import {Option} from 'commander'
import {dialectNames} from './formats.ts'
import type {ListCommandOptions} from './edit/list.ts'
import type {Program} from './program.ts'

/** Adds the command to a program. */
export function list(program: Program): void {
  program
    .command('list')
    .summary('list what a page holds, and how it stands')
    .description('List the sections, goals, tasks and notes of a page: status and text.')
    .argument('<file>', 'page to read; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'what the page is written in')
        .choices(dialectNames)
        .default('auto')
    )
    .option('--ids', 'show the ids by which the other commands know each thing')
    .addOption(new Option('--json', 'print JSON').conflicts('ids'))
    .action(async (path: string, options: ListCommandOptions) => {
      const {run} = await import('./edit/list.ts')
      await run(path, options)
    })
}
