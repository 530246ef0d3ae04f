/** `wikiplan diff`: what changed from one page to another, as a person would say it, or as data. */
import {Option} from 'commander'
import {dialectNames} from './formats.ts'
import type {DiffCommandOptions} from './edit/diff.ts'
import type {Program} from './program.ts'

const examples = `
Examples:
  wikiplan diff old.wiki new.wiki
  wikiplan diff old.wiki new.wiki --summary     one line, fit for an edit summary
  git show HEAD:page.wiki | wikiplan diff - page.wiki --json`

/** Adds the command to a program. */
export function diff(program: Program): void {
  program
    .command('diff')
    .summary('show what changed from one page to another')
    .description('Show what changed from one page to another, one line per change of the plan.')
    .argument('<before>', 'page as it was; - for standard input')
    .argument('<after>', 'page as it is; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'format of the pages').choices(dialectNames).default('auto')
    )
    .addOption(new Option('--json', 'print the changes as JSON').conflicts('summary'))
    .option('--summary', 'print one line, suitable as an edit summary')
    .addHelpText('after', examples)
    .action(async (before: string, after: string, options: DiffCommandOptions) => {
      const {run} = await import('./edit/diff.ts')
      await run(before, after, options)
    })
}
