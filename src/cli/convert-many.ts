/** Converts several pages: into a folder, or rows one after the other. */
import {mkdirSync} from 'node:fs'
import {basename, dirname, extname, isAbsolute, join, relative, resolve} from 'node:path'
import type {PlanFormat} from '../write-plan.ts'
import {convertOne, type ConvertCommandOptions} from './convert.ts'
import {PageError, UsageError} from './errors.ts'
import {findPages, isFolder} from './find-pages.ts'
import {complain, visible} from './report.ts'

const extensions: Record<PlanFormat, string> = {
  json: '.json',
  tree: '.json',
  ndjson: '.ndjson',
  markdown: '.md',
  wikitext: '.wiki'
}

/**
 * Converts pages. In the folder that the output names they are called as in the folder that they were found in.
 *
 * @throws {UsageError} where it is not plain where they are to go; nothing is written then.
 * @throws {PageError} where a page cannot be used; the others are written all the same.
 */
export async function convertMany(paths: string[], options: ConvertCommandOptions): Promise<void> {
  const {output, to, title} = options
  if (title !== undefined) throw new UsageError('--title is for one page')
  if (output === undefined && to !== 'ndjson')
    throw new UsageError(`${called(paths)} as ${to} need a folder: name it with -o`)
  if (output !== undefined && !isFolder(output) && extname(output) !== '')
    throw new UsageError(`'${output}' is no folder, and several pages need one`)
  const {pages, bases, problems} = await findPages(paths, options)
  const targets = pages.map((page) => output && targetOf(page, bases.get(page)!, output, to))
  checkTargets(pages, targets)
  const errors: PageError[] = []
  for (const [at, page] of pages.entries()) {
    showProgress(at, pages)
    const target = targets[at]
    try {
      if (target) mkdirSync(dirname(target), {recursive: true})
      await convertOne(page, {...options, ...(target && {output: target})})
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      errors.push(error)
    }
  }
  showProgress(pages.length, pages)
  for (const problem of problems) complain(problem)
  // Where a page's messages have said it all, an error has none.
  for (const {message, details} of errors) if (message) complain(message, details)
  if (problems.length + errors.length > 0) throw new PageError()
}

function called(paths: readonly string[]): string {
  return paths.length === 1 ? `the pages of '${paths[0]}'` : 'several pages'
}

/** `old/page.wiki` of the folder `plans` is `old/page.json` of the output; a page from elsewhere has its name alone. */
function targetOf(page: string, base: string, output: string, to: PlanFormat): string {
  const local = relative(base, page)
  const name = local.startsWith('..') || isAbsolute(local) ? basename(page) : local
  return join(output, name.slice(0, name.length - extname(name).length) + extensions[to])
}

/** No page is written over another, nor over one that is still to be read. */
function checkTargets(pages: readonly string[], targets: readonly (string | undefined)[]): void {
  const sources = new Map(pages.map((page) => [resolve(page), page]))
  const pageOf = new Map<string, string>()
  for (const [at, target] of targets.entries()) {
    if (target === undefined) continue
    const page = pages[at]!
    const other = pageOf.get(target) ?? sources.get(resolve(target)) ?? page
    if (other !== page)
      throw new UsageError(`'${target}' would be made of '${page}', and '${other}' lost`)
    pageOf.set(target, page)
  }
}

/** One line on a terminal, which the next one replaces; nothing elsewhere. */
function showProgress(done: number, pages: readonly string[]): void {
  if (!process.stderr.isTTY) return
  const page = pages[done]
  process.stderr.write(
    `\r\u001B[K${page ? `${done + 1} of ${pages.length}: ${visible(page)}` : ''}`
  )
}
