/** How statuses are written in each dialect, well and badly. */
import {visit} from 'unist-util-visit'
import {describe, expect, it, test} from 'vitest'
import {parse, setStatus, toJson, toWikitext} from '../../src/index.ts'
import type {Dialect, UpdateJson} from '../../src/index.ts'
import {findMarkers} from '../../src/syntax/markers.ts'
import {readWikitext} from '../../src/syntax/wikitext/read.ts'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import {checkPositions} from '../laws.ts'
import {ownTime} from '../utils/work.ts'

const pages = {
  wikitext: '=== Outcome 1 ===\n==== Status ====\nNote: July 2030\n* ',
  text: 'Harbour Lights\nOutcome 1\nStatus\nNote: July 2030\n- ',
  markdown: '### Outcome 1\n\n#### Status\n\nNote: July 2030\n\n- '
}

/** The update that a list item of a page says. */
function update(content: string, from: keyof typeof pages): UpdateJson {
  const {periods} = toJson(parse(pages[from] + content, {from: from satisfies Dialect}))
  return periods[0]!.sections[0]!.notes[0]!.updates[0]!
}

/** An update as its statuses (`value form raw`) and its text. */
function said(content: string, from: keyof typeof pages): [statuses: string[], text: string] {
  const {statuses, text} = update(content, from)
  return [statuses.map(({value, form, raw}) => `${value} ${form} ${raw}`), text]
}

describe('a status in wikitext', () => {
  test.each([
    ['{{done}}', 'done template'],
    ['{{Done}}', 'done template'],
    ['{{ In progress }}', 'in-progress template'],
    ['{{In_progress}}', 'in-progress template'],
    ['{{Template:Done}}', 'done template'],
    ['{{done|by Ada}}', 'done template'],
    ['{{y}}', 'done template'],
    ['{{tick}}', 'done template'],
    ['{{No}}', 'not-done template'],
    ['{{on hold}}', 'stalled template'],
    ['{{At risk}}', 'at-risk template'],
    ['{{on track}}', 'on-track template'],
    ['{{done|1=a|by=Ada}}', 'done template'],
    ['<<Done>>', 'done angle'],
    ['<<to do>>', 'to-do angle']
  ])('should be read: %s', (raw, status) => {
    expect(said(`${raw} The key is found.`, 'wikitext')).toEqual([
      [`${status} ${raw}`],
      'The key is found.'
    ])
  })

  test.each([
    ...['{[partially done}}', '{{partially done}', '{partially done}}', '{{partially done]]'],
    ...['[{partially done}}', '<{{partially done}}', '< Partially done', '<<Partially done>'],
    ...['<Partially done>>', '{{partialy done}}', '{partially done}', '{{partially done]}'],
    ...['{{partially done}>', '<<partially done}}', '[[partially done}}', '{{{partially done}}}'],
    ...[
      '{{partially done}}}',
      '{{partially done}}>',
      '{{{partially done}}',
      '<<{{partially done}}>>'
    ],
    ...['{{partially done|by Ada}', '{partially done|by Ada}}', '<Partially done>'],
    ...['<<<Partially done>>>', '<<<Partially done>>', '<<Partially done>>>', '<<<partialy done>>>']
  ])('should be read as what was meant, and marked: %s', (raw) => {
    const expected = [[`partially-done malformed ${raw}`], 'The key is found.']
    expect(said(`${raw} The key is found.`, 'wikitext')).toEqual(expected)
  })

  it('should be read where its closing brackets are missing at the end of a line', () => {
    expect(said('The key is {{done', 'wikitext')).toEqual([
      ['done malformed {{done'],
      'The key is Done'
    ])
    expect(said('The key is {{done and more', 'wikitext')[0]).toEqual([])
  })

  it('should leave square brackets around a well-formed one to the text', () => {
    expect(said('The key [{{done}}] is found.', 'wikitext')).toEqual([
      ['done template {{done}}'],
      'The key [Done] is found.'
    ])
  })

  test.each([
    ...[
      '[done]',
      '[[Done]]',
      '(done)',
      '((Done))',
      '"done"',
      'Done',
      'done',
      '{{none}}',
      '{{note}}'
    ],
    ...[
      '{note}',
      '{[note}}',
      '<note>',
      '< note',
      '{done',
      'done}}',
      '{{done by Ada}}',
      '<b>done</b>'
    ],
    ...[
      '{{{{{done}}}}}',
      '<<<<<done>>>>>',
      'a < b > c',
      '{ }',
      '<>',
      '{{}}',
      '{{#if: done}}',
      '{{User:Done}}'
    ],
    ...['<nowiki>{{done}}</nowiki>', '<!-- {{done}} -->', '[[Boats|{{done}}]]', '{{boat|{{done}}}}']
  ])('should not be read in: %s', (content) => {
    expect(said(`${content} x`, 'wikitext')[0]).toEqual([])
  })

  it('should stand inside bold and italic text, too', () => {
    expect(said("'''{{done}}''' ''<<To do>>'' '''''{to do}}'''''", 'wikitext')[0]).toEqual([
      'done template {{done}}',
      'to-do angle <<To do>>',
      'to-do malformed {to do}}'
    ])
  })

  it('should have its place', () => {
    const source = `${pages.wikitext}The key is <{{done}}} now.`
    const places: string[] = []
    visit(parse(source), 'status', ({position, raw}) => {
      places.push(source.slice(position!.start.offset, position!.end.offset), raw)
    })
    expect(places).toEqual(['<{{done}}}', '<{{done}}}'])
  })

  it('should be of the caller’s vocabulary, too', () => {
    const vocabulary = extendVocabulary({statuses: [{value: 'done', label: 'Erledigt'}]})
    expect(findMarkers('{erledigt}} {Done}}', vocabulary, false)).toMatchObject([
      {value: 'done', label: 'Erledigt'},
      {value: 'done', label: 'Erledigt'}
    ])
  })
})

