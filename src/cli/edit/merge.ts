/** Runs `wikiplan merge`. */
import {createMerge} from '../../change/merge/create-merge.ts'
import {parse} from '../../core.ts'
import type {Destination} from '../destination.ts'
import {PageError, UsageError} from '../errors.ts'
import {readPage} from '../files.ts'
import {describeConflict} from '../../change/merge/describe-conflict.ts'
import {deliver} from './edit-page.ts'

const merge = createMerge(parse)

/**
 * Merges base, mine and theirs.
 *
 * @throws {PageError} where they contradict each other: nothing is written, which leaves git the file as it is
 *   on this side, and marked as unmerged.
 */
export async function run(
  paths: [base: string, mine: string, theirs: string],
  destination: Destination
): Promise<void> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new UsageError('only one of them can be standard input')
  const [base, mine, theirs] = paths
  const [before, other] = [await readPage(base), await readPage(theirs)]
  await deliver(mine, destination, (source) => {
    const {page, conflicts} = merge(before, source, other)
    if (page !== null) return page
    throw new PageError(
      contradiction(conflicts.length),
      conflicts.map((conflict) => describeConflict(conflict))
    )
  })
}

function contradiction(count: number): string {
  return `mine and theirs contradict each other in ${count === 1 ? 'one place' : `${count} places`}:`
}
