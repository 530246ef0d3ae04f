/** What a rule is, and what it finds. */
import type {Context} from './context.ts'
import type {Problem} from '../plan/recognize/messages.ts'
import type {TextEdit} from '../change/text-edit.ts'

/** How grave a finding is. */
export type Severity = 'error' | 'warning' | 'info'

/** What a rule is set to: a severity, or not looked for at all. */
export type Setting = Severity | 'off'

/**
 * Something that a rule finds at a place of the page.
 *
 * The place is as narrow as the fault: where the rule has a fix, it is just what the fix replaces.
 */
export type Finding = Omit<Problem, 'ruleId'>

/** A change of the page. */
export type Edit = TextEdit

/** A rule, as data: the linter runs it, the documentation shows it, the tests hold it to its example. */
export interface Rule {
  /** Stable, in kebab case. */
  id: string
  /** What it is set to where nobody says otherwise. */
  setting: Setting
  /** What is wrong, as a phrase. */
  description: string
  /** Why that matters, in a sentence or two. */
  reason: string
  /** A small page that the rule has something to say about, and the page as it should be. */
  example: {before: string; after: string}
  /** Finds what is wrong; a rule without it judges what `parse` reported under its id. */
  check?: (context: Context) => Iterable<Finding>
  /** What to write in place of a finding; `undefined` where that is not plain. */
  fix?: (finding: Finding, context: Context) => string | undefined
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** The change that mends what the message is about. */
    fix?: Edit | undefined
  }
}
