/** An outcome's heading, cut where its statement begins. */
import {joiners, readHeading, type OutcomeHeading} from './headings.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** What a heading says, where it is an outcome's. */
export function readOutcomeHeading(
  heading: string,
  vocabulary: Vocabulary
): OutcomeHeading | undefined {
  const found = readHeading(heading, vocabulary)
  return found?.kind === 'outcome' ? found : undefined
}

/**
 * A heading in two: what comes before its statement, and the statement, where it says one.
 *
 * ```text
 * Outcome 1: All ferries keep time
 * ^^^^^^^^^^^                         before
 *            ^^^^^^^^^^^^^^^^^^^^^    statement
 * ```
 */
export function splitHeading(
  heading: string | null,
  vocabulary: Vocabulary
): {before: string; statement: string | undefined} {
  const at = heading === null ? null : readOutcomeHeading(heading, vocabulary)?.statementAt
  if (heading === null || at === null || at === undefined)
    return {before: heading ?? '', statement: undefined}
  return {before: heading.slice(0, at), statement: heading.slice(at)}
}

/** What stands before a heading's statement, without what joins them. */
export function unjoined(before: string): string {
  let end = before.length
  while (end > 0 && joiners.test(before[end - 1]!)) end--
  return before.slice(0, end)
}
