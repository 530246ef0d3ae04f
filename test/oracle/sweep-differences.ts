/**
 * Why pages that mix constructs at random differ, as classes: a page of fragments mostly shows several at once.
 *
 * `known-differences.ts` has most classes as pages of their own. A class excuses ranges, not pages: it says what has to
 * stand at the range, or around it.
 */
import type {Node} from 'unist'
import {parseWithParts} from '../../src/syntax/wikitext/parts.ts'

/** A stretch of a page. */
interface Place {
  start: number
  end: number
}

/** What one side sees and the other does not. */
export interface Differing extends Place {
  side: 'ours' | 'theirs'
  construct: string
}

/** A node of our tree, and where it is. */
interface Placed extends Place {
  type: string
  name: string
  children: readonly Placed[]
}

/** A page that differs. */
export interface Compared {
  page: string
  /** All nodes of our tree. */
  nodes: readonly Placed[]
  differing: readonly Differing[]
  /** The templates, functions and parameters that the preprocessor sees, as `4-11`. */
  calls: ReadonlySet<string>
}

/** A reason to differ. */
export interface DifferenceClass {
  /** In a few words, for tables. */
  name: string
  /** What differs, who is followed, and why. */
  reason: string
  excuses: (range: Differing, compared: Compared) => boolean
}

/** What a page is to the classes; ranges are printed as `heading1 4-11`. */
export function comparedPage(
  page: string,
  ours: readonly string[],
  theirs: readonly string[],
  preprocessor: readonly string[]
): Compared {
  const nodes: Placed[] = []
  const place = (node: Node): Placed => {
    const {
      name,
      opening,
      closing,
      children = []
    } = node as Node & {
      name?: string
      opening?: Node
      closing?: Node | null
      children?: Node[]
    }
    const {start, end} = node.position!
    const inner = [opening, ...children, closing].flatMap((child) => (child ? [place(child)] : []))
    const own = {type: node.type, name: name ?? '', start: start.offset!, end: end.offset!}
    const placed = {...own, children: inner}
    nodes.push(placed)
    return placed
  }
  place(parseWithParts(page))
  const call = /^(?:template|parameter) /
  return {
    page,
    nodes,
    differing: [
      ...ours.map((range) => ({side: 'ours' as const, ...parsed(range)})),
      ...theirs.map((range) => ({side: 'theirs' as const, ...parsed(range)}))
    ],
    calls: new Set(preprocessor.filter((range) => call.test(range)).map((r) => r.replace(call, '')))
  }
}

function parsed(range: string): {construct: string} & Place {
  const [, construct, start, end] = /^(\S+) (\d+)-(\d+)$/.exec(range)!
  return {construct: construct!, start: Number(start), end: Number(end)}
}

/** The first class that excuses a difference. */
export function classOf(
  classes: readonly DifferenceClass[],
  range: Differing,
  compared: Compared
): DifferenceClass | undefined {
  return classes.find(({excuses}) => excuses(range, compared))
}

// Where things stand.

