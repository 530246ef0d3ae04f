/**
 * Invented texts of plans, each with how wikitext writes it, how a rendered page shows it, and what it
 * links to.
 */
import fc from 'fast-check'
import type {LinkJson} from '../../src/index.ts'

/** A piece of text. */
export interface Words {
  /** As a reader of the page sees it. */
  text: string
  wikitext: string
  /** What it links to in wikitext. */
  links: LinkJson[]
}

const openings = [
  ...[
    'Wind the clocks',
    'Paint',
    'Count every boat',
    'Mend nets',
    'Ask the keeper',
    'Émile sings',
    '汽笛'
  ],
  ...[
    'Light the lamps of pier two',
    'Sell tickets',
    'Ring',
    "Sort last year's charts",
    'Grease (all) gates'
  ]
]

const plain = [
  ...[
    'at noon',
    'for all piers',
    'the ropes',
    'boats',
    'and lamps',
    'before winter',
    'in the fog',
    '– twice'
  ],
  ...[
    'with 3 lanterns',
    'lists, ledgers and logs',
    '(oak, elm)',
    'é',
    '🚢',
    '"quoted"',
    'don’t',
    '90%',
    'v2.1'
  ]
]

/** Looks like markup or like a name of the language, and is a text all the same. */
const odd = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    '10:30',
    '>= 50%',
    'C++',
    '#7',
    '*',
    'a = b',
    'x|y',
    '~',
    '~5'
  ],
  ...[
    '- or -',
    'a / b',
    '\u202Eboat\u202C',
    'l\u00A0m',
    'f()',
    'and/or',
    '$1',
    '\\n',
    '`code`',
    'snake_case',
    '{'
  ],
  ...[
    '}',
    '[sic]',
    'a & b',
    '5 < 6',
    '100,000',
    'edited',
    'undone',
    'note the time',
    'stretch out',
    'of 2031'
  ]
]

function wiki(target: string, text = target): LinkJson {
  return {kind: 'wiki', target, text}
}

function task(target: string, text = target): LinkJson {
  return {kind: 'task', target, text}
}

const address = 'https://piers.example/north?a=b'

/** Texts that wikitext writes with markup. */
const marked: Words[] = [
  {text: 'the boats', wikitext: '[[Boats|the boats]]', links: [wiki('Boats', 'the boats')]},
  {text: 'Clocks', wikitext: '[[Clock]]s', links: [wiki('Clock', 'Clocks')]},
  {text: 'Pier: north', wikitext: '[[Pier: north]]', links: [wiki('Pier: north')]},
  {
    text: 'the pier',
    wikitext: '[https://piers.example the pier]',
    links: [{kind: 'external', target: 'https://piers.example', text: 'the pier'}]
  },
  {text: address, wikitext: address, links: [{kind: 'external', target: address, text: address}]},
  {text: 'T912345', wikitext: 'T912345', links: [task('T912345')]},
  {text: 'T912346', wikitext: '{{phab|T912346}}', links: [task('T912346')]},
  {text: 'its task', wikitext: '[[phab:T912347|its task]]', links: [task('T912347', 'its task')]},
  {text: 'loud', wikitext: "'''loud'''", links: []},
  {text: 'soft', wikitext: "''soft''", links: []},
  {text: 'Bell & Rope', wikitext: 'Bell &amp; Rope', links: []},
  {text: 'it’s', wikitext: 'it&rsquo;s', links: []},
  {text: '', wikitext: '<!-- ask: {{done}}? -->', links: []},
  {text: '', wikitext: '<ref>The log, page 4.</ref>', links: []},
  {text: '', wikitext: '{{citation needed|date=May 2031}}', links: []},
  {text: 'late', wikitext: '<span style="color: red">late</span>', links: []},
  {text: 'boat --fast', wikitext: '<code>boat --fast</code>', links: []},
  {text: 'two lines', wikitext: 'two<br>lines', links: []},
  {text: '[[nets]] | * ==', wikitext: '<nowiki>[[nets]] | * ==</nowiki>', links: []}
]

/** Texts that would be a status, had the page not said that they are none. */
const quotedMarkers: Words[] = [
  {text: '{{done}}', wikitext: '<nowiki>{{done}}</nowiki>', links: []},
  {text: '<b>', wikitext: '&lt;b&gt;', links: []}
]

function unmarked(text: string): Words {
  return {text, wikitext: text, links: []}
}

/** Each once, so that a link stands where its text does. */
const pieces: fc.Arbitrary<Words> = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...plain).map(unmarked)},
  {weight: 2, arbitrary: fc.constantFrom(...odd).map(unmarked)},
  {weight: 2, arbitrary: fc.constantFrom(...marked).map((words) => ({...words}))},
  {
    weight: 1,
    arbitrary: fc.constantFrom(...quotedMarkers)
  }
)

/** Pieces with a blank between them. */
export function joinWords(parts: readonly Words[], separator = ' '): Words {
  return {
    text: parts
      .map(({text}) => text)
      .join(separator)
      .replace(/\s+/g, ' ')
      .trim(),
    wikitext: parts.map(({wikitext}) => wikitext).join(separator),
    links: parts.flatMap(({links}) => links)
  }
}

/**
 * A title or sentence. It opens with a word in capitals and closes with a plain one: whether a blank, a dash or
 * a bracket at an end belongs to the text or to what stands beside it would be anyone's guess.
 */
export const sentence: fc.Arbitrary<Words> = fc
  .tuple(
    fc.constantFrom(...openings).map(unmarked),
    fc.uniqueArray(pieces, {maxLength: 4, selector: ({wikitext}) => wikitext}),
    fc.constantFrom('', 'today', 'on time', 'by boat').map(unmarked)
  )
  .map(([first, middle, last]) =>
    joinWords(
      middle.length > 0 && !last.text
        ? [first, ...middle, unmarked('here')]
        : [first, ...middle, last]
    )
  )

/** A team's name. */
export const teamName: fc.Arbitrary<Words> = fc.constantFrom(
  ...[
    'Piers',
    'Clocks',
    'Night boats',
    'SRE / Lamps',
    'Ropes (Hemp, Wire)',
    'Bell & Rope',
    'constructor',
    'Équipe 7'
  ].map(unmarked),
  {
    text: 'Keepers',
    wikitext: '[[Lighthouse Keepers|Keepers]]',
    links: [wiki('Lighthouse Keepers', 'Keepers')]
  }
)

/** The text without bold and italic, to be put in bold or italic. */
export function withoutQuotes({wikitext}: Words): string {
  return wikitext.replace(/'{2,}/g, '')
}

/** What a rendered page's text still links to: tasks by their number, and addresses. */
export function renderedLinks({text}: Words): LinkJson[] {
  return Array.from(text.matchAll(/https:\S+|\bT9\d+/g), ([found]) =>
    found.startsWith('T') ? task(found) : {kind: 'external', target: found, text: found}
  )
}
