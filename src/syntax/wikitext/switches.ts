/**
 * Behaviour switches: `__TOC__`, by their known names only.
 *
 * @see https://www.mediawiki.org/wiki/Help:Magic_words#Behavior_switches
 */
import type {BehaviorSwitch} from '../../document/types.ts'
import {behaviorSwitches, capitalSwitches} from './names.ts'
import {position} from './page.ts'
import type {Page, Span} from './page.ts'
import type {Scan} from './scan.ts'

const pattern = /__([a-zA-Z]{3,30})__/y

/** `_` and perhaps a switch: add its span; where to go on scanning. */
export function scanSwitch(scan: Scan, start: number): number {
  pattern.lastIndex = start
  const match = pattern.exec(scan.source)
  const name = match?.[1] ?? ''
  const isSwitch = capitalSwitches.has(name) || behaviorSwitches.has(name.toLowerCase())
  if (!match || !isSwitch) return start + 1
  const end = start + match[0].length
  scan.spans.push({kind: 'switch', start, end, name: '', marks: []})
  return end
}

/** The node of a `switch` span. */
export function behaviorSwitch(page: Page, {start, end}: Span): BehaviorSwitch {
  const name = page.source.slice(start + 2, end - 2).toUpperCase()
  return {type: 'behaviorSwitch', name, position: position(page, start, end)}
}