describe('a status that is struck out', () => {
  test.each([
    ['<s>{{done}}</s> x', 'x'],
    ['<del>{{done}}</del> x', 'x'],
    ['<strike>{{done}}</strike> x', 'x'],
    ['<S>{{done}} y</S> x', 'y x'],
    ["<s>'''{{done}}'''</s> x", 'x'],
    ['<s><b>{{done}}</b></s> x', 'x'],
    ['<s><<Done>></s> x', '<<Done>> x'],
    ['<s>{[done}}</s> x', '{[done}} x']
  ])('should be none: %s', (content, text) => {
    expect(said(content, 'wikitext')).toEqual([[], text])
  })

  it('should leave others alone', () => {
    expect(said('{{done}} <s>{{in progress}}</s> {{stalled}} x', 'wikitext')[0]).toEqual([
      'done template {{done}}',
      'stalled template {{stalled}}'
    ])
  })

  it('should not be set', () => {
    const page = '== Outcome 1 ==\n=== Goals ===\n* Wind {{done}} <s>{{in progress}}</s>\n'
    const plan = setStatus(parse(page), 'period-1/outcome-1/wind', 'blocked')
    expect(toWikitext(plan, {source: page})).toBe(page.replace('{{done}}', '{{blocked}}'))
  })

  test.each(['<u>{{done}}</u>', '<span>{{done}}</span>', '<ins>{{done}}</ins>'])(
    'should be one where it is not: %s',
    (content) => expect(said(content, 'wikitext')[0]).toHaveLength(1)
  )
})

describe('invisible characters', () => {
  const invisible = [
    ...['\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202E'],
    ...['\u2060', '\u2063', '\u2064', '\uFEFF']
  ]

  /** The statuses of a page, as `form raw`. */
  function statuses(page: string, from: keyof typeof pages): string[] {
    const found: string[] = []
    visit(parse(page, {from}), 'status', ({form, raw}) => void found.push(`${form} ${raw}`))
    return found
  }

  it.each(invisible.map((character) => [character.charCodeAt(0).toString(16), character]))(
    'should not hide a status: U+%s',
    (_, character) => {
      const between = `a {{done}}${character}{{stalled}}${character}`
      expect(statuses(between, 'wikitext')).toEqual(['template {{done}}', 'template {{stalled}}'])
      for (const raw of [`{{done${character}}}`, `{{${character}Done}}`, `{{done${character}|a}}`])
        expect(statuses(`a ${raw} x`, 'wikitext')).toEqual([`template ${raw}`])
      for (const raw of [`<<Done${character}>>`, `<<${character}Done>>`])
        expect(statuses(`a ${raw} x`, 'wikitext')).toEqual([`angle ${raw}`])
      for (const raw of [`{[done${character}}}`, `{{done${character}}`])
        expect(statuses(`a ${raw} x`, 'wikitext')).toEqual([`malformed ${raw}`])
      for (const raw of [`Yes${character} Done`, `Yes ${character}Done`])
        expect(statuses(`a ${raw} x`, 'text')).toEqual([`text ${raw}`])
      expect(statuses(`a Done${character}`, 'text')).toEqual(['text Done'])
      for (const raw of [`\`Done${character}\``, `\`${character}{{done}}\``])
        expect(statuses(`a ${raw} x`, 'markdown')).toEqual([`text ${raw}`])
    }
  )

  test.each(['Done\u00ADly', 'half\u00ADDone'])('should not part a word: %j', (content) => {
    expect(said(content, 'text')[0]).toEqual([])
  })
})