function isIn(inner: Place, outer: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether two places have a character in common. */
function meets(left: Place, right: Place): boolean {
  return left.start < right.end && right.start < left.end
}

function lineStart(page: string, at: number): number {
  return page.slice(0, at).search(/[^\r\n]*$/)
}

/** The whole lines that a range stands on. */
function linesOf({page}: Compared, {start, end}: Place): Place {
  const last = Math.max(start, end - 1)
  return {start: lineStart(page, start), end: last + page.slice(last).search(/[\r\n]|$/)}
}

function slice({page}: Compared, {start, end}: Place): string {
  return page.slice(start, end)
}

function hasLines(compared: Compared, place: Place): boolean {
  return /[\r\n]/.test(slice(compared, place))
}

/** Whether a node of ours, or something that only they see, is such that the class looks for. */
function ofNodes({nodes}: Compared, type: RegExp): Placed[] {
  return nodes.filter((node) => type.test(node.type))
}

function ofTheirs({differing}: Compared, construct: RegExp): Differing[] {
  return differing.filter((other) => other.side === 'theirs' && construct.test(other.construct))
}

/** A class of ranges that both sides start at one place and end at others, with just `between` these. */
function endsElsewhere(between: RegExp): DifferenceClass['excuses'] {
  return (range, compared) => {
    const other = compared.differing.find(
      ({side, construct, start}) =>
        side !== range.side && construct === range.construct && start === range.start
    )
    if (!other) return false
    const [start, end] = [Math.min(range.end, other.end), Math.max(range.end, other.end)]
    return between.test(slice(compared, {start, end}))
  }
}

// What they are.

const quoted = /^(?:strong|emphasis)$/
const items = /^(?:\w+Item|term|description)$/
const ofTables = /^(?:table|caption|row|cell|header)$/
const links = /^(?:wikiLink|link|file|category|linkText|fileCaption)$/
const called = /^(?:template|templateParameter|parserFunction)$/

/** Tags that decide whether the lines behind them can be preformatted. */
const suppressing = /^(?:li|ul|ol|p|blockquote|table|tr|td|div)$/

/** Tags of running text, and of what a tag of running text cannot hold. */
const phrasing = /^<\/?(?:b|i|s|small|span|code|p)\b/
const blocks =
  /[\r\n]|<(?:references|div|hr|ul|li|table|tr|td|poem|gallery|pre|p|blockquote|syntaxhighlight)\b/

/** Whether a line has tags of running text that do not pair up on it. */
function hasLooseTags(line: string): boolean {
  const tags = [...line.matchAll(/<(\/?)(\w+)[^>]*>?/g)].filter(([tag]) => phrasing.test(tag))
  const open: string[] = []
  for (const [, slash, name] of tags) {
    if (!slash) open.push(name!)
    else if (open.pop() !== name) return true
  }
  return open.length > 0
}

/** What a table has as content that stands in none of its cells. */
function besideCells({children}: Placed): Placed[] {
  return children.flatMap((child) => {
    if (child.type === 'tableRow') return besideCells(child)
    return /^(?:table(?:Cell|Caption)|attribute|comment)$/.test(child.type) ? [] : [child]
  })
}

/** Beside the preprocessor, which knows nothing of HTML, links over lines, tables and addresses. */
export const preprocessorClasses: readonly DifferenceClass[] = [
  {
    name: 'heading to later passes',
    reason: `A heading behind a comment or a tag about transclusion, or around braces that stay open. Later passes of
      MediaWiki's own parser see it, and they are followed.`,
    excuses: (range, compared) =>
      range.side === 'ours' &&
      range.construct.startsWith('heading') &&
      /-->|include>|\{\{|\[\[|<!--/.test(slice(compared, linesOf(compared, range)))
  },
  {
    name: 'no heading to later passes',
    reason: `A line like a heading in the text of a link, or in a tag. Later passes of MediaWiki's own parser do not
      see it, and they are followed.`,
    excuses: (range, compared) =>
      range.side === 'theirs' &&
      range.construct.startsWith('heading') &&
      (hasLines(compared, range) ||
        ofNodes(compared, /^(?:wikiLink|file|category|html|attribute)$/).some(
          (node) => hasLines(compared, node) && meets(node, range)
        ))
  },
  {
    name: 'marks in a heading',
    reason: `To the preprocessor bars and braces on a line in braces that starts with = end no argument and no call.
      Parsoid is followed, to which they do.`,
    excuses: (range, compared) =>
      /^(?:template|argument|argumentName|parameter)$/.test(range.construct) &&
      [range, ...compared.differing].some(
        (other) =>
          meets(range, other) &&
          /[\r\n]=.*(?:\}\}|\|)/.test(slice(compared, linesOf(compared, other)))
      )
  },
  {
    name: 'transclusion in a name',
    reason: `Tags about transclusion in a name, target or attribute are in no node of their own: they are no part of
      what it says.`,
    excuses: (range, compared) =>
      (range.construct === 'argumentName' &&
        compared.differing.some(
          ({side, construct, start, end}) =>
            side !== range.side &&
            construct === range.construct &&
            end === range.end &&
            /^(?:\s|<\/?\w+include>)*$/.test(
              compared.page.slice(Math.min(start, range.start), Math.max(start, range.start))
            )
        )) ||
      (range.side === 'theirs' &&
        range.construct === 'ignore' &&
        (ofNodes(compared, /^(?:\w+Name|linkTarget|attribute|html|category|fileOption)$/).some(
          (node) => isIn(range, node)
        ) ||
          /^[ \t:]*(?:\{\||\|-|[|!].*\|)/.test(slice(compared, linesOf(compared, range)))))
  },
  {
    name: 'tag without an end',
    reason: 'What stands in a tag that has no > is text to us, as it shows as text.',
    excuses: ({side, start}, {page}) =>
      side === 'theirs' && /<\/?[a-z]+\s[^>]*$/.test(page.slice(0, start))
  },
  {
    name: 'braces in an address',
    reason: `A character reference in braces that ends a bare address.`,
    excuses: (range, compared) =>
      range.side === 'theirs' &&
      ofNodes(compared, /^link$/).some(
        ({start, end}) => compared.page[start] !== '[' && meets({start, end: end + 1}, range)
      )
  }
]

/** Beside Parsoid, whose ranges are those of HTML. */
export const parsoidClasses: readonly DifferenceClass[] = [
  {
    name: 'braces',
    reason: `Parsoid 0.16 finds the ends of braces as it reads lines, links and headings. The preprocessor finds them
      first, and is followed: it sees the call that we see, and none where we see none.`,
    excuses: (range, compared) => {
      const braces = compared.differing.filter(
        ({side, construct, start, end}) =>
          construct === 'template' && (side === 'ours') === compared.calls.has(`${start}-${end}`)
      )
      // What starts in them may go on behind them.
      const within = ofTheirs(compared, /./).filter((other) =>
        braces.some((place) => meets(place, other))
      )
      return [...braces, ...within].some((place) => meets(range, place))
    }
  },
  {
    name: 'blank end',
    reason: `Blank space that an item at the end of a cell ends with is in the item to Parsoid, and in no node to us.`,
    excuses: endsElsewhere(/^\s*$/)
  },
  {
    name: 'end that shows nothing',
    reason: `A comment, category, switch, call that leaves nothing or tag about transclusion at a line's end: Parsoid
      counts some with what stands before them, and some not. To us they are where they are.`,
    excuses: endsElsewhere(
      /^(?:\s|<!--(?:(?!-->)[^])*-->|<\/?(?:no|only)include>|<includeonly>[^]*<\/includeonly>|\[\[Category:[^\]]*\]\]|__[A-Z]+__|\{{2,3}[^{}]*\}{2,3})*$/
    )
  },
  {
    name: 'end tag of another line',
    reason: `A closing tag at a line's end that closes nothing on it: Parsoid ends an item before it, and a
      preformatted line behind it. To us it is in the item, or closes a tag around lines.`,
    excuses: endsElsewhere(
      /^(?:\s*<\/[^\r\n]*(?:<includeonly>[^]*<\/includeonly>)?|(?:\s|<\/?\w*>?)*)$/
    )
  },
  {
    name: 'tag over lines',
    reason: `HTML closes a tag of running text at each block, and opens it again in the next one. To us it is the pair
      that is on the page, and ends the lines before it.`,
    excuses: (range, compared) => {
      const text = slice(compared, range)
      if (range.construct === 'tag') return phrasing.test(text) && blocks.test(text)
      if (items.test(range.construct) && range.side === 'ours')
        return ofNodes(compared, /^tag$/).some(
          (tag) =>
            isIn(range, tag) &&
            phrasing.test(slice(compared, tag)) &&
            blocks.test(slice(compared, tag))
        )
      // The next line may be where it ends.
      const lines = linesOf(compared, {start: range.start, end: range.end + 3})
      return (
        range.construct === 'preformatted' &&
        slice(compared, lines)
          .split(/[\r\n]+/)
          .some(hasLooseTags)
      )
    }
  },
  {
    name: 'tag over items',
    reason: `A tag that starts on the line of an item and ends on another one: HTML has the item or the tag go on.
      MediaWiki's own parser ends the item with its line, and is followed.`,
    excuses: (range, compared) =>
      ofTheirs(compared, /^tag$/).some(
        (tag) =>
          hasLines(compared, tag) &&
          [tag.start, tag.end - 1].some((at) =>
            /[*#:;]/.test(compared.page.charAt(lineStart(compared.page, at)))
          ) &&
          // The item behind it is none to HTML where it goes on.
          meets(linesOf(compared, range), {...tag, end: tag.end + 3})
      )
  },
  {
    name: 'attribute over lines',
    reason: `MediaWiki's own parser reads tags before items, so an attribute over lines is on one line. It is
      followed; Parsoid 0.16 ends the item in it.`,
    excuses: (range, compared) =>
      (items.test(range.construct) || quoted.test(range.construct)) &&
      ofNodes(compared, /^html$/).some(
        (tag) => hasLines(compared, tag) && meets(tag, linesOf(compared, range))
      )
  },
  {
    name: 'in an attribute',
    reason: `Parsoid has no element for what stands on the line that a table or row starts with.`,
    excuses: (range, compared) =>
      range.side === 'ours' &&
      ofNodes(compared, /^table(?:Row)?$/).some(
        ({start, end}) =>
          start < range.start && range.end <= end && lineStart(compared.page, range.start) <= start
      )
  },
  {
    name: 'beside a cell',
    reason: `Browsers show the content of a table that stands in none of its cells before the table, and Parsoid
      moves it there. To us it is content of the table or row where it stands.`,
    excuses: (range, compared) =>
      ofNodes(compared, /^table$/).some(
        (table) =>
          isIn(range, table) &&
          besideCells(table).some((node) => ofTables.test(range.construct) || isIn(range, node))
      )
  },
  {
    name: 'table without an end',
    reason: `A table that is not closed goes on to the end of what it is in, to Parsoid with the blank space and the
      tags there.`,
    excuses: (range, compared) =>
      ofTables.test(range.construct) &&
      [...ofNodes(compared, /^table$/), ...ofTheirs(compared, /^table$/)].some(
        (table) => !slice(compared, table).endsWith('|}') && meets(range, table)
      )
  },
  {
    name: 'table marks in a link or tag',
    reason: `Parsoid 0.16 keeps a link or an HTML table in a cell whole. MediaWiki's own parser reads the marks of
      tables first, and is followed.`,
    excuses: (range, compared) =>
      ofTheirs(compared, /^(?:wikiLink|link|file|category|tag)$/).some(
        (other) =>
          /[\r\n]\s*[|!]|\|\|/.test(slice(compared, other)) &&
          ofNodes(compared, /^table$/).some(
            (table) =>
              isIn(other, table) &&
              (meets(range, other) || (range.construct === 'row' && isIn(range, table)))
          )
      )
  },
  {
    name: 'bars in a line',
    reason: `Parsoid 0.16 parts cells at || and !! on lines that start no cell, and not behind an attribute over lines.
      MediaWiki's own parser looks at how the line starts, and is followed.`,
    excuses: (range, {page}) =>
      /^(?:cell|header|\w+Item|preformatted)$/.test(range.construct) &&
      [...page.matchAll(/\|\||!!/g)].some(
        ({index}) =>
          index >= range.start &&
          /^\s*$/.test(page.slice(range.end, index)) &&
          !/[|!]/.test(page.charAt(lineStart(page, index)))
      )
  },
  {
    name: 'in a link',
    reason: `HTML has no link in a link, and takes links, templates and extensions out of a link's text. To us they
      stand in it; what holds a category or tag about transclusion ends where the preprocessor ends it.`,
    excuses: (range, compared) =>
      (/^(?:template|wikiLink|link|magicLink|extension|file)$/.test(range.construct) &&
        ofNodes(compared, links).some(
          (link) => link.start < range.start && range.end <= link.end
        )) ||
      ofTheirs(compared, links).some(
        (link) => /.\[\[|include>/.test(slice(compared, link)) && meets(range, link)
      ) ||
      (range.construct === 'wikiLink' &&
        ofNodes(compared, called).some((call) => range.start < call.start && isIn(call, range)))
  },
  {
    name: 'link over lines',
    reason: `MediaWiki reads headings and tables before links, and Parsoid reads all lines before them. To us the
      lines of a link's text are running text.`,
    excuses: (range, compared) =>
      ofNodes(compared, links).some((link) => hasLines(compared, link) && meets(range, link))
  },
  {
    name: 'title',
    reason: `Parsoid 0.16 takes a title with a line end or a tag in it for a link. To MediaWiki's own parser, which is
      followed, it is text.`,
    excuses: (range, {page}) =>
      [...page.matchAll(/\[\[(?:[^[\]|{}]|\{+[^{}]*\}+)*?[\r\n<][^\]]*\]\]/g)].some(
        ({0: {length}, index}) => meets(range, {start: index, end: index + length})
      )
  },
  {
    name: 'expansion',
    reason: `Parsoid reads the lines, bold and italics that a template or a parameter's default leaves. To us a
      template is one node, as what it leaves is only known when a page is shown.`,
    excuses: (range, compared) => {
      if (range.construct === 'extension' && slice(compared, range).startsWith('{{')) return true
      const isInline = quoted.test(range.construct) || range.construct === 'preformatted'
      if (!isInline && !items.test(range.construct)) return false
      const lines = linesOf(compared, range)
      return ofNodes(compared, called).some(
        (call) => meets(lines, call) && (isInline || hasLines(compared, call))
      )
    }
  },
  {
    name: 'blank in a block',
    reason: `In <li> and its like, a line that starts with a blank is not preformatted; to Parsoid 0.16 it is behind a
      list. MediaWiki's own parser is followed, but for tags that are no pair to us: it looks at the last one on the
      lines before, whatever it closes.`,
    excuses: (range, compared) => {
      if (range.construct !== 'preformatted') return false
      const tags = ofNodes(compared, /^tag$/)
      const isWithin = tags.some(
        ({name, start, end}) => suppressing.test(name) && start < range.start && range.end <= end
      )
      if (range.side === 'theirs' && isWithin) return true
      const before = compared.page.slice(0, range.start)
      const last = [...before.matchAll(/<\/?(\w+)[^>]*>/g)].findLast(([, name]) =>
        suppressing.test(name!)
      )
      if (!last) return false
      const lastEnd = last.index + last[0].length
      return !tags.some(({start, end}) => start === last.index || end === lastEnd)
    }
  },
  {
    name: 'includeonly',
    reason: `Parsoid 0.16 pairs the tags of <includeonly>. To the preprocessor, which is followed, the first closing one
      ends it, wherever it stands.`,
    excuses: ({construct, start, end}, {page}) =>
      construct === 'tag' && /^<includeonly>[^]+<includeonly>/.test(page.slice(start, end))
  },
  {
    name: 'quotes across tags',
    reason: `Bold and italics that start in a tag or link and end out of it: HTML moves and doubles elements. A tree
      can only nest, so they stay in the tag that they start in.`,
    excuses: (range, compared) =>
      quoted.test(range.construct) &&
      /<\/?[a-z]+[^>]*>|\[/.test(slice(compared, linesOf(compared, range)))
  },
  {
    name: 'category before text',
    reason: `A category takes the blank space and line end before it along, so that what follows it is on the line
      before. To us it starts a line.`,
    excuses: ({construct, side, start}, {page}) =>
      construct === 'preformatted' &&
      side === 'ours' &&
      /^\s*(?:\[\[Category:[^\]]*\]\]\s*)+\S/.test(page.slice(start))
  },
  {
    name: 'loose braces',
    reason: `Of braces that open or close nothing Parsoid 0.16 keeps some together, over a line end too, and parts
      others, as at the end of an address. To us, as in MediaWiki's own parser, they are characters like others.`,
    excuses: endsElsewhere(/^\s*[{}]+$/)
  },
  {
    name: 'switch behind a magic link',
    reason: `MediaWiki's own parser takes switches out before it looks for words that are links.`,
    excuses: ({construct, end}, {page}) => construct === 'magicLink' && page.startsWith('__', end)
  }
]
