import {recognize} from './plan/recognize/index.ts'
import {sourceInMarkdown, sourceOf} from './plan/source.ts'
import {detectDialect} from './syntax/detect.ts'
import {extendVocabulary} from './vocabulary/index.ts'
import type {Input, Parse, ParseOptions} from './plan/parsing.ts'
import type {Problem, Report} from './plan/recognize/messages.ts'
import type {Dialect} from './document/types.ts'
import type {Vocabulary} from './vocabulary/index.ts'
import type {VFile} from 'vfile'

/** A `parse` that knows some dialects. */
export function createParse(inputs: ReadonlyMap<Dialect, Input>): Parse {
  return function parse(source, options) {
    const settings = checkOptions(options ?? {}, inputs)
    const file = typeof source === 'string' ? undefined : checkFile(source)
    const text = typeof source === 'string' ? source : String(source)
    const report = reportTo(file)
    const dialect = settings.from === 'auto' ? takeDialect(text, inputs, report) : settings.from
    const input = inputs.get(dialect)!
    const {vocabulary, title} = settings
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

interface Settings {
  from: Dialect | 'auto'
  vocabulary: Vocabulary
  title: string | null | undefined
}

function checkOptions(options: ParseOptions, inputs: ReadonlyMap<Dialect, Input>): Settings {
  if (typeof options !== 'object')
    throw new TypeError(`options must be an object, not ${JSON.stringify(options)}`)
  const {from = 'auto', vocabulary, title} = options
  if (from !== 'auto' && !inputs.has(from)) {
    const known = ['auto', ...inputs.keys()].map((name) => `'${name}'`).join(', ')
    throw new TypeError(`options.from must be one of ${known}, not ${JSON.stringify(from)}`)
  }
  if (title !== undefined && title !== null && typeof title !== 'string') {
    throw new TypeError(`options.title must be a string, not ${JSON.stringify(title)}`)
  }
  return {from, vocabulary: extendVocabulary(vocabulary), title}
}

function checkFile(file: unknown): VFile {
  const isFile =
    typeof file === 'object' &&
    file !== null &&
    'message' in file &&
    typeof file.message === 'function'
  if (!isFile)
    throw new TypeError(
      `The page must be a string or a VFile, not ${file === null ? 'null' : typeof file}`
    )
  return file as VFile
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
