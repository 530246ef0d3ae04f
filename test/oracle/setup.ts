/**
 * Finds or starts the wiki, once for all suites, and writes the templates that pages of ours use.
 */
import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'
import {writePages} from './write-pages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The wiki's root, empty where there is none, and the pages that tests wrote into it. */
    wiki: {url: string; pages: string}
  }
}

const script = fileURLToPath(new URL('../../../shared/oracle/mediawiki', import.meta.url))

/** Beside the statuses that the wiki starts with: the others of the fixtures, as it writes its own. */
const templates = new Map(
  ['Cancelled'].map((name) => [`Template:${name}`, `<span class="status">'''${name}'''</span>`])
)

export default async function setup(project: TestProject): Promise<void> {
  const url = process.env['MW_URL'] ?? start()
  if (url) await writePages(url, templates)
  else console.warn('Skipped: there is no MediaWiki to ask. Start one and set MW_URL to its root.')
  project.provide('wiki', {url: url ?? '', pages: JSON.stringify([...templates])})
}

/** Starts a wiki where the script for it is at hand; one that is running already is that one. */
function start(): string | undefined {
  if (!existsSync(script)) return undefined
  const output = execFileSync(script, ['start'], {encoding: 'utf8'})
  return /\bMW_URL=(\S+)/.exec(output)?.[1]
}
