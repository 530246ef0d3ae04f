/**
 * Templates, parser functions and template parameters.
 *
 * ```markdown
 * | {{Note|July|text = All {{done}}}} {{#if:a|b}} {{{owner|nobody}}}
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                               template
 *          ^^^^                                                    templateArgument
 *               ^^^^^^^^^^^^^^^^^^^^                               templateArgument `text`
 *                                     ^^^^^^^^^^^                  parserFunction
 *                                           ^ ^                    its arguments
 *                                                 ^^^^^^^^^^^^^^^^ templateParameter
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Help:Templates
 * @see https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions
 */
import type {
  ParserFunction,
  Template,
  TemplateArgument,
  TemplateParameter
} from '../../document/types.ts'
import {colon, dash, equals, hash, isLineEnd, skipSpace} from '../../document/characters.ts'
import {parseInline} from './inline.ts'
import {colonFunctions, modifiers} from './names.ts'
import {endOfLine, position, spanIndex} from './page.ts'
import type {Page, Span} from './page.ts'
import {nameOf, titleOf} from './titles.ts'

/** Longer than any name of a parser function. */
const longestName = 40

/** Longer than any modifier with its colon and blank space around it. */
const longestModifier = 20

/** Where a name starts that `subst:` or its like may stand before. */
export function modifierEnd(source: string, start: number, end: number): number {
  const limit = Math.min(end, start + longestModifier)
  let at = skipSpace(source, start, limit)
  // Most names start with another letter.
  const first = source.charCodeAt(at) | 32
  if (first !== 115 && first !== 109 && first !== 114) return start
  while (at < limit && source.charCodeAt(at) !== colon) at++
  return at < limit && modifiers.has(source.slice(start, at).trim().toLowerCase()) ? at + 1 : start
}

/** The modifier of a template or parser function, as it is written with its colon. */
function modifierOf(source: string, start: number, end: number): {modifier?: string} {
  return start < end ? {modifier: source.slice(start, end).trim()} : {}
}

/** Whether a parser function's name and its colon start at `start`: `#if:`, `lc:`. */
export function isFunctionName(source: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + longestName)
  let at = start
  while (at < limit && source.charCodeAt(at) !== colon) at++
  if (at >= limit) return false
  const name = source.slice(start, at)
  if (source.charCodeAt(start) === hash) return /^#[\w-]+$/.test(name)
  return colonFunctions.has(name.toLowerCase())
}

/** The node of a `template` span. */
export function template(page: Page, span: Span, depth: number): Template {
  const {start, end, marks} = span
  const nameEnd = marks[0] ?? end - 2
  const nameStart = modifierEnd(page.source, start + 2, nameEnd)
  return {
    type: 'template',
    ...modifierOf(page.source, start + 2, nameStart),
    name: titleOf(page.source.slice(nameStart, nameEnd)),
    children: templateArguments(page, span, true, depth),
    position: position(page, start, end)
  }
}

/** The node of a `function` or `variable` span. */
export function parserFunction(page: Page, span: Span, depth: number): ParserFunction {
  const {start, end, marks} = span
  const nameEnd = marks[0] ?? end - 2
  const nameStart = modifierEnd(page.source, start + 2, nameEnd)
  return {
    type: 'parserFunction',
    ...modifierOf(page.source, start + 2, nameStart),
    name: nameOf(page.source.slice(nameStart, nameEnd)),
    children: templateArguments(page, span, false, depth),
    position: position(page, start, end)
  }
}

function templateArguments(
  page: Page,
  {marks, end}: Span,
  canBeNamed: boolean,
  depth: number
): TemplateArgument[] {
  if (marks.length === 0) return []
  return marks.map((mark, index) =>
    argument(page, mark + 1, marks[index + 1] ?? end - 2, canBeNamed, depth + 1)
  )
}

/** The node of a `parameter` span. */
export function parameter(page: Page, span: Span, depth: number): TemplateParameter {
  const close = span.end - 3
  const nameEnd = span.marks[0] ?? close
  return {
    type: 'templateParameter',
    name: nameOf(page.source.slice(span.start + 3, nameEnd)),
    children: nameEnd < close ? parseInline(page, nameEnd + 1, close, depth + 1) : [],
    position: position(page, span.start, span.end)
  }
}

/** What stands between two `|`; a parser function's arguments have no names. */
function argument(
  page: Page,
  start: number,
  end: number,
  canBeNamed: boolean,
  depth: number
): TemplateArgument {
  const sign = canBeNamed ? equalsSign(page, start, end) : -1
  return {
    type: 'templateArgument',
    name: sign < 0 ? null : nameOf(page.source.slice(start, sign)),
    children: parseInline(page, sign < 0 ? start : sign + 1, end, depth + 1),
    position: position(page, start, end)
  }
}

/**
 * The first `=` that is in no braces, brackets, language variant, comment or extension tag (HTML's are text to the
 * preprocessor), nor on a line that starts like a heading.
 */
export function equalsSign(page: Page, start: number, end: number): number {
  const {ends, source, spans} = page
  let index = spanIndex(page, start)
  let headingEnd = 0
  let at = start
  while (at < end) {
    while (index < spans.length && spans[index]!.start < at) index++
    const span = spans[index]
    if (span?.start === at && span.end <= end && (span.kind === 'extension' || !span.name)) {
      at = span.end
      continue
    }
    const variantEnd = source.charCodeAt(at) === dash ? page.variants.get(at) : undefined
    if (variantEnd !== undefined && variantEnd <= end) {
      at = variantEnd
      continue
    }
    if (source.charCodeAt(at) === equals && at >= headingEnd) {
      if (!source.startsWith('==', at) || !isLineEnd(source.charCodeAt(at - 1))) return at
      headingEnd = endOfLine(page, at)
    }
    at = ends.get(at) ?? at + 1
  }
  return -1
}
