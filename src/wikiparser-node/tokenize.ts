/**
 * wikiparser-node's tokens of a page, with offsets that are true to the page.
 *
 * wikiparser-node drops NUL, DEL, and a CR at the end of a line. It is given stand-ins of the same length
 * instead, so that every offset is one of the page itself:
 *
 * ```markdown
 * | CR LF   NUL   <includeonly>
 * | SP LF   \uE000   <includeonl\uE000>
 * ```
 */
import Parser from 'wikiparser-node'
import type {AST, Config} from 'wikiparser-node'
import {deepest} from '../syntax/wikitext/page.ts'
import {includeOnly} from './config.ts'
import {undisturbed} from './undisturbed.ts'

/** A token: its type, its `range` in the page, and the tokens in it. */
export type Token = AST

/** As far as links, the last that have two ends; quotes, addresses and lists come after them. */
const stage = 'link'

/**
 * The tokens of a page; `undefined` where wikiparser-node is not up to it: it takes more than quadratic time
 * for what is nested deeply and in the end fails.
 */
export function tokenize(source: string, config: Config): Token | undefined {
  if (nestsDeep(source)) return undefined
  const text = source.replace(/\r\n?|[\0\x7F]|(?<=<\/?)includeonly/gi, standIn)
  try {
    const token = undisturbed(() => Parser.parse(text, false, stage, config).json())
    return token.range[1] === source.length ? token : undefined
  } catch {
    return undefined
  }
}

function standIn(found: string): string {
  if (found === '\r\n') return ' \n'
  if (found === '\r') return '\n'
  return found.length === 1 ? '\uE000' : includeOnly
}

/** Whether more brackets are open at once than a tree of ours may be deep. */
function nestsDeep(source: string): boolean {
  let depth = 0
  for (const [found] of source.matchAll(/[{[]{2}|\{\||[}\]]{2}|\|\}/g)) {
    if (found.startsWith('{') || found.startsWith('[')) depth++
    else if (depth > 0) depth--
    if (depth > deepest) return true
  }
  return false
}
