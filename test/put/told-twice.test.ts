/** Edits of key results of which a page tells in several places: each goes where such a thing stands. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {
  addNote,
  parse,
  remove,
  setStatement,
  setStatus,
  setText,
  toJson,
  toWikitext
} from '../../src/index.ts'
import type {Plan} from '../../src/index.ts'

const path = new URL('../../fixtures/key-results-twice/page.wiki', import.meta.url)
const source = readFileSync(path, 'utf8')

/** The page after an edit, told by what is replaced in it. */
function edited(edit: (plan: Plan) => Plan): string {
  return toWikitext(edit(parse(source, {from: 'wikitext'})), {source})
}

describe('a key result that a page tells of twice', () => {
  it('should get a note where its notes stand', () => {
    const note = {date: '2030-09-01', updates: ['Three gauges are here.']}
    expect(edited((plan) => addNote(plan, 'key-result-1', note))).toBe(
      source.replace(
        '** The third is late.\n',
        "** The third is late.\n'''Note: September 1, 2030'''\n* Three gauges are here.\n"
      )
    )
  })

  it('should lose a note where it stands', () => {
    expect(edited((plan) => remove(plan, 'key-result-2/2030-09'))).toBe(
      source.replace("'''Note: September 2030'''\nNo horn listens yet.\n", '')
    )
  })

  it('should get its status and its text behind its name', () => {
    expect(edited((plan) => setStatus(plan, 'key-result-2', 'stalled'))).toBe(
      source.replace('Teach two horns to listen.', 'Teach two horns to listen. {{stalled}}')
    )
    expect(edited((plan) => setText(plan, 'key-result-2', 'Teach a horn.'))).toBe(
      source.replace('Teach two horns to listen.', 'Teach a horn.')
    )
  })
})

describe('a statement that stands on a line of its own below a heading with another', () => {
  const page =
    "== Cluster C: Working boats ==\n''All crews row.''\n=== Strategy C1 ===\n* Row {{done}}\n"

  it('should be the heading’s where the line is taken away', () => {
    const plan = parse(page, {from: 'wikitext'})
    const [section] = toJson(plan).periods[0]!.sections
    expect(section!.statement).toBe('All crews row.')
    expect(toWikitext(setStatement(plan, section!.id, null), {source: page})).toBe(
      page.replace("''All crews row.''\n", '')
    )
  })
})
