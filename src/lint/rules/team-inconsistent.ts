import {toText} from '../../document/plain-text.ts'
import {nodesOf} from '../../document/nodes.ts'
import {groupBy} from '../../change/match/lists.ts'
import {mostCommon} from '../spelling.ts'
import type {Team} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

export const teamInconsistent: Rule = {
  id: 'team-inconsistent',
  setting: 'warning',
  description: 'A team is spelled in two ways: `Piers / Data`, `piers/data`',
  reason: 'Programs that group goals by team count two teams.',
  example: {
    before: page('Piers / Data', 'Piers/Data', 'Piers / Data'),
    after: page('Piers / Data', 'Piers / Data', 'Piers / Data')
  },
  *check({plan, source}) {
    const teams = nodesOf<Team>(plan, 'team').map((team) => toNamed(team, source))
    for (const group of groupBy(teams, ({name}) => keyOf(name)).values()) {
      const usual = mostCommon(group.map(({name}) => name))!
      const canWrite = group.some(({name, isPlain}) => name === usual && isPlain)
      for (const {name, isPlain, place} of group) {
        if (name === usual) continue
        const reason = `\`${name}\` is usually written \`${usual}\` on this page`
        yield {reason, place, actual: name, ...(isPlain && canWrite && {expected: [usual]})}
      }
    }
  },
  fix: ({expected}) => expected?.[0]
}

/** A team's name; `isPlain` where it is written without markup, so that one may stand for another. */
function toNamed(team: Team, source: string) {
  const {position: place} = team
  const name = toText(team)
  return {name, place, isPlain: source.slice(place?.start.offset, place?.end.offset) === name}
}

/** Names are the same team without case, spaces and hyphens; one of nothing else is itself. */
function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '') || name
}

function page(...teams: string[]): string {
  return teams
    .map((team, index) => `== Outcome ${index + 1} ==\n''Primary team: ${team}''\n`)
    .join('')
}
