/**
 * The folders of `fixtures/`, as its README describes them.
 */
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {VFile} from 'vfile'
import type {Dialect, ParseOptions, PlanJson} from '../../src/index.ts'

/** A page of a folder in one dialect. */
export interface Page {
  /** `page.wiki`. */
  name: string
  dialect: Dialect
  source: string
  /** The file of the plan that is read from this page alone, present or not. */
  ownPlan: string
}

/** A folder: one page in each dialect it exists in, the primary one first. */
export interface Fixture {
  /** The folder's name. */
  name: string
  pages: [Page, ...Page[]]
  options: Pick<ParseOptions, 'title' | 'vocabulary'>
}

/** Whether files are to be rewritten from what the code gives, for a person to review. */
const updating = process.env['UPDATE'] === '1'

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url))

const dialects = [
  {name: 'page.wiki', dialect: 'wikitext', ownPlan: 'plan.json'},
  {name: 'page.txt', dialect: 'text', ownPlan: 'plan.text.json'},
  {name: 'page.html', dialect: 'html', ownPlan: 'plan.html.json'},
  {name: 'page.md', dialect: 'markdown', ownPlan: 'plan.markdown.json'}
] as const

/** Every fixture, by name. */
export function readFixtures(): Fixture[] {
  return readdirSync(root, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFixture(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readFixture(name: string): Fixture {
  const [primary, ...others] = dialects.flatMap((page) => {
    const source = readFile(name, page.name)
    return source === null ? [] : [{...page, source}]
  })
  if (!primary)
    throw new Error(`fixtures/${name} holds no page: add page.wiki, page.txt, page.html or page.md`)
  const options = JSON.parse(readFile(name, 'options.json') ?? '{}') as Fixture['options']
  return {name, pages: [{...primary, ownPlan: 'plan.json'}, ...others], options}
}

/** A file of a folder, or `null` where there is none. */
export function readFile(fixture: string, file: string): string | null {
  const path = `${root}${fixture}/${file}`
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/**
 * What a file of a folder says, which is `actual` itself while updating.
 *
 * An empty file and no file are the same: `actual` may be empty to say that none is wanted.
 */
export function expectation(fixture: string, file: string, actual: string): string {
  const path = `${root}${fixture}/${file}`
  if (updating) {
    if (actual) writeFileSync(path, actual)
    else rmSync(path, {force: true})
  }
  return readFile(fixture, file) ?? ''
}

/** As plan JSON stands in a file. */
export function printPlan(plan: PlanJson): string {
  return JSON.stringify(plan, null, 2) + '\n'
}

/** A page's messages, a line each, by place: `page.wiki:12:3-12:20 status-malformed`. */
export function printMessages(page: Page, file: VFile): string {
  return file.messages
    .filter((message) => message.ruleId !== 'dialect')
    .map((message) => ({rule: message.ruleId, ...place(message.place)}))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({text, rule}) => `${page.name}${text} ${rule}\n`)
    .join('')
}

function place(at: VFile['messages'][number]['place']) {
  if (!at) return {line: 0, column: 0, text: ''}
  const {start, end} = 'start' in at ? at : {start: at, end: at}
  const text = `:${start.line}:${start.column}-${end.line}:${end.column}`
  return {line: start.line, column: start.column, text}
}

/**
 * What a plan says, whichever dialect says it: without the page that it was read from, the form and source of
 * its statuses, and without its title where `titled` is false because the dialect has no place for one.
 */
export function facts(plan: PlanJson, titled: boolean): unknown {
  const {title, source: _, ...rest} = plan
  return withoutForm(titled ? {title, ...rest} : rest)
}

function withoutForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutForm)
  if (value === null || typeof value !== 'object') return value
  const hidden = 'form' in value ? ['form', 'raw'] : []
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !hidden.includes(key))
      .map(([key, inner]) => [key, withoutForm(inner)])
  )
}
