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
    .summary('say what is wrong with plan pages, and mend it')
    .description('Say what is wrong with plan pages, and mend it.')
    .argument('[files...]', 'pages, folders or globs; - or none for standard input')
    .addOption(
      new Option('--from <dialect>', 'what the pages are written in')
        .choices(dialectNames)
        .default('auto')
    )
    .option('--fix', 'write the pages with what has a plain fix mended')
    .option('--wikitext', 'add what wikiparser-node, where it is installed, finds in the wikitext')
    .addOption(
      new Option('--format <format>', 'how to print the report').choices(formats).default('pretty')
    )
    .option('--rc-path <file>', 'the configuration of all pages (default: the nearest to each)')
  addMessages(addPages(command))
    .addHelpText('after', examples)
    .action(async (files: string[], options: LintCommandOptions) => {
      const {run} = await import('./lint/run.ts')
      await run(files, options)
    })
}
