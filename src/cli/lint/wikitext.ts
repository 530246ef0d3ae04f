/** What wikiparser-node finds in a page, under its own rules' names. */
import {location} from 'vfile-location'
import type {VFile} from 'vfile'
import {UsageError} from '../errors.ts'

/** Puts what is found on the file, as messages. */
export type WikitextLint = (file: VFile) => void

/**
 * Loads the linter of wikiparser-node.
 *
 * @throws {UsageError} where it is not installed.
 */
export async function loadWikitextLint(): Promise<WikitextLint> {
  const {default: parser} = await import('wikiparser-node').catch(complain)
  return (file) => {
    const places = location(file)
    for (const found of parser.parse(String(file)).lint()) {
      // Its offsets are those of a text without CR; its lines and columns, from 0, are true.
      const start = {line: found.startLine + 1, column: found.startCol + 1}
      const end = {line: found.endLine + 1, column: found.endCol + 1}
      const place = {
        start: {...start, offset: places.toOffset(start)},
        end: {...end, offset: places.toOffset(end)}
      }
      const message = file.message(found.message, {
        place,
        ruleId: found.rule,
        source: 'wikiparser-node'
      })
      message.fatal = found.severity === 'error'
    }
  }
}

function complain(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
    throw new UsageError(
      '--wikitext needs the package wikiparser-node, which is not installed: npm install wikiparser-node'
    )
  }
  throw error
}
