/**
 * Edits of every kind put back into pages: as a person would, as a real wiki shows them, and side by side with
 * Parsoid's selective serializer.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {apply} from '../../src/apply.ts'
import {parse, toJson} from '../../src/index.ts'
import {fixtureEdits} from './edits/cases/index.ts'
import {Client} from './edits/client.ts'
import {drawnEdits} from './edits/drawn/index.ts'
import type {Edit} from './edits/edit.ts'
import {linesChanged, linesNeeded} from './edits/lines.ts'
import {printReport, type Outcome} from './edits/report.ts'
import {compareSections} from './edits/sections.ts'
import {open, save, saveAnew} from './selser.ts'
import {hasWiki} from './wiki.ts'

const edits = [...fixtureEdits(), ...drawnEdits()].map((edit, at) => ({...edit, at}))
const name = '$kind, $page ($at)'

describe('an edit of plan JSON is put back as a person would', () => {
  test.each(edits)(name, (edit) => {
    const page = edited(edit)
    expect(facts(toJson(parse(page)))).toEqual(facts(editedPlan(edit)))
    if (typeof edit.hand === 'string') expect(page).toBe(edit.hand)
    expect(linesChanged(edit.source, page)).toBe(linesNeeded(edit))
  })
})

describe
  .runIf(hasWiki)
  .concurrent('the wiki shows the edit, and all other sections as before', () => {
    test.each(edits)(name, async (edit) => {
      const {disturbed, touched} = await compareSections(edit.source, edited(edit))
      expect(disturbed).toEqual([])
      expect(touched).toContain(edit.shows ?? '')
    })
  })

describe.runIf(hasWiki)('Parsoid uses its selective serializer', () => {
  const page =
    "==  Odd   spacing ==\n*   '''a''' :  b\n*c\n\n\n\n===ditch===\n* e   {{ done }}\n*f\n"

  test('an unedited page comes back byte for byte', async () => {
    const original = await open(page)
    expect(await save(original, original.html)).toBe(page)
  })

  test('an edit leaves odd spacing elsewhere alone', async () => {
    const original = await open(page)
    const client = new Client(original.html)
    client.type(client.block('f'), 'f', 'g')
    expect(await save(original, client.html)).toBe(page.replace('*f', '*g'))
  })

  test('line ends between new elements are all the same to it', async () => {
    const original = await open(page)
    const withHeading = (html: string) => {
      const client = new Client(original.html)
      return save(original, client.insertBefore(client.block('ditch'), html).html)
    }
    const without = await withHeading('<h2>g</h2><p>h</p>')
    expect(await withHeading('\n<h2>g</h2>\n<p>h</p>\n')).toBe(without)
  })

  test('without the revision it writes the page anew', async () => {
    const original = await open(page)
    expect(await saveAnew(original, original.html)).toContain('==Odd   spacing==')
  })
})

describe.runIf(hasWiki)('beside Parsoid', () => {
  describe.concurrent('we change no line more', () => {
    test.each(edits)(name, async (edit) => {
      const {ours, parsoid} = await outcomeOf(edit)
      if (parsoid === null) return
      const isRight = isEqual(facts(toJson(parse(parsoid))), facts(editedPlan(edit)))
      expect(isRight).toBe(edit.flaw === undefined)
      expect(linesChanged(edit.source, ours)).toBeLessThanOrEqual(
        linesChanged(edit.source, parsoid)
      )
    })
  })

  test('docs/selser.md says so', async () => {
    const file = fileURLToPath(new URL('../../docs/selser.md', import.meta.url))
    const report = printReport(await Promise.all(edits.map(outcomeOf)))
    if (process.env['UPDATE'] === '1') writeFileSync(file, report)
    expect(readFileSync(file, 'utf8')).toBe(report)
  })
})

/** The plan JSON of the page, edited. */
function editedPlan({source, edit}: Edit) {
  const plan = toJson(parse(source))
  edit(plan)
  return plan
}

function edited(edit: Edit): string {
  return apply(edit.source, editedPlan(edit))
}

const outcomes = new Map<Edit, Promise<Outcome>>()

function outcomeOf(edit: Edit): Promise<Outcome> {
  const outcome =
    outcomes.get(edit) ??
    editedByParsoid(edit).then((parsoid) => ({edit, ours: edited(edit), parsoid}))
  outcomes.set(edit, outcome)
  return outcome
}

async function editedByParsoid({source, client}: Edit): Promise<string | null> {
  if (typeof client === 'string') return null
  const original = await open(source)
  const html = new Client(original.html)
  client(html)
  return save(original, html.html)
}

/**
 * What a plan says, without its page, what the page works out (ids, what a field is called, days of a period) or
 * spells as it likes, and without links, which plain text may gain.
 */
const workedOut = new Set([
  'id',
  'name',
  'source',
  'start',
  'end',
  'inferred',
  'form',
  'raw',
  'links'
])

function facts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(facts)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([key]) => !workedOut.has(key))
  return Object.fromEntries(entries.map(([key, inner]) => [key, facts(inner)]))
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
