/** Tags in the source of a page, as HTML's tokenizer has them. */

/** A start tag or an end tag; `end` is behind its `>`. */
export interface TagSource {
  name: string
  closes: boolean
  attributes: number
  start: number
  end: number
}

const opening = /<(\/?)([a-z][^\t\n\f\r />]*)/iy

/** An attribute with what stands before it: a quote opens a value, and is any character elsewhere. */
const attribute =
  /[\t\n\f\r /]*[^\t\n\f\r />][^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\t\n\f\r "'>][^\t\n\f\r >]*)?)?/y

const close = /[\t\n\f\r /]*>/y

/**
 * The tag that starts at an offset, `undefined` where none does; one that never ends takes all that is left.
 *
 * ```html
 * <a title = "Wind > sails" b=c"d e/>
 *    ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^ ^     three attributes
 * ```
 */
export function tagAt(source: string, start: number): TagSource | undefined {
  opening.lastIndex = start
  const match = opening.exec(source)
  if (!match) return undefined
  const [all, slash, name] = match
  let attributes = 0
  let end = start + all.length
  for (;;) {
    attribute.lastIndex = end
    if (!attribute.test(source)) break
    attributes++
    end = attribute.lastIndex
  }
  close.lastIndex = end
  end = close.test(source) ? close.lastIndex : source.length
  return {name: name!.toLowerCase(), closes: slash === '/', attributes, start, end}
}
