/**
 * Character references: every number, and the names that people type on wiki pages. A name that is not
 * listed is text, whose source still says what it is.
 *
 * @see https://www.mediawiki.org/wiki/Help:Formatting#Inserting_symbols
 */

/** U+00A0 to U+00FF in order. */
const latin1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg
  plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
  Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH
  Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute
  thorn yuml`

/** Name and character, glued. */
const others = `amp& lt< gt> quot" apos' ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200C zwj\u200D lrm\u200E
  rlm\u200F ndash\u2013 mdash\u2014 lsquo\u2018 rsquo\u2019 sbquo\u201A ldquo\u201C rdquo\u201D bdquo\u201E
  dagger\u2020 Dagger\u2021 bull\u2022 hellip\u2026 permil\u2030 prime\u2032 Prime\u2033 lsaquo\u2039
  rsaquo\u203A euro\u20AC trade\u2122 larr\u2190 uarr\u2191 rarr\u2192 darr\u2193 harr\u2194 minus\u2212
  infin\u221E asymp\u2248 ne\u2260 le\u2264 ge\u2265 OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161`

const names = new Map<string, string>()
for (const [index, name] of latin1.split(/\s+/).entries()) {
  names.set(name, String.fromCharCode(160 + index))
}
// Not `\s`: some of the characters are blank space themselves.
for (const glued of others.split(/[ \n]+/)) names.set(glued.slice(0, -1), glued.slice(-1))

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}\d{0,2}));/y

/** A character reference that starts at an `&`: its end, and the character it stands for. */
export function entityAt(source: string, start: number): {end: number; value: string} | undefined {
  reference.lastIndex = start
  const match = reference.exec(source)
  if (!match) return undefined
  const [all, decimal, hexadecimal, name] = match
  const value = name
    ? names.get(name)
    : character(parseInt(decimal ?? hexadecimal!, decimal ? 10 : 16))
  return value === undefined ? undefined : {end: start + all.length, value}
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
