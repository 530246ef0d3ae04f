/**
 * What can only be said of the page as a whole: where nodes end, the plan's heading and fiscal year, the
 * quarters, ids, and what is wrong.
 */
import {fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {assignIds} from './ids.ts'
import {datePeriods} from './periods.ts'
import {sectionOf} from '../model.ts'
import {copyPoint, positioned} from '../../document/phrasing.ts'
import type {Problem} from './messages.ts'
import type {IntroHeading, Outline} from './outline.ts'
import type {Position, Status} from '../../document/types.ts'
import type {FiscalYear, Period, Plan, Section} from '../types.ts'

/** Completes the plan of a page that has been read to its end, and reports its problems in order. */
export function finish(outline: Outline, position: Position | undefined): Plan {
  const {plan, options} = outline
  for (const child of plan.children) extend(child)
  positioned(plan, position)
  const periods = plan.children.filter((node) => node.type === 'period')
  const heading = headingOf(outline)
  plan.title = options.title ?? (heading?.title ? null : outline.title)
  plan.heading = heading?.text ?? null
  plan.fiscalYear = planYear(outline)
  for (const period of periods) nameObjectives(period)
  datePeriods(periods, plan.fiscalYear, options.vocabulary)
  assignIds(plan)
  for (const period of periods) reportDuplicates(outline, period)
  if (!periods.some(({children}) => children.some(({type}) => type === 'section')))
    reportMissing(outline)
  reportMalformed(outline, plan)
  for (const problem of outline.problems.sort(byPlace)) options.report(problem)
  return plan
}

interface AnyNode {
  type: string
  position?: Position | undefined
  children?: AnyNode[]
  shared?: AnyNode[]
}

const composite = new Set(['period', 'section', 'goal', 'task', 'note', 'update'])

/** A node that was opened at its first line ends where its last child ends; no child comes any more. */
function extend(node: AnyNode): void {
  if (!composite.has(node.type)) return
  // A list that grew has room for more than a dozen others.
  const children = (node.children = node.children!.slice())
  for (const child of [...children, ...(node.shared ?? [])]) extend(child)
  const first = children[0]?.position?.start
  const last = children.at(-1)?.position?.end
  if (!node.position || !first || !last) return
  if (first.offset! < node.position.start.offset!) node.position.start = copyPoint(first)
  if (last.offset! > node.position.end.offset!) node.position.end = copyPoint(last)
}

/**
 * The heading that the plan stands under: the last one before the plan begins that names a fiscal year
 * or has a word such as `Goals`, else the one directly above.
 */
function headingOf(outline: Outline): IntroHeading | undefined {
  const {vocabulary} = outline.options
  const headings = outline.headings.filter(({title}) => !title)
  const last = (test: (heading: IntroHeading) => boolean): IntroHeading | undefined =>
    headings.findLast(test)
  const isDated = ({text}: IntroHeading): boolean => fiscalYearOf(text, vocabulary) !== null
  const isPlan = ({text}: IntroHeading): boolean => hasPlanWord(text, vocabulary)
  return (
    last((heading) => isDated(heading) && isPlan(heading)) ??
    last(isDated) ??
    last((heading) => heading.above && isPlan(heading)) ??
    last(({above}) => above) ??
    last(isPlan) ??
    titleAsHeading(outline)
  )
}

/** Markdown's first heading is the plan's own where sections stand one level below it. */
function titleAsHeading({
  headings,
  firstDepth,
  options: {dialect, vocabulary}
}: Outline): IntroHeading | undefined {
  const title = headings.find((heading) => heading.title)
  return dialect === 'markdown' && firstDepth === 2 && title && hasPlanWord(title.text, vocabulary)
    ? title
    : undefined
}

/** The plan's fiscal year: in a text, a sentence is surer than a heading, which may be a line that leads to other years. */
function planYear({plan, headings, sentence, options}: Outline): FiscalYear | null {
  const {vocabulary, dialect} = options
  const said = dialect === 'text' && sentence ? sentence.label : null
  const labels = plan.children.flatMap((node) =>
    (node.type === 'field' || node.type === 'period') && node.label !== null ? [node.label] : []
  )
  const texts = [plan.heading, plan.title, ...labels, ...headings.map(({text}) => text)]
  for (const text of [said, ...texts]) {
    const year = fiscalYearOf(text, vocabulary)
    if (year) return year
  }
  return null
}

/** A section whose goals are key results or hypotheses is an objective where nothing else says what it is. */
function nameObjectives(parent: Period | Section): void {
  for (const child of parent.children) {
    if (child.type !== 'section') continue
    nameObjectives(child)
    const isObjective = child.children.some(
      (goal) => goal.type === 'goal' && sectionOf[goal.kind] === 'objective'
    )
    if (child.kind === 'group' && child.heading !== null && isObjective) child.kind = 'objective'
  }
}

function reportDuplicates(outline: Outline, parent: Period | Section): void {
  const seen = new Set<string>()
  for (const section of parent.children) {
    if (section.type !== 'section') continue
    reportDuplicates(outline, section)
    const {numbers, qualifier, code} = section
    if (Object.keys(numbers).length === 0) continue
    const key = JSON.stringify([code, numbers, qualifier?.toLowerCase()])
    if (seen.has(key)) reportDuplicate(outline, section)
    seen.add(key)
  }
}

function reportDuplicate(outline: Outline, section: Section): void {
  outline.report({
    ruleId: 'outcome-duplicate',
    reason: 'This outcome occurs twice in its period',
    place: section.children[0]?.position,
    actual: section.heading!,
    note: 'Bring the two together, or tell them apart by a name in brackets.'
  })
}

function reportMissing(outline: Outline): void {
  outline.report({
    ruleId: 'plan-missing',
    reason: 'No outcomes and no goals found on this page',
    place: outline.plan.position,
    note: 'Outcomes are headings such as `Outcome 1 / Output 2`; goals stand under a heading `Goal(s)`.'
  })
}

function reportMalformed(outline: Outline, node: AnyNode): void {
  if (node.type === 'status' && (node as Status).form === 'malformed')
    outline.report(malformed(node as Status))
  if (!node.children) return
  for (const child of node.children) if (child.type !== 'text') reportMalformed(outline, child)
}

/** Brackets that are as they should be: what is wrong is the name within. */
const wellBracketed = /^(?:\{\{[^{}[\]<>]*\}\}|<<[^{}[\]<>]*>>)$/

function malformed({raw, label, position}: Status): Problem {
  const isMisspelt = wellBracketed.test(raw)
  return {
    ruleId: isMisspelt ? 'status-misspelt' : 'status-malformed',
    reason: `${isMisspelt ? 'Misspelled' : 'Malformed'} status \`${raw}\`; read as ${label}`,
    place: position,
    actual: raw,
    expected: [`{{${label}}}`]
  }
}

function byPlace(a: Problem, b: Problem): number {
  return (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0)
}
