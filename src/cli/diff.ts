/** `wikiplan diff`: what changed from one page to another, as a person would say it, or as data. */
import {Option} from 'commander'
import type {Dialect} from '../document/types.ts'
import type {Change} from '../changes/types.ts'
import {UsageError} from './errors.ts'
import {writePage} from './files.ts'
import {dialectNames} from './formats.ts'
import type {Program} from './program.ts'
import {readPlan} from './read-plan.ts'
import {visible} from './report.ts'

interface Options {
  from: Dialect | 'auto'
  json?: boolean
  summary?: boolean
}

const examples = `
Examples:
  wikiplan diff old.wiki new.wiki
  wikiplan diff old.wiki new.wiki --summary     one line, fit for an edit summary
  git show HEAD:page.wiki | wikiplan diff - page.wiki --json`

/** Adds the command to a program. */
export function diff(program: Program): void {
  program
    .command('diff')
    .summary('say what changed from one page to another')
    .description('Say what changed from one page to another: a line for each change of the plan.')
    .argument('<before>', 'page as it was; - for standard input')
    .argument('<after>', 'page as it is; - for standard input')
    .addOption(
      new Option('--from <dialect>', 'what the pages are written in')
        .choices(dialectNames)
        .default('auto')
    )
    .addOption(new Option('--json', 'print the changes as JSON').conflicts('summary'))
    .option('--summary', 'print one line, fit for an edit summary')
    .addHelpText('after', examples)
    .action(run)
}

async function run(before: string, after: string, options: Options): Promise<void> {
  if (before === '-' && after === '-')
    throw new UsageError('only one of them can be standard input')
  const plans = [await readPlan(before, options.from), await readPlan(after, options.from)] as const
  const {diff} = await import('../changes/diff.ts')
  await writePage(undefined, await print(diff(...plans), options))
}

async function print(changes: Change[], {json, summary}: Options): Promise<string> {
  if (json) return JSON.stringify(changes, null, 2) + '\n'
  const {summarize} = await import('../changes/summarize.ts')
  const lines = summary ? [summarize(changes)] : changes.map((change) => summarize([change]))
  return lines.map((line) => line && `${visible(line)}\n`).join('')
}
