/**
 * Counts what was compared, by construct, and why it differs.
 */

/** How many ranges of a construct were compared, agreed, and differ in a way that is known. */
interface Count {
  compared: number
  agreed: number
  known: number
}

export class Tally {
  #title: string
  #counts = new Map<string, Count>()
  #reasons = new Map<string, number>()
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
    for (const construct of agreed) this.#count(construct, 'agreed')
    for (const [construct, reason] of differing) {
      this.#count(construct, reason === undefined ? undefined : 'known')
      const listed = reason ?? 'not known'
      this.#reasons.set(listed, (this.#reasons.get(listed) ?? 0) + 1)
    }
  }

  #of(construct: string): Count {
    const count = this.#counts.get(construct) ?? {compared: 0, agreed: 0, known: 0}
    this.#counts.set(construct, count)
    return count
  }

  #count(construct: string, as: 'agreed' | 'known' | undefined): void {
    const count = this.#of(construct)
    count.compared++
    if (as) count[as]++
  }

  /** A table for people. */
  print(): string {
    const rows = [...this.#counts].map(([construct, {compared, agreed, known}]) =>
      row(construct, compared, agreed, known)
    )
    const reasons = [...this.#reasons]
      .sort(([, left], [, right]) => right - left)
      .map(([reason, count]) => `${String(count).padStart(6)}  ${reason}`)
    return [
      `${this.#title}: ${this.#pages} pages, ${this.#same} of them without a difference`,
      row('construct', 'compared', 'agreed', 'known'),
      ...rows,
      ...reasons
    ].join('\n')
  }
}

function row(construct: string, ...counts: (string | number)[]): string {
  return construct.padEnd(16) + counts.map((count) => String(count).padStart(10)).join('')
}
