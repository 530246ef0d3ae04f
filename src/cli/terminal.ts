/** What a terminal shows: texts in columns, in colour where it has some. */
import {styleText} from 'node:util'
import measure from 'fast-string-truncated-width'
import {visible} from './report.ts'

/** How many columns a line may take; what is no terminal has no end. */
export function terminalWidth(): number {
  return process.stdout.columns || Number(process.env['COLUMNS']) || Infinity
}

/** A text is not cut to less, however narrow the terminal. */
const leastRoom = 16

/** A text of a page in the columns that are left for it, with `…` where it is cut. */
export function fit(text: string, room: number): string {
  const shown = visible(text)
  const {index, ellipsed} = measure(shown, {limit: Math.max(room, leastRoom), ellipsis: '…'})
  return shown.slice(0, index) + (ellipsed ? '…' : '')
}

/** A text with blanks behind it, as wide as its column. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text))
}

/** How wide the widest of some texts is. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0)
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return measure(text).width
}

type Style = Parameters<typeof styleText>[0]

/** What colour a status is shown in. */
const colors = new Map<string, Style>([
  ['done', 'green'],
  ['on-track', 'green'],
  ['in-progress', 'yellow'],
  ['partially-done', 'yellow'],
  ['at-risk', 'yellow'],
  ['off-track', 'red'],
  ['stalled', 'red'],
  ['blocked', 'red'],
  ['not-done', 'red'],
  ['cancelled', 'red']
])

/** A status's label in the colour of its value. */
export function inColor(label: string, value: string | null): string {
  return styled(label, colors.get(value ?? ''))
}

export function bold(text: string): string {
  return styled(text, 'bold')
}

/** Styles are those of a terminal, where standard output is one or `FORCE_COLOR` says so. */
function styled(text: string, style: Style | undefined): string {
  return text.trim() && style ? styleText(style, text, {stream: process.stdout}) : text
}
