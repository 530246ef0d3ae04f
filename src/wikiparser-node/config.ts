/**
 * A wiki's configuration, as wikiparser-node has it: which names mean something on that wiki.
 */
import Parser from 'wikiparser-node'
import type {Config} from 'wikiparser-node'
import {flowTags, opaqueTags, phrasingTags, transparentTags} from '../syntax/wikitext/names.ts'
import {undisturbed} from './undisturbed.ts'

/**
 * A wiki's configuration: wikiparser-node's `ConfigData`, as its `Parser.fetchConfig` and its command
 * `getParserConfig` get it from a wiki.
 *
 * @see https://github.com/bhsd-harry/wikiparser-node/wiki/Config
 */
export interface WikiConfig {
  /** Extension tags, in lower case. */
  readonly ext: readonly string[]
  /** HTML tags: those with an end tag, those that may lack it, and those without one. */
  readonly html: readonly [readonly string[], readonly string[], readonly string[]]
  /** The wiki's names of its namespaces, by number. */
  readonly namespaces: Readonly<Record<string, string>>
  /** The numbers of namespaces, by each of their names in lower case. */
  readonly nsid: Readonly<Record<string, number>>
  /** Magic words without an argument, in lower case. */
  readonly variable: readonly string[]
  readonly functionHook: readonly string[]
  /** Parser functions: in any case, in exactly this case, `msg` and `raw`, `subst` and `safesubst`. */
  readonly parserFunction: readonly [
    Readonly<Record<string, string>>,
    Readonly<Record<string, string>>,
    readonly string[],
    readonly string[]
  ]
  /** Behaviour switches without their underscores: in any case, in exactly this case; by their names. */
  readonly doubleUnderscore: readonly [
    readonly string[],
    readonly string[],
    Readonly<Record<string, string>>,
    Readonly<Record<string, string>>
  ]
  /** Protocols of addresses, parted by `|`. */
  readonly protocol: string
  /** Prefixes of other wikis. */
  readonly interwiki: readonly string[]
  /** Options of files. */
  readonly img: Readonly<Record<string, string>>
  /** Words that make a page a redirect. */
  readonly redirection: readonly string[]
  /** Variants of the wiki's language. */
  readonly variants: readonly string[]
}

/** What each of a configuration's entries is. */
const shape: Record<keyof WikiConfig, 'a list' | 'an object' | 'a string'> = {
  ext: 'a list',
  html: 'a list',
  namespaces: 'an object',
  nsid: 'an object',
  variable: 'a list',
  functionHook: 'a list',
  parserFunction: 'a list',
  doubleUnderscore: 'a list',
  protocol: 'a string',
  interwiki: 'a list',
  img: 'an object',
  redirection: 'a list',
  variants: 'a list'
}

const keys = Object.keys(shape) as (keyof WikiConfig)[]

/**
 * What wikiparser-node takes for `includeonly`, whose content it hides: a name of the same length, so that
 * nothing moves, that no wiki has.
 */
export const includeOnly = 'includeonl\uE000'

/**
 * wikiparser-node's own configuration for a wiki that it knows nothing of, with the tags that `wikiplan`
 * knows. A new object each time: change it, and give it to `createEngine`.
 */
export function defaultConfig(): WikiConfig {
  const config = undisturbed(() => {
    Parser.config = 'default'
    return pick(Parser.getConfig() as WikiConfig)
  })
  const [paired, ...unpaired] = config.html
  return {
    ...config,
    ext: [...new Set([...config.ext, ...opaqueTags])],
    html: [[...new Set([...paired, ...transparentTags, ...flowTags, ...phrasingTags])], ...unpaired]
  }
}

/**
 * A configuration as wikiparser-node is given it: a copy, since it changes what it is given. The tags of
 * extensions that wrap wikitext go to the tags of HTML, so that it looks into them and tells where each of
 * their two ends is.
 */
export function prepareConfig(config: WikiConfig): Config {
  const {ext, html, ...rest} = pick(config)
  const [paired, ...unpaired] = html
  return undisturbed(() =>
    Parser.getConfig({
      ...(rest as Config),
      ext: ext.filter((name) => !isWrapper(name)),
      html: [[...paired, ...ext.filter(isWrapper), includeOnly], ...unpaired] as Config['html']
    })
  )
}

function isWrapper(name: string): boolean {
  return transparentTags.has(name) || flowTags.has(name) || phrasingTags.has(name)
}

/** A copy of what belongs to a configuration: wikiparser-node keeps notes of its own on its objects. */
function pick(config: WikiConfig): WikiConfig {
  return structuredClone(Object.fromEntries(keys.map((key) => [key, config[key]]))) as never
}

/** @throws {TypeError} where something is no configuration, saying what it lacks. */
export function checkConfig(config: unknown): asserts config is WikiConfig {
  if (kindOf(config) !== 'an object') {
    throw new TypeError(`The configuration must be an object, not ${kindOf(config)}`)
  }
  for (const key of keys) {
    const kind = kindOf((config as Partial<WikiConfig>)[key])
    if (kind === shape[key]) continue
    throw new TypeError(
      `The configuration's \`${key}\` must be ${shape[key]}, not ${kind}: ` +
        'give a whole one, such as `{...defaultConfig(), ext: […]}`'
    )
  }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'a list'
  const type = typeof value
  return type === 'object' ? 'an object' : `a ${type}`
}
