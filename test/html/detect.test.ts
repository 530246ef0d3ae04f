/** Which pages are taken for HTML: not all that have a tag. */
import {describe, expect, test} from 'vitest'
import {detectDialect} from '../../src/index.ts'

describe('detectDialect', () => {
  test.each([
    ['a document', '<!DOCTYPE html>\n<title>Ferries</title>'],
    ['a document in capitals', '<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">'],
    ['its root', '<html lang="en"><body>Wind</body></html>'],
    ['a comment before it', '\n<!-- saved from https://wiki.example -->\n<!-- twice -->\n<html>'],
    ['a byte order mark before it', '\uFEFF<html>'],
    ['what the action API gives', '<div class="mw-parser-output"><p>Wind the clocks\n</p></div>'],
    [
      'newer classes before it',
      '<div class="mw-content-ltr mw-parser-output" lang="en">Wind</div>'
    ],
    ["Parsoid's sections", '<section data-mw-section-id="0">Wind</section>'],
    ["Parsoid's notes", '<a rel="mw:WikiLink" href="./Wind" data-parsoid="{}">Wind</a>'],
    ['a heading', '<h2>Goals</h2>\n<ul><li>Wind</li></ul>'],
    ['a paragraph', '<p>Wind the clocks</p>'],
    ['escaped tags and braces', '<h2>Goals</h2>\n<p>&lt;tabs&gt;</p>\n<p>{{done}}</p>\n<p>Wind</p>']
  ])('should tell HTML by %s', (_, source) => expect(detectDialect(source)).toBe('html'))

  test.each([
    ['a wrapper around a page', '<div class="plan">\n== Goals ==\n* Wind {{done}}\n</div>'],
    ['a list in tags among headings', '<p>Wind</p>\n== Goals ==\n<ul>\n<li>{{done}}</li>\n</ul>'],
    ['tabs', '<tabs>\n<tab name="Q1">\n== Goals ==\n</tab></tabs>'],
    ['a comment', '<!-- <p>Wind</p> -->\n== Goals =='],
    ['a comment that does not end', '<!-- <html>\n== Goals =='],
    ['a tag for translators', '<languages/>\n<translate>\n== Goals ==\n</translate>']
  ])('should tell wikitext in spite of %s', (_, source) =>
    expect(detectDialect(source)).toBe('wikitext')
  )

  test.each([
    ['an arrow', '<- Wind the clocks'],
    ['a word in brackets', '<b> is a letter'],
    ['a tag in prose', 'Wind the <p>clocks</p>']
  ])('should not take for HTML %s', (_, source) => expect(detectDialect(source)).not.toBe('html'))

  test('should take time in proportion to what opens a page', () => {
    const hostile = ['<!---->', '<!-- ', '<p ', '<div a="', '<p></p>', ' '].map((part) =>
      part.repeat(200_000)
    )
    for (const source of hostile) expect(typeof detectDialect(source)).toBe('string')
  })
})
