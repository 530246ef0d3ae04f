/** Read a page layer by layer: what one takes out is put back into the tree of what it leaves. */
import type {Root} from '../../document/types.ts'
import {pairPieces, translatePieces, withoutPieces} from './layers.ts'
import type {Piece} from './layers.ts'
import {createPage} from './page.ts'
import type {Page} from './page.ts'
import {restore} from './restore.ts'
import {scanSpans} from './scan.ts'

/** The tree of a page by `parse`, which is given the page or, where it has layers, what they leave of it. */
export function parseLayers(source: string, parse: (page: Page) => Root): Root {
  const page = scannedPage(source)
  const pieces = page.isTranslated ? translatePieces(source) : []
  if (pieces.length === 0) return parseTransclusion(page, parse)
  return parseWithout(page, pieces, (inner) => parseTransclusion(inner, parse))
}

/**
 * What Translate takes out of a page. Of a part of one, which has no tags, these are the markers beside whole lines.
 */
export function translationPieces(source: string): Piece[] {
  if (!/<!--T:|<\/?translate/.test(source)) return []
  const pieces = translatePieces(source)
  if (scannedPage(source).isTranslated) return pieces
  return pieces.filter(({kind, to}) => kind === 'comment' && endsLine(source, to))
}

/** Whether a line ends before an offset or at it. */
function endsLine(source: string, offset: number): boolean {
  return /[\r\n]/.test(source.charAt(offset - 1) + (source.charAt(offset) || '\n'))
}

function parseTransclusion(page: Page, parse: (page: Page) => Root): Root {
  if (page.pieces.length === 0) return parse(page)
  pairPieces(page.pieces)
  return parseWithout(page, page.pieces, parse)
}

function parseWithout(page: Page, pieces: Piece[], parse: (page: Page) => Root): Root {
  return restore(page, pieces, parse(scannedPage(withoutPieces(page.source, pieces))))
}

function scannedPage(source: string): Page {
  const page = createPage(source)
  scanSpans(page)
  return page
}
