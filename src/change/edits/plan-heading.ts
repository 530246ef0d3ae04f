/** The heading that the plan stands under. */
import {changeHeading} from './change-content.ts'
import {childOf} from '../../document/children.ts'
import {toText} from '../../document/plain-text.ts'
import type {EntityOf} from '../entities.ts'
import type {Heading, Paragraph} from '../../document/types.ts'
import type {Section} from '../../plan/types.ts'
import type {State} from './state.ts'

/** Puts the plan's heading, or the fiscal year that is named in it, where it stands. */
export function changePlan(before: EntityOf<'plan'>, after: EntityOf<'plan'>, state: State): void {
  const text = headingOf(before, after)
  if (before.facts.heading === null || text === null || text === before.facts.heading) return
  const node = planHeading(before)
  if (!node) return
  changeHeading(node, before.facts.heading, text, state)
}

/** The line of the page that the plan stands under. */
export function planHeading({node, facts}: EntityOf<'plan'>): Heading | Paragraph | undefined {
  const [section] = childOf(node, 'period')?.children.filter(({type}) => type === 'section') ?? []
  // A page that is one section says its year below that one's heading.
  const lines = [...node.children, ...((section as Section | undefined)?.children ?? [])]
  const said = lines.filter((child): child is Heading | Paragraph => {
    const isLine = child.type === 'heading' || child.type === 'paragraph'
    return isLine && toText(child) === facts.heading
  })
  return said.findLast(({type}) => type === 'heading') ?? said.at(-1)
}

/** What the heading is to be; where only the fiscal year changed, the old one with the new year. */
function headingOf({facts: was}: EntityOf<'plan'>, {facts: is}: EntityOf<'plan'>): string | null {
  const [old, year] = [was.fiscalYear?.label, is.fiscalYear?.label]
  const isYear =
    was.heading === is.heading && old !== undefined && year !== undefined && old !== year
  return isYear ? (is.heading?.replace(old, () => year) ?? null) : is.heading
}