describe('a status against an address', () => {
  test.each([
    ['https://example.org/T1{{done}}', 'https://example.org/T1', '{{done}}'],
    ['https://example.org/T1{{done|a=b}}.', 'https://example.org/T1', '{{done|a=b}}'],
    ['https://example.org/T1.{{doen}} x', 'https://example.org/T1', '{{doen}}'],
    ['a https://b.example{{done}}{{Done}}x y', 'https://b.example', '{{done}}']
  ])('should end it: %s', (content, target, raw) => {
    const {links, statuses} = update(`Find ${content}`, 'wikitext')
    expect(links).toEqual([{kind: 'external', target, text: target}])
    expect(statuses[0]).toMatchObject({value: 'done', raw})
    const source = `${pages.wikitext}Find ${content}`
    checkPositions(readWikitext(source, english), source)
  })

  // MediaWiki shows `https://` and the status.
  test('should leave no address where nothing stands before it', () => {
    expect(said('Find https://{{done}}', 'wikitext')[0]).toEqual(['done template {{done}}'])
  })

  test.each([
    'https://example.org/T1{{boat}}',
    'https://example.org/T1{done}}',
    'https://example.org/{{done',
    '[https://example.org/T1{{done}} x]'
  ])('should not end it: %s', (content) => {
    expect(said(`Find ${content}`, 'wikitext')[0]).toEqual([])
  })
})

describe('a status in the text of a rendered page', () => {
  test.each([
    ...['Done', 'Yes Done', 'Y Done', 'Done Done', 'Yes\u00A0Done', 'Yes  Done', 'YesÂ Done'],
    ...['YesÂ\u00A0Done', 'YesÂDone', 'Done\u00A0Done', 'No Done']
  ])('should be its label, alone or behind an icon: %j', (raw) => {
    expect(said(`${raw} The key is found.`, 'text')).toEqual([
      [`done text ${raw}`],
      'The key is found.'
    ])
  })

  test.each([
    ['In progress In progress', 'in-progress'],
    ['To do To do', 'to-do'],
    ['To do', 'to-do'],
    ['N Postponed', 'postponed'],
    ['Incomplete Partially done', 'partially-done'],
    ['Stalled', 'stalled'],
    ['Blocked', 'blocked'],
    ['Not done', 'not-done'],
    ['Cancelled', 'cancelled']
  ])('should be any status’s: %s', (raw, value) => {
    expect(said(raw, 'text')).toEqual([[`${value} text ${raw}`], ''])
  })

  test.each([
    [
      'Build a plan is To do but the pilots met.',
      'to-do',
      'Build a plan is To do but the pilots met.'
    ],
    ['In progress A design is drawn.', 'in-progress', 'A design is drawn.'],
    ['Done on the first try!', 'done', 'on the first try!'],
    ['Done, at last.', 'done', ', at last.'],
    ['Done: the key', 'done', ': the key'],
    ['Done - the key', 'done', '- the key'],
    ['The key (Done) is found.', 'done', 'The key (Done) is found.'],
    ['The key is Done.', 'done', 'The key is Done.'],
    ['The key: Done!', 'done', 'The key: Done!'],
    ['To do once the ice melts', 'to-do', 'once the ice melts'],
    ['To do but not now', 'to-do', 'but not now']
  ])('should stand among words: %s', (content, value, text) => {
    const {statuses, text: actual} = update(content, 'text')
    expect(statuses.map((status) => status.value)).toEqual([value])
    expect(actual).toBe(text)
  })

  test.each([
    ...[
      'done',
      'in progress',
      'to do',
      'The key is done.',
      'Undone',
      'Donegal',
      'Done2',
      '2Done',
      'DDone'
    ],
    ...['Doned', 'In progression', 'To doubt', 'To', 'Yes', 'Yes the key', 'Yes done', 'Y', 'N'],
    ...[
      'Not yet done',
      'In great progress',
      'Éa Doné',
      'Donee',
      'Half-Done',
      'Done-ish',
      'complete',
      'Complete'
    ]
  ])('should not be read in: %s', (content) => {
    expect(said(content, 'text')).toEqual([[], content])
  })

  test.each([
    'To do this well, we need lamps.',
    'To do so, we need lamps.',
    'To do it, we need lamps.',
    'To do the rest, we need lamps.',
    'To do that we need lamps.',
    'To do well, we need lamps.',
    'To do lists are long.',
    'The piers are dark. To do this well, we need lamps.',
    'Dark piers! (To do them all, we need lamps.)',
    '“To do all that, we need lamps.”'
  ])('should not be read in prose that only opens like it: %s', (content) => {
    expect(said(content, 'text')).toEqual([[], content])
  })

  test.each([
    'The plan is To do this week.',
    'The plan, To do so far, is long.',
    '< To do this',
    'Yes To do this',
    'To do To do this'
  ])('should be read before the same words where it opens no sentence: %s', (content) =>
    expect(update(content, 'text').statuses.map(({value}) => value)).toEqual(['to-do'])
  )

  it('should be the longest label', () => {
    const vocabulary = extendVocabulary({
      statuses: [{value: 'nearly', label: 'Done but for paint'}]
    })
    expect(findMarkers('Done but for paint', vocabulary, true)).toMatchObject([
      {value: 'nearly', end: 18}
    ])
  })

  it('should be two where two labels touch', () => {
    expect(said('Done To do In progress', 'text')[0]).toEqual([
      'done text Done',
      'to-do text To do',
      'in-progress text In progress'
    ])
    expect(said('In progress In progressing', 'text')).toEqual([
      ['in-progress text In progress'],
      'In progressing'
    ])
  })

  test.each([
    ...['{[partially done}}', '{{partially done}', '{partially done}}', '{{partially done]]'],
    ...['[{partially done}}', '<{{partially done}}', '< Partially done', '<Partially done'],
    ...['<<<Partially done>>>', '<<<Partially done>>'],
    ...[
      '<<Partially done>',
      '<Partially done>>',
      '{{partialy done}}',
      '< Incomplete Partially done'
    ]
  ])('should be read where the page itself shows a malformed one: %s', (raw) => {
    const expected = [[`partially-done malformed ${raw}`], 'The key is found.']
    expect(said(`${raw} The key is found.`, 'text')).toEqual(expected)
  })

  test.each(['[done]', '[Done]', 'a<Done', 'x < y', '< done', '<    Done'])(
    'should not be malformed in: %s',
    (content) => {
      expect(update(content, 'text').statuses.map(({form}) => form)).not.toContain('malformed')
    }
  )
})

