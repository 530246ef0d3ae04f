/** Whole pages: what is around the text, and what stands in tabs. */
import {describe, expect, test} from 'vitest'
import {toJson} from '../../src/index.ts'
import {plan, read} from './read.ts'

const content = `<h3>Outcome 1</h3>
<h4>Goals</h4>
<ul><li>Wind the clocks <b>Done</b></li></ul>`

/** What a page says of itself, and its goals. */
function summary(html: string) {
  const {title, heading, periods} = toJson(plan(html))
  const goals = periods.flatMap(({sections}) => sections.flatMap((outcome) => outcome.goals))
  return {title, heading, goals: goals.map((goal) => goal.text)}
}

const expected = {title: 'Harbour Lights/Ferries', heading: null, goals: ['Wind the clocks']}

describe('a page with a skin', () => {
  const skin = (inner: string) => `<!DOCTYPE html>
<html><head><title>Harbour Lights/Ferries - Plan wiki</title>
<script>document.write('<h3>Outcome 9</h3>')</script><style>h3 > b {}</style></head>
<body><div id="siteNotice"><div class="mw-parser-output"><h3>Outcome 8</h3></div></div>
${inner}
<div id="mw-navigation"><h3>Outcome 7</h3><ul><li>Main page</li></ul></div></body></html>`

  test('should be read without the skin', () => {
    const page = `<h1 id="firstHeading">Harbour Lights/<span>Ferries</span></h1>
<div id="bodyContent"><div id="siteSub">From Plan wiki</div>
<div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">${content}</div>
<div class="printfooter">Retrieved from here</div></div></div>`
    expect(summary(skin(page))).toEqual(expected)
  })

  test('should be called as its window is, where it has no heading', () => {
    const page = `<div id="mw-content-text"><div class="mw-parser-output">${content}</div></div>`
    expect(summary(skin(page))).toEqual(expected)
  })

  test("should be called as Parsoid's document is, to the last word", () => {
    const html = `<html><head><title>Harbour Lights - Ferries</title></head>
<body><section data-mw-section-id="0">${content.replace(' <b>Done</b>', '')}</section></body></html>`
    expect(summary(html)).toEqual({...expected, title: 'Harbour Lights - Ferries'})
  })

  test('should have no title where only content is there', () => {
    expect(summary(`<div class="mw-parser-output">${content}</div>`)).toEqual({
      ...expected,
      title: null
    })
  })
})

describe('what is no text of the page', () => {
  test.each([
    [
      'the contents',
      '<div id="toc" class="toc"><h2>Contents</h2><ul><li>Outcome 9</li></ul></div>'
    ],
    [
      'an edit link in a heading',
      '<h3>Outcome 1<span class="mw-editsection">[<a href="/e">edit</a>]</span></h3>'
    ],
    [
      'an edit link beside a heading',
      '<div class="mw-heading"><h3>Outcome 1</h3><span class="mw-editsection">edit</span></div>'
    ],
    ['references', '<ol class="references"><li>The second drawer</li></ol>'],
    ['a thumbnail', '<div class="thumb"><div class="thumbcaption">A lamp</div></div>'],
    [
      "Parsoid's thumbnail",
      '<figure typeof="mw:File/Thumb"><figcaption>A lamp</figcaption></figure>'
    ],
    ['a script', '<script>"<h3>Outcome 9</h3>"</script>'],
    ['the limit report', '<!--\nNewPP limit report\nOutcome 9\n-->']
  ])('should not be read: %s', (_, html) => {
    expect(summary(`${html}\n${content}`)).toMatchObject({goals: ['Wind the clocks']})
    expect(toJson(plan(`${content}\n${html}`)).periods[0]!.sections[0]!.goals).toHaveLength(1)
  })

  test('should not be read within a line', () => {
    const line =
      'Wind<sup class="reference"><a href="#n">[1]</a></sup><span style="display: none">x</span> it'
    expect(summary(`<h4>Goals</h4><ul><li>${line}</li></ul>`).goals).toEqual(['Wind it'])
  })

  test('should stay in the tree', () => {
    const html = `<div class="plan">${content}</div><!-- end -->`
    const [first, ...rest] = read(html).children
    expect(first).toMatchObject({type: 'html', value: '<div class="plan">'})
    expect(rest.at(-2)).toMatchObject({type: 'html', value: '</div>'})
    expect(rest.at(-1)).toMatchObject({type: 'comment', value: ' end '})
  })
})

describe('tabs', () => {
  const panel = (open: string, close: string) => `${open}${content}${close}`
  const tabbox = `<div class="tabs tabs-tabbox"><input type="radio" class="tabs-input tabs-input-0" checked/>
<label class="tabs-label" for="tabs-input-1-1" data-tabpos="1">Q2 2030</label><wbr/>
<label class="tabs-label" for="tabs-input-1-2" data-tabpos="2">Q3</label><wbr/>
<div class="tabs-container">${panel('<div class="tabs-content tabs-content-1">', '</div>')}
${panel('<div class="tabs-content tabs-content-2">', '</div>')}</div></div>`
  const aria = `<div role="tablist"><a role="tab" id="a">Q2 2030</a><a role="tab" id="b">Q3</a></div>
${panel('<div role="tabpanel" aria-labelledby="a">', '</div>')}
${panel('<div role="tabpanel" aria-labelledby="b">', '</div>')}`
  const pair = (open: (label: string) => string, close: string) =>
    ['Q2 2030', 'Q3'].map((label) => panel(open(label), close)).join('\n')

  test.each([
    [
      'TabberNeue',
      pair(
        (label) => `<article class="tabber__panel" data-mw-tabber-title="${label}">`,
        '</article>'
      )
    ],
    [
      'TabberNeue 1',
      pair((label) => `<article class="tabber__panel" title="${label}"><p>`, '</p></article>')
    ],
    ['Tabber', pair((label) => `<div class="tabbertab" title="${label}">`, '</div>')],
    ['Tabs', tabbox],
    ['ARIA', aria],
    [
      'a wiki without Tabs',
      pair((label) => `<p>&lt;tab name="${label}"&gt;\n</p>`, '<p>&lt;/tab>\n</p>')
    ],
    [
      'a wiki without Tabs, in single quotes',
      pair((label) => `<p>&lt;tab name='${label}'></p>`, '<p>&lt;/tab></p>')
    ],
    [
      'a wiki without Tabber',
      `<p>&lt;tabber&gt;\nQ2 2030=\n</p>${content}<p>|-|\nQ3=\n</p>${content}<p>&lt;/tabber&gt;</p>`
    ]
  ])('should keep their labels: %s', (_, html) => {
    const {periods} = toJson(plan(html))
    expect(periods.map(({label, quarter, inferred}) => ({label, quarter, inferred}))).toEqual([
      {label: 'Q2 2030', quarter: 2, inferred: false},
      {label: 'Q3', quarter: 3, inferred: false}
    ])
    const goals = periods.map(({sections}) =>
      sections.map((outcome) => outcome.goals.map(({text}) => text))
    )
    expect(goals).toEqual([[['Wind the clocks']], [['Wind the clocks']]])
  })

  test('should be none in code, and none without a name', () => {
    const html = `<p><code>&lt;tab name="Q1"&gt;</code></p><p>&lt;tab&gt;</p>${content}`
    expect(toJson(plan(html)).periods).toMatchObject([{label: null}])
  })
})
