/** The report, in each of its formats. */
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import packageJson from '../../../package.json' with {type: 'json'}
import {rules} from '../../lint/index.ts'
import {controls, hasColor, makeVisible, visible} from '../report.ts'

/** A page that was looked at. */
export interface Result {
  file: VFile
  /** Whether fixes were made. */
  isFixed: boolean
}

/** How a report may be printed. */
export type ReportFormat = 'pretty' | 'json' | 'github' | 'sarif'

const formats: Record<
  ReportFormat,
  (results: readonly Result[], color: boolean) => string | Promise<string>
> = {
  pretty,
  json: (results) => print(toJson(results)),
  github: (results) => results.map(({file}) => annotations(file)).join(''),
  sarif: (results) => print(toSarif(results))
}

/** Prints what was found. */
export async function printReport(
  results: readonly Result[],
  format: ReportFormat,
  stream: NodeJS.WriteStream
): Promise<void> {
  const text = await formats[format](results, hasColor(stream))
  if (text) stream.write(text)
}

/** For people: clean pages are not named, unless they were mended. */
async function pretty(results: readonly Result[], color: boolean): Promise<string> {
  const shown = results.filter(({file, isFixed}) => isFixed || file.messages.length > 0)
  if (shown.length === 0) return ''
  const {reporter} = await import('vfile-reporter')
  for (const {file, isFixed} of shown) {
    Object.assign(file, {stored: isFixed})
    makeVisible(file)
  }
  const files = shown.map(({file}) => file)
  return reporter(files, {color, defaultName: 'standard input'}) + '\n'
}

type Level = 'error' | 'warning' | 'info'

function levelOf({fatal}: VFileMessage): Level {
  return fatal ? 'error' : fatal === false ? 'warning' : 'info'
}

interface Point {
  line: number
  column: number
  offset: number | null
}

/** For programs: every key is always there. */
function toJson(results: readonly Result[]): unknown {
  return results.map(({file, isFixed}) => ({
    path: file.path ?? null,
    fixed: isFixed,
    messages: file.messages.map((message) => ({
      rule: message.ruleId ?? null,
      source: message.source ?? null,
      severity: levelOf(message),
      reason: message.reason,
      start: toPoint(message, 'start'),
      end: toPoint(message, 'end'),
      actual: message.actual ?? null,
      expected: message.expected ?? [],
      note: message.note ?? null,
      fix: message.fix ?? null
    }))
  }))
}

function toPoint({place}: VFileMessage, end: 'start' | 'end'): Point | null {
  const point = place && ('start' in place ? place[end] : place)
  return point ? {line: point.line, column: point.column, offset: point.offset ?? null} : null
}

const commands = {error: 'error', warning: 'warning', info: 'notice'}

/**
 * Workflow commands, which GitHub shows beside the page.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
function annotations({path, messages}: VFile): string {
  return messages
    .map((message) => {
      const [start, end] = [toPoint(message, 'start'), toPoint(message, 'end')]
      const properties = {
        file: path,
        line: start?.line,
        endLine: end?.line,
        col: start?.column,
        // GitHub takes an end column only on the line of the start, and counts it in.
        endColumn:
          start && end && start.line === end.line
            ? Math.max(start.column, end.column - 1)
            : undefined,
        title: message.ruleId
      }
      const said = Object.entries(properties).flatMap(([key, value]) =>
        value === undefined ? [] : `${key}=${visible(escapeProperty(String(value)))}`
      )
      return `::${commands[levelOf(message)]} ${said.join(',')}::${escapeData(visible(message.reason))}\n`
    })
    .join('')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

const sarifLevels = {error: 'error', warning: 'warning', info: 'note'}

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function toSarif(results: readonly Result[]): unknown {
  const {name, version} = packageJson
  const described = rules.map(({id, description, reason}) => ({
    id,
    shortDescription: {text: description},
    fullDescription: {text: reason}
  }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name, version, rules: described}},
        columnKind: 'utf16CodeUnits',
        results: results.flatMap(({file}) =>
          file.messages.map((message) => toSarifResult(file, message))
        )
      }
    ]
  }
}

function toSarifResult({path}: VFile, message: VFileMessage): unknown {
  const [start, end] = [toPoint(message, 'start'), toPoint(message, 'end')]
  const region = start &&
    end && {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column
    }
  const uri = encodeURI((path ?? 'stdin').replaceAll('\\', '/'))
  return {
    ruleId: message.ruleId,
    level: sarifLevels[levelOf(message)],
    message: {text: message.reason},
    locations: [{physicalLocation: {artifactLocation: {uri}, ...(region && {region})}}]
  }
}

/** JSON whose strings hold no control as it is: `JSON.stringify` leaves some. */
function print(value: unknown): string {
  const text = JSON.stringify(value, null, 2) + '\n'
  return text.replace(controls, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
