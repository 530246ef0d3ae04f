/** A section's heading, which may say its statement, too. */
import {childrenOf} from '../document/children.ts'
import {toText} from '../document/plain-text.ts'
import {readSectionHeading, splitHeading} from '../plan/recognize/headings.ts'
import {wrong} from '../vocabulary/check.ts'
import {toSomeContent} from './content.ts'
import {statementOf} from './statement.ts'
import {text} from '../write/builders.ts'
import type {Heading, PhrasingContent} from '../document/types.ts'
import type {Section, Statement} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** What a section says in its heading. */
export type Headed = Pick<Section, 'kind' | 'heading' | 'code' | 'numbers' | 'qualifier'>

/**
 * What a heading says of its section.
 *
 * @throws {TypeError} where it is no section's.
 */
export function readHeaded(heading: string, vocabulary: Vocabulary): Headed {
  const name = 'heading'
  if (typeof heading !== 'string') throw wrong(name, 'a string', heading)
  const words = toText(toSomeContent(heading, name))
  const found = readSectionHeading(words, vocabulary)
  if (!found)
    throw wrong(name, "a section's, such as `Outcome 1 / Output 2 (Night boats)`", heading)
  return {
    kind: found.kind,
    heading: words,
    code: found.code?.value ?? null,
    numbers: found.numbers,
    qualifier: found.qualifier?.value ?? null
  }
}

/** The statement that is not in the heading, or that a plan without a page has beside it. */
export function ownStatement(section: Section): Statement | undefined {
  return childrenOf(section, 'statement')[0]
}

/** A section with another heading; what repeats the heading's statement changes with it. */
export function withHeading(section: Section, headed: Headed, vocabulary: Vocabulary): Section {
  const said = splitHeading(section.heading, vocabulary).statement
  const parts = splitHeading(headed.heading, vocabulary)
  const own = ownStatement(section)
  const isRepeated = own !== undefined && said !== undefined && toText(own) === said
  const repeated = parts.statement === undefined ? [] : [statementOf([text(parts.statement)], own)]
  const children = section.children.flatMap((child, index): Section['children'] => {
    if (child === own && isRepeated) return repeated
    const isOwn = child.type === 'heading' && index === 0 && section.heading !== null
    return [isOwn ? {...child, children: headingContent(parts)} : child]
  })
  return {...section, ...headed, children}
}

/** In a page's heading the statement is a node of its own. */
function headingContent({before, statement}: ReturnType<typeof splitHeading>): Heading['children'] {
  const nodes: unknown[] = [text(before)]
  if (statement !== undefined) nodes.push(statementOf([text(statement)]))
  return nodes as PhrasingContent[]
}
