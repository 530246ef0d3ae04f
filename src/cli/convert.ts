/** `wikiplan convert`: pages in, the same plans in another format out. */
import {InvalidArgumentError, Option} from 'commander'
import {VFile} from 'vfile'
import type {Dialect} from '../document/types.ts'
import {EditError} from '../change/edit-error.ts'
import {PageError, UsageError} from './errors.ts'
import {isSameFile, rewritePage} from './files.ts'
import {namesSeveral} from './find-pages.ts'
import {convertPage, dialectNames, formatNames} from './formats.ts'
import {addMessages, addPages, type MessagesOptions, type PagesOptions} from './pages.ts'
import type {Program} from './program.ts'
import {isBad, report} from './report.ts'
import type {PlanFormat} from '../write-plan.ts'

/** What the command was told. */
export interface ConvertCommandOptions extends PagesOptions, MessagesOptions {
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
  wikiplan convert plans --to markdown -o markdown   every page of a folder, into another
  wikiplan convert plans/*.wiki --to ndjson          rows of many pages
  curl "$WIKI/Goals?action=raw" | wikiplan convert --to ndjson`

/** Adds the command to a program. */
export function convert(program: Program): void {
  const command = program
    .command('convert')
    .summary('convert plan pages to another format')
    .description('Convert plan pages to another format. Problems are reported on standard error.')
    .argument('[files...]', 'pages, folders or globs; - or none for standard input')
    .addOption(choice('--from <dialect>', 'format of the pages', dialectNames, 'auto'))
    .addOption(choice('--to <format>', 'what to write', formatNames, 'json'))
    .option('--title <title>', 'title of the page, which wikitext does not contain', parseTitle)
    .option(
      '-o, --output <file>',
      'file to write, or folder for several pages; - or none for standard output'
    )
  addMessages(addPages(command))
    .addHelpText('after', examples)
    .action(async (paths: string[], options: ConvertCommandOptions) => {
      if (paths.length <= 1 && !namesSeveral(paths[0] ?? '-')) return convertOne(paths[0], options)
      const {convertMany} = await import('./convert-many.ts')
      await convertMany(paths, options)
    })
}

/** The formats that a page may be kept in: data that took the page's place would be the end of the page. */
const pageFormats: readonly PlanFormat[] = ['wikitext', 'markdown']

/**
 * Converts one page.
 *
 * @throws {PageError} where it cannot be used; and under `--frail` where it has warnings, though it is written.
 */
export async function convertOne(
  path: string | undefined,
  {from, to, title, output, ...messages}: ConvertCommandOptions
): Promise<void> {
  if (!pageFormats.includes(to) && isSameFile(path, output))
    throw new UsageError(
      `'${output}' is the page itself, and would be replaced by ${to}: name another file with -o`
    )
  let isFailure = false
  await rewritePage(path, output, async (source) => {
    const file = new VFile({value: source, ...(path && path !== '-' && {path})})
    const text = await convertPage(file, {from, to, ...(title !== undefined && {title})}).catch(
      (error: unknown) => explain(file, error)
    )
    isFailure = isBad(file, messages)
    await report(file, messages)
    if (text === undefined) throw new PageError()
    return text
  })
  if (isFailure) throw new PageError()
}

/** A plan from plan JSON may say what no page can. */
function explain({path}: VFile, error: unknown): never {
  if (!(error instanceof EditError)) throw error
  const details = error.problems.map(({id, reason}) => (id ? `${id}: ${reason}` : reason))
  throw new PageError(`the plan${path ? ` of '${path}'` : ''} cannot be written as a page`, details)
}

function choice(flags: string, description: string, names: string[], preset: string): Option {
  return new Option(flags, description).choices(names).default(preset)
}

function parseTitle(title: string): string {
  if (title.trim()) return title
  throw new InvalidArgumentError('A title has at least one character.')
}
