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

/** Other names of statuses that fixtures use, and what wikis have them show. */
const statuses = {
  Cancelled: 'Cancelled',
  Canceled: 'Cancelled',
  Completed: 'Done',
  Deferred: 'Postponed',
  Incomplete: 'Not done',
  'Mostly done': 'Partially done',
  'On hold': 'Stalled',
  Todo: 'To do',
  Wip: 'In progress',
  Erledigt: 'Erledigt',
  Fertig: 'Erledigt',
  'In Arbeit': 'In Arbeit',
  'In Prüfung': 'In Prüfung',
  Verschoben: 'Verschoben'
}

const task = '[https://phabricator.wikimedia.org/{{{1}}} {{{1}}}]'
const nothing = '<noinclude>Shows nothing.</noinclude>'

/** What the fixtures show or link to, beside the statuses that the wiki starts with. */
const pages = new Map([
  ...Object.entries(statuses).map(([name, label]): [string, string] => [
    `Template:${name}`,
    `<span class="status">'''${label}'''</span>`
  ]),
  ['Template:Phab', task],
  ['Template:Tracked', task],
  ['Template:Gone', nothing],
  ['Template:Citation needed', nothing],
  ['Harbour Lights/Boats', 'Boats.']
])

export default async function setup(project: TestProject): Promise<void> {
  const url = process.env['MW_URL'] ?? start()
  if (url) await writePages(url, pages)
  else console.warn('Skipped: there is no MediaWiki to ask. Start one and set MW_URL to its root.')
  project.provide('wiki', {url: url ?? '', pages: JSON.stringify([...pages])})
}

/**
 * Starts a wiki where the script for it is at hand; one that is running already is that one. It is left
 * running, for the next run.
 */
function start(): string | undefined {
  if (!existsSync(script)) return undefined
  try {
    const output = execFileSync(script, ['start'], {encoding: 'utf8'})
    return /\bMW_URL=(\S+)/.exec(output)?.[1]
  } catch (error) {
    console.warn(`No wiki could be started: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}
