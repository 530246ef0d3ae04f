/**
 * Parsoid's selective serializer, *selser*: a page whose HTML was edited goes back into wikitext, and what was
 * not edited is copied from the page as it was.
 *
 * Parsoid does so only where it is told the revision that the HTML was made of: without the number in the
 * address it writes the whole page anew. Any number will do, as the page comes with the request.
 *
 * @see https://www.mediawiki.org/wiki/Parsoid/API and `SelectiveSerializer` in Parsoid
 */
import {inject} from 'vitest'

/** A page as Parsoid gives it to a client, and as it wants it back. */
export interface Original {
  wikitext: string
  /** The content of the page's body. */
  html: string
  /** What came with it, to be sent back as it is. */
  bundle: {html: {headers: Record<string, string>; body: string}}
}

const opened = new Map<string, Promise<Original>>()

/** Parsoid's HTML of a page, without elements around its sections, as VisualEditor asks for it. */
export function open(wikitext: string): Promise<Original> {
  const known = opened.get(wikitext) ?? openAnew(wikitext)
  opened.set(wikitext, known)
  return known
}

async function openAnew(wikitext: string): Promise<Original> {
  const answer = await transform('wikitext', 'pagebundle', {wikitext, body_only: true})
  const bundle = JSON.parse(answer) as Original['bundle']
  return {wikitext, html: bundle.html.body, bundle}
}

/** The wikitext of the HTML, most of it copied from the original. */
export function save({wikitext, bundle}: Original, html: string): Promise<string> {
  return transform('pagebundle', 'wikitext', {
    html: {headers: bundle.html.headers, body: html},
    original: {wikitext: {body: wikitext}, ...bundle}
  })
}

/** The wikitext of the HTML, all of it Parsoid's own. */
export function saveAnew({bundle}: Original, html: string): Promise<string> {
  const body = {html: {headers: bundle.html.headers, body: html}, original: bundle}
  return transform('pagebundle', 'wikitext', body, '')
}

async function transform(
  from: string,
  to: string,
  body: object,
  revision: '/1' | '' = '/1'
): Promise<string> {
  const {url} = inject('wiki')
  const path = `/rest.php/${new URL(url).hostname}/v3/transform/${from}/to/${to}/Plan${revision}`
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body)
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`Parsoid answered ${answer.status}: ${text.slice(0, 200)}`)
  return text
}
