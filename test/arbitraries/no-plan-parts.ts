/**
 * What pages that are no plans are made of, and how each dialect writes it. Texts have the inline markup of wikitext,
 * which the other dialects show in their own way.
 */
import fc from 'fast-check'

export type Part =
  | {kind: 'heading'; depth: number; text: string}
  | {kind: 'paragraph'; text: string}
  /** Lines that a `<br>` or a line end parts. */
  | {kind: 'lines'; lines: string[]}
  | {kind: 'list'; items: Item[]; ordered: boolean}
  | {kind: 'table'; header: string[]; rows: string[][]; caption?: string}
  | {kind: 'infobox'; name: string; rows: [key: string, value: string][]}
  | {kind: 'terms'; pairs: [term: string, description: string][]; oneLine: boolean}
  | {kind: 'thread'; replies: [depth: number, text: string][]}
  | {kind: 'tabs'; tabs: [name: string, parts: Part[]][]}

/** An item, and those that are nested in it. */
export type Item = string | [text: string, nested: string[]]

export function heading(text: string, depth = 2): Part {
  return {kind: 'heading', depth, text}
}

export function paragraph(text: string): Part {
  return {kind: 'paragraph', text}
}

export function lines(...lines: string[]): Part {
  return {kind: 'lines', lines}
}

export function list(items: Item[], ordered = false): Part {
  return {kind: 'list', items, ordered}
}

export function table(header: string[], rows: string[][], caption?: string): Part {
  return caption ? {kind: 'table', header, rows, caption} : {kind: 'table', header, rows}
}

export function infobox(name: string, ...rows: [key: string, value: string][]): Part {
  return {kind: 'infobox', name, rows}
}

export function terms(pairs: [term: string, description: string][], oneLine: boolean): Part {
  return {kind: 'terms', pairs, oneLine}
}

export function thread(...replies: [depth: number, text: string][]): Part {
  return {kind: 'thread', replies}
}

export function tabs(...tabs: [name: string, parts: Part[]][]): Part {
  return {kind: 'tabs', tabs}
}

/** How a page of wikitext writes what it can write in several ways. */
export interface WikitextStyle {
  /** One line has all cells of a row. */
  rowOnLine: boolean
  /** Blanks within the equals signs of headings. */
  spaced: boolean
  bullet: '*' | '* '
}

export const wikitextStyle: fc.Arbitrary<WikitextStyle> = fc.record<WikitextStyle>({
  rowOnLine: fc.boolean(),
  spaced: fc.boolean(),
  bullet: fc.constantFrom('*', '* ')
})

export function toWikitextPage(parts: readonly Part[], style: WikitextStyle): string {
  return parts.map((part) => wikitextOf(part, style)).join('\n\n') + '\n'
}

function wikitextOf(part: Part, {rowOnLine, spaced, bullet}: WikitextStyle): string {
  const mark = bullet.trim()
  const gap = bullet.slice(mark.length)
  switch (part.kind) {
    case 'heading': {
      const equals = '='.repeat(part.depth)
      const blank = spaced ? ' ' : ''
      return `${equals}${blank}${part.text}${blank}${equals}`
    }
    case 'paragraph':
      return part.text
    case 'lines':
      return part.lines.join('<br>\n')
    case 'list': {
      const own = part.ordered ? '#' : mark
      return flat(part.items, (text, nested) => (nested ? own + mark : own) + gap + text)
    }
    case 'table': {
      const rows = part.rows.map((cells) => `|-\n${cellsOf(cells, '|', rowOnLine)}`)
      const caption = part.caption ? [`|+ ${part.caption}`] : []
      const header = `|-\n${cellsOf(part.header, '!', rowOnLine)}`
      return ['{| class="wikitable"', ...caption, header, ...rows, '|}'].join('\n')
    }
    case 'infobox': {
      const rows = part.rows.map(([key, value]) => `| ${key} = ${value}`)
      return [`{{Infobox ${part.name}`, ...rows, '}}'].join('\n')
    }
    case 'terms':
      return part.pairs
        .map(([term, text]) => (part.oneLine ? `; ${term} : ${text}` : `; ${term}\n: ${text}`))
        .join('\n')
    case 'thread':
      return part.replies.map(([depth, text]) => ':'.repeat(depth) + gap + text).join('\n')
    case 'tabs': {
      const style = {rowOnLine, spaced, bullet}
      return `<tabs>\n${part.tabs
        .map(([name, parts]) => `<tab name="${name}">\n${toWikitextPage(parts, style)}</tab>`)
        .join('\n')}\n</tabs>`
    }
  }
}

