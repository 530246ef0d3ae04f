/**
 * Whether a page is a plan at all. Articles, minutes and lists have quarters, statuses, `Label: value` and sections such
 * as `Program 1`, too: these are a plan's only on a page that has something that only plans have.
 */
import {fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {isPartOf} from './goals.ts'
import {isNumbered} from './headings.ts'
import {hasQuarter} from './quarters.ts'
import {placeOfGoal} from './tables/places.ts'
import {childOf} from '../../document/children.ts'
import {rawText} from '../../document/plain-text.ts'
import type {Outline} from './outline.ts'
import type {Goal, Plan, Section, Task} from '../types.ts'

/** Whether what was read of a page proves that it is a plan. */
export function isPlanPage(outline: Outline): boolean {
  const {plan, headings, sentence, title, options} = outline
  const {vocabulary} = options
  const names = [options.title ?? '', title ?? '', ...headings.map(({text}) => text)]
  return (
    sentence !== undefined ||
    opensWithQuarter(plan) ||
    plan.children.some((node) =>
      node.type === 'period' ? node.children.some(isProof) : isProof(node)
    ) ||
    names.some(
      (name) =>
        hasPlanWord(name, vocabulary) &&
        (fiscalYearOf(name, vocabulary) !== null || hasQuarter(name, vocabulary))
    )
  )
}

/** Whether a page has a quarter before all else: a form that is yet to be filled in. */
function opensWithQuarter({children}: Plan): boolean {
  const first = children.find(({type}) => !['title', 'comment', 'html'].includes(type))
  return first?.type === 'period' && first.label !== null
}

/** Names of fields that pages of any kind have. */
const commonFields = new Set<string | null>([null, 'owner', 'eta', 'metric'])

type AnyNode = Plan['children'][number] | Section['children'][number]

/** Whether only plans have such a node. */
function isProof(node: AnyNode): boolean {
  if (node.type === 'field') return !commonFields.has(node.name)
  if (node.type === 'section')
    return isNumbered(node.kind) || hasGoals(node) || node.children.some(isProof)
  return node.type === 'dependencies' || node.type === 'primaryTeams'
}

/**
 * Whether a section has goals. One that nothing but the word `Goals` or a code says to be one may have others: its first
 * tells. A team's may be its members, or what stands in a tab, unless some have statuses.
 */
function hasGoals(section: Section): boolean {
  const goals = section.children.filter((node) => node.type === 'goal')
  if (section.kind === 'team') return goals.some(hasStatus)
  return goals[0] !== undefined && (section.kind !== 'group' || isOfPlan(goals[0], section))
}

function hasStatus(item: Goal | Task): boolean {
  return item.children.some(
    (node) => node.type === 'status' || (node.type === 'task' && hasStatus(node))
  )
}

function isOfPlan(goal: Goal, section: Section): boolean {
  // Science has hypotheses, too, but no codes for them.
  if (goal.kind === 'hypothesis') return section.heading !== null || goal.code !== null
  if (goal.kind !== 'goal' || placeOfGoal(goal)) return true
  const task = childOf(goal, 'task')
  if (isNoGoal(goal) || (task && isNoGoal(task))) return false
  // Under the motorway `M1`, `J1` is a junction.
  return !section.code || !goal.code || isPartOf(section.code, goal.code)
}

/**
 * Whether a line is a count, a date or talk: goals that were scored, and what somebody has said of them.
 *
 * ```markdown
 * | Ada: 12   Cup: 2030, 2031   2030–31   12 in the cup   Fine with me. Bo 12:30, 3 May 2031 (UTC)
 * ```
 */
function isNoGoal(item: Goal | Task): boolean {
  const statement = childOf(item, 'statement')
  const text = statement ? rawText(statement).trim() : ''
  const behindLabel = text.slice(text.lastIndexOf(': '))
  return (
    opensWithNumber.test(text) ||
    (behindLabel.startsWith(':') && /\d/.test(behindLabel) && !/\p{L}/u.test(behindLabel)) ||
    signed.test(text.slice(-longestSignature))
  )
}

/** How much of a line's end is looked at. */
const longestSignature = 40
const opensWithNumber = /^\d[\d.,/–-]{0,20}(?:\s|$)/
const signed = /\d\d:\d\d, [\p{L}\p{M}\d. ]{5,25} \(\p{Lu}{2,5}\)$/u
