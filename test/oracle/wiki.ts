/**
 * A real MediaWiki to hold our code against: what it makes of a page of wikitext.
 *
 * Answers are kept under `node_modules/.cache`, by what was asked, of which wiki, and which pages
 * and settings it has from us, so that a second run is quick.
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {inject} from 'vitest'

/** What to ask for. */
interface Question {
  /** Below the wiki's root. */
  path: string
  type: 'application/json' | 'application/x-www-form-urlencoded'
  body: string
}

/** Parsoid's HTML of a page, and where in the page each of its elements comes from. */
export interface PageBundle {
  html: string
  /** Parsoid's notes by element id; `dsr` has offsets into the page as `offsetType` counts. */
  parsoid: {offsetType: string; ids: Record<string, {dsr?: (number | null)[]; stx?: string}>}
}

/** Whether there is a wiki to ask; a suite that has none is skipped. */
export const hasWiki = inject('wiki').url !== ''

const {url, state} = inject('wiki')
const cache = fileURLToPath(new URL('../../node_modules/.cache/wikiplan-oracle/', import.meta.url))

/** The action API's HTML of a page, as readers of the wiki see it. */
export async function legacyHtml(wikitext: string, title = 'Plan'): Promise<string> {
  const parameters = {action: 'parse', contentmodel: 'wikitext', disablelimitreport: '1'}
  const {parse} = await act({...parameters, title, text: wikitext})
  return parse!.text
}

/** The tree that MediaWiki's own preprocessor makes of a page, as XML. */
export async function preprocessorXml(wikitext: string): Promise<string> {
  const parameters = {action: 'expandtemplates', prop: 'parsetree', title: 'Plan'}
  const {expandtemplates} = await act({...parameters, text: wikitext})
  return expandtemplates!.parsetree
}

/** What the action API answers, as far as it is looked at here. */
interface Answer {
  parse?: {text: string}
  expandtemplates?: {parsetree: string}
  error?: {info: string}
}

async function act(parameters: Record<string, string>): Promise<Answer> {
  const all = {...parameters, format: 'json', formatversion: '2'}
  const body = new URLSearchParams(all).toString()
  const text = await ask({path: '/api.php', type: 'application/x-www-form-urlencoded', body})
  const answer = JSON.parse(text) as Answer
  if (answer.error) throw new Error(`The wiki does not take the page: ${answer.error.info}`)
  return answer
}

/** Parsoid's HTML of a page: the content of its body. */
export function parsoidHtml(wikitext: string): Promise<string> {
  return transform('html', {wikitext, body_only: true})
}

/** Parsoid's HTML of a page with its notes; offsets are UTF-16 code units. */
export async function pageBundle(wikitext: string): Promise<PageBundle> {
  const answer = await transform('pagebundle', {wikitext, offsetType: 'ucs2'})
  const bundle = JSON.parse(answer) as {
    html: {body: string}
    'data-parsoid': {body: PageBundle['parsoid']}
  }
  return {html: bundle.html.body, parsoid: bundle['data-parsoid'].body}
}

function transform(to: string, body: object): Promise<string> {
  const path = `/rest.php/${new URL(url).hostname}/v3/transform/wikitext/to/${to}`
  return ask({path, type: 'application/json', body: JSON.stringify(body)})
}

async function ask(question: Question): Promise<string> {
  const file = `${cache}${createHash('sha256')
    .update(JSON.stringify({url, state, ...question}))
    .digest('hex')}`
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const answer = await limited(() => post(question))
    mkdirSync(cache, {recursive: true})
    writeFileSync(file, answer)
    return answer
  }
}

async function post({path, type, body}: Question): Promise<string> {
  const answer = await fetch(url + path, {method: 'POST', headers: {'content-type': type}, body})
  const text = await answer.text()
  if (!answer.ok) throw new Error(`The wiki answered ${answer.status}: ${text.slice(0, 200)}`)
  return text
}

/** Questions at a time: the wiki of the tests has few workers. */
const most = 3
const waiting: (() => void)[] = []
let running = 0

async function limited<T>(task: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await task()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
