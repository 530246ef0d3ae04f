/** Runs `wikiplan set`. */
import {english} from '../../core.ts'
import {setStatus} from '../../edit/set.ts'
import {toStatus} from '../../plan/status.ts'
import type {EditingOptions} from '../destination.ts'
import {UsageError} from '../errors.ts'
import {editPlan} from './edit-page.ts'
import {argument} from './explain.ts'

/** What the command was told. */
export interface SetCommandOptions extends EditingOptions {
  clear?: boolean
}

export async function run(
  path: string,
  id: string,
  status: string | undefined,
  {clear, ...options}: SetCommandOptions
): Promise<void> {
  if (clear ? status !== undefined : status === undefined)
    throw new UsageError('give either a status or --clear')
  if (status !== undefined) argument(() => toStatus(status, english))
  await editPlan(path, options, (plan) => setStatus(plan, id, status ?? null))
}
