/** The pages that the command's arguments name. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {isAbsolute, join, relative, sep} from 'node:path'
import ignore from 'ignore'
import {glob, isDynamicPattern} from 'tinyglobby'

/** What a folder is searched for. */
const extensions = ['wiki', 'wikitext', 'mediawiki']

/** The pages in the order of the arguments, each once; and what is wrong with arguments. */
export interface Found {
  pages: string[]
  problems: string[]
}

/**
 * Finds pages: a file is itself, a folder all pages within, anything else a glob. Links are followed only
 * where an argument names them: one that is found may lead anywhere. What `.wikiplanignore` in the working
 * folder names is left out, whichever way it was found.
 */
export async function findPages(paths: readonly string[]): Promise<Found> {
  const isIgnored = readIgnore()
  const pages = new Set<string>()
  const problems: string[] = []
  for (const path of paths) {
    const found = await expand(path)
    if (found.length === 0) problems.push(`no page found in '${path}'`)
    for (const page of found) if (!isIgnored(page)) pages.add(page)
  }
  return {pages: [...pages], problems}
}

async function expand(path: string): Promise<string[]> {
  if (path === '-') return [path]
  const isFolder = statSync(path, {throwIfNoEntry: false})?.isDirectory()
  if (isFolder) {
    const found = await search(`**/*.{${extensions.join(',')}}`, path)
    return found.map((page) => join(path, page))
  }
  if (existsSync(path) || !isDynamicPattern(path)) return [path]
  return search(path, '.')
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

function readIgnore(): (path: string) => boolean {
  if (!existsSync('.wikiplanignore')) return () => false
  const rules = ignore().add(readFileSync('.wikiplanignore', 'utf8'))
  return (path) => {
    const local = relative('.', path).split(sep).join('/')
    const isWithin = local !== '' && !local.startsWith('..') && !isAbsolute(local)
    return path !== '-' && isWithin && rules.ignores(local)
  }
}
