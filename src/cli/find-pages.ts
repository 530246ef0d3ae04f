/** The pages that the command's arguments name. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {isAbsolute, join, relative, sep} from 'node:path'
import ignore from 'ignore'
import {glob, isDynamicPattern} from 'tinyglobby'
import {UsageError} from './errors.ts'
import type {PagesOptions} from './pages.ts'

/** What a folder is searched for. */
const extensions = ['wiki', 'wikitext', 'mediawiki']

/** The pages in the order of the arguments, each once; and what is wrong with arguments. */
export interface Found {
  pages: string[]
  /** The folder that each page was found in, or that its name begins at. */
  bases: Map<string, string>
  problems: string[]
}

/**
 * Finds pages: a file is itself, a folder all pages within, anything else a glob. Links are followed only
 * where an argument names them: one that is found may lead anywhere. What the ignore file names is left out, whichever
 * way it was found.
 *
 * @throws {UsageError} where there is no such ignore file.
 */
export async function findPages(
  paths: readonly string[],
  {ignorePath}: PagesOptions = {}
): Promise<Found> {
  const isIgnored = readIgnore(ignorePath)
  const bases = new Map<string, string>()
  const problems: string[] = []
  for (const path of paths) {
    const found = await expand(path)
    if (found.length === 0) problems.push(`no page found in '${path}'`)
    for (const page of found)
      if (!isIgnored(page) && !bases.has(page)) bases.set(page, isFolder(path) ? path : '.')
  }
  return {pages: [...bases.keys()], bases, problems}
}

async function expand(path: string): Promise<string[]> {
  if (path === '-') return [path]
  if (isFolder(path)) {
    const found = await search(`**/*.{${extensions.join(',')}}`, path)
    return found.map((page) => join(path, page))
  }
  if (existsSync(path) || !isDynamicPattern(path)) return [path]
  return search(path, '.')
}

/** Whether a path names a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}

/** Whether an argument may name several pages. */
export function namesSeveral(path: string): boolean {
  return isFolder(path) || (path !== '-' && !existsSync(path) && isDynamicPattern(path))
}

async function search(pattern: string, cwd: string): Promise<string[]> {
  const found = await glob(pattern, {
    cwd,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    followSymbolicLinks: false
  })
  return found.sort()
}

/** Its patterns are of the working folder, as those of `--ignore-path` of remark's command are. */
function readIgnore(path: string | undefined): (path: string) => boolean {
  const name = path ?? '.wikiplanignore'
  if (!existsSync(name)) {
    if (path === undefined) return () => false
    throw new UsageError(`there is no '${path}', which --ignore-path names`)
  }
  const rules = ignore().add(readFileSync(name, 'utf8'))
  return (path) => {
    const local = relative('.', path).split(sep).join('/')
    const isWithin = local !== '' && !local.startsWith('..') && !isAbsolute(local)
    return path !== '-' && isWithin && rules.ignores(local)
  }
}
