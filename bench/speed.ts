/**
 * How fast wikiplan is, and what its results weigh, in one process and beside others: prints tables and the
 * goals, and writes all figures to a JSON file.
 *
 *     npm run bench
 *     npm run bench -- --quick   each once, to see that it works
 */
import {writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {goals, type PageResults, type Report} from './speed/goals.ts'
import {measure, type Effort} from './speed/measure.ts'
import {makePage} from './speed/pages.ts'
import {printGoals, printPage, printStart} from './speed/print.ts'
import {measureStart} from './speed/start.ts'
import {tasks} from './speed/tasks.ts'

const output = 'node_modules/.cache/bench.json'

const quick = process.argv.includes('--quick')

const efforts = {
  small: {iterations: 20, time: 1500, warmupIterations: 20, warmupTime: 1000},
  medium: {iterations: 3, time: 3000, warmupIterations: 1, warmupTime: 1000},
  // Warm already, by the pages before.
  large: {iterations: 1, time: 5000, warmupIterations: 0, warmupTime: 0}
}
const once: Effort = {iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0}

function measurePage(name: keyof typeof efforts, length: number): PageResults {
  const source = makePage(length)
  const results = tasks
    .filter(({longest = Infinity}) => length <= longest)
    .map((task) => {
      console.error(`${name} page: ${task.name}`)
      return measure(task, source, quick ? once : efforts[name])
    })
  const page = {name, characters: source.length, results}
  console.log(printPage(page))
  return page
}

const report: Report = {
  small: measurePage('small', 15_000),
  medium: measurePage('medium', 700_000),
  large: measurePage('large', 15_000_000),
  start: measureStart(makePage(15_000))
}
console.log(printStart(report.start))
console.log(printGoals(report))

const machine = {node: process.version, cpu: cpus()[0]?.model, cores: cpus().length}
const figures = goals.map((goal) => ({...goal, figure: goal.figure(report)}))
writeFileSync(output, JSON.stringify({machine, ...report, goals: figures}, null, 2) + '\n')
console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; figures: ${output}`)
