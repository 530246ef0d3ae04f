/** Counts the characters that code looks at, where time would depend on what else the machine does. */

const {charAt, charCodeAt, codePointAt, includes, indexOf} = String.prototype
const {exec} = RegExp.prototype

let visits = 0

/** The engine's functions that look at text, each with its count. */
const counting = {
  charAt(this: string, at: number) {
    visits++
    return charAt.call(this, at)
  },
  charCodeAt(this: string, at: number) {
    visits++
    return charCodeAt.call(this, at)
  },
  codePointAt(this: string, at: number) {
    visits++
    return codePointAt.call(this, at)
  },
  indexOf(this: string, part: string, from = 0) {
    const found = indexOf.call(this, part, from)
    visits += (found < 0 ? this.length : found) - from
    return found
  },
  includes(this: string, part: string, from = 0) {
    const found = indexOf.call(this, part, from)
    visits += (found < 0 ? this.length : found) - from
    return found >= 0
  }
}

function countingExec(this: RegExp, text: string): RegExpExecArray | null {
  const from = this.global || this.sticky ? this.lastIndex : 0
  const match = exec.call(this, text)
  const end = match ? match.index + match[0].length : this.sticky ? from : text.length
  visits += end - from
  return match
}

/**
 * How many characters of texts are looked at while something runs: one by one, or on the way of a search or a
 * regular expression, as often as each is looked at. What copies text, or compares it as a whole, is not
 * counted.
 */
export function countVisits(run: () => void): number {
  visits = 0
  Object.assign(String.prototype, counting)
  Object.assign(RegExp.prototype, {exec: countingExec})
  try {
    run()
  } finally {
    Object.assign(String.prototype, {charAt, charCodeAt, codePointAt, includes, indexOf})
    Object.assign(RegExp.prototype, {exec})
  }
  return visits
}
