/** Links: what a text linked to. */
import {describe, expect, it, test} from 'vitest'
import {goals} from './read.ts'
import type {LinkJson} from '../../src/index.ts'

/** The text and the links of a goal, as `kind target: text`. */
function said(line: string): [text: string, links: string[]] {
  const [goal] = goals(`* ${line}`)
  return [
    goal!.text,
    goal!.links.map(({kind, target, text}: LinkJson) => `${kind} ${target}: ${text}`)
  ]
}

describe('a link', () => {
  test.each([
    ['[[Boats]]', 'Boats', 'wiki Boats: Boats'],
    ['[[Boats|all boats]]', 'all boats', 'wiki Boats: all boats'],
    ['[[Boat]]s', 'Boats', 'wiki Boat: Boats'],
    ['[[Boat|ship]]s', 'ships', 'wiki Boat: ships'],
    ['[[Boats#Night]]', 'Boats#Night', 'wiki Boats#Night: Boats#Night'],
    ['[[User:Ada_Fictional|Ada]]', 'Ada', 'wiki User:Ada_Fictional: Ada'],
    ["[[Boats|''all'' '''boats''']]", 'all boats', 'wiki Boats: all boats'],
    ['[[:File:Boat.png]]', 'File:Boat.png', 'wiki File:Boat.png: File:Boat.png'],
    ['[https://boats.example all boats]', 'all boats', 'external https://boats.example: all boats'],
    [
      'https://boats.example/a',
      'https://boats.example/a',
      'external https://boats.example/a: https://boats.example/a'
    ],
    ["'''[[Boats]]'''", 'Boats', 'wiki Boats: Boats']
  ])('should have its target and what is shown: %s', (line, text, link) => {
    expect(said(line)).toEqual([text, [link]])
  })

  test.each([
    ['T208612', 'T208612', 'T208612'],
    ['(T208612)', '(T208612)', 'T208612'],
    ['T208612, then', 'T208612, then', 'T208612'],
    ['[[phab:T208612]]', 'phab:T208612', 'phab:T208612'],
    ['[[phab:T208612|the task]]', 'the task', 'the task'],
    ['[[Phabricator:T208612|the task]]', 'the task', 'the task'],
    ['[https://phabricator.wikimedia.org/T208612 the task]', 'the task', 'the task'],
    ['[https://phabricator.wikimedia.org/T208612#5 the task]', 'the task', 'the task'],
    ['{{phab|T208612}}', 'T208612', 'T208612'],
    ['{{Phab|T208612}}', 'T208612', 'T208612'],
    ['{{Tracked|T208612}}', 'T208612', 'T208612'],
    ['{{tracked|1=T208612}}', 'T208612', 'T208612'],
    ['{{tracked|T208612|resolved}}', 'T208612', 'T208612']
  ])('should be to a task: %s', (line, text, shown) => {
    expect(said(line)).toEqual([text, [`task T208612: ${shown}`]])
  })

  test.each([
    ...[
      'T12',
      'T',
      'T-208612',
      'XT208612',
      'T208612a',
      'T208612-1',
      'a/T208612',
      'T012345',
      't208612',
      '#T208612'
    ],
    ...['<nowiki>T208612</nowiki>', "T'''208612'''"]
  ])('should not be to a task: %s', (line) => expect(said(line)[1]).toEqual([]))

  test.each([
    ['[[phab:D208612|x]]', 'wiki phab:D208612: x'],
    ['[[phabulous:T208612|x]]', 'wiki phabulous:T208612: x'],
    [
      '[https://phabricator.wikimedia.org/project/T208612 x]',
      'external https://phabricator.wikimedia.org/project/T208612: x'
    ],
    ['[https://boats.example/T208612 x]', 'external https://boats.example/T208612: x'],
    [
      '[https://phabricator.boats.example/T208612/a x]',
      'external https://phabricator.boats.example/T208612/a: x'
    ]
  ])('should be to something else than a task: %s', (line, link) =>
    expect(said(line)[1]).toEqual([link])
  )

  it('should stand in order', () => {
    expect(said('[[a]] T208612 [https://b.example c] {{phab|T208613}} [[d]]')[1]).toEqual([
      'wiki a: a',
      'task T208612: T208612',
      'external https://b.example: c',
      'task T208613: T208613',
      'wiki d: d'
    ])
  })

  it('should not be counted twice where its text is a task', () => {
    expect(said('[[phab:T208612|T208612]]')[1]).toEqual(['task T208612: T208612'])
    expect(said('[[Boats|T208612]]')[1]).toEqual(['wiki Boats: T208612'])
  })

  test.each([
    ['Wind [[File:Clock.png|thumb|A [[clock]]]] now', 'Wind now'],
    ['Wind [[Category:Clocks]] now', 'Wind now'],
    ['Wind {{clock|[[clock]]}} now', 'Wind now'],
    ['Wind <!-- [[clock]] --> now', 'Wind now'],
    ['Wind<ref>[[clock]]</ref> now', 'Wind now'],
    ['Wind ~~~~ now', 'Wind now'],
    ['Wind<br>now', 'Wind now'],
    ['Wind <nowiki>[[</nowiki> now', 'Wind [[ now'],
    ['Wind <code>T1</code> now', 'Wind T1 now'],
    ['Wind <math>T208612</math> now', 'Wind T208612 now'],
    ['Wind&nbsp;&#110;ow', 'Wind now']
  ])('should not be in what shows none: %s', (line, text) => expect(said(line)).toEqual([text, []]))
})
