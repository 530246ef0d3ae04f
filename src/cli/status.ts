/** `wikiplan status`: how the goals of some pages stand, on one screen. */
import {Option} from 'commander'
import {dialectNames} from './formats.ts'
import {addPages} from './pages.ts'
import type {Program} from './program.ts'
import type {StatusCommandOptions} from './status/run.ts'

const examples = `
Examples:
  wikiplan status page.wiki
  wikiplan status plans 'archive/**/*.wiki'

A goal without a status has that of the latest note about it. A goal is late where
its quarter is over and it has not ended.`

/** Adds the command to a program. */
export function status(program: Program): void {
  const command = program
    .command('status')
    .summary('summarize the status of the goals of plan pages')
    .description(
      'Summarize the status of goals by quarter and team, and list what is blocked or late.'
    )
    .argument('<files...>', 'pages, folders or globs; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'format of the pages').choices(dialectNames).default('auto')
    )
    .option('--today <date>', 'day to compare due dates with, such as 2030-12-31 (default: today)')
  addPages(command)
    .addHelpText('after', examples)
    .action(async (files: string[], options: StatusCommandOptions) => {
      const {run} = await import('./status/run.ts')
      await run(files, options)
    })
}
