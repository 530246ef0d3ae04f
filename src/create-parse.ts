import {checkOptions, checkedElsewhere, isFile, kindOf, maybeString, type Keys} from './check.ts'
import {recognize} from './plan/recognize/index.ts'
import {sourceInMarkdown, sourceOf} from './plan/source.ts'
import {detectDialect} from './syntax/detect.ts'
import {extendVocabulary} from './vocabulary/index.ts'
import type {Input, Parse} from './plan/parsing.ts'
import type {Problem, Report} from './plan/recognize/messages.ts'
import type {Dialect} from './document/types.ts'
import type {VFile} from 'vfile'

/** A `parse` that knows some dialects. */
export function createParse(inputs: ReadonlyMap<Dialect, Input>): Parse {
  const dialects = ['auto', ...inputs.keys()]
  const keys: Keys = new Map([
    [
      'from',
      [
        (value) => value === undefined || dialects.includes(value as Dialect),
        `one of ${dialects.map((name) => `'${name}'`).join(', ')}`
      ]
    ],
    ['title', maybeString],
    ['vocabulary', checkedElsewhere]
  ])
  return function parse(source, options) {
    const {from = 'auto', title, ...words} = checkOptions(options, keys)
    const vocabulary = extendVocabulary(words.vocabulary)
    const file = typeof source === 'string' ? undefined : checkFile(source)
    const text = typeof source === 'string' ? source : String(source)
    const report = reportTo(file)
    const dialect = from === 'auto' ? takeDialect(text, inputs, report) : from
    const input = inputs.get(dialect)!
    if ('plan' in input) {
      const plan = input.plan(text, vocabulary, report)
      return title == null ? plan : {...plan, title}
    }
    const document = input.document(text, vocabulary)
    const plan = recognize(document, {vocabulary, dialect, title, source: text, report})
    plan.source = dialect === 'markdown' ? sourceInMarkdown(text) : sourceOf(text)
    return input.complete?.(plan, text) ?? plan
  }
}

function checkFile(file: unknown): VFile {
  if (isFile(file)) return file
  throw new TypeError(`The page must be a string or a VFile, not ${kindOf(file)}`)
}

function takeDialect(text: string, inputs: ReadonlyMap<Dialect, Input>, report: Report): Dialect {
  const found = detectDialect(text)
  const dialect = inputs.has(found) ? found : 'text'
  const but = dialect === found ? '' : `, as nothing here reads ${names.get(found)}`
  report({
    ruleId: 'dialect',
    reason: `Read as ${names.get(dialect)}${but}`,
    note: `Say \`from: '${dialect}'\` where you know it.`
  })
  return dialect
}

const names = new Map<Dialect, string>([
  ['wikitext', 'wikitext'],
  ['text', 'the text of a rendered page'],
  ['html', 'HTML'],
  ['markdown', 'Markdown'],
  ['json', 'plan JSON']
])

/** How grave a problem is, where it is not a warning. */
const severities = new Map<Problem['ruleId'], {fatal: boolean | null}>([
  ['dialect', {fatal: null}],
  ['left-out', {fatal: null}],
  ['json-invalid', {fatal: true}]
])

/** Puts problems on a file as messages. */
export function reportTo(file: VFile | undefined): Report {
  return (problem) => addMessage(file, problem)
}

function addMessage(
  file: VFile | undefined,
  {ruleId, reason, place, actual, expected, note}: Problem
): void {
  if (!file) return
  const message = file.message(reason, {...(place && {place}), ruleId, source: 'wikiplan'})
  const severity = severities.get(ruleId)
  if (severity) message.fatal = severity.fatal ?? undefined
  if (actual !== undefined) message.actual = actual
  if (expected) message.expected = expected
  if (note !== undefined) message.note = note
}
