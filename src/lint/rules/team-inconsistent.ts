import {toText} from '../../document/plain-text.ts'
import {nodesOf} from '../nodes.ts'
import {groupBy, mostCommon} from '../spelling.ts'
import type {Team} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const teamInconsistent: Rule = {
  id: 'team-inconsistent',
  setting: 'warning',
  description: 'A team is written in two ways: `Piers / Data`, `piers/data`',
  reason: 'Programs that group the page by team count two teams.',
  example: {
    before: page('Piers / Data', 'Piers/Data', 'Piers / Data'),
    after: page('Piers / Data', 'Piers / Data', 'Piers / Data')
  },
  *check({plan}) {
    const teams = nodesOf<Team>(plan, 'team').map((team) => ({team, name: toText(team)}))
    for (const group of groupBy(teams, ({name}) => keyOf(name))) {
      const usual = mostCommon(group.map(({name}) => name))!
      for (const {team, name} of group) if (name !== usual) yield finding(team, name, usual)
    }
  },
  // A name with markup in it is left to a person.
  fix: ({actual, expected, place}, {source}) =>
    source.slice(place?.start.offset, place?.end.offset) === actual ? expected?.[0] : undefined
}

/** Names are the same team without case, spaces and hyphens; one of nothing else is itself. */
function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '') || name
}

function finding({position}: Team, name: string, usual: string): Finding {
  const reason = `\`${name}\` is mostly written \`${usual}\` on this page`
  return {reason, place: position, actual: name, expected: [usual]}
}

function page(...teams: string[]): string {
  return teams
    .map((team, index) => `== Outcome ${index + 1} ==\n''Primary team: ${team}''\n`)
    .join('')
}
