/** Teams: who does an outcome's work, and on whom it depends. */
import {describe, expect, it, test} from 'vitest'
import {outcome} from './read.ts'

/** The dependencies and the primary teams of an outcome with a line. */
function teams(line: string): [string[], string[]] {
  const {dependencies, primaryTeams} = outcome(`Boats leave on time.\n\n${line}\n`)
  return [dependencies, primaryTeams]
}

describe('teams', () => {
  const line = 'Dependencies on: A; Primary teams: B, C (D, E)'

  test.each([
    line,
    `''${line}''`,
    `'''${line}'''`,
    `:${line}`,
    `:''${line}''`,
    `* ${line}`,
    `<small>${line}</small>`,
    "''Dependencies on:'' A; ''Primary teams:'' B, C (D, E)",
    "'''Dependencies on''': A; '''Primary teams''': B, C (D, E)",
    'Dependencies on: A\n\nPrimary teams: B, C (D, E)',
    'Dependencies on: A\nPrimary teams: B, C (D, E)',
    ':Dependencies on: A\n:Primary teams: B, C (D, E)',
    'Primary teams: B, C (D, E); Dependencies on: A',
    'Dependencies on: A;Primary teams: B, C (D, E);',
    'Dependencies on : A ; Primary teams : B , C (D, E)'
  ])('should be read however they are marked up: %j', (text) => {
    expect(teams(text)).toEqual([['A'], ['B', 'C (D, E)']])
  })

  test.each([
    ['Dependencies on: A', ['A'], []],
    ['Dependency on: A', ['A'], []],
    ['Dependencies: A', ['A'], []],
    ['Depends on: A', ['A'], []],
    ['dependencies on: A', ['A'], []],
    ['Primary team: B', [], ['B']],
    ['Primary teams: B', [], ['B']],
    ['Primary team(s): B', [], ['B']],
    ['PRIMARY TEAM: B', [], ['B']]
  ])('should stand behind %s', (text, dependencies, primaryTeams) => {
    expect(teams(text)).toEqual([dependencies, primaryTeams])
  })

  test.each([
    ['A, B,', ['A', 'B']],
    ['A,, B', ['A', 'B']],
    [', A', ['A']],
    ['A; B', ['A', 'B']],
    ['SRE / Data', ['SRE / Data']],
    ['A (B; C), D', ['A (B; C)', 'D']],
    ['A (B, (C, D)), E', ['A (B, (C, D))', 'E']],
    ['A (B, C', ['A (B, C']],
    ['A), B', ['A)', 'B']],
    ['A [B, C], D', ['A [B, C]', 'D']],
    ['[[Lamps, inc|Lamps]], B', ['Lamps', 'B']],
    ["''A'', '''B'''", ['A', 'B']],
    ['Lamps &amp; Boats', ['Lamps & Boats']],
    ['A and B', ['A and B']],
    ['', []],
    [' , ,', []]
  ])('should be set apart by commas outside brackets: %j', (names, expected) => {
    expect(teams(`Primary teams: ${names}`)).toEqual([[], expected])
  })

  test.each([
    ...[
      'Dependencies on A',
      'Primary teams are B',
      'Primary teamsters: B',
      'Our primary teams: B',
      'Team: B'
    ],
    ...['Primary: B', 'Dependent on: A', 'Primary-teams: B']
  ])('should not be read in %s', (text) => expect(teams(text)).toEqual([[], []]))

  it('should be added up over lines', () => {
    expect(teams('Primary team: A\n\nPrimary team: B')).toEqual([[], ['A', 'B']])
  })

  it('should stand behind the goals’ heading, too', () => {
    expect(outcome('==== Goals ====\nPrimary team: B\n* Wind').primaryTeams).toEqual(['B'])
  })

  it('should not stand among notes', () => {
    const {primaryTeams, notes} = outcome('==== Status ====\nNote: July 2030\n* Primary team: B')
    expect(primaryTeams).toEqual([])
    expect(notes[0]?.updates[0]?.text).toBe('Primary team: B')
  })
})
