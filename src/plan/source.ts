/** What a page is known again by. */
import {sha1} from '@noble/hashes/legacy.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {PageSource} from './types.ts'

/**
 * The source of a plan that is read from a text.
 *
 * The hash is MediaWiki's own of a revision (`rvprop=sha1`), so a bot can compare without fetching the page.
 */
export function sourceOf(text: string): PageSource {
  return {hash: hashOf(text), revision: null, wiki: null}
}

/** The comment that Markdown has at its end, unseen, to say what page it was made of. */
export function sourceComment({hash}: PageSource): string {
  return `<!-- wikiplan: made of the page with the SHA-1 ${hash} -->`
}

/** The page that Markdown was made of, where it still says so. */
export function sourceInMarkdown(text: string): PageSource | null {
  const hash = /<!-- wikiplan: made of the page with the SHA-1 ([0-9a-f]{40}) -->/.exec(text)?.[1]
  return hash ? {hash, revision: null, wiki: null} : null
}

/**
 * The SHA-1 of a page's text.
 *
 * Node's own is ten times as fast as one in JavaScript, which browsers have to take.
 */
export function hashOf(text: string): string {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')
  if (crypto) return crypto.createHash('sha1').update(text).digest('hex')
  return bytesToHex(sha1(new TextEncoder().encode(text)))
}
