/** A change of a page's text. */
export interface TextEdit {
  /** Where the text that goes begins: an offset of the page as it was, in UTF-16 code units. */
  start: number
  /** Where it ends; `start` where nothing goes. */
  end: number
  /** What stands there instead. */
  text: string
}

/**
 * The page with its edits made.
 *
 * @param edits In the order of the page and not overlapping, as `edits` gives them.
 * @throws {RangeError} where they are not, or reach out of the page.
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const {start, end, text} of edits) {
    if (!(start >= at && end >= start && end <= source.length)) {
      throw new RangeError(
        `The edit of ${start} to ${end} overlaps the one before it, or is not within the page`
      )
    }
    result += source.slice(at, start) + text
    at = end
  }
  return result + source.slice(at)
}
