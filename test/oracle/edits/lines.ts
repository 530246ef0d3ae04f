/** A person's edit of a page's lines, and how many lines an edit changes. */
import type {Edit} from './edit.ts'

/**
 * The page after an edit by hand, told as lines to take out (`-`), to put in (`+`) and to find the place by
 * (a space). Parts that stand apart on the page are parted by `@@`.
 *
 * @throws {Error} where the lines are not on the page, or more than once.
 */
export function patched(page: string, patch: readonly string[]): string {
  return hunks(patch).reduce(patchedOnce, page.split('\n')).join('\n')
}

function hunks(patch: readonly string[]): string[][] {
  const found: string[][] = [[]]
  for (const line of patch) {
    if (line === '@@') found.push([])
    else found.at(-1)!.push(line)
  }
  return found
}

function patchedOnce(lines: string[], hunk: string[]): string[] {
  const before = side(hunk, '-')
  const places = lines.flatMap((_, at) => (startsAt(lines, before, at) ? [at] : []))
  const [place] = places
  if (place === undefined || places.length > 1)
    throw new Error(`These lines are on the page ${places.length} times:\n${before.join('\n')}`)
  return lines.toSpliced(place, before.length, ...side(hunk, '+'))
}

function side(hunk: string[], mark: '-' | '+'): string[] {
  return hunk.filter((line) => line[0] === ' ' || line[0] === mark).map((line) => line.slice(1))
}

function startsAt(lines: string[], wanted: string[], at: number): boolean {
  return wanted.every((line, index) => lines[at + index] === line)
}

/** How many lines a careful person changes. */
export function linesNeeded({source, hand}: Pick<Edit, 'source' | 'hand'>): number {
  return typeof hand === 'number' ? hand : linesChanged(source, hand)
}

/** How many lines a line diff takes out and puts in. */
export function linesChanged(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')]
  return a.length + b.length - 2 * inCommon(a, b).length
}

/** The places of a longest common subsequence in each. */
export function inCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const lengths = commonLengths(a, b)
  const places: [number, number][] = []
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i] === b[j]) places.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return places
}

/** The length of a longest common subsequence of what follows each pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({length: a.length + 1}, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i] === b[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}
