/**
 * wikiplan with wikiparser-node as its engine for wikitext, which knows a wiki's own configuration.
 *
 * The package `wikiparser-node` has to be installed beside this one. It is under the GPL, 3.0 or later; no
 * other part of wikiplan imports it.
 */
import {createEngine} from './engine.ts'

export {createEngine} from './engine.ts'
export {defaultConfig} from './config.ts'

export type {Engine} from './engine.ts'
export type {WikiConfig} from './config.ts'

/** The functions of an engine with the default configuration. */
export const {parse, parseWikitext, toWikitext} = createEngine()
