/** Short pages of wikitext, as plan JSON and messages. */
import {VFile} from 'vfile'
import {parse, toJson} from '../../src/core.ts'
import type {
  ItemJson,
  NoteJson,
  SectionJson,
  ParseOptions,
  PlanJson,
  StatusJson
} from '../../src/index.ts'

/** The plan that a page of wikitext says, unless `options` say another dialect. */
export function read(source: string, options: ParseOptions = {}): PlanJson {
  return toJson(parse(source, {from: 'wikitext', ...options}))
}

/** The sections of all of a page's periods. */
export function sections(source: string, options?: ParseOptions): SectionJson[] {
  return read(source, options).periods.flatMap((period) => period.sections)
}

/** The one outcome of a page that has what is given under a heading `Outcome 1`. */
export function outcome(body: string, options?: ParseOptions): SectionJson {
  const [first, ...rest] = sections(`=== Outcome 1 ===\n${body}`, options)
  if (!first || rest.length > 0) throw new Error(`Not one outcome: ${JSON.stringify(rest)}`)
  return first
}

/** The goals of an outcome whose section of goals is given. */
export function goals(body: string, options?: ParseOptions): ItemJson[] {
  return outcome(`==== Goal(s) ====\n${body}`, options).goals
}

/** The notes of an outcome whose section of notes is given. */
export function notes(body: string, options?: ParseOptions): NoteJson[] {
  return outcome(`==== Status ====\n${body}`, options).notes
}

/** Titles with their tasks' texts: `['Wind the clocks', ['Find the key']]`. */
export function outline(list: ItemJson[]): unknown[] {
  return list.map(({text, tasks}) => [text, tasks.map(({text}) => text)])
}

/** A status as `value form raw`. */
export function statusText(status: StatusJson | null): string | null {
  return status && `${status.value} ${status.form} ${status.raw}`
}

/** The messages of a page, without the one that says its dialect. */
export function messagesOf(source: string, options: ParseOptions = {}) {
  const file = new VFile(source)
  parse(file, {from: 'wikitext', ...options})
  return file.messages.filter(({ruleId}) => ruleId !== 'dialect')
}

/** The rules of a page's messages and what stands where they point: `date-impossible: June 31, 2031`. */
export function problems(source: string, options?: ParseOptions): string[] {
  return messagesOf(source, options).map(({ruleId, place}) => {
    if (!place || !('start' in place)) return `${ruleId}`
    return `${ruleId}: ${source.slice(place.start.offset, place.end.offset)}`
  })
}
