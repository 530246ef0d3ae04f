/**
 * From a page whose spans are known to its tree.
 *
 * Which spans there are, and of what kinds, is all that an engine has to say; lines and what is within them
 * are read here alone.
 */
import type {FlowContent, Redirect, Root} from '../../document/types.ts'
import {parseFlow} from './flow.ts'
import {pageStart, position} from './page.ts'
import type {Page} from './page.ts'
import {redirectAt} from './redirects.ts'
import {findStructure} from './structure.ts'

/** The tree of a page whose spans `scan` has found. */
export function parsePage(page: Page): Root {
  return buildTree(page, redirectAt(page))
}

/** The tree of a page; its spans become those that wrap lines, too. */
export function buildTree(page: Page, redirect: Redirect | undefined): Root {
  findStructure(page)
  const {length} = page.source
  const from = redirect ? redirect.position!.end.offset! : pageStart(page)
  const content = parseFlow(page, from, length, 1, !redirect)
  const children: FlowContent[] = redirect ? [redirect, ...content] : content
  return {type: 'root', children, position: position(page, 0, length)}
}
