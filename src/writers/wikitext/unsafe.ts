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
  positionalArgument: 32
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
  // Signatures and behaviour switches.
  {character: /~(?=~)|(?<=~)~/g},
  {character: /(?<=_)_(?=\p{L}{1,40}__)/gu},
  // Blocks, at the start of a line.
  {character: /^[*#:;= \t]|^-(?=---)/g, in: scopes.line},
  // `=` beside a heading's own.
  {character: /(?<=^={1,6} )=|=(?= ={1,6}$)/g, in: scopes.heading}
]
