/**
 * Counts what was compared, by construct, and why it differs.
 */

/** How many ranges of a construct were compared and agreed, and how many differ for each reason. */
interface Count {
  compared: number
  agreed: number
  differing: Map<string, number>
}

export class Tally {
  #title: string
  #counts = new Map<string, Count>()
  #pages = 0
  #same = 0

  /** The title says what is compared with; constructs are listed in the order given, then as they are met. */
  constructor(title: string, constructs: readonly string[] = []) {
    this.#title = title
    for (const construct of constructs) this.#of(construct)
  }

  /**
   * Adds a page.
   *
   * @param agreed constructs that both see
   * @param differing those that one sees, each with the reason if there is a known one
   */
  add(
    agreed: readonly string[],
    differing: readonly (readonly [construct: string, reason: string | undefined])[]
  ): void {
    this.#pages++
    if (differing.length === 0) this.#same++
    for (const construct of agreed) {
      const count = this.#of(construct)
      count.compared++
      count.agreed++
    }
    for (const [construct, reason = 'not known'] of differing) {
      const count = this.#of(construct)
      count.compared++
      count.differing.set(reason, (count.differing.get(reason) ?? 0) + 1)
    }
  }

  #of(construct: string): Count {
    const count = this.#counts.get(construct) ?? {compared: 0, agreed: 0, differing: new Map()}
    this.#counts.set(construct, count)
    return count
  }

  /** How often something differs for a reason, the most frequent first. */
  reasons(): [reason: string, count: number][] {
    const reasons = new Map<string, number>()
    for (const {differing} of this.#counts.values())
      for (const [reason, count] of differing)
        reasons.set(reason, (reasons.get(reason) ?? 0) + count)
    return byCount(reasons)
  }

  /** How much was compared, in a line. */
  summary(): string {
    return `${this.#title}: ${this.#pages} pages, ${this.#same} of them without a difference`
  }

  /** For each construct what was compared, what agreed, and what differs for each reason; then all of them. */
  rows(): [construct: string, compared: number, agreed: number, differing: string][] {
    const rows = [...this.#counts].map(
      ([construct, {compared, agreed, differing}]): ReturnType<Tally['rows']>[number] => {
        const reasons = byCount(differing).map(([reason, count]) => `${reason} ${count}`)
        return [construct, compared, agreed, reasons.join(', ')]
      }
    )
    const sum = (column: 1 | 2): number => rows.reduce((total, row) => total + row[column], 0)
    const all = this.reasons().reduce((total, [, count]) => total + count, 0)
    return [...rows, ['all', sum(1), sum(2), String(all)]]
  }

  /** A table for people. */
  print(): string {
    const rows = this.rows().map(
      ([construct, compared, agreed, differing]) =>
        `${construct.padEnd(16)}${String(compared).padStart(10)}${String(agreed).padStart(10)}  ${differing}`
    )
    return [this.summary(), ...rows].join('\n')
  }
}

/** The most frequent first, and of what is as frequent the first by name. */
function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
}
