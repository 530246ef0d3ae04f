/** What texts of a page hold: words, and markers of statuses. */
import {findMarkers} from '../../syntax/markers.ts'
import {groupBy} from '../match/lists.ts'
import type {Three} from './versions.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Whether a page has each word, template and sign of a heading as often as it must after what both sides put in and took out. */
export function keepsWords({base, mine, theirs}: Three<string>, page: string): boolean {
  const counts = [base, mine, theirs, page].map((text) =>
    groupBy(text.match(/\{\{[^{}]*\}\}|<[^<>]*>|[\p{L}\p{N}]+|=/gu) ?? [], (word) => word)
  )
  const words = new Set(counts.flatMap((count) => [...count.keys()]))
  return [...words].every((word) => {
    const [before, left, right, after] = counts.map((count) => count.get(word)?.length ?? 0)
    const both = left! + right! - before!
    // What both did may be one change.
    const isShared = (left! - before!) * (right! - before!) > 0
    const wanted = isShared ? [left!, right!, both] : [both]
    return after! >= Math.min(...wanted) && after! <= Math.max(...wanted)
  })
}

/** Takes the status markers out of a text. */
function takeMarkers(text: string, vocabulary: Vocabulary): {values: string[]; rest: string} {
  const markers = findMarkers(text, vocabulary, false)
  let rest = ''
  let at = 0
  for (const {start, end} of markers) {
    rest += text.slice(at, start)
    at = end
  }
  return {values: markers.map(({value}) => value), rest: rest + text.slice(at)}
}

/** Tells a text that holds nothing but words, links and statuses: what a plan says is found again where it is lost. */
export function createIsPlain(vocabulary: Vocabulary): (text: string) => boolean {
  return (text) => !/<|\{\{|''|\[\[[^\]|]*:/.test(takeMarkers(text, vocabulary).rest)
}

/** Tells two texts that are one status in two spellings, each with no more than blank space and signs around it. */
export function createIsSameStatus(vocabulary: Vocabulary): (a: string, b: string) => boolean {
  return (a, b) => {
    const [own, other] = [takeMarkers(a, vocabulary), takeMarkers(b, vocabulary)]
    const isBare = [own, other].every(({rest}) => /^[\s:()–—-]*$/.test(rest))
    return isBare && own.values.length === 1 && own.values.join() === other.values.join()
  }
}
