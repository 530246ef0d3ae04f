/**
 * Pages that were plans until somebody broke them: fixtures and generated pages with pieces taken out, put in,
 * doubled and moved.
 */
import fc from 'fast-check'

/** What one slip does to a page. */
type Slip = (page: string, other: string) => string

/** A place in a page, as a fraction of its length. */
const place = fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true})

/** What is typed by accident. */
const snippets = [
  ...[
    '{{',
    '}}',
    '[[',
    ']]',
    "'''",
    "''",
    '<',
    '>',
    '|',
    '=',
    '==',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '*',
    '#',
    ':',
    ';'
  ],
  ...[
    '{{done}}',
    '{{done}',
    '<<Done>>',
    '{|',
    '|}',
    '|-',
    '<!--',
    '-->',
    '<nowiki>',
    '</nowiki>',
    '<tabber>',
    '</tab>'
  ],
  ...[
    '<translate>',
    '</div>',
    '<b>',
    '----',
    '\n== Goals ==\n',
    '\n== Status ==\n',
    '\n== Outcome 1 ==\n',
    'Q2',
    '\n* '
  ],
  ...[
    'edit',
    '[edit]',
    'Done',
    'July 2030',
    'Note:',
    ',',
    '(',
    ')',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '\u00A0',
    '\uFFFC',
    'https://'
  ]
]

/** The range from one place to another nearby. */
function rangeOf(page: string, at: number, size: number): [start: number, end: number] {
  const start = Math.floor(at * page.length)
  return [start, Math.min(page.length, start + size)]
}

const slip: fc.Arbitrary<Slip> = fc
  .tuple(
    place,
    place,
    fc.oneof(fc.integer({min: 1, max: 5}), fc.integer({min: 1, max: 300})),
    fc.constantFrom(...snippets)
  )
  .chain(([at, to, size, snippet]) =>
    fc.constantFrom<Slip[]>(
      (page) => splice(page, rangeOf(page, at, size), ''),
      (page) => splice(page, rangeOf(page, at, 0), snippet),
      (page) => splice(page, rangeOf(page, at, snippet.length), snippet),
      (page) => splice(page, rangeOf(page, to, 0), page.slice(...rangeOf(page, at, size))),
      (page, other) => splice(page, rangeOf(page, to, 0), other.slice(...rangeOf(other, at, size))),
      (page) =>
        splice(
          page,
          rangeOf(page, lineAt(page, at), 0),
          page.slice(...rangeOf(page, lineAt(page, to), size))
        )
    )
  )

/** The start of the line that a place is in. */
function lineAt(page: string, at: number): number {
  const start = page.lastIndexOf('\n', Math.floor(at * page.length)) + 1
  return page.length === 0 ? 0 : start / page.length
}

function splice(page: string, [start, end]: [number, number], text: string): string {
  return page.slice(0, start) + text + page.slice(end)
}

/** One of some pages after a few slips; what is put in may come from another of them. */
export function mutated(pages: readonly string[]): fc.Arbitrary<string> {
  const page = fc.constantFrom(...pages)
  return fc
    .tuple(page, page, fc.array(slip, {minLength: 1, maxLength: 6}))
    .map(([page, other, slips]) => slips.reduce((result, apply) => apply(result, other), page))
}
