/**
 * Why pages that mix constructs at random differ, as classes: a page of fragments mostly shows several at once.
 *
 * What only the legacy parser's preprocessor or only Parsoid sees otherwise is no bug of ours; `known-differences.ts`
 * has most classes as pages of their own, with what is to be said of each.
 */

/** A reason to differ. */
export interface DifferenceClass {
  reason: string
  /** What a page has that differs for this reason. */
  markup: RegExp
  /** What differs, as `ours heading1` or `theirs template`; anything where it is left out. */
  range?: RegExp
  /** Whether only what touches the markup differs, or any of the page, as where HTML moves elements. */
  reach: 'range' | 'page'
}

/** Beside the preprocessor, which knows nothing of HTML, links over lines, tables and addresses. */
export const preprocessorClasses: readonly DifferenceClass[] = [
  {
    reason:
      'headings that only later passes see: behind a comment or tag, or around braces that stay open',
    range: /^ours heading/,
    markup: /^.*(?:-->|include>).*=.*$|^=.*(?:\{\{|\[\[|<!--|include).*$/gm,
    reach: 'range'
  },
  {
    reason: 'lines like headings, in a link or tag or over lines, that later passes do not see',
    range: /^theirs heading/,
    markup: /(?:\[\[|<\/?\w)[^]*\n=.*|=.*\[\[.*\n[^]*=/g,
    reach: 'range'
  },
  {
    reason:
      'bars and braces on a line like a heading, which end no argument or call to the preprocessor',
    markup: /[\r\n]=.*(?:\}\}|\|)/g,
    reach: 'page'
  },
  {
    reason: 'tags about transclusion in a name, target or attribute: in no node of their own',
    range: /^theirs ignore/,
    markup: /(?:\{.?\||\|-|<[a-z]|\[\[|\{\{|^[|!]).*include/gm,
    reach: 'range'
  },
  {
    reason: 'what stands in a tag that is never closed, a node of text',
    range: /^theirs/,
    markup: /<\/?[a-z]+\s[^>]*/g,
    reach: 'range'
  },
  {
    reason: 'a character reference in braces that ends a bare address',
    range: /^theirs/,
    markup: /(?:https?:|mailto:)\S*\{\{[^]*&(?:nbsp|lt);[^]*/g,
    reach: 'range'
  }
]

/** Beside Parsoid, whose ranges are those of HTML. */
export const parsoidClasses: readonly DifferenceClass[] = [
  {
    reason: 'magic links, which are up to a wiki',
    range: /^theirs (?:link|wikiLink)/,
    markup: /\b(?:RFC|PMID|ISBN)\s+\d[-\d]*/g,
    reach: 'range'
  },
  {
    reason: 'subst:, which works when a page is saved and shows as text before',
    markup: /\{\{subst:/g,
    reach: 'page'
  },
  {
    reason:
      'content of a table outside its cells, which HTML moves before the table, or a table that does not end',
    markup: /(?:\{\||\|-).*(?:\r\n|\n)(?!\s*(?:\|[^}]|!))|\{\|(?![^]*\n[ \t]*\|\})/g,
    reach: 'page'
  },
  {
    reason: 'links, templates and extensions in the text of a link, which HTML takes out of it',
    markup: /\[\[?[^[\]]*(?:\[|\{\{|<|RFC|PMID|ISBN|https:|mailto:)[^\]]*\]?\]?/g,
    reach: 'range'
  },
  {
    reason: 'a title that ends with a line end',
    markup: /\[\[[^[\]|]*\n[|\]]/g,
    reach: 'range'
  },
  {
    reason: 'a link over lines, whose lines MediaWiki reads first',
    markup: /\[\[[^\]]*\n[^]*?\]\]/g,
    reach: 'page'
  },
  {
    reason: 'what leaves nothing in the page, where a line starts or an item ends',
    markup:
      /\n?[ \t]*(?:<\/?(?:no|only)include>|<includeonly>|\[\[Category[^\]]*\]\]|__[A-Z]+__|\{\{\{[^}]*\}\}\}|\{\{(?:DISPLAYTITLE|#)[^}]*\}\})[ \t]?/g,
    reach: 'range'
  },
  {
    reason:
      'tags that HTML closes elsewhere or moves, as they do not nest with lines, bold or each other',
    markup: /<\/?(?:b|i|s|small|span|code|p|div|table|tr|td|ul|li|blockquote)\b/g,
    reach: 'page'
  },
  {
    reason: 'bold and italics around blocks, or across links and templates',
    markup: /''.*(?:<|\[|\{\{)|(?:[>\]]|\}\}).*''/g,
    reach: 'page'
  },
  {
    reason: 'an extension tag that is never closed, which is text',
    markup:
      /<(?:ref|poem|nowiki|math|pre|gallery|syntaxhighlight|references|includeonly)\b[^>]*>?/g,
    reach: 'range'
  },
  {
    reason: 'a template against an address: to us it ends it, unless it is a part of one',
    markup: /(?:https?:|mailto:)[^\s{]*\{\{[^}]*\}\}/g,
    reach: 'range'
  },
  {
    reason: 'blank space in an item that has nothing else',
    markup: /^[*#:;]+[ \t]+$/gm,
    reach: 'range'
  },
  {
    reason: 'a comment at the end of a preformatted line or item',
    markup: /\s*<!--(?:[^]*?-->|[^]*)\s*/g,
    reach: 'range'
  }
]

/** Why a page differs in what is printed as `heading1 4-11`; `undefined` where no class explains it. */
export function reasonOf(
  classes: readonly DifferenceClass[],
  page: string,
  side: 'ours' | 'theirs',
  range: string
): string | undefined {
  const [start, end] = range.replace(/^\S+ /, '').split('-').map(Number) as [number, number]
  const touches = ({index, 0: {length}}: RegExpMatchArray) =>
    index! <= end && index! + length >= start
  return classes.find(
    (known) =>
      (known.range?.test(`${side} ${range}`) ?? true) &&
      Array.from(page.matchAll(known.markup)).some(
        (match) => known.reach === 'page' || touches(match)
      )
  )?.reason
}
