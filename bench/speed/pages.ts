/**
 * Plan pages of any length, made of the fixtures' outcomes: each in its turn, numbered anew, and with about a
 * third of its words exchanged for others of the fixtures, so that no two lines of a long page are the same.
 */
import {readFixtures} from '../../test/utils/fixtures.ts'

/** Fixtures that hold what people write on such pages, and not what breaks them. */
const chosen = [
  'full-year',
  'dates',
  'definition-lists',
  'goals-as-bold-paragraphs',
  'goals-as-list-items',
  'house-style',
  'links',
  'notes-in-many-styles',
  'outcome-headings',
  'statements-and-teams',
  'statuses',
  'statuses-malformed',
  'stretch',
  'surroundings'
]

const pages = readFixtures()
  .filter(({name}) => chosen.includes(name))
  .map(({pages}) => pages[0].source)

/** A heading of an outcome, up to the next heading of its level or a higher one. */
const outcomes = pages.flatMap(
  (page) => page.match(/^=== *Outcome.*\n(?:(?!={2,3}[^=]|<\/).*\n)*/gm) ?? []
)

/** What stands on a plan page before its first outcome. */
const head = /^[^]*?(?==== *Outcome)/.exec(pages[chosen.indexOf('full-year')]!)![0]

const words = [...new Set(outcomes.join('').match(/\b[a-z]{4,}\b/g))]

/** Lines that say what something is, and must go on saying it. */
const fixed = /^(?:={3,4}[^=]|'')/

/** Markup, labels and words; only words are exchanged. */
const piece = /\{\{[^}]*\}\}|\[[^\]]*\]|<[^>]*>|\w+:\S+|'''[^']*'''|\b[a-z]{4,}\b/g

/** A page of at least so many characters. The same length gives the same page. */
export function makePage(length: number): string {
  const random = createRandom()
  const parts = [head]
  for (let at = head.length, count = 1; at < length; count++) {
    const outcome = outcomes[(count - 1) % outcomes.length]!
    const part = vary(outcome.replace(/Outcome \d+/, `Outcome ${count}`), random)
    parts.push(part)
    at += part.length
  }
  return parts.join('')
}

function vary(text: string, random: () => number): string {
  const exchange = (found: string) =>
    /^[a-z]+$/.test(found) && random() < 1 / 3 ? words[Math.floor(random() * words.length)]! : found
  return text.replace(/.+/g, (line) => (fixed.test(line) ? line : line.replace(piece, exchange)))
}

/** Numbers from 0 to 1, the same in each run: Park and Miller's generator. */
function createRandom(): () => number {
  let state = 20310701
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}
