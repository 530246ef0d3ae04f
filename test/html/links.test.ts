/** Links of HTML as they would be typed. */
import {describe, expect, test} from 'vitest'
import {goalsOf} from './read.ts'

describe('links', () => {
  test.each([
    [
      'a page',
      '<a href="/wiki/Blue_Peter" title="Blue Peter">Blue Peter</a>',
      'Blue Peter',
      'Blue Peter'
    ],
    ['a page with a small letter', '<a href="/wiki/Flag" title="Flag">flag</a>', 'flag', 'flag'],
    ['a page and letters behind', '<a href="/wiki/Flag" title="Flag">flags</a>', 'flag', 'flags'],
    ['a page by another name', '<a href="/wiki/Flag" title="Flag">the rag</a>', 'Flag', 'the rag'],
    [
      'a part of a page',
      '<a href="/wiki/Flag#Of_the_boat" title="Flag">it</a>',
      'Flag#Of the boat',
      'it'
    ],
    ['a part of this page', '<a href="#Goals">the goals</a>', '#Goals', 'the goals'],
    ['index.php', '<a href="/index.php/Blue_Peter" title="Blue Peter">it</a>', 'Blue Peter', 'it'],
    [
      'a page that does not exist',
      '<a href="/w/index.php?title=Fl%C3%A4gge&amp;action=edit&amp;redlink=1" class="new">it</a>',
      'Flägge',
      'it'
    ],
    [
      'an address saved by a browser',
      '<a href="https://wiki.example/wiki/Flag" title="Flag">it</a>',
      'Flag',
      'it'
    ],
    [
      "Parsoid's",
      '<a rel="mw:WikiLink" href="./Blue_Peter?action=edit&amp;redlink=1" title="Blue Peter">it</a>',
      'Blue Peter',
      'it'
    ],
    [
      'another wiki',
      '<a href="https://de.wiki.example/wiki/Flagge" class="extiw" title="de:Flagge">it</a>',
      'de:Flagge',
      'it'
    ],
    ['an address that is no UTF-8', '<a href="/wiki/%E9" title="x">it</a>', '%E9', 'it']
  ])('should know %s', (_, line, target, text) => {
    expect(goalsOf(`Hoist ${line}`)[0]).toMatchObject({
      text: `Hoist ${text}`,
      links: [{kind: 'wiki', target, text}]
    })
  })

  test.each([
    [
      'outside',
      '<a rel="nofollow" class="external text" href="https://a.example/?title=b">b</a>',
      'https://a.example/?title=b'
    ],
    ["Parsoid's", '<a rel="mw:ExtLink" href="//a.example/wiki/B">b</a>', '//a.example/wiki/B'],
    ['mail', '<a href="mailto:ada@a.example">b</a>', 'mailto:ada@a.example'],
    [
      'a script, which is only a string',
      '<a href="javascript:alert(1)">b</a>',
      'javascript:alert(1)'
    ]
  ])('should know an address: %s', (_, line, target) => {
    expect(goalsOf(line)[0]!.links).toEqual([{kind: 'external', target, text: 'b'}])
  })

  test.each([
    [
      'an address',
      '<a class="external text" href="https://phabricator.wikimedia.org/T208612">it</a>'
    ],
    [
      'a prefix',
      '<a class="extiw" href="https://phabricator.wikimedia.org/T208612" title="phab:T208612">it</a>'
    ]
  ])('should know a task by %s', (_, line) => {
    expect(goalsOf(line)[0]!.links).toMatchObject([{kind: 'task', target: 'T208612'}])
  })

  test('should know a task by a template that the wiki does not have', () => {
    const data = '{"parts":[{"template":{"target":{"wt":"phab"},"params":{"1":{"wt":"T208612"}}}}]}'
    const [goal] = goalsOf(
      `Hoist <a class="new" typeof="mw:Transclusion" data-mw='${data}' href="./Template:Phab">Template:Phab</a>`
    )
    expect(goal).toMatchObject({text: 'Hoist T208612', links: [{kind: 'task', target: 'T208612'}]})
  })

  test('should take an anchor for what it holds', () => {
    expect(goalsOf('Hoist <a id="b">the flag</a>')[0]).toMatchObject({
      text: 'Hoist the flag',
      links: []
    })
  })
})
