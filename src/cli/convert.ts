/** `wikiplan convert`: a page in, the same plan in another format out. */
import {InvalidArgumentError, Option} from 'commander'
import {VFile} from 'vfile'
import type {Dialect} from '../document/types.ts'
import {EditError} from '../change/edit-error.ts'
import {PageError, UsageError} from './errors.ts'
import {isSameFile, rewritePage} from './files.ts'
import {convertPage, dialectNames, formatNames} from './formats.ts'
import type {Program} from './program.ts'
import {report} from './report.ts'
import type {PlanFormat} from '../write-plan.ts'

interface Options {
  from: Dialect | 'auto'
  to: PlanFormat
  title?: string
  output?: string
}

const examples = `
Examples:
  wikiplan convert page.wiki                         plan JSON on standard output
  wikiplan convert page.wiki --to markdown -o plan.md
  wikiplan convert page.txt --to wikitext            wikitext for a rendered page's text
  curl "$WIKI/Goals?action=raw" | wikiplan convert --to ndjson`

/** Adds the command to a program. */
export function convert(program: Program): void {
  program
    .command('convert')
    .summary('turn a plan page into another format')
    .description(
      'Turn a plan page into another format. What is wrong with it goes to standard error.'
    )
    .argument('[file]', 'page to read; - or none for standard input')
    .addOption(choice('--from <dialect>', 'what the page is written in', dialectNames, 'auto'))
    .addOption(choice('--to <format>', 'what to write', formatNames, 'json'))
    .option('--title <title>', 'title of the page, which wikitext does not say', parseTitle)
    .option('-o, --output <file>', 'file to write; - or none for standard output')
    .addHelpText('after', examples)
    .action(run)
}

/** The formats that a page may be kept in: data that took the page's place would be the end of the page. */
const pageFormats: readonly PlanFormat[] = ['wikitext', 'markdown']

async function run(path: string | undefined, {output, ...options}: Options): Promise<void> {
  if (!pageFormats.includes(options.to) && isSameFile(path, output))
    throw new UsageError(
      `'${output}' is the page itself, and would be replaced by ${options.to}: name another file with -o`
    )
  await rewritePage(path, output, async (source) => {
    const file = new VFile({value: source, ...(path && path !== '-' && {path})})
    const text = await convertPage(file, options).catch(explain)
    await report(file)
    if (text === undefined) throw new PageError()
    return text
  })
}

/** A plan from plan JSON may say what no page can. */
function explain(error: unknown): never {
  if (!(error instanceof EditError)) throw error
  const details = error.problems.map(({id, reason}) => (id ? `${id}: ${reason}` : reason))
  throw new PageError('the plan cannot be written as a page', details)
}

function choice(flags: string, description: string, names: string[], preset: string): Option {
  return new Option(flags, description).choices(names).default(preset)
}

function parseTitle(title: string): string {
  if (title.trim()) return title
  throw new InvalidArgumentError('A title has at least one character.')
}
