import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/**
 * Character references: numbers, and the names of HTML, each with its `;`. A browser's document knows the names,
 * so that they weigh nothing in its bundle.
 *
 * @see https://www.mediawiki.org/wiki/Help:Formatting#Inserting_symbols
 */

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,30}));/y

/** A character reference that starts at an `&`: its end, and the character it stands for. */
export function entityAt(source: string, start: number): {end: number; value: string} | undefined {
  reference.lastIndex = start
  const match = reference.exec(source)
  if (!match) return undefined
  const [all, decimal, hexadecimal, name] = match
  const value = name
    ? decodeNamedCharacterReference(name)
    : character(parseInt(decimal ?? hexadecimal!, decimal ? 10 : 16))
  return value ? {end: start + all.length, value} : undefined
}

/** A text with its character references decoded. */
export function decodeEntities(text: string): string {
  let decoded = ''
  let from = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const entity = entityAt(text, at)
    if (!entity) continue
    decoded += text.slice(from, at) + entity.value
    from = entity.end
  }
  return decoded + text.slice(from)
}

/** As MediaWiki's `Sanitizer::validateCodepoint`: no control characters, surrogates or non-characters. */
function character(code: number): string | undefined {
  const isValid =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code < 0x7f) ||
    (code >= 0xa0 && code < 0xd800) ||
    (code > 0xdfff && code < 0xfffe) ||
    (code > 0xffff && code <= 0x10ffff)
  return isValid ? String.fromCodePoint(code) : undefined
}
