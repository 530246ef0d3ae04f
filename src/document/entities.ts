/**
 * Character references: every number, and the names of HTML 4 with some of HTML 5's 2,231, which would be as
 * large as the rest of the parser. A name that is not listed is text, whose source still says what it is.
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

/** U+0391 to U+03A9 in order, with a gap where the final sigma is; in small letters 32 characters on. */
const greek = `Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigmaf
  Sigma Tau Upsilon Phi Chi Psi Omega`

/** Names, and the first of their characters, which stand in a row. */
const rows: [first: number, names: string][] = [
  [0xa0, latin1],
  [0x391, greek],
  [0x3b1, greek.toLowerCase()],
  [0x2190, 'larr uarr rarr darr harr'],
  [0x21d0, 'lArr uArr rArr dArr hArr'],
  [0x2264, 'le ge'],
  [0x2264, 'leq geq'],
  [0x2282, 'sub sup nsub'],
  [0x2286, 'sube supe'],
  [0x2227, 'and or cap cup int'],
  [0x2308, 'lceil rceil lfloor rfloor']
]

/** Name and character, glued: the others of HTML 4, and some of HTML 5 that people type. */
const others = `amp& lt< gt> quot" apos' AMP& LT< GT> QUOT" COPY© REG® ensp\u2002 emsp\u2003 thinsp\u2009
  zwnj\u200C zwj\u200D lrm\u200E rlm\u200F ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger†
  Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› oline‾ frasl⁄ euro€ imageℑ weierp℘ realℜ trade™
  alefsymℵ crarr↵ forall∀ part∂ exist∃ empty∅ nabla∇ isin∈ notin∉ ni∋ prod∏ sum∑ minus− lowast∗ radic√ prop∝
  infin∞ ang∠ there4∴ sim∼ cong≅ asymp≈ ne≠ equiv≡ oplus⊕ otimes⊗ perp⊥ sdot⋅ lang⟨ rang⟩ loz◊ spades♠ clubs♣
  hearts♥ diams♦ OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 Yuml\u0178 fnof\u0192 circ\u02C6 tilde\u02DC
  thetasym\u03D1 upsih\u03D2 piv\u03D6 check✓ checkmark✓ cross✗ star☆ starf★ phone☎`

const names = new Map<string, string>()
for (const [first, row] of rows) {
  for (const [index, name] of row.split(/\s+/).entries()) {
    names.set(name, String.fromCharCode(first + index))
  }
}
names.delete('Sigmaf')
// Not `\s`: some of the characters are blank space themselves.
for (const glued of others.split(/[ \n]+/)) names.set(glued.slice(0, -1), glued.slice(-1))

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,9}\d{0,2}));/y

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
