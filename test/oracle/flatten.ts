/**
 * A simple text extractor, as people write them: HTML in, lines of text out. It knows nothing of our reader,
 * and leaves the traces that extractors leave.
 */

/** How an extractor writes what is no text. */
export interface Style {
  /** A heading with its edit link; what comes next is glued to it. */
  heading: (text: string) => string
  bullet: string
  /** A status's label, with what its icon leaves. */
  status: (label: string) => string
}

/** What the legacy parser's HTML shows, as text. */
export function flatten(html: string, title: string, style: Style): string {
  const content = html
    .replace(/<div id="toc"[^]*?<\/ul>\s*<\/div>/, '')
    .replace(/<div class="thumb [^]*?<\/div><\/div><\/div>/g, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<span class="mw-editsection">[^]*?<\/a>(?:<span[^>]*>\]<\/span>)?<\/span>/g, '')
    .replace(/<span class="status"><b>(.*?)<\/b><\/span>/g, (_, label: string) =>
      style.status(label)
    )
  const text = lines(content, style)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .join('\n')
  return decode(`${title}\n${text}\n`).replaceAll('\uE000\n', '')
}

/** The content cut at its blocks, each with what stands before it. */
function lines(content: string, style: Style): string[] {
  const found: string[] = []
  let depth = 0
  let start = ''
  for (const [, tag, text = ''] of content.matchAll(/<(\/?[a-z][a-z0-9]*)[^>]*>|([^<]+)/g)) {
    const name = tag?.replace('/', '')
    if (name === 'ul' || name === 'ol') depth += tag!.startsWith('/') ? -1 : 1
    if (/^h[1-6]$/.test(tag ?? '')) start = '\uE001'
    else if (tag === 'li') start = `${'  '.repeat(depth - 1)}${style.bullet} `
    if (/^(?:\/?(?:h[1-6]|p|li|ul|ol|dl|dt|dd|div|tr|table))$/.test(tag ?? '')) found.push('')
    else if (tag === 'br') found.push(`${found.pop() ?? ''} `)
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) found.push('')
      if (line.trim() === '' && found.at(-1) === '') continue
      found.push((found.pop() ?? '') + start + line)
      start = ''
    }
  }
  return found.map((line) => (line.startsWith('\uE001') ? style.heading(line.slice(1)) : line))
}

/** The characters that MediaWiki escapes. */
function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