function cellsOf(cells: readonly string[], mark: string, onLine: boolean): string {
  return onLine
    ? `${mark} ${cells.join(` ${mark}${mark} `)}`
    : cells.map((cell) => `${mark} ${cell}`).join('\n')
}

function flat(items: readonly Item[], write: (text: string, nested: boolean) => string): string {
  return items
    .flatMap((item) => {
      if (typeof item === 'string') return [write(item, false)]
      return [write(item[0], false), ...item[1].map((text) => write(text, true))]
    })
    .join('\n')
}

/** How the text of a rendered page came about. */
export interface TextStyle {
  edit: 'glued' | 'bracketed after' | 'long' | 'alone' | 'none'
  bullet: '- ' | '* ' | '• '
  cells: 'pipes' | 'tabs'
  /** Whether the table of contents is in the text. */
  contents: boolean
}

export const textStyle: fc.Arbitrary<TextStyle> = fc.record<TextStyle>({
  edit: fc.constantFrom('glued', 'bracketed after', 'long', 'alone', 'none'),
  bullet: fc.constantFrom('- ', '* ', '• '),
  cells: fc.constantFrom('pipes', 'tabs'),
  contents: fc.boolean()
})

/** The text of the rendered page, below its title. */
export function toTextPage(title: string, parts: readonly Part[], style: TextStyle): string {
  const shown: string[] = [title]
  const headings = parts.filter((part) => part.kind === 'heading')
  if (style.contents && headings.length > 2)
    shown.push('Contents', ...headings.map(({text}, at) => `${at + 1} ${plain(text)}`))
  let isGlued = false
  for (const part of parts) {
    const text = textOf(part, style)
    shown.push(isGlued ? `edit${text}` : text)
    isGlued = part.kind === 'heading' && style.edit === 'glued'
  }
  return shown.join('\n') + '\n'
}

function textOf(part: Part, style: TextStyle): string {
  const {edit, bullet, cells} = style
  switch (part.kind) {
    case 'heading': {
      const text = plain(part.text)
      if (edit === 'bracketed after') return `${text}[edit]`
      if (edit === 'long') return `${text}[edit | edit source]`
      return edit === 'alone' ? `${text}\nedit` : text
    }
    case 'paragraph':
      return plain(part.text)
    case 'lines':
      return part.lines.map(plain).join('\n')
    case 'list': {
      let count = 0
      return flat(part.items, (text, nested) => {
        if (!nested) count++
        const mark = part.ordered && !nested ? `${count}. ` : bullet
        return (nested ? '  ' : '') + mark + plain(text)
      })
    }
    case 'table': {
      const row = (texts: readonly string[]): string =>
        cells === 'tabs' ? texts.map(plain).join('\t') : texts.map(plain).join(' | ') + ' |'
      const rule = cells === 'pipes' ? ['---|'.repeat(part.header.length)] : []
      const caption = part.caption ? [plain(part.caption)] : []
      return [...caption, row(part.header), ...rule, ...part.rows.map(row)].join('\n')
    }
    case 'infobox':
      return part.rows.map(([key, value]) => `${capital(key)}\t${plain(value)}`).join('\n')
    case 'terms':
      return part.pairs.map(([term, text]) => `${plain(term)}\n${plain(text)}`).join('\n')
    case 'thread':
      return part.replies.map(([, text]) => plain(text)).join('\n')
    case 'tabs':
      return part.tabs.flatMap(([, parts]) => parts.map((inner) => textOf(inner, style))).join('\n')
  }
}

/** A page of Markdown. */
export function toMarkdownPage(parts: readonly Part[]): string {
  return parts.map(markdownOf).join('\n\n') + '\n'
}

function markdownOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.depth)} ${marked(part.text)}`
    case 'paragraph':
      return marked(part.text)
    case 'lines':
      return part.lines.map(marked).join('\\\n')
    case 'list':
      return flat(part.items, (text, nested) => {
        return (nested ? '   - ' : part.ordered ? '1. ' : '- ') + marked(text)
      })
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(marked).join(' | ')} |`
      const rule = `|${' --- |'.repeat(part.header.length)}`
      const caption = part.caption ? [`${marked(part.caption)}\n`] : []
      return [...caption, row(part.header), rule, ...part.rows.map(row)].join('\n')
    }
    case 'infobox':
      return part.rows.map(([key, value]) => `- ${capital(key)}: ${marked(value)}`).join('\n')
    case 'terms':
      return part.pairs.map(([term, text]) => `**${marked(term)}**\n${marked(text)}`).join('\n\n')
    case 'thread':
      return part.replies
        .map(([depth, text]) => `${'>'.repeat(depth)} ${marked(text)}`)
        .join('\n\n')
    case 'tabs':
      return part.tabs.map(([name, parts]) => `**${name}**\n\n${toMarkdownPage(parts)}`).join('\n')
  }
}

