/** How long a task takes, and what its result weighs. */
import {Bench} from 'tinybench'
import type {Task} from './tasks.ts'

/** What was measured of a task on a page. */
export interface Result {
  task: string
  /** Milliseconds: the median of the runs. */
  median: number
  /** How far runs are from the median, as a part of it: the median of the absolute deviations. */
  spread: number
  runs: number
  /** Bytes of heap that the result holds for each character of the page. */
  heap: number | null
}

/** How much is run: at least so many times, and so many milliseconds. */
export interface Effort {
  iterations: number
  time: number
  /** Runs before the first that counts, and milliseconds. */
  warmupIterations: number
  warmupTime: number
}

/** Runs a task on a page, warmed. */
export function measure(task: Task, source: string, effort: Effort): Result {
  const run = task.prepare(source)
  const bench = new Bench({...effort, setup: collect, throws: true})
  const [{result}] = bench.add(task.name, () => void (sink = run())).runSync() as [
    Bench['tasks'][0]
  ]
  if (!('latency' in result)) throw new Error(`${task.name} did not run: ${result.state}`)
  const {p50: median, mad, samplesCount: runs} = result.latency
  const heap = task.leavesNothing ? null : heapOf(run, source.length)
  return {task: task.name, median, spread: mad / median, runs, heap}
}

/** Where results go: what nobody looks at need not be worked out. */
export let sink: unknown

/** Characters of all the pages whose results are held at once. */
const held = 500_000

function heapOf(run: () => unknown, length: number): number {
  const count = Math.ceil(held / length)
  const results: unknown[] = new Array(count).fill(0)
  const before = used()
  for (let index = 0; index < count; index++) results[index] = run()
  const bytes = used() - before
  sink = results
  return bytes / count / length
}

function used(): number {
  sink = undefined
  collect()
  return process.memoryUsage().heapUsed
}

function collect(): void {
  globalThis.gc!()
}
