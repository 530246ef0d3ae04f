/** Counts what code does, where time would depend on what else the machine does. */
import {Session} from 'node:inspector'
import type {Profiler} from 'node:inspector'

/**
 * A counter of how many times blocks of the source are entered, loops included, while something runs. It makes
 * all code of the process slower until the process ends.
 *
 * What the engine does by itself (searching a string, copying an array) is not counted.
 */
export function startCounting(): (run: () => void) => number {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true})
  return (run) => {
    takeCount(session)
    run()
    return takeCount(session)
  }
}

/**
 * Milliseconds of this process's own time that something takes, whatever else the machine does: of what the engine does
 * by itself, such as matching an expression, nothing else tells.
 */
export function ownTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  return process.cpuUsage(before).user / 1000
}

/** The count since it was last taken. A session in its own thread answers at once. */
function takeCount(session: Session): number {
  let sum = 0
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    sum = sumOf(coverage.result.filter(({url}) => url.includes('/src/')))
  })
  return sum
}

function sumOf(scripts: Profiler.ScriptCoverage[]): number {
  let sum = 0
  for (const {functions} of scripts) {
    for (const {ranges} of functions) for (const {count} of ranges) sum += count
  }
  return sum
}
