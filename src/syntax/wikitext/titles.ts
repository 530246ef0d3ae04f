/** Names and titles as MediaWiki reads them, from the source between their brackets. */
import {decodeEntities} from '../../document/entities.ts'

/** Source that comments are nothing in. */
export function withoutComments(source: string): string {
  return source.includes('<!--') ? source.replace(/<!--.*?(?:-->|$)/gs, '') : source
}

/** A name: comments are nothing, nor is blank space at its ends. */
export function nameOf(source: string): string {
  return withoutComments(source).trim()
}

/** What no title has: with a reference to one of these it is none, and stays as it is written. */
const illegal = /[\[\]{}|<>#]/

/** A title: a name whose character references are what they stand for. */
export function titleOf(source: string): string {
  const name = nameOf(source)
  if (!name.includes('&')) return name
  const title = decodeEntities(name)
  return illegal.test(title) ? name : title
}
