/**
 * How the time of reading grows with the page: for each reader and each hostile shape, the time for n, 2n,
 * 4n and 8n characters, and how many times n's time 8n takes. Linear is 8; a row above 10 is marked.
 *
 * The young generation is made large, and emptied before each measurement: what is measured is our work,
 * not the collector's, which costs more the more nodes are alive.
 *
 *     npm run bench:linearity             the shapes that are known to break parsers
 *     npm run bench:linearity -- --all    every shape that the tests know
 *     npm run bench:linearity -- wikitext the reader of one dialect
 */
import {parse, parseWikitext, toJson, toMarkdown, toWikitext} from '../src/index.ts'
import {shapes} from '../test/arbitraries/hostile.ts'
import type {Shape} from '../test/arbitraries/hostile.ts'

const smallest = 50_000
/** Milliseconds that the smallest page takes at least: its tree is larger than a processor's cache, as all are then. */
const enough = 40
const factors = [1, 2, 4, 8]
const runs = 7
/** Slow rows run less often, but never once: the first run pays for memory that was not touched before. */
const fewest = 2
const tolerated = 10

/** The shapes that an issue, a paper or a bug report has named. */
const named: Shape[] = [
  ...['{{', '[[', "''", '<b>', '{|\n', '<!--', "''a'''b"].map((unit) =>
    repeated(JSON.stringify(unit), unit)
  ),
  repeated('one long line', 'Every boat has a lamp, and every lamp a keeper. '),
  repeated('blank lines', '\n'),
  repeated('paragraphs', 'Every boat has a lamp.\n\n'),
  repeated('items', '* Trim the {{done}} wick\n'),
  {name: 'one deep item', page: (size) => '*'.repeat(size) + ' a'},
  {
    name: 'closed templates, nested',
    page: (size) => '{{a|'.repeat(size / 6) + '}}'.repeat(size / 6)
  }
]

function repeated(name: string, unit: string): Shape {
  return {name, page: (size) => unit.repeat(Math.ceil(size / unit.length))}
}

const tasks = new Map<string, (page: string) => unknown>([
  ['parseWikitext', parseWikitext],
  ['wikitext', (page) => toJson(parse(page, {from: 'wikitext'}))],
  ['text', (page) => toJson(parse(page, {from: 'text'}))],
  ['html', (page) => toJson(parse(page, {from: 'html'}))],
  ['markdown', (page) => toJson(parse(page, {from: 'markdown'}))],
  ['to wikitext', (page) => toWikitext(parse(page, {from: 'wikitext'}))],
  ['to markdown', (page) => toMarkdown(parse(page, {from: 'wikitext'}))]
])

/** The least of several processor times, in milliseconds: the others were disturbed. */
function time(task: (page: string) => unknown, page: string): number {
  let least = Infinity
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.()
    const start = process.cpuUsage()
    task(page)
    const {user, system} = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
    if (least > 500 && run >= fewest) break
  }
  return least
}

/** Times of one row; where the smallest page takes too little to be measured, larger ones. */
function measure(task: (page: string) => unknown, shape: Shape): {size: number; times: number[]} {
  let size = smallest
  while (size < smallest * 32 && time(task, shape.page(size)) < enough) size *= 2
  return {size, times: factors.map((factor) => time(task, shape.page(size * factor)))}
}

const words = process.argv.slice(2)
const chosen = words.includes('--all') ? [...named, ...shapes] : named
const only = words.filter((word) => !word.startsWith('-'))
let rows = 0
let steep = 0
console.log(
  `| task | shape | n | ${factors.map((factor) => `${factor}n ms`).join(' | ')} | 8n / n |`
)
console.log(`| --- | --- | ${'---: | '.repeat(factors.length + 2)}`)
for (const [name, task] of tasks) {
  if (only.length > 0 && !only.includes(name)) continue
  for (const shape of chosen) {
    const {size, times} = measure(task, shape)
    const ratio = times.at(-1)! / times[0]!
    const label = shape.name.replaceAll('|', '\\|')
    rows++
    if (ratio > tolerated) steep++
    console.log(
      `| ${name} | ${label} | ${size} | ${times.map((ms) => ms.toFixed(1)).join(' | ')} | ${ratio.toFixed(1)}${ratio > tolerated ? ' !' : ''} |`
    )
  }
}
console.log(`\n${rows} rows, ${steep} above ${tolerated}`)
