/** Names and titles as MediaWiki reads them, from the source between their brackets. */
import {ampersand} from '../../document/characters.ts'
import {decodeEntities, entityAt} from '../../document/entities.ts'
import {withoutComments} from './comments.ts'

const percent = 37

/** A name: comments are nothing, nor is blank space at its ends. */
export function nameOf(source: string): string {
  return withoutComments(source).trim()
}

/** The character at `at` in the target of a link, or what a percent code or character reference there stands for. */
export function targetCode(source: string, at: number): number {
  const code = source.charCodeAt(at)
  if (code === percent) return parseInt(source.slice(at + 1, at + 3), 16)
  return code === ampersand ? (entityAt(source, at)?.value.charCodeAt(0) ?? code) : code
}

/** A title: a name whose character references are what they stand for. */
export function titleOf(source: string): string {
  const name = nameOf(source)
  return name.includes('&') ? decodeEntities(name).trim() : name
}
