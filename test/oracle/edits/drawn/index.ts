/**
 * Edits of pages in all house styles, drawn with a fixed seed: of each kind one a page, where the page has
 * something that can be edited so. What a person makes of the page is plain here: what is edited has lines of
 * its own, and no markup.
 */
import fc from 'fast-check'
import {parse, toJson} from '../../../../src/index.ts'
import {planPage} from '../../../arbitraries/plan-page.ts'
import type {Edit} from '../edit.ts'
import {blockDraws} from './blocks.ts'
import {itemDraws} from './items.ts'

const seed = 20310701
const pages = 20
const draws = Object.entries({...itemDraws, ...blockDraws})

export function drawnEdits(): Edit[] {
  return fc
    .sample(planPage, {seed, numRuns: 2 * pages})
    .filter(({style}) => style.end === '\n')
    .slice(0, pages)
    .flatMap(({page: source, style}, at) => {
      const page = {lines: source.split('\n'), plan: toJson(parse(source)), style}
      return draws.flatMap(([kind, draw]) => {
        const edit = draw(page)
        return edit ? [{kind, page: `drawn page ${at + 1}`, source, ...edit}] : []
      })
    })
}
