/** `wikiplan list`: what a page holds, with the ids by which other commands know it. */
import {Option} from 'commander'
import {dialectNames} from './formats.ts'
import type {ListCommandOptions} from './edit/list.ts'
import type {Program} from './program.ts'

/** Adds the command to a program. */
export function list(program: Program): void {
  program
    .command('list')
    .summary('list what a page holds, with its ids')
    .description('List the sections, goals, tasks and notes of a page: id, status, text.')
    .argument('<file>', 'page to read; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'what the page is written in')
        .choices(dialectNames)
        .default('auto')
    )
    .action(async (path: string, options: ListCommandOptions) => {
      const {run} = await import('./edit/list.ts')
      await run(path, options)
    })
}
