import {toSomeContent, type Content} from './content.ts'
import {readTeams} from '../plan/recognize/teams.ts'
import {wrong} from '../vocabulary/check.ts'
import {text} from '../write/builders.ts'
import {toText} from '../document/plain-text.ts'
import type {Team} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/**
 * A new team.
 *
 * @throws {TypeError} for a name that is blank, or that a list of teams would not say: a comma in no
 *   bracket would make two of it.
 */
export function toTeam(name: Content, vocabulary: Vocabulary): Team {
  const children = toSomeContent(name, 'team')
  const label = text(`${vocabulary.labels.primaryTeams[0]}: `)
  const read = readTeams([label, ...children], vocabulary)?.flatMap((teams) => teams.children)
  if (read?.length !== 1 || toText(read[0]!) !== toText(children))
    throw wrong('team', 'a name without commas or semicolons outside of brackets', name)
  return {type: 'team', children}
}