describe('a status in Markdown', () => {
  test.each(['`Done`', '`done`', '`complete`', '`{{done}}`', '`<<Done>>`', '[x]', '[X]'])(
    'should be read: %s',
    (raw) => {
      const [[status], text] = said(`${raw} The key is found.`, 'markdown')
      expect(status).toMatch(/^done /)
      expect(text).toBe('The key is found.')
    }
  )

  test.each([
    ...['{[partially done}}', '{{partially done}', '{partially done}}', '{{partially done]]'],
    ...['[{partially done}}', '<{{partially done}}', '{{partialy done}}', '{partially done}'],
    ...['<<<Partially done>>>', '<<<Partially done>>']
  ])('should be read as what was meant, and marked: %s', (raw) => {
    const {statuses, text} = update(`${raw} The key is found.`, 'markdown')
    expect(statuses).toMatchObject([{value: 'partially-done', form: 'malformed'}])
    expect(text).toBe('The key is found.')
  })

  test.each(['`{[partially done}}`', '`{{partially done}`', '`<<Partially done>`'])(
    'should be read as code of a malformed one: %s',
    (raw) => {
      const {statuses, text} = update(`${raw} The key is found.`, 'markdown')
      expect(statuses).toMatchObject([{value: 'partially-done', raw}])
      expect(text).toBe('The key is found.')
    }
  )

  test.each([
    'Done',
    'To do',
    '**Done**',
    '[Done]',
    '`doen`',
    '`Done soon`',
    '[Done](./Boats)',
    '\\`Done\\`',
    '`x` Done'
  ])('should not be read in: %s', (content) =>
    expect(said(`${content} x`, 'markdown')[0]).toEqual([])
  )
})

describe('markers of any text', () => {
  it('should be found in linear time', () => {
    for (const part of [
      '{',
      '{{done',
      '<',
      '< ',
      '[{',
      'In progress ',
      'Yes ',
      '{{a|',
      '“ ',
      'To do “'
    ]) {
      const text = part.repeat(100_000 / part.length)
      expect(
        ownTime(() => findMarkers(text, english, true)),
        part
      ).toBeLessThan(1000)
    }
  })
})
