import {checkOptions, checkPlan, checkedElsewhere, maybeDay, type Keys} from '../check.ts'
import {extendVocabulary} from '../vocabulary/index.ts'
import {controlsOf, createSwitch} from './comments.ts'
import {createContext} from './context.ts'
import {rules} from './rules/index.ts'
import {checkRules} from './settings.ts'
import type {Position} from '../document/types.ts'
import type {Plan} from '../plan/types.ts'
import type {VocabularyExtension} from '../vocabulary/index.ts'
import type {Context} from './context.ts'
import type {RuleSettings} from './settings.ts'
import type {Finding, Rule, Setting} from './types.ts'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** How a page is to be judged. */
export interface LintOptions {
  /** What rules are set to, by id. */
  rules?: RuleSettings | null | undefined
  /** The words that the page was parsed with. */
  vocabulary?: VocabularyExtension | null | undefined
  /** The day that is today, as ISO 8601; the clock's by default. */
  today?: string | undefined
}

/**
 * Judges a page: what rules find goes on its file as messages, beside what `parse` reported there, which is
 * judged too. A message that has a plain fix has it as `fix`.
 *
 * @param plan What `parse` read from the file.
 * @param file The page, unchanged since; with the messages of `parse`.
 * @throws {TypeError} for arguments of the wrong kind; never for what a page says.
 */
export function lint(plan: Plan, file: VFile, options?: LintOptions | null): void {
  checkPlan(plan, 'lint')
  const {today = new Date().toISOString().slice(0, 10), ...given} = checkOptions(options, keys)
  const settings = checkRules(given.rules)
  const vocabulary = extendVocabulary(given.vocabulary)
  const reported = indexMessages(file)
  const context = createContext({plan, source: String(file), vocabulary, today, reported})
  for (const rule of rules) {
    if (settings.get(rule.id) === 'off' || !rule.check) continue
    for (const finding of rule.check(context)) addMessage(file, rule, finding)
  }
  judge(file, context, settings)
}

const keys: Keys = new Map([
  ['rules', checkedElsewhere],
  ['vocabulary', checkedElsewhere],
  ['today', maybeDay]
])

function indexMessages({messages}: VFile): Context['reported'] {
  const offsets = new Map<string, number[]>()
  for (const message of messages) {
    const {ruleId} = message
    const offset = placeOf(message)?.start.offset
    if (!isOurs(message) || !ruleId || offset === undefined) continue
    const known = offsets.get(ruleId)
    if (known) known.push(offset)
    else offsets.set(ruleId, [offset])
  }
  return (ruleId) => offsets.get(ruleId) ?? []
}

function isOurs({source}: VFileMessage): boolean {
  return source === 'wikiplan'
}

function placeOf({place}: VFileMessage): Position | undefined {
  return place && 'start' in place ? place : undefined
}

function addMessage(
  file: VFile,
  {id}: Rule,
  {reason, place, actual, expected, note}: Finding
): void {
  const message = file.message(reason, {...(place && {place}), ruleId: id, source: 'wikiplan'})
  message.actual = actual
  message.expected = expected
  message.note = note
}

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** Takes off what is switched off, and gives what stays its severity and its fix. */
function judge(file: VFile, context: Context, settings: ReadonlyMap<string, Setting>): void {
  const isDisabled = createSwitch(controlsOf(context))
  file.messages = file.messages.sort(byPlace).filter((message) => {
    const rule = isOurs(message) ? byId.get(message.ruleId ?? '') : undefined
    if (!rule) return true
    const place = placeOf(message)
    const setting = settings.get(rule.id)!
    if (setting === 'off' || (place && isDisabled(rule.id, place))) return false
    message.fatal = fatal[setting]
    addFix(message, rule, context)
    return true
  })
}

/** As vfile has severities. */
const fatal = {error: true, warning: false, info: undefined}

function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (placeOf(a)?.start.offset ?? 0) - (placeOf(b)?.start.offset ?? 0)
}

function addFix(message: VFileMessage, {fix}: Rule, context: Context): void {
  const place = placeOf(message)
  if (!fix || !place) return
  const {reason, actual, expected} = message
  const text = fix({reason, place, ...(actual && {actual}), ...(expected && {expected})}, context)
  if (text === undefined) return
  message.fix = {start: place.start.offset!, end: place.end.offset!, text}
}
