/** What texts of a page hold: words, and markers of statuses. */
import {findMarkers} from '../../syntax/markers.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Three revisions of a page. */
interface Revisions {
  base: string
  mine: string
  theirs: string
}

/** Whether a page has each word, template and sign of a heading as often as it must after what both sides put in and took out. */
export function keepsWords({base, mine, theirs}: Revisions, page: string): boolean {
  const [was, own, other, now] = [base, mine, theirs, page].map(countWords)
  const words = new Set([was, own, other, now].flatMap((counts) => [...counts!.keys()]))
  return [...words].every((word) => {
    const [before, left, right, after] = [was, own, other, now].map(
      (counts) => counts!.get(word) ?? 0
    )
    const both = left! + right! - before!
    // What both did may be one change.
    const isShared = (left! - before!) * (right! - before!) > 0
    const [least, most] = isShared
      ? [Math.min(left!, right!, both), Math.max(left!, right!, both)]
      : [both, both]
    return after! >= least && after! <= most
  })
}

function countWords(page: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of page.matchAll(/\{\{[^{}]*\}\}|<[^<>]*>|[\p{L}\p{N}]+|=/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
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

export function createIsSameStatus(vocabulary: Vocabulary): (a: string, b: string) => boolean {
  return (a, b) => {
    const [own, other] = [takeMarkers(a, vocabulary), takeMarkers(b, vocabulary)]
    const isBare = /^[\s:()–—-]*$/.test(own.rest) && /^[\s:()–—-]*$/.test(other.rest)
    return isBare && own.values.length === 1 && own.values.join() === other.values.join()
  }
}
