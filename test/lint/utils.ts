/** Short pages, judged. */
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {parse, type Dialect} from '../../src/index.ts'
import {applyFixes, lint, rules, type LintOptions} from '../../src/lint/index.ts'

export interface Options extends LintOptions {
  from?: Dialect
}

/** A page of wikitext, unless options say otherwise, with its messages. */
export function lintPage(source: string, {from = 'wikitext', ...options}: Options = {}) {
  const file = new VFile(source)
  const plan = parse(file, {from, vocabulary: options.vocabulary})
  lint(plan, file, options)
  return {plan, file, messages: file.messages, fixed: applyFixes(source, file.messages)}
}

/** Settings with which one rule alone is on. */
export function only(id: string): Record<string, boolean> {
  return Object.fromEntries(rules.map((rule) => [rule.id, rule.id === id]))
}

/** The page with what messages are about between « and ». */
export function show(source: string, messages: readonly VFileMessage[]): string {
  const marks = messages.flatMap(({place}) => {
    if (!place || !('start' in place)) throw new Error('A message has no place')
    const [start, end] = [place.start.offset!, place.end.offset!]
    return [
      {at: start, mark: '«', order: 1},
      {at: end, mark: '»', order: 0}
    ]
  })
  marks.sort((a, b) => b.at - a.at || b.order - a.order)
  return marks.reduce((text, {at, mark}) => text.slice(0, at) + mark + text.slice(at), source)
}

/** The page without its marks. */
export function plain(marked: string): string {
  return marked.replaceAll(/[«»]/g, '')
}
