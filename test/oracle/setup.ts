/**
 * Finds or starts the wiki, once for all suites, and writes the templates that pages of ours use.
 */
import {execFileSync} from 'node:child_process'
import {appendFileSync, existsSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'
import {writePages} from './write-pages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The wiki's root, empty where there is none, and what tests made of it: its pages and its settings. */
    wiki: {url: string; state: string}
  }
}

const script = fileURLToPath(new URL('../../../shared/oracle/mediawiki', import.meta.url))

/** The wiki of these tests has settings of its own, so it is none of those that others may have started. */
const port = '8182'

/** What the wiki has beside the settings of the script: all extensions of Debian's package that have tags. */
const settings = `
wfLoadExtensions( [ 'CategoryTree', 'Cite', 'ImageMap', 'InputBox', 'Math', 'Poem', 'SyntaxHighlight_GeSHi',
  'TemplateData' ] );
$wgMathValidModes = [ 'source' ];
$wgDefaultUserOptions['math'] = 'source';
`

/** A tag that a wiki with these settings knows. */
const knownTag = '<poem>'

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
  if (url) {
    await untilSet(url)
    await writePages(url, pages)
  } else
    console.warn('Skipped: there is no MediaWiki to ask. Start one and set MW_URL to its root.')
  project.provide('wiki', {url: url ?? '', state: JSON.stringify([...pages, settings])})
}

/**
 * Starts a wiki where the script for it is at hand; one that is running already is that one. It is left
 * running, for the next run.
 */
function start(): string | undefined {
  if (!existsSync(script)) return undefined
  try {
    const output = execFileSync(script, ['start', port], {encoding: 'utf8'})
    const file = `${tmpdir()}/wikiplan-mediawiki-${port}/LocalSettings.php`
    if (!readFileSync(file, 'utf8').endsWith(settings)) appendFileSync(file, settings)
    return /\bMW_URL=(\S+)/.exec(output)?.[1]
  } catch (error) {
    console.warn(`No wiki could be started: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

/** Waits until the wiki has its settings: PHP looks for changes every other second. */
async function untilSet(url: string): Promise<void> {
  const query = 'action=query&meta=siteinfo&siprop=extensiontags&format=json&formatversion=2'
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await fetch(`${url}/api.php?${query}`)
    const {query: info} = (await answer.json()) as {query: {extensiontags: string[]}}
    if (info.extensiontags.includes(knownTag)) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(
    `The wiki does not know ${knownTag}: it needs the settings of test/oracle/setup.ts`
  )
}
