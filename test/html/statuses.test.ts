/** What a status template leaves in HTML. */
import {describe, expect, test} from 'vitest'
import {goalsOf} from './read.ts'

/** What a goal's line says. */
function goal(line: string) {
  const [first] = goalsOf(line)
  return {title: first?.text, ...first?.status}
}

const done = {title: 'Wind', value: 'done', label: 'Done', form: 'text'}

describe('statuses of the HTML that readers are served', () => {
  test.each([
    ['a label', 'Wind Done', 'Done'],
    ['a bold label in a span', 'Wind <span class="status"><b>Done</b></span>', 'Done'],
    ['a label in capitals of its tag', 'Wind <STRONG>Done</STRONG>', 'Done'],
    ['an icon and a label', 'Wind <img alt="Yes" src="y.svg"> Done', 'Yes Done'],
    [
      'an icon in a link and a bold label',
      'Wind <a href="/wiki/File:Y.svg"><img alt="Y"></a>&#160;<b>Done</b>',
      'Y Done'
    ],
    [
      'an icon in a span',
      'Wind <span typeof="mw:File"><span><img alt="Done"></span></span> Done',
      'Done Done'
    ],
    ['an icon and a label in one span', 'Wind <span><img alt=""> <b>Done</b></span>', 'Done'],
    ['an icon with the name of a status', 'Wind <img alt="Done">', 'Done'],
    ['a label behind a dash', 'Wind – <i>Done</i>', 'Done'],
    ['a label before the text', '<b>Done</b> Wind', 'Done'],
    ['a label in brackets', 'Wind (<b>Done</b>)', 'Done'],
    ['a label with an invisible character', 'Wind <b>Done&shy;</b>', 'Done'],
    ['an icon and a label, parted', 'Wind <img alt="Yes">&zwnj;<b>Done</b>', 'Yes Done']
  ])('should find %s', (_, line, raw) => expect(goal(line)).toEqual({...done, raw}))

  test.each([
    ['angle brackets', 'Wind &lt;&lt;Done&gt;&gt;', 'angle', '&lt;&lt;Done&gt;&gt;'],
    ['angle brackets that are not escaped', 'Wind &lt;&lt;Done>>', 'angle', '&lt;&lt;Done>>'],
    ['a bracket too few', 'Wind {done}}', 'malformed', '{done}}'],
    ['a bracket before it', 'Wind &lt;<b>Done</b>', 'malformed', '<Done'],
    ['brackets on both sides', 'Wind &lt;&lt;<b>Done</b>&gt;', 'malformed', '<<Done>'],
    ['square brackets around all of it', 'Wind [DONE]', 'bracket', '[DONE]'],
    ['three brackets', 'Wind &lt;&lt;&lt;Done>>>', 'malformed', '&lt;&lt;&lt;Done>>>'],
    ['three brackets before it', 'Wind &lt;&lt;&lt;Done>>', 'malformed', '&lt;&lt;&lt;Done>>'],
    ['a template that is missing', template('Done'), 'template', '{{Done}}'],
    ['a misspelt template that is missing', template('Donne'), 'malformed', '{{Donne}}']
  ])('should find %s', (_, line, form, raw) => expect(goal(line)).toEqual({...done, form, raw}))

  test.each([
    ['a template shown as typed', 'Wind {{done}}', 'Wind {{done}}'],
    ['code', 'Wind <code>Done</code>', 'Wind Done'],
    ['a word that goes on', 'Wind Doneness', 'Wind Doneness'],
    ['lower case', 'Wind <b>done</b>', 'Wind done'],
    ['a link', 'Wind <a href="/wiki/Done" title="Done">Done</a>', 'Wind Done'],
    ['an icon that is not at a label', 'Wind <img alt="Yes"> the clock', 'Wind the clock'],
    ['a template that is no status', template('Harbour box'), 'Wind'],
    ['a remark in square brackets', 'Wind [Not done, but soon]', 'Wind'],
    ['the midst of a remark in square brackets', 'Wind [half of it is Done now]', 'Wind'],
    ['what is struck out', 'Wind <s>Done</s>', 'Wind Done'],
    ['a bold label that is struck out', 'Wind <del><b>Done</b></del>', 'Wind Done'],
    ['a marker that is struck out', 'Wind <strike>&lt;&lt;Done>></strike>', 'Wind <<Done>>'],
    ['an icon that is struck out', 'Wind <s><img alt="Done"></s>', 'Wind'],
    ['a missing template that is struck out', `<s>${template('Done')}</s>`, 'Wind'],
    ['a template that is struck out', `Wind <s>${transclusion('done')}</s>`, 'Wind']
  ])('should find none in %s', (_, line, title) => expect(goal(line)).toEqual({title}))
})

describe("statuses of Parsoid's HTML", () => {
  test.each([
    ['the template', transclusion('done'), '{{done}}'],
    [
      'its arguments',
      transclusion('done', {1: {wt: 'by Ada'}, on: {wt: 'Monday'}}),
      '{{done|by Ada|on=Monday}}'
    ],
    [
      'all that it expanded to',
      `${transclusion('done')}<span about="#mwt1">&nbsp;since May</span>`,
      '{{done}}'
    ],
    ['an alias', transclusion('finished'), '{{finished}}']
  ])('should know %s', (_, line, raw) => {
    expect(goal(`Wind ${line}`)).toEqual({...done, form: 'template', raw})
  })

  test('should take labels for text where a template is', () => {
    expect(goal(`Wind ${transclusion('to do')} all that is Done`)).toEqual({
      ...{title: 'Wind', value: 'to-do', label: 'To do'},
      ...{form: 'template', raw: '{{to do}}'}
    })
  })

  test('should read what another template shows', () => {
    expect(goal(`Wind ${transclusion('harbour status')}`)).toEqual({...done, raw: 'Done'})
  })

  test('should take nowiki for text', () => {
    const nowiki = '<span typeof="mw:Nowiki">&lt;&lt;Done&gt;&gt;</span>'
    expect(goal(`Wind ${nowiki}`)).toEqual({title: 'Wind <<Done>>'})
  })

  test.each([
    '',
    '{',
    '[]',
    '{"parts":[]}',
    '{"parts":[{"template":{"target":null}}]}',
    '{"parts":{"length":1}}'
  ])('should bear with the notes %j', (data) => {
    const mark = `<span typeof="mw:Transclusion" about="#mwt1" data-mw='${data}'>Done</span>`
    expect(goal(`Wind ${mark}`)).toEqual({...done, raw: 'Done'})
  })
})

/** What MediaWiki shows for a template that it does not have. */
function template(name: string): string {
  const title = `Template:${name} (page does not exist)`
  return `Wind <a href="/index.php?title=Template:${name}&amp;redlink=1" class="new" title="${title}">Template:${name}</a>`
}

/** What Parsoid writes for a template. */
function transclusion(wt: string, params: object = {}): string {
  const data = JSON.stringify({parts: [{template: {target: {wt}, params, i: 0}}]})
  return `<span typeof="mw:Transclusion" about="#mwt1" data-mw='${data}'><b>Done</b></span>`
}
