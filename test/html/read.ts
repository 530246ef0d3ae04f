/** Reads HTML in tests, and holds every tree to the laws. */
import {english, parse, toJson, type PlanJson, type Plan} from '../../src/index.ts'
import type {Root} from '../../src/document/types.ts'
import {readHtml} from '../../src/syntax/html/read.ts'
import {checkPositions} from '../laws.ts'

/** The document of a page; its places are true. */
export function read(html: string): Root {
  const root = readHtml(html, english)
  checkPositions(root, html)
  return root
}

/** The plan of a page; its places are true. */
export function plan(html: string): Plan {
  const found = parse(html, {from: 'html'})
  checkPositions(found, html)
  return found
}

/** The goals of a page, in the order of the page. */
export function goals(html: string): PlanJson['periods'][number]['sections'][number]['goals'] {
  return toJson(plan(html)).periods.flatMap(({sections}) =>
    sections.flatMap((outcome) => outcome.goals)
  )
}

/** A list of goals, each of a line of HTML. */
export function goalsOf(...lines: string[]): ReturnType<typeof goals> {
  return goals(`<h4>Goals</h4>\n<ul>${lines.map((line) => `<li>${line}</li>`).join('\n')}</ul>`)
}
