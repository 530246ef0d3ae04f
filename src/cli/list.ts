/** `wikiplan list`: what a page holds, how it stands, and the ids by which other commands know it. */
import {Option} from 'commander'
import {dialectNames} from './formats.ts'
import type {ListCommandOptions} from './edit/list.ts'
import type {Program} from './program.ts'

/** Adds the command to a program. */
export function list(program: Program): void {
  program
    .command('list')
    .summary('list the goals of a page and their statuses')
    .description('List the sections, goals, tasks and notes of a page: status and text.')
    .argument('<file>', 'page to read; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'format of the page').choices(dialectNames).default('auto')
    )
    .option('--ids', 'show the ids that the other commands take')
    .addOption(new Option('--json', 'print JSON').conflicts('ids'))
    .action(async (path: string, options: ListCommandOptions) => {
      const {run} = await import('./edit/list.ts')
      await run(path, options)
    })
}
