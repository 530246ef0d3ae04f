/** Names and titles as MediaWiki reads them, from the source between their brackets. */
import {ampersand} from '../../document/characters.ts'
import {decodeEntities} from '../../document/entities.ts'

const percent = 37

/** Source that comments are nothing in. */
export function withoutComments(source: string): string {
  return source.includes('<!--') ? source.replace(/<!--.*?(?:-->|$)/gs, '') : source
}

/** A name: comments are nothing, nor is blank space at its ends. */
export function nameOf(source: string): string {
  return withoutComments(source).trim()
}

/** `[`, `]`, `{`, `}`, `|`, `<` and `>`, which no title has, as percent codes and character references. */
const hidden =
  /%(?:3[CE]|5[BD]|7[B-D])|&(?:[lg]t|#0{0,5}(?:60|62|91|93|12[345])|#x0{0,4}(?:3[CE]|5[BD]|7[B-D]));/iy

/** Whether such a code starts at `at`. */
export function hidesBracket(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code !== percent && code !== ampersand) return false
  hidden.lastIndex = at
  return hidden.test(source)
}

/** A title: a name whose character references are what they stand for. */
export function titleOf(source: string): string {
  const name = nameOf(source)
  return name.includes('&') ? decodeEntities(name) : name
}
