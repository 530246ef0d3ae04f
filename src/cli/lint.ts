/** `wikiplan lint`: what is wrong with pages, and pages mended. What it needs is loaded when it runs. */
import {Option} from 'commander'
import {dialectNames} from './formats.ts'
import {addMessages, addPages} from './pages.ts'
import type {Program} from './program.ts'
import type {LintCommandOptions} from './lint/run.ts'

/** The names that `--format` takes. */
const formats = ['pretty', 'json', 'github', 'sarif']

const examples = `
Examples:
  wikiplan lint page.wiki                  what is wrong with a page
  wikiplan lint plans 'archive/**/*.wiki'  … with those in a folder, and those that match
  wikiplan lint plans --fix                mend what has a plain fix
  wikiplan lint plans --frail --format github

Configuration is the nearest .wikiplanrc, .wikiplanrc.json or "wikiplan" in package.json;
.wikiplanignore says which files to leave out, as .gitignore does.`

/** Adds the command to a program. */
export function lint(program: Program): void {
  const command = program
    .command('lint')
    .summary('report problems in plan pages and fix the unambiguous ones')
    .description('Report problems in plan pages and fix the unambiguous ones.')
    .argument('[files...]', 'pages, folders or globs; - or none for standard input')
    .addOption(
      new Option('--from <dialect>', 'format of the pages').choices(dialectNames).default('auto')
    )
    .option('--fix', 'fix the unambiguous problems in the pages')
    .option('--wikitext', 'add the problems that wikiparser-node, if installed, finds')
    .addOption(
      new Option('--format <format>', 'how to print the report').choices(formats).default('pretty')
    )
    .option(
      '--rc-path <file>',
      'configuration file for all pages (default: the nearest to each page)'
    )
  addMessages(addPages(command))
    .addHelpText('after', examples)
    .action(async (files: string[], options: LintCommandOptions) => {
      const {run} = await import('./lint/run.ts')
      await run(files, options)
    })
}
