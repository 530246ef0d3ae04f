/**
 * What is to be changed on a page: edits within lines, lines that go, and lines that come. In the end all of
 * it is one list of edits.
 */
import {blankLines, lineAt, lineCount, lineStart, type Page} from './page.ts'
import {applyEdits, joinTouching, normalize, type TextEdit} from '../text-edit.ts'
import type {Range} from '../../document/places.ts'

/** What changes on a page. */
export interface Changes {
  /** Edits within lines that stay. */
  within: readonly TextEdit[]
  gone: ReadonlySet<number>
  /** New lines by the line that they stand behind; -1 for the page's start. */
  come: ReadonlyMap<number, readonly string[]>
}

/**
 * Edits from anywhere on a page as they are given out: in order, not overlapping, and none longer than it must be. New
 * lines come first, as they stand before what is put in at the start of the next one.
 */
export function toEdits(page: Page, edits: readonly TextEdit[]): TextEdit[] {
  const joined = joinTouching([...edits].sort(byPlace)).map((edit) => withinPage(page, edit))
  return normalize(page.source, joined)
}

/** What is put in at a place stands before what is changed from there on. */
function byPlace(a: TextEdit, b: TextEdit): number {
  return a.start - b.start || a.end - b.end
}

export class Patch {
  readonly page: Page
  #within: TextEdit[] = []
  readonly #gone = new Set<number>()
  /** New lines by the line that they stand behind; -1 for the page's start. */
  readonly #come = new Map<number, string[]>()

  #isProven = true

  constructor(page: Page) {
    this.page = page
  }

  /** Whether all that is changed are markers for other markers: that page needs no second look. */
  get isProven(): boolean {
    return this.#isProven && this.#within.length > 0 && this.#gone.size + this.#come.size === 0
  }

  /** Changes a line from within. */
  replace({start, end, text}: TextEdit, isProven = false): void {
    this.#isProven &&= isProven
    if (start < end || text !== '') this.#within.push({start, end, text})
  }

  /** What a part of the page says with the edits that are within it. */
  read({start, end}: Range): string {
    const inner = this.#within
      .filter((edit) => start <= edit.start && edit.end <= end)
      .sort(byPlace)
    const edits = joinTouching(inner).map((edit) => ({
      start: edit.start - start,
      end: edit.end - start,
      text: edit.text
    }))
    return applyEdits(this.page.source.slice(start, end), edits)
  }

  /** Takes a part of the page out, with the edits that are within it. */
  cut({start, end, text}: TextEdit): void {
    this.#within = this.#within.filter((edit) => edit.end <= start || end <= edit.start)
    this.replace({start, end, text})
  }

  /** Takes whole lines out. */
  remove(first: number, last: number): void {
    for (let line = first; line <= last; line++) this.#gone.add(line)
  }

  /** Puts new lines behind a line, after those that were put there before. */
  insert(line: number, lines: readonly string[]): void {
    const come = this.#come.get(line)
    if (come) for (const text of lines) come.push(text)
    else this.#come.set(line, [...lines])
  }

  /** The edits: in order, not overlapping, and none longer than it must be. */
  finish(): TextEdit[] {
    const {page} = this
    const {within, gone, come} = this.settle()
    return toEdits(page, [
      ...[...come].map(([line, lines]): TextEdit => {
        const start = lineStart(page, line + 1)
        return {start, end: start, text: lines.map((text) => text + page.eol).join('')}
      }),
      ...within,
      ...[...gone].map((line): TextEdit => {
        return {start: lineStart(page, line), end: lineStart(page, line + 1), text: ''}
      })
    ])
  }

  /** What changes, once lines that go have taken along the blank lines that were theirs. */
  settle(): Changes {
    for (const run of this.#runs()) this.#takeBlankLines(run)
    const within = this.#within
      .filter(({start}) => !this.#gone.has(lineAt(this.page, start)))
      .sort(byPlace)
    return {within, gone: this.#gone, come: this.#come}
  }

  /** Lines that go and touch; blank lines between them go as well, unless something comes there. */
  #runs(): Run[] {
    const runs: Run[] = []
    for (const line of [...this.#gone].sort((a, b) => a - b)) {
      const run = runs.at(-1)
      if (
        run &&
        line - run.last - 1 <= blankLines(this.page, run.last, 1) &&
        !this.#comes(run.last, line - 1)
      ) {
        this.remove(run.last + 1, line - 1)
        run.last = line
      } else runs.push({first: line, last: line})
    }
    return runs
  }

  /** Whether something comes behind one of some lines. */
  #comes(first: number, last: number): boolean {
    for (let line = first; line <= last; line++) if (this.#come.has(line)) return true
    return false
  }

  /**
   * With lines goes the blank space that belonged to them: of what stands before and behind, the lesser part,
   * and all of it at the page's start and end. What comes in their place has it instead.
   */
  #takeBlankLines({first, last}: Run): void {
    const before = blankLines(this.page, first, -1)
    const behind = blankLines(this.page, last, 1)
    if (this.#comes(first, last)) return this.#trimCome(first, last, before)
    const blanksAbove = this.#comeBlanks(first - 1)
    if (blanksAbove > 0) return this.remove(last + 1, last + Math.min(blanksAbove, behind))
    if (before > 0 && this.#come.has(first - 1)) return
    if (last + behind === lineCount(this.page) - 1) {
      if (!this.#comes(first - before, first - 1)) this.remove(first - before, first - 1)
    } else this.remove(last + 1, last + (first === before ? behind : Math.min(before, behind)))
  }

  /** How many blank lines end what comes behind a line. */
  #comeBlanks(line: number): number {
    const lines = this.#come.get(line) ?? []
    return lines.length - 1 - lines.findLastIndex((text) => text !== '')
  }

  /** What comes in a place that has blank lines before it needs none of its own. */
  #trimCome(first: number, last: number, before: number): void {
    for (let line = first; line <= last; line++) {
      const lines = this.#come.get(line)
      if (!lines) continue
      const blank = lines.findIndex((text) => text !== '')
      lines.splice(0, Math.min(blank, before))
      return
    }
  }
}

/** Some lines in a row. */
interface Run {
  first: number
  last: number
}

/**
 * An edit behind the end of a page whose last line does not end: nor does the edited page's.
 *
 * ```markdown
 * | a     one more line, b, is "\nb" and not "b\n"
 * | b     without this line, "\nb" goes and not "b"
 * ```
 */
function withinPage({source, length, eol}: Page, {start, end, text}: TextEdit): TextEdit {
  if (end <= length) return {start, end, text}
  const kept = text.endsWith(eol) ? text.slice(0, -eol.length) : text
  if (start > length) return {start: length, end: length, text: eol + kept}
  return {start: kept === '' ? lineEndBefore(source, start) : start, end: length, text: kept}
}

/** Where the line end begins that an offset stands behind. */
function lineEndBefore(source: string, at: number): number {
  if (source.endsWith('\r\n', at)) return at - 2
  return /[\r\n]/.test(source.charAt(at - 1)) ? at - 1 : at
}
