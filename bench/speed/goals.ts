/** What we want to reach, each as a figure of one run. */
import type {Result} from './measure.ts'
import type {Start} from './start.ts'

/** The measurements of a page, by task. */
export interface PageResults {
  name: string
  characters: number
  results: Result[]
}

/** All that a run measured. */
export interface Report {
  small: PageResults
  medium: PageResults
  large: PageResults
  start: Start | null
}

/** A figure and the least or the most that it should be. */
export interface Goal {
  what: string
  figure: (report: Report) => number | undefined
  least?: number
  most?: number
}

export const goals: Goal[] = [
  ...[
    {than: 'wikiparser-node, Parser.parse', page: 'small', least: 100},
    {than: 'wtf_wikipedia, .json()', page: 'small', least: 30},
    {than: 'wtf_wikipedia, .json()', page: 'medium', least: 15}
  ].map(({than, page, least}) => faster('parseWikitext', than, page as Page, least)),
  {
    what: 'parseWikitext, times the copy, small page',
    figure: ({small}) => ratio(small, 'parseWikitext', 'copy of our tree'),
    most: 3
  },
  faster('parse to plan JSON', 'wikiparser-node, Parser.parse', 'small', 50),
  faster('parse to plan JSON', 'JSON.parse of our tree', 'small', 5),
  ...(['small', 'medium', 'large'] as const).map((page) => ({
    what: `setStatus and toWikitext, times parse, ${page} page`,
    figure: (report: Report) => ratio(report[page], 'setStatus and toWikitext', 'parse'),
    most: 1
  })),
  ...['parseWikitext', 'parse'].map((task) => ({
    what: `${task}, time per character of the large page, times that of the medium one, beyond the copy's`,
    figure: (report: Report) => growth(report, task) / growth(report, 'copy of our tree'),
    most: 3
  })),
  ...(['medium', 'large'] as const).flatMap((page) => [
    heap('parseWikitext', page, 20),
    heap('document and plan', page, 30)
  ]),
  {
    what: 'wikiplan convert --to json, times node -e 0',
    figure: ({start}) => start?.json,
    most: 1.6
  },
  {
    what: 'wikiplan convert --to markdown, times node -e 0',
    figure: ({start}) => start?.markdown,
    most: 3
  },
  {what: 'first parse of a process, ms', figure: ({start}) => start?.firstParse, most: 5}
]

type Page = 'small' | 'medium' | 'large'

function faster(task: string, than: string, page: Page, least: number): Goal {
  return {
    what: `${task}, times faster than ${than}, ${page} page`,
    figure: (report) => ratio(report[page], than, task),
    least
  }
}

function heap(task: string, page: Page, most: number): Goal {
  return {
    what: `${task}, bytes of heap per character, ${page} page`,
    figure: (report) => find(report[page], task).heap ?? undefined,
    most
  }
}

/** How many times the time of one task another takes. */
function ratio(page: PageResults, task: string, base: string): number {
  return find(page, task).median / find(page, base).median
}

/** How many times the time per character grows from the medium page to the large one. */
function growth({medium, large}: Report, task: string): number {
  const perCharacter = (page: PageResults) => find(page, task).median / page.characters
  return perCharacter(large) / perCharacter(medium)
}

function find({results}: PageResults, task: string): Result {
  const result = results.find((candidate) => candidate.task === task)
  if (!result) throw new Error(`'${task}' was not measured`)
  return result
}
