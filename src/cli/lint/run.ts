/** Reads, judges, mends and reports pages. */
import {VFile} from 'vfile'
import type {Dialect} from '../../document/types.ts'
import {applyFixes, lint} from '../../lint/index.ts'
import {PageError} from '../errors.ts'
import {checkRegular, editFile, printPage, readPage} from '../files.ts'
import {parsePage} from '../formats.ts'
import type {MessagesOptions, PagesOptions} from '../pages.ts'
import {complain, isBad, select} from '../report.ts'
import {configurationAt, configurationOf, type Configuration} from './configuration.ts'
import {findPages} from '../find-pages.ts'
import {printReport, type ReportFormat, type Result} from './reports.ts'
import {loadWikitextLint, type WikitextLint} from './wikitext.ts'

/** What the command was told. */
export interface LintCommandOptions extends PagesOptions, MessagesOptions {
  from: Dialect | 'auto'
  format: ReportFormat
  rcPath?: string
  fix?: boolean
  wikitext?: boolean
}

/**
 * Runs the command.
 *
 * @throws {PageError} where a page cannot be used or has errors; the report is printed all the same.
 */
export async function run(paths: string[], options: LintCommandOptions): Promise<void> {
  const wikitextLint = options.wikitext ? await loadWikitextLint() : undefined
  const {pages, problems} = await findPages(paths.length > 0 ? paths : ['-'], options)
  // All of them first: nothing is written before what is wrong with a configuration is said.
  const {rcPath, format} = options
  const named = rcPath === undefined ? undefined : configurationAt(rcPath)
  const configurations = pages.map((path) => named ?? configurationOf(path))
  const results: Result[] = []
  for (const [index, path] of pages.entries()) {
    try {
      results.push(await lintPage(path, options, configurations[index]!, wikitextLint))
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      problems.push(error.message)
    }
  }
  // A mended page on standard output has it for itself.
  const isTaken = options.fix && pages.includes('-')
  const isFailure = results.some(({file}) => isBad(file, options))
  // A program that reads the report can count for itself.
  const selection = format === 'pretty' ? options : {quiet: options.quiet ?? false}
  for (const {file} of results) select(file, selection)
  await printReport(results, format, isTaken ? process.stderr : process.stdout)
  for (const problem of problems) complain(problem)
  if (problems.length > 0 || isFailure) throw new PageError()
}

async function lintPage(
  path: string,
  options: LintCommandOptions,
  configuration: Configuration,
  wikitextLint: WikitextLint | undefined
): Promise<Result> {
  const isInPlace = options.fix && path !== '-'
  if (isInPlace) await checkRegular(path)
  const judge = (text: string) => judgePage(path, text, options, configuration, wikitextLint)
  const judged = async (source: string): Promise<Result> => {
    const file = await (options.fix ? mend(source, judge) : judge(source))
    return {file, isFixed: String(file) !== source}
  }
  const source = await readPage(path)
  let result = await judged(source)
  if (isInPlace && result.isFixed) {
    await editFile(path, async (current) => {
      if (current !== source) result = await judged(current)
      return String(result.file)
    })
  } else if (options.fix && path === '-') await printPage(String(result.file))
  return result
}

/** Fixes until there is nothing to fix, so that a second run has nothing left to do. */
async function mend(source: string, judge: (text: string) => Promise<VFile>): Promise<VFile> {
  let file = await judge(source)
  for (let round = 0; round < 10; round++) {
    const text = applyFixes(String(file), file.messages)
    if (text === String(file)) break
    file = await judge(text)
  }
  return file
}

async function judgePage(
  path: string,
  text: string,
  options: LintCommandOptions,
  {rules, vocabulary}: Configuration,
  wikitextLint: WikitextLint | undefined
): Promise<VFile> {
  const file = new VFile({value: text, ...(path !== '-' && {path})})
  const plan = await parsePage(file, {from: dialectOf(path, options), vocabulary})
  if (plan.dialect === 'wikitext') wikitextLint?.(file)
  lint(plan, file, {rules, vocabulary})
  // Which dialect was taken is no fault of the page.
  file.messages = file.messages.filter(({ruleId}) => ruleId !== 'dialect')
  return file
}

/** What files of an extension are written in, where nobody says it; of others the text tells it. */
const dialects = new Map<string, Dialect>([
  ['wiki', 'wikitext'],
  ['wikitext', 'wikitext'],
  ['mediawiki', 'wikitext'],
  ['md', 'markdown']
])

function dialectOf(path: string, {from}: LintCommandOptions): Dialect | 'auto' {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return from === 'auto' ? (dialects.get(extension) ?? 'auto') : from
}
