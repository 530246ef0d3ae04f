/** Every edit of a fixture that is held against the wiki and against Parsoid. */
import {readFile} from '../../../utils/fixtures.ts'
import type {Edit, EditCase} from '../edit.ts'
import {patched} from '../lines.ts'
import {blockCases} from './blocks.ts'
import {itemCases} from './items.ts'
import {statusCases} from './statuses.ts'
import {textCases} from './texts.ts'

export function fixtureEdits(): Edit[] {
  return [...statusCases, ...textCases, ...itemCases, ...blockCases].map(onItsPage)
}

function onItsPage({hand, ...rest}: EditCase): Edit {
  const source = readFile(rest.page, 'page.wiki')
  if (source === null) throw new Error(`fixtures/${rest.page} has no page.wiki`)
  return {...rest, source, hand: typeof hand === 'number' ? hand : patched(source, hand)}
}
