/**
 * What an edit may not take from a page that is marked up for translation, whatever the edit: the markers of units
 * whose texts are still there, and the variables of lines that are.
 */
import {clean, unitsOf} from '../utils/translate.ts'

/** What is wrong with the markup of an edited page. */
export function lostMarkup(before: string, after: string): string[] {
  const [was, is] = [unitsOf(before), unitsOf(after)]
  if (was.faults.length > 0) return []
  if (is.faults.length > 0) return is.faults
  const markers = new Map(is.units.map(({marker, text}) => [marker, text]))
  const old = new Set(was.units.map(({marker}) => marker))
  const broken = is.units
    .filter(({marker}) => !old.has(marker) && marker !== null)
    .map(({marker}) => `made up: ${marker}`)
  const single = once([was.units.map(({text}) => text), was.outside].flat().flatMap(wordsOf))
  for (const {marker, text} of was.units) {
    const [first] = wordsOf(text)
    if (marker === null || markers.has(marker) || first === undefined || !single.has(first))
      continue
    const isUnmarked = is.units.some(
      (unit) => unit.marker === null && wordsOf(unit.text)[0] === first
    )
    if (isUnmarked) broken.push(`lost marker ${marker} of ${JSON.stringify(text)}`)
  }
  for (const [line, variables] of variablesOf(before)) {
    const left = variablesOf(after).get(line)
    if (!single.has(line) || !is.units.flatMap(({text}) => wordsOf(text)).includes(line)) continue
    if (left !== variables) broken.push(`lost ${variables} of ${JSON.stringify(line)}`)
  }
  return broken
}

/** The lines with words, without the marks of their level. */
function wordsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => wordsOfLine(line) ?? [])
}

function wordsOfLine(line: string): string | undefined {
  const words = line.replace(/^[*#:;=]+|=+[ \t]*$/g, '').trim()
  return /[\p{L}\p{N}]/u.test(words) ? words : undefined
}

const variable = /<tvar\b[^>]*>.*?<\/(?:tvar\s*)?>/g

/** The variables of each line that has some, by its words. */
function variablesOf(page: string): Map<string, string> {
  return new Map(
    page.split('\n').flatMap((line) => {
      const found = line.match(variable)
      const words = wordsOfLine(
        clean(`<translate>${line.replace(/<\/?translate[^>]*>/g, '')}</translate>`)
      )
      return found && words !== undefined ? [[words, found.join(' ')] as const] : []
    })
  )
}

function once(list: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const entry of list) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return new Set([...counts].flatMap(([entry, count]) => (count === 1 ? [entry] : [])))
}
