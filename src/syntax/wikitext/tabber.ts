/**
 * The panels of `<tabber>`.
 *
 * ```markdown
 * | <tabber>Q1=
 *           ^^^     tab, to the `|-|`: its opening
 * | * a
 * | |-|Q2=
 *   ^^^^^^          tab, to the end: its opening
 * | * b
 * | </tabber>
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Extension:Tabber
 */
import type {FlowContent, Tab} from '../../document/types.ts'
import {bar, isLineEnd, skipSpace, trimSpace} from '../../document/characters.ts'
import {parseFlow} from './flow.ts'
import {position, spanIndex} from './page.ts'
import type {Page} from './page.ts'
import {html} from './tags.ts'

const parting = '|-|'

/** The content of `<tabber>`: its tabs, and what stands before them without a label. */
export function tabs(page: Page, start: number, end: number, depth: number): FlowContent[] {
  const children: FlowContent[] = []
  let at = start
  while (at < end) {
    const isFirst = at === start && !page.source.startsWith(parting, at)
    const from = isFirst ? skipSpace(page.source, at, end) : at
    const next = nextParting(page, isFirst ? from : at + parting.length, end)
    const to = trimSpace(page.source, from, next)
    const labelStart = isFirst ? from : skipSpace(page.source, at + parting.length, to)
    const sign = labelEnd(page.source, labelStart, to)
    if (isFirst && sign < 0)
      for (const node of parseFlow(page, from, to, depth)) children.push(node)
    else if (to > from) children.push(tab(page, from, labelStart, sign, to, depth))
    at = next
  }
  return children
}

/** A panel from `start` to `end`; its label ends at `sign`, or there is none. */
function tab(
  page: Page,
  start: number,
  labelStart: number,
  sign: number,
  end: number,
  depth: number
): Tab {
  const content = sign < 0 ? start + parting.length : sign + 1
  return {
    type: 'tab',
    label: sign < 0 ? '' : page.source.slice(labelStart, sign).trim(),
    opening: html(page, start, content),
    children: parseFlow(page, content, end, depth + 1),
    position: position(page, start, end)
  }
}

/** The `=` after a label, which stands on one line; -1 if there is none. */
function labelEnd(source: string, start: number, end: number): number {
  for (let at = start; at < end && !isLineEnd(source.charCodeAt(at)); at++) {
    if (source.charAt(at) === '=') return at
  }
  return -1
}

/** The next `|-|` that is in no template, comment or tag. */
function nextParting(page: Page, start: number, end: number): number {
  const {source, spans} = page
  let index = spanIndex(page, start)
  for (let at = start; at < end; at++) {
    while (index < spans.length && spans[index]!.start < at) index++
    const span = spans[index]
    if (span?.start === at && span.end <= end) at = span.end - 1
    else if (source.charCodeAt(at) === bar && source.startsWith(parting, at)) return at
  }
  return end
}
