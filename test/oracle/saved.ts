/**
 * A page as a wiki would keep it.
 *
 * Before MediaWiki saves a page it turns CRLF and CR into LF (`TextContent::normalizeLineEndings`) and what
 * is no character of XML into U+FFFD (`UtfNormal\Validator::cleanUp`), so its parsers never see them.
 */
export interface SavedPage {
  text: string
  /** The offset in the page as given of an offset in `text`. */
  original: (offset: number) => number
}

const lineEnds = /\r\n?|\n/g

/** The page as a wiki would keep it, and the way back. */
export function asSaved(page: string): SavedPage {
  const text = page.replace(lineEnds, '\n').replace(noCharacter, '\ufffd')
  const crlfs = Array.from(page.matchAll(/\r\n/g), ({index}, before) => index - before)
  // A line end may be two characters of the page: the end of a range before it stands before both.
  return {text, original: (offset) => offset + crlfs.filter((at) => at < offset).length}
}

/** Control characters, lone surrogates and non-characters. */
const noCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu
