/**
 * UTF-16 code units that mean something in wikitext, and classes of them.
 */
export const tab = 9
export const lineFeed = 10
export const carriageReturn = 13
export const space = 32
export const exclamation = 33
export const hash = 35
export const ampersand = 38
export const apostrophe = 39
export const asterisk = 42
export const plus = 43
export const dash = 45
export const slash = 47
export const colon = 58
export const semicolon = 59
export const lessThan = 60
export const equals = 61
export const greaterThan = 62
export const leftBracket = 91
export const rightBracket = 93
export const underscore = 95
export const leftBrace = 123
export const bar = 124
export const rightBrace = 125
export const tilde = 126
export const byteOrderMark = 0xfeff

/** Which characters may start or end something within a line, by their code. */
export const isMark = new Uint8Array(128)
for (const character of "\n\r&':<[]_{|}~") isMark[character.charCodeAt(0)] = 1

/** A space or tab: what may stand around markup within a line. */
export function isBlank(code: number): boolean {
  return code === space || code === tab
}

/** LF or CR; MediaWiki reads both, and the two together, as one line end. */
export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn
}

/** What `\s` matches: blank space that needs no node. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === space || (code >= tab && code <= carriageReturn)
  if (code < 0x2000) return code === 0xa0 || code === 0x1680
  return (
    code <= 0x200a ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === byteOrderMark
  )
}

export function isLetter(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}

/** A digit or ASCII letter. */
export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57)
}

/** Where a run of `code` that starts at `from` ends. */
export function runEnd(source: string, from: number, code: number): number {
  let at = from
  while (source.charCodeAt(at) === code) at++
  return at
}

/** The first offset from `from` on, before `end`, that is no space or tab. */
export function skipBlank(source: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(source.charCodeAt(at))) at++
  return at
}

/** The first offset from `from` on, before `end`, that is no blank space, line ends included. */
export function skipSpace(source: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(source.charCodeAt(at))) at++
  return at
}

/** Where what stands before `end` ends, without the blank space after it; at least `start`. */
export function trimSpace(source: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(source.charCodeAt(at - 1))) at--
  return at
}
