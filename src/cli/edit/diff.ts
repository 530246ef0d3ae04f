/** Runs `wikiplan diff`. */
import {diff} from '../../change/diff.ts'
import {summarize} from '../../change/summarize.ts'
import type {Change} from '../../change/types.ts'
import type {Dialect} from '../../document/types.ts'
import {UsageError} from '../errors.ts'
import {writePage} from '../files.ts'
import {visible} from '../report.ts'
import {readPlan} from '../read-plan.ts'

/** What the command was told. */
export interface DiffCommandOptions {
  from: Dialect | 'auto'
  json?: boolean
  summary?: boolean
}

export async function run(
  before: string,
  after: string,
  options: DiffCommandOptions
): Promise<void> {
  if (before === '-' && after === '-')
    throw new UsageError('only one of them can be standard input')
  const old = await readPlan(before, options.from)
  const now = await readPlan(after, options.from)
  await writePage(undefined, print(diff(old, now), options))
}

function print(changes: Change[], {json, summary}: DiffCommandOptions): string {
  if (json) return JSON.stringify(changes, null, 2) + '\n'
  const lines = summary ? [summarize(changes)] : changes.map((change) => summarize([change]))
  return lines.map((line) => line && `${visible(line)}\n`).join('')
}
