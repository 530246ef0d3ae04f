/**
 * The laws of edits on very many random edits: laws 3 and 4 on pages of every kind, by every way in which an edit
 * can come. It stops at the first law broken, with the smallest page and edits that break it.
 *
 *     npm run laws:edits                  200,000 sequences of edits
 *     RUNS=1000 SEED=7 npm run laws:edits
 *     npm run laws:edits -- --all         goes on, and prints the smallest example of each way to break a law
 */
import fc from 'fast-check'
import {editKindNames, plainSteps, steps} from '../test/arbitraries/edits.ts'
import type {EditKind, Step} from '../test/arbitraries/edits.ts'
import {check, doors} from '../test/laws/put-check.ts'
import type {Door, Outcome, Source} from '../test/laws/put-check.ts'
import {broken, sources} from '../test/laws/put-sources.ts'

const runs = Number(process.env['RUNS'] ?? 200_000)
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const goesOn = process.argv.includes('--all')
const everySeconds = 10

type Case = [Source, Step[], Door]

const cases: fc.Arbitrary<Case> = fc.oneof(
  {weight: 12, arbitrary: fc.tuple(sources, steps, fc.constantFrom(...doors))},
  {weight: 2, arbitrary: fc.tuple(sources, plainSteps, fc.constant<Door>('markdown'))},
  {
    weight: 1,
    arbitrary: fc.tuple(
      broken,
      fc.constant<Step[]>([]),
      fc.constantFrom<Door>(...doors, 'markdown')
    )
  }
)

const kinds = new Map<EditKind, number>(editKindNames.map((name) => [name, 0]))
const refusals = new Map<string, number>()
const failures = new Map<string, {count: number; example: Case; size: number}>()
let sequences = 0
let refused = 0
let idle = 0

/** What went wrong, without what is this page's alone: quoted texts, numbers and paths. */
function causeOf({broken, refusals}: Outcome): string | undefined {
  const [first] = broken.length > 0 ? broken : refusals.map((reason) => `refused: ${reason}`)
  return first
    ?.split('\n')[0]!
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\/\S+\]/g, '/…')
    .replace(/\d+/g, 'n')
    .replace(/\[.*\]|\{.*\}/g, '…')
}

function sizeOf([{page}, steps]: Case): number {
  return page.length + 500 * steps.length
}

/** A smaller case that fails for the same cause: with fewer edits, and with fewer lines. */
function shrink([source, steps, door]: Case, cause: string): Case {
  const fails = (steps: Step[], lines: string[]): boolean =>
    causeOf(check({...source, page: lines.join('')}, steps, door)) === cause
  const lines = source.page.split(/(?<=\n)/)
  const fewer = without(steps, (rest) => rest.length > 0 && fails(rest, lines))
  const page = without(lines, (rest) => fails(fewer, rest)).join('')
  return [{...source, page}, fewer, door]
}

/** A list without the runs that are not needed for a test. */
function without<T>(list: T[], test: (rest: T[]) => boolean): T[] {
  let rest = list
  for (let size = Math.ceil(list.length / 2); size > 0; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = rest.length - size; at >= 0; at -= size) {
      const candidate = rest.toSpliced(at, size)
      if (test(candidate)) rest = candidate
    }
  }
  return rest
}

function print([source, steps, door]: Case): void {
  const {done, result, broken, refusals} = check(source, steps, door)
  console.log(`page ${source.name}, as ${door}: ${done.join(', ')}`)
  for (const line of [...broken, ...refusals].slice(0, 6)) console.log(`- ${line}`)
  console.log(JSON.stringify(steps))
  console.log(`--- before\n${source.page}`)
  if (result !== null) console.log(`--- changed\n${changes(source.page, result)}`)
  console.log('---')
}

/** The lines from the first to the last that differ, of both pages. */
function changes(before: string, after: string): string {
  const [old, now] = [before, after].map((page) => page.split('\n'))
  let head = 0
  while (head < old!.length && old![head] === now![head]) head++
  let tail = 0
  while (
    tail < Math.min(old!.length, now!.length) - head &&
    old!.at(-1 - tail) === now!.at(-1 - tail)
  )
    tail++
  const part = (lines: string[], mark: string): string[] =>
    lines.slice(head, lines.length - tail).map((line) => mark + JSON.stringify(line))
  return [...part(old!, '- '), ...part(now!, '+ ')].join('\n')
}

function report(started: number): void {
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `${sequences} sequences in ${seconds} s, ${idle} found nothing to do, ${refused} were refused`
  )
}

const started = Date.now()
let next = started + everySeconds * 1000

/** Drawn in batches, as a sample is an array of all its values; those of seeds side by side are not the same. */
function* draw(): Generator<Case> {
  for (let batch = 0, left = runs; left > 0; batch++, left -= 1000) {
    yield* fc.sample(cases, {numRuns: Math.min(1000, left), seed: seed * 1000 + batch})
  }
}

for (const example of draw()) {
  const outcome = check(...example)
  sequences++
  if (outcome.done.length === 0) idle++
  for (const kind of outcome.done) kinds.set(kind, kinds.get(kind)! + 1)
  if (outcome.refusals.length > 0) {
    refused++
    for (const reason of outcome.refusals) refusals.set(reason, (refusals.get(reason) ?? 0) + 1)
  }
  const cause = causeOf(outcome)
  if (cause !== undefined) {
    const known = failures.get(cause)
    const size = sizeOf(example)
    if (!known) failures.set(cause, {count: 1, example, size})
    else {
      known.count++
      if (size < known.size) Object.assign(known, {example, size})
    }
    if (!goesOn) break
  }
  if (Date.now() > next) {
    report(started)
    next += everySeconds * 1000
  }
}

report(started)
console.log(`seed ${seed}`)
console.log([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '))
for (const [cause, {count, example}] of [...failures].sort(([, a], [, b]) => b.count - a.count)) {
  console.log(`\n@@@ ${count} × ${cause}`)
  print(shrink(example, cause))
}
process.exitCode = failures.size > 0 ? 1 : 0