/** A page of HTML, as a wiki shows it. */
export function toHtmlPage(parts: readonly Part[]): string {
  return `<div class="mw-parser-output">\n${parts.map(htmlOf).join('\n')}\n</div>\n`
}

function htmlOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.depth}><span class="mw-headline">${tagged(part.text)}</span><span class="mw-editsection">[<a href="#">edit</a>]</span></h${part.depth}>`
    case 'paragraph':
      return `<p>${tagged(part.text)}</p>`
    case 'lines':
      return `<p>${part.lines.map(tagged).join('<br>\n')}</p>`
    case 'list': {
      const name = part.ordered ? 'ol' : 'ul'
      const items = part.items.map((item) => {
        if (typeof item === 'string') return `<li>${tagged(item)}</li>`
        const nested = item[1].map((text) => `<li>${tagged(text)}</li>`).join('\n')
        return `<li>${tagged(item[0])}\n<ul>${nested}</ul></li>`
      })
      return `<${name}>${items.join('\n')}</${name}>`
    }
    case 'table': {
      const row = (cells: readonly string[], name: string): string =>
        `<tr>${cells.map((cell) => `<${name}>${tagged(cell)}</${name}>`).join('\n')}</tr>`
      const caption = part.caption ? `<caption>${tagged(part.caption)}</caption>` : ''
      const rows = [row(part.header, 'th'), ...part.rows.map((cells) => row(cells, 'td'))]
      return `<table class="wikitable">${caption}<tbody>${rows.join('\n')}</tbody></table>`
    }
    case 'infobox': {
      const rows = part.rows.map(
        ([key, value]) => `<tr><th scope="row">${capital(key)}</th><td>${tagged(value)}</td></tr>`
      )
      return `<table class="infobox"><tbody>${rows.join('\n')}</tbody></table>`
    }
    case 'terms':
      return `<dl>${part.pairs.map(([term, text]) => `<dt>${tagged(term)}</dt>\n<dd>${tagged(text)}</dd>`).join('\n')}</dl>`
    case 'thread':
      return part.replies
        .map(
          ([depth, text]) =>
            `${'<dl><dd>'.repeat(depth)}${depth ? tagged(text) : `<p>${tagged(text)}</p>`}${'</dd></dl>'.repeat(depth)}`
        )
        .join('\n')
    case 'tabs':
      return part.tabs
        .map(
          ([name, parts]) => `<article title="${name}">${parts.map(htmlOf).join('\n')}</article>`
        )
        .join('\n')
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll('_', ' ')
}

/** What a link, a template and quotes become in a dialect. */
interface Inline {
  link: (target: string, text: string) => string
  done: (label: string) => string
  strong: [open: string, close: string]
  emphasis: [open: string, close: string]
  reference: string
}

function inline(text: string, {link, done, strong, emphasis, reference}: Inline): string {
  return text
    .replace(/<ref>[^<]*<\/ref>/g, reference)
    .replace(/\[\[([^[\]|]*)\|?([^[\]]*)\]\]/g, (_, target: string, label: string) => {
      return link(target, label || target)
    })
    .replace(/\{\{tl\|([^{}]*)\}\}/g, (_, name: string) => `&#123;{${name}}}`)
    .replace(/\{\{([^{}|]*)\}\}/g, (_, name: string) => done(capital(name)))
    .replace(/'''([^']*)'''/g, (_, inner: string) => strong[0] + inner + strong[1])
    .replace(/''([^']*)''/g, (_, inner: string) => emphasis[0] + inner + emphasis[1])
}

function plain(text: string): string {
  return inline(text, {
    link: (_, label) => label,
    done: (label) => (label === 'Done' ? 'Yes Done' : label),
    strong: ['', ''],
    emphasis: ['', ''],
    reference: '[1]'
  }).replaceAll('&#123;', '{')
}

function marked(text: string): string {
  return inline(text, {
    link: (target, label) => `[${label}](/wiki/${target.replace(/[ ()]/g, '_')})`,
    done: (label) => label,
    strong: ['**', '**'],
    emphasis: ['*', '*'],
    reference: ''
  })
}

function tagged(text: string): string {
  return inline(text.replaceAll('&', '&amp;'), {
    link: (target, label) => `<a href="/wiki/${target.replaceAll(' ', '_')}">${label}</a>`,
    done: (label) => `<span class="status"><b>${label}</b></span>`,
    strong: ['<b>', '</b>'],
    emphasis: ['<i>', '</i>'],
    reference: '<sup>[1]</sup>'
  })
}
