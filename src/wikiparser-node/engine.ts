import {createParse} from '../create-parse.ts'
import {createToWikitext} from '../create-to-wikitext.ts'
import {inputs} from '../parse.ts'
import {createReadWikitext} from '../syntax/wikitext/read.ts'
import {toMarkdown} from '../write/markdown.ts'
import {buildTree} from '../syntax/wikitext/build-tree.ts'
import {parseWikitext as parseAlone} from '../syntax/wikitext/index.ts'
import {layerTags} from '../syntax/wikitext/names.ts'
import {createPage} from '../syntax/wikitext/page.ts'
import {parseLayers} from '../syntax/wikitext/parse-layers.ts'
import {checkConfig, defaultConfig, prepareConfig} from './config.ts'
import {readTokens} from './spans.ts'
import {tokenize} from './tokenize.ts'
import type {WikiConfig} from './config.ts'
import type {Parse} from '../plan/parsing.ts'
import type {ToWikitext} from '../create-to-wikitext.ts'
import type {Root} from '../document/types.ts'

/** A tag that is gone before wikiparser-node is asked. */
const layerTag = new RegExp(`</?(?:${[...layerTags].join('|')})`, 'i')

/** wikiplan's functions that read wikitext, for one wiki. */
export interface Engine {
  /**
   * Parses wikitext to the tree that wikiplan's own `parseWikitext` gives, with positions as true.
   *
   * wikiparser-node says where templates, links, comments and tags are, and which kind each is; lines,
   * lists, tables, quotes and addresses are read from there on by wikiplan, as it also reads a page alone
   * whose markup nests more than about a hundred levels deep, or that makes wikiparser-node fail.
   *
   * @throws {TypeError} where `source` is no string.
   */
  parseWikitext: (source: string) => Root
  /** Reads a page in any dialect as a plan, as wikiplan's own `parse` does. */
  parse: Parse
  /** Writes a plan as wikitext, as wikiplan's own `toWikitext` does. */
  toWikitext: ToWikitext
}

/**
 * An engine for a wiki.
 *
 * @param config The wiki's configuration; left out, `defaultConfig()`.
 * @throws {TypeError} where it is none.
 */
export function createEngine(config: WikiConfig = defaultConfig()): Engine {
  checkConfig(config)
  const prepared = prepareConfig(config)
  const document = createReadWikitext(parseWikitext)
  const parse = createParse(new Map([...inputs, ['wikitext', {document}]]))
  return {parseWikitext, parse, toWikitext: createToWikitext(parse, toMarkdown)}

  function parseWikitext(source: string): Root {
    const hasLayers = typeof source === 'string' && layerTag.test(source)
    return hasLayers ? parseLayers(source, (page) => parseText(page.source)) : parseText(source)
  }

  function parseText(source: string): Root {
    const token = typeof source === 'string' ? tokenize(source, prepared) : undefined
    if (!token) return parseAlone(source)
    const page = createPage(source)
    return buildTree(page, readTokens(page, token))
  }
}
