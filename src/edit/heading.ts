/** An outcome's heading, which may say its statement, too. */
import {childrenOf} from '../document/children.ts'
import {toText} from '../document/plain-text.ts'
import {readOutcomeHeading, splitHeading} from '../plan/recognize/split-heading.ts'
import {wrong} from '../vocabulary/check.ts'
import {toSomeContent} from './content.ts'
import {statementOf} from './statement.ts'
import {text} from '../write/builders.ts'
import type {Heading, PhrasingContent} from '../document/types.ts'
import type {Outcome, Statement} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** What an outcome says in its heading. */
export type Headed = Pick<Outcome, 'heading' | 'outcomes' | 'outputs' | 'qualifier'>

/**
 * What a heading says of its outcome.
 *
 * @throws {TypeError} where it is no outcome's.
 */
export function readHeaded(heading: string, vocabulary: Vocabulary): Headed {
  const name = 'heading'
  if (typeof heading !== 'string') throw wrong(name, 'a string', heading)
  const words = toText(toSomeContent(heading, name))
  const found = readOutcomeHeading(words, vocabulary)
  if (!found)
    throw wrong(name, "an outcome's, such as `Outcome 1 / Output 2 (Night boats)`", heading)
  const {outcomes, outputs, qualifier} = found
  return {heading: words, outcomes, outputs, qualifier}
}

/** The statement that is not in the heading, or that a plan without a page has beside it. */
export function ownStatement(outcome: Outcome): Statement | undefined {
  return childrenOf(outcome, 'statement')[0]
}

/** An outcome with another heading; what repeats the heading's statement changes with it. */
export function withHeading(outcome: Outcome, headed: Headed, vocabulary: Vocabulary): Outcome {
  const said = splitHeading(outcome.heading, vocabulary).statement
  const parts = splitHeading(headed.heading, vocabulary)
  const own = ownStatement(outcome)
  const isRepeated = own !== undefined && said !== undefined && toText(own) === said
  const repeated = parts.statement === undefined ? [] : [statementOf([text(parts.statement)], own)]
  const children = outcome.children.flatMap((child, index): Outcome['children'] => {
    if (child === own && isRepeated) return repeated
    const isOwn = child.type === 'heading' && index === 0 && outcome.heading !== null
    return [isOwn ? {...child, children: headingContent(parts)} : child]
  })
  return {...outcome, ...headed, children}
}

/** In a page's heading the statement is a node of its own. */
function headingContent({before, statement}: ReturnType<typeof splitHeading>): Heading['children'] {
  const nodes: unknown[] = [text(before)]
  if (statement !== undefined) nodes.push(statementOf([text(statement)]))
  return nodes as PhrasingContent[]
}
