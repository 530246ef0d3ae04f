/** Measurements as Markdown tables. */
import {goals, type Goal, type PageResults, type Report} from './goals.ts'
import type {Start} from './start.ts'

/** The tables of a page: how long each task takes, and its ratios to the two that all are held against. */
export function printPage({name, characters, results}: PageResults): string {
  const time = (task: string) => results.find((result) => result.task === task)!.median
  const [ours, floor] = [time('parseWikitext'), time('copy of our tree')]
  return table(
    [
      `${name} page, ${characters.toLocaleString('en')} characters`,
      'median ms',
      'spread',
      'runs',
      'M characters/s',
      'times parseWikitext',
      'times the copy',
      'heap bytes/character'
    ],
    results.map(({task, median, spread, runs, heap}) => [
      task,
      digits(median),
      `± ${(spread * 100).toFixed(0)} %`,
      String(runs),
      digits(characters / median / 1000),
      digits(median / ours),
      digits(median / floor),
      heap === null ? '' : digits(heap)
    ])
  )
}

/** The table of what a process takes to start. */
export function printStart(start: Start | null): string {
  if (!start) return 'No start was measured: `npm run build` first.\n'
  return table(
    ['start, small page', 'median'],
    [
      ['`node -e 0`, ms', digits(start.node)],
      ['`wikiplan convert --to json`, times that', digits(start.json)],
      ['`wikiplan convert --to markdown`, times that', digits(start.markdown)],
      ['first `parse` of a process, ms', digits(start.firstParse)]
    ]
  )
}

/** The table of goals: each with its figure. */
export function printGoals(report: Report): string {
  return table(
    ['goal', 'wanted', 'figure', ''],
    goals.map((goal) => {
      const figure = goal.figure(report)
      const shown = figure === undefined ? 'not measured' : digits(figure)
      return [goal.what, wanted(goal), shown, figure === undefined ? '' : verdict(goal, figure)]
    })
  )
}

function wanted({least, most}: Goal): string {
  return least === undefined ? `at most ${most}` : `at least ${least}`
}

function verdict({least = -Infinity, most = Infinity}: Goal, figure: number): string {
  return figure >= least && figure <= most ? 'reached' : '**missed**'
}

/** Three digits that count, and no exponent. */
function digits(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', {maximumFractionDigits: 6})
}

function table(head: string[], rows: string[][]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
