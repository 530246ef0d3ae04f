/**
 * Counts what was compared, by construct.
 */
import type {Comparison} from './compare.ts'
import {constructs} from './ranges.ts'

/** How many ranges of a construct were compared, agreed, and differ in a way that is known. */
interface Count {
  compared: number
  agreed: number
  known: number
}

export class Tally {
  #counts = new Map<string, Count>(
    constructs.map((construct) => [construct, {compared: 0, agreed: 0, known: 0}])
  )
  #pages = 0

  /** Adds a page; its differences are known or not. */
  add({agreed, ours, parsoid}: Comparison, isKnown: boolean): void {
    this.#pages++
    for (const construct of agreed) this.#count(construct, 'agreed')
    for (const range of [...ours, ...parsoid]) {
      this.#count(range.replace(/ .*/, ''), isKnown ? 'known' : undefined)
    }
  }

  #count(construct: string, as: 'agreed' | 'known' | undefined): void {
    const count = this.#counts.get(construct)!
    count.compared++
    if (as) count[as]++
  }

  /** A table for people. */
  print(): string {
    const rows = [...this.#counts].map(([construct, {compared, agreed, known}]) =>
      row(construct, compared, agreed, known)
    )
    const head = row('construct', 'compared', 'agreed', 'known')
    return [`Held against Parsoid: ${this.#pages} pages`, head, ...rows].join('\n')
  }
}

function row(construct: string, ...counts: (string | number)[]): string {
  return construct.padEnd(16) + counts.map((count) => String(count).padStart(10)).join('')
}
