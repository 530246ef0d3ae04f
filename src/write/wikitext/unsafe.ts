/**
 * Which characters of a text would be markup where they stand: rules as data, one per MediaWiki
 * rule that could take a text for something else.
 *
 * A rule is looked for in the whole line as it will be written, so it sees what stands beside a
 * text; it applies to characters of texts only. Each expression matches one character and looks a
 * bounded distance around it.
 */

/** What a text stands in, as bits. */
export const scopes = {
  line: 1,
  heading: 2,
  linkLabel: 4,
  wikiLinkLabel: 8,
  argument: 16,
  positionalArgument: 32,
  /** `;term`: a colon would begin its description. */
  term: 64,
  /** `*text`: with no blank behind the bullets, more of them would be bullets too. */
  item: 128,
  /** `|text`: a cell of a table. */
  cell: 256
} as const

/** Bits of `scopes`. */
export type Scope = number

/** A rule of escaping. */
export interface Unsafe {
  /** Matches a character that must not be written as it is. */
  character: RegExp
  /** Where the rule applies: anywhere unless said. */
  in?: Scope
}

/** Protocols that MediaWiki links without `//`: `$wgUrlProtocols`. */
const slashless = 'bitcoin|geo|magnet|mailto|matrix|news|sip|sips|sms|tel|urn|xmpp'

export const unsafe: Unsafe[] = [
  // Two apostrophes are emphasis.
  {character: /'(?=')|(?<=')'/g},
  // Templates and their parameters, tables.
  {character: /[{}](?=[{}|<])|(?<=[{}|>])[{}]/g},
  // Language variants, whose marks hide the end of a template.
  {character: /(?<=-)\{/g},
  // Links.
  {character: /\[(?=\[|\/\/)|(?<=\[)\[|\](?=\])|(?<=\])\]/g},
  {character: /\]/g, in: scopes.linkLabel},
  {character: /\|/g, in: scopes.wikiLinkLabel | scopes.argument},
  // `a=b` would be an argument's name.
  {character: /=/g, in: scopes.positionalArgument},
  // Addresses become links by themselves.
  {character: /:(?=\/\/)/g},
  {character: new RegExp(`(?<=${slashless}):(?=\\S)`, 'gi')},
  // Tags and comments; brackets against a status are read as a part of it, and so is `< In
  // progress`.
  {character: /<(?=[a-z/!?{<])/gi},
  {character: /<(?= {0,2}\p{Lu})/gu},
  {character: />(?=>)|(?<=[}>])>/g},
  // Entities.
  {character: /&(?=#?[^\s&;]{1,40};)/g},
  // A new panel of `<tabber>`.
  {character: /\|(?=-\|)/g},
  // Signatures and behaviour switches.
  {character: /~(?=~)|(?<=~)~/g},
  {character: /(?<=_)_(?=\p{L}{1,40}__)/gu},
  // Blocks, at the start of a line.
  {character: /^[*#:;= \t]|^-(?=---)/g, in: scopes.line},
  {character: /(?<=^[*#:;]{1,40})[*#:;]/g, in: scopes.item},
  {character: /:/g, in: scopes.term},
  // `=` beside a heading's own.
  {character: /(?<=^={1,6} ?)=|=(?= {0,2}={1,6}\s{0,9}(?:$|<!--))/g, in: scopes.heading},
  // Cells, captions and rows.
  {character: /\||!(?=!)|(?<=!)!|(?<=^\|)[-+}]/g, in: scopes.cell}
]

/** Pieces of a line that would be taken for something else where they meet. */
export interface Joint {
  before: RegExp
  after: RegExp
  /** Whether it matters only between what stands on the page already: rules of escaping mind new text. */
  old?: true
}

/** What comes before is the line so far, or `\0` and its last 300 characters; what comes after the first 40. */
export const joints: Joint[] = [
  // Letters against a link are its trail.
  {before: /\]\]\p{L}{0,20}$/u, after: /^\p{L}/u},
  // Addresses and tasks are words of their own.
  {before: /[\p{L}\p{N}_]$/u, after: /^(?:[a-z]{2,9}:)?\/\/|^(?:mailto|news|tel|urn):\S/iu},
  {before: /:\/\/[^\s<>"[\]{}|]{1,300}$/, after: /^(?![,.;:!?)]{1,20}(?:\s|$)|'')[^\s<>"[\]{}|]/},
  {before: /[\w/.#-]$/, after: /^T[1-9]\d{2,7}(?![\w-])/},
  {before: /(?:^|[^\w/.#-])T[1-9]\d{2,7}$/, after: /^[\w-]/},
  // Halves of addresses, entities, tags and switches.
  {before: /:$/, after: /^\/\//},
  {before: /[a-z]$/i, after: /^:\/\//},
  {before: new RegExp(`(?:${slashless}):$`, 'i'), after: /^\S/},
  {before: new RegExp(`(?:${slashless})$`, 'i'), after: /^:\S/},
  {before: /&$/, after: /^#?\w{1,30};/},
  {before: /&#?\w{1,30}$/, after: /^\w{0,30};/},
  {before: /<$/, after: /^[a-z/!?]/i},
  {before: /__$/, after: /^\p{L}{1,40}_/u},
  // The mark of a language variant.
  {before: /-$/, after: /^\{(?!\{)/},
  // Two of a kind.
  ...["'", '[', '{', '}', '<', '>', '~', '_'].map((character): Joint => {
    const escaped = character === '[' || character === '{' ? `\\${character}` : character
    return {before: new RegExp(`${escaped}$`), after: new RegExp(`^${escaped}`), old: true}
  }),
  // Blocks, at the start of a line.
  {before: /^$/, after: /^(?:[*#:;=\s]|----|\{\|)/, old: true},
  {before: /^[*#:;]{1,40}$/, after: /^[*#:;]/, old: true}
]
