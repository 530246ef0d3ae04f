/**
 * What an edit would do to a page's markup for translation that nobody asked for: it is refused then.
 *
 * A unit that is still there keeps its marker, and a line its variables; no unit has two markers, and no marker is
 * of nothing. Whatever Translate refuses on the page as it is may stay.
 */
import {lineAt, lineCount, lineText, openPage} from './page.ts'
import {translatedPage, type TranslatedPage} from './translated-page.ts'
import {findUnits, placeOfMarker, withoutLevel} from './translated-units.ts'
import type {EditProblem} from '../edit-error.ts'

/** What is wrong with the markup of an edited page. */
export function markupProblems(before: TranslatedPage, result: string): EditProblem[] {
  const [was, is] = [markupOf(before), markupOf(translatedPage(result) ?? bare(result))]
  const isOnBoth = (line: string): boolean => was.lines.get(line) === 1 && is.lines.get(line) === 1
  const isLost = ({line, isCrowded}: Marker): boolean =>
    isOnBoth(line) && (isCrowded || is.unmarked.has(line))
  const reasons = [
    ...[...is.markers].flatMap(([name, marker]) =>
      faultsOf(marker, was.markers.get(name)).map((fault) => `\`${name}\` ${fault}`)
    ),
    ...[...was.markers]
      .filter(([name, marker]) => !is.markers.has(name) && isLost(marker))
      .map(([name]) => `\`${name}\` would be lost from the page`),
    ...[...was.variables]
      .filter(([line, tags]) => isOnBoth(line) && is.variables.get(line) !== tags)
      .map(([line, tags]) => `\`${tags}\` would be lost from ${JSON.stringify(line)}`)
  ]
  return reasons.map((reason) => ({id: null, reason}))
}

/** What Translate would refuse of a marker that it did not refuse before. */
function faultsOf(marker: Marker, was: Marker | undefined): string[] {
  const [after, before] = [marker, was].map((each) => (each ? refusals(each) : []))
  return after!.filter((fault) => !before!.includes(fault))
}

function refusals({count, line, isCrowded, isOdd}: Marker): string[] {
  return [
    count > 1 && 'would be on the page twice',
    line === '' && 'would be of no text',
    isCrowded && 'would be one of two markers of one unit',
    isOdd && 'would stand within a line'
  ].filter((fault) => fault !== false)
}

/** A page without markup. */
function bare(source: string): TranslatedPage {
  return {source, pieces: [], text: source, places: [], gone: [0]}
}

/** A marker, and what it is of. */
interface Marker {
  /** How often it is on the page. */
  count: number
  /** The first line of its unit; the line that it stands at, where the unit has another marker, too. */
  line: string
  isCrowded: boolean
  /** Whether it stands where Translate takes none. */
  isOdd: boolean
}

/** What a page has of markup, by the words of lines. */
interface Markup {
  markers: ReadonlyMap<string, Marker>
  /** The first lines of units without a marker. */
  unmarked: ReadonlySet<string>
  /** The tags of variables on a line. */
  variables: ReadonlyMap<string, string>
  /** How many lines say the same. */
  lines: ReadonlyMap<string, number>
}

function markupOf(translated: TranslatedPage): Markup {
  const {source, pieces, places, text} = translated
  const page = openPage(text)
  const tagOf = (index: number): string => source.slice(pieces[index]!.start, pieces[index]!.end)
  const wordsOf = (line: number): string => withoutLevel(lineText(page, line))
  const markers = new Map<string, Marker>()
  const unmarked = new Set<string>()
  for (const unit of findUnits(translated, page)) {
    const own = unit.pieces.filter((index) => pieces[index]!.kind === 'comment')
    const first = page.source.slice(unit.start, unit.end).search(/\S/)
    const opening = first < 0 ? '' : wordsOf(lineAt(page, unit.start + first))
    if (own.length === 0) unmarked.add(opening)
    for (const index of own) {
      const isCrowded = own.length > 1
      markers.set(tagOf(index), {
        count: (markers.get(tagOf(index))?.count ?? 0) + 1,
        line: isCrowded ? wordsOf(lineAt(page, places[index]!)) : opening,
        isCrowded,
        isOdd: first >= 0 && placeOfMarker(index, {...unit, isCrowded}, translated, page) === 'odd'
      })
    }
  }
  const variables = new Map<string, string>()
  for (const [index, {kind, name}] of pieces.entries()) {
    if (kind !== 'open' || name !== 'tvar') continue
    const line = wordsOf(lineAt(page, places[index]!))
    variables.set(line, (variables.get(line) ?? '') + tagOf(index))
  }
  const lines = new Map<string, number>()
  for (let line = 0; line < lineCount(page); line++)
    lines.set(wordsOf(line), (lines.get(wordsOf(line)) ?? 0) + 1)
  return {markers, unmarked, variables, lines}
}
