/** Edits put into small pages, each as a person would have made it; and what is refused. */
import {describe, expect, it} from 'vitest'
import {
  addGoal,
  addNote,
  addSection,
  addPeriod,
  addTask,
  apply,
  applyEdits,
  EditError,
  edits,
  fromJson,
  move,
  parse,
  PlanJsonError,
  remove,
  setDate,
  setStatus,
  setStretch,
  setText,
  toJson,
  toMarkdown,
  toWikitext,
  type ItemJson,
  type SectionJson,
  type Plan,
  type PlanJson
} from '../../src/index.ts'
import {startCounting} from '../utils/work.ts'

const page = `== Ferry goals for FY30/31 ==
=== Outcome 1 ===
==== Goals ====
* Wind the clocks {{done}}
** Find the key {[in progress}}
* Oil the bells <!-- all nine -->
==== Status ====
'''Note: July 2030'''
* {{In progress}} The key was lost.
`

const [wind, oil, key] = [
  'q1/outcome-1/wind-the-clocks',
  'q1/outcome-1/oil-the-bells',
  'q1/outcome-1/wind-the-clocks/find-the-key'
] as const

const read = (source: string): Plan => parse(source, {from: 'wikitext'})

function firstGoal(json: PlanJson): ItemJson {
  return json.periods[0]!.sections[0]!.goals[0]!
}

/** The lines that an edit takes out and puts in. */
function change(source: string, edit: (plan: Plan) => Plan): {out: string[]; in: string[]} {
  const before = source.split('\n')
  const after = toWikitext(edit(read(source)), {source}).split('\n')
  let head = 0
  while (head < before.length && before[head] === after[head]) head++
  let tail = 0
  while (tail < before.length - head && before.at(-tail - 1) === after.at(-tail - 1)) tail++
  return {out: before.slice(head, before.length - tail), in: after.slice(head, after.length - tail)}
}

describe('toWikitext with its source', () => {
  it('should spell a status as the page does', () => {
    expect(change(page, (plan) => setStatus(plan, oil, 'done'))).toEqual({
      out: ['* Oil the bells <!-- all nine -->'],
      in: ['* Oil the bells {{done}} <!-- all nine -->']
    })
  })

  it('should mend a malformed status where it is set, in its own letters', () => {
    expect(change(page, (plan) => setStatus(plan, key, 'done'))).toEqual({
      out: ['** Find the key {[in progress}}'],
      in: ['** Find the key {{done}}']
    })
    expect(change(page, (plan) => setStatus(plan, wind, 'stalled')).in).toEqual([
      '* Wind the clocks {{stalled}}'
    ])
  })

  it('should mend a malformed status that is set to what it means', () => {
    expect(change(page, (plan) => setStatus(plan, key, 'in-progress'))).toEqual({
      out: ['** Find the key {[in progress}}'],
      in: ['** Find the key {{In progress}}']
    })
    const misspelt = page.replace('{{done}}', '{{doen}}')
    expect(change(misspelt, (plan) => setStatus(plan, wind, 'done')).in).toEqual([
      '* Wind the clocks {{Done}}'
    ])
  })

  it('should take a thing out with its nested lines', () => {
    expect(change(page, (plan) => remove(plan, wind))).toEqual({
      out: ['* Wind the clocks {{done}}', '** Find the key {[in progress}}'],
      in: []
    })
  })

  it('should move a line as it is written', () => {
    expect(change(page, (plan) => move(plan, key, oil))).toEqual({
      out: ['** Find the key {[in progress}}', '* Oil the bells <!-- all nine -->'],
      in: ['* Oil the bells <!-- all nine -->', '** Find the key {[in progress}}']
    })
  })

  it('should write what would be markup as text', () => {
    expect(change(page, (plan) => addTask(plan, oil, "[[Bell]] ''loud'' {{done}}")).in).toEqual([
      '** &#91;&#91;Bell&#93;&#93; &#39;&#39;loud&#39;&#39; &#123;&#123;done&#125;&#125;'
    ])
  })

  it('should write a note and its date as the others are', () => {
    const edit = (plan: Plan): Plan =>
      addNote(plan, 'q1/outcome-1', {date: '2030-08', updates: ['The key was found.']})
    expect(change(page, edit).in).toEqual(["'''Note: August 2030'''", '* The key was found.'])
    expect(change(page, (plan) => setDate(plan, 'q1/outcome-1/2030-07', '2030-07-04')).in).toEqual([
      "'''Note: July 4, 2030'''"
    ])
  })

  it('should keep line ends, and a last line that does not end', () => {
    const windows = page.trimEnd().replaceAll('\n', '\r\n')
    const plan = addGoal(read(windows), 'q1/outcome-1', 'Paint the buoys')
    expect(toWikitext(plan, {source: windows})).toBe(
      windows.replace('nine -->', 'nine -->\r\n* Paint the buoys')
    )
    const last = addNote(read(windows), 'q1/outcome-1', {date: '2030-08', updates: []})
    expect(toWikitext(last, {source: windows})).toBe(`${windows}\r\n'''Note: August 2030'''`)
  })

  it('should put objectives above a new label of teams', () => {
    const source = '=== Outcome 1 ===\nPrimary team: Piers\n==== Goals ====\n* Wind the clocks\n'
    const json = toJson(read(source))
    const [outcome] = json.periods[0]!.sections
    const edited = {...outcome!, objectives: ['Ring on time'], dependencies: ['Ropes']}
    expect(apply(source, {...json, periods: [{...json.periods[0]!, sections: [edited]}]})).toBe(
      source.replace('Primary', '* Ring on time\nDependencies on: Ropes; Primary')
    )
  })

  it('should put the first outcome of a quarter behind what stands there', () => {
    const source = `${page}== Q2 ==\nNothing is planned yet.\n== See also ==\n`
    const plan = addSection(read(source), 'q2', {heading: 'Outcome 1'})
    expect(toWikitext(plan, {source})).toBe(source.replace('yet.\n', 'yet.\n=== Outcome 1 ===\n'))
  })

  it('should put a new outcome no deeper than the page has sections', () => {
    const source = '= Q1 =\n= Goals =\n* Wind the clocks\n= Q2 =\n'
    const plan = addSection(read(source), 'q2', {heading: 'Outcome 1'})
    expect(toWikitext(plan, {source})).toBe(`${source}= Outcome 1 =\n`)
  })

  it('should take a note that no line opens out with its last update', () => {
    const source = page.replace('Status ====\n', '$&* Nobody knew when.\n')
    const json = toJson(read(source))
    json.periods[0]!.sections[0]!.notes[0]!.updates = []
    expect(apply(source, json)).toBe(page)
  })

  it('should write a value so that it opens no list', () => {
    const source = page.replace('=== Out', ';Owner\n:Ada Fictional\n$&')
    const json = toJson(read(source))
    json.fields.push({label: 'Lamps', name: null, value: '* lit', links: []})
    expect(apply(source, json)).toBe(
      source.replace('Fictional\n', 'Fictional\n;Lamps\n:&#42; lit\n')
    )
  })

  it('should not nest the updates of an undated note as those of notes that are items', () => {
    const source = page.replace("'''Note: July 2030'''\n* ", '* Note: July 2030\n** ')
    const json = toJson(read(source))
    const updates = [{text: 'It rained.', statuses: [], links: [], updates: []}]
    json.periods[0]!.sections[0]!.notes.push({id: 'new', date: null, updates})
    expect(apply(source, json)).toBe(`${source}'''Note:'''\n* It rained.\n`)
  })

  it('should make a line of an item that is no note any more without its date', () => {
    const source = page.replace("'''Note: July 2030'''\n* ", '* Note: July 2030\n*# ')
    const json = toJson(read(source))
    json.periods[0]!.sections[0]!.notes[0]!.date = null
    expect(apply(source, json)).toBe(source.replace('* Note: July 2030\n*#', "'''Note:'''\n#"))
  })

  it('should put a status before a stretch marker, where the page does', () => {
    const source = page
      .replace('Wind the clocks {{done}}', '{{done}} [stretch] Wind the clocks')
      .replace('** Find the key {[in progress}}\n', '')
    const plan = setStatus(setStretch(read(source), oil, true), oil, 'done')
    expect(toWikitext(plan, {source})).toBe(source.replace('* Oil', '* {{done}} [stretch] Oil'))
  })

  it('should not open an update as the term beside whose date another stands', () => {
    const source = page.replace("'''Note: July 2030'''\n*", ';Note: July 2030 –')
    const json = toJson(read(source))
    const [update] = json.periods[0]!.sections[0]!.notes[0]!.updates
    update!.updates.push({text: 'It rained.', statuses: [], links: [], updates: []})
    expect(apply(source, json)).toBe(
      source.replace(
        ' – {{In progress}} The key was lost.\n',
        '\n* {{In progress}} The key was lost.\n** It rained.\n'
      )
    )
  })

  it('should take a tree that was edited in place', () => {
    const plan = read(page)
    const goals = plan.children.flatMap((period) =>
      period.type === 'period'
        ? period.children.flatMap((outcome) => (outcome.type === 'section' ? outcome.children : []))
        : []
    )
    const goal = goals.find((node) => node.type === 'goal')!
    goal.children = goal.children.filter((node) => node.type !== 'task')
    expect(toWikitext(plan, {source: page})).toBe(
      page.replace('** Find the key {[in progress}}\n', '')
    )
  })
})

describe('a quarter', () => {
  it('should go with its blank lines, where another thing comes before them', () => {
    const start = '<translate>\n== Q1 ==\n=== Outcome 1 ===\n==== Goals ====\n* Row\n'
    const source = `${start}\n== Q2 ==\n=== Outcome 2 ===\n==== Goals ====\n* Swim\n\n</translate>\n`
    const plan = remove(addGoal(read(source), 'q1/outcome-1', {text: 'Sail'}), 'q2')
    expect(toWikitext(plan, {source})).toBe(`${start}* Sail\n\n</translate>\n`)
  })

  it('should be named on a page that does not say it, where it is another than its place tells', () => {
    const json = toJson(read(page))
    const periods = json.periods.map((period) => ({...period, quarter: 3}))
    expect(apply(page, {...json, periods})).toBe(
      page.replace('=== Outcome 1', '=== Q3 ===\n=== Outcome 1')
    )
  })
})

describe('the name of a quarter', () => {
  const tab = (name: string): string =>
    `<tabs>\n<tab name="${name}">\n${page.slice(page.indexOf('=== Out'))}</tab>\n</tabs>\n`
  const named = (label: string): unknown => {
    const json = toJson(read(tab('Q1')))
    return {...json, periods: json.periods.map((period) => ({...period, label}))}
  }

  it('should stand where it stood', () => {
    expect(apply(tab('Q1'), named('Q1 (sun & rain)'))).toBe(tab('Q1 (sun & rain)'))
  })

  it('should be refused where the page would say another', () => {
    expect(() => apply(tab('Q1'), named('Q1 (&amp;)'))).toThrow(/its label would read as/)
  })

  it('should be in the words of the page', () => {
    const vocabulary = {headings: {quarter: ['Quartal'], outcome: ['Ergebnis']}}
    const source = tab('Quartal 1').replace('Outcome', 'Ergebnis')
    const plan = addPeriod(parse(source, {from: 'wikitext', vocabulary}), {quarter: 2}, null, {
      vocabulary
    })
    expect(toWikitext(plan, {source, vocabulary})).toBe(
      source.replace('</tab>', '</tab>\n<tab name="Quartal 2">\n</tab>')
    )
  })
})

describe('edits', () => {
  it('should be as small as they can be, in places of the page', () => {
    const plan = setText(setStatus(read(page), oil, 'done'), key, 'Find the keys')
    expect(edits(plan, {source: page})).toEqual([
      {start: page.indexOf(' {[in'), end: page.indexOf(' {[in'), text: 's'},
      {start: page.indexOf(' <!--'), end: page.indexOf(' <!--'), text: ' {{done}}'}
    ])
  })

  it('should say what is wrong with their arguments', () => {
    expect(() => edits(read(page), {source: 1 as never})).toThrow(
      new TypeError('options.source must be a string, not 1')
    )
    expect(() => applyEdits('ab', [{start: 1, end: 3, text: ''}])).toThrow(RangeError)
    expect(() =>
      applyEdits('ab', [
        {start: 1, end: 2, text: ''},
        {start: 0, end: 1, text: ''}
      ])
    ).toThrow(RangeError)
  })
})

describe('what a date and a note have beside their words', () => {
  const noted = (...lines: string[]): string =>
    ['== Outcome 1 ==', '=== Status ===', ...lines, ''].join('\n')
  const note = (id: string): string => `period-1/outcome-1/${id}`

  it.each([
    ['Note: August <!-- a Friday --> 2, 2030', 'Note: September 1, 2030<!-- a Friday -->'],
    [
      "'''Note: August 2<ref>Or 3</ref>, 2030''' – It rained.",
      "'''Note: September 1, 2030<ref>Or 3</ref>''' – It rained."
    ],
    [
      'Note: August <noinclude><!-- c --></noinclude> 2, 2030',
      'Note: September 1, 2030<noinclude><!-- c --></noinclude>'
    ],
    ["Note: <span id='x'></span>August 2, 2030", "Note: <span id='x'></span>September 1, 2030"]
  ])('should stay when the date changes: %s', (line, expected) => {
    const source = noted(line)
    const after = setDate(read(source), note('2030-08-02'), '2030-09-01')
    expect(toWikitext(after, {source})).toBe(noted(expected))
  })

  it('should stay when the date goes', () => {
    const source = noted("'''Note: August <!-- a Friday --> 2, 2030'''", '* It rained.')
    const json = toJson(read(source))
    json.periods[0]!.sections[0]!.notes[0]!.date = null
    expect(apply(source, json)).toBe(noted("'''Note:<!-- a Friday -->'''", '* It rained.'))
  })

  it('should not come to stand beside a new note', () => {
    const old = "'''Note: August 2, 2030''' [[File:Rain.png|thumb|Rain]]"
    const source = noted(old, '* It rained.')
    const after = addNote(read(source), 'period-1/outcome-1', {
      date: '2030-09-01',
      updates: ['So?']
    })
    expect(toWikitext(after, {source})).toBe(
      noted(old, '* It rained.', "'''Note: September 1, 2030'''", '* So?')
    )
  })
})

describe('what a goal has beside its words', () => {
  const goals = (...lines: string[]): string =>
    ['== Outcome 1 ==', '=== Goals ===', ...lines, ''].join('\n')
  const goal = 'period-1/outcome-1/row'

  it('should stay when its stretch marker goes', () => {
    const source = goals('* Stretch <span id="row"></span>: Row', '* Sail')
    expect(toWikitext(setStretch(read(source), goal, false), {source})).toBe(
      goals('* <span id="row"></span>Row', '* Sail')
    )
  })

  it('should not come to stand beside another', () => {
    const anchor = '<span id="row"></span>'
    const source = goals(`; ${anchor}Stretch ${anchor}: Row`, '* Oil the oars')
    const plan = addGoal(read(source), 'period-1/outcome-1', {text: 'Sail', stretch: true})
    expect(toWikitext(plan, {source})).toBe(
      goals(`; ${anchor}Stretch ${anchor}: Row`, '* Oil the oars', '; [stretch] Sail')
    )
  })
})

describe('apply', () => {
  it('should take plan JSON, tree JSON and Markdown, as data or as text', () => {
    const plan = setStatus(read(page), oil, 'done')
    const expected = toWikitext(plan, {source: page})
    const ways = [
      toJson(plan),
      JSON.stringify(toJson(plan)),
      structuredClone(plan),
      toMarkdown(plan)
    ]
    for (const edited of ways) expect(apply(page, edited)).toBe(expected)
  })

  it.each<[string, (json: PlanJson) => unknown, RegExp]>([
    [
      'what has no outcome',
      (json) => ({...json, periods: [{...json.periods[0], sections: []}]}),
      /no section and no goal/
    ],
    ['Markdown of something else', () => '# Shopping\n\n- oil', /no section and no goal/],
    [
      'a team with a comma',
      (json) => withTeam(json, 'Bells, whistles'),
      /number of primary teams here would be 2, not 1/
    ]
  ])('should refuse %s, and say why', (_, edit, reason) => {
    const edited = edit(toJson(read(page)))
    expect(() => apply(page, edited)).toThrow(EditError)
    expect(() => apply(page, edited)).toThrow(reason)
  })

  const linked = '== Outcome 1 ==\n=== Goals ===\n* See [[Boats]] and T123456 {{done}}\n* Row\n'

  it.each<[string, (json: PlanJson) => unknown, RegExp]>([
    [
      'a link whose words are not there',
      (json) => (firstGoal(json).links[0]!.text = 'lamps'),
      /goals\[0\]\.links\[0\]: is called `lamps`, which its text does not say/
    ],
    [
      'a link whose words went',
      (json) => (firstGoal(json).text = 'See T123456'),
      /goals\[0\]\.links\[0\]: is called `Boats`/
    ],
    [
      'a link within another',
      (json) => firstGoal(json).links.push({kind: 'wiki', target: 'Oat', text: 'oat'}),
      /goals\[0\]\.links\[2\]: is called `oat`/
    ],
    [
      'a task that is none',
      (json) => Object.assign(firstGoal(json).links[0]!, {kind: 'task'}),
      /goals\[0\]\.links\[0\]: has the target `Boats`, which is not a task/
    ],
    [
      'another spelling of a status that is another’s',
      (json) => (firstGoal(json).status!.raw = '{{stalled}}'),
      /its status would read as .*"raw":"\{\{Done\}\}".* not .*"raw":"\{\{stalled\}\}"/
    ],
    [
      'a quarter that is said to be on the page, and has no label',
      (json) => (json.periods[0]!.inferred = false),
      /its inferred would read as true, not false; it is worked out from label, quarter/
    ],
    [
      'a first day of a period of which nothing is known',
      (json) => (json.periods[0]!.start = '2030-07-01'),
      /its start would read as null, not "2030-07-01"; it is worked out from label, quarter/
    ]
  ])('should refuse %s', (_, edit, reason) => {
    const json = toJson(read(linked))
    edit(json)
    expect(() => apply(linked, json)).toThrow(reason)
  })

  it('should refuse another label of a fiscal year that no heading of the page says', () => {
    const source = `* '''FY30/31 owner''': Ada\n${linked}`
    const json = {...toJson(parse(source, {title: 'Goals/FY30/31'}))}
    expect(json).toMatchObject({heading: null, fiscalYear: {label: 'FY30/31'}})
    json.fiscalYear = {...json.fiscalYear!, label: 'FY31/32'}
    expect(() => apply(source, json)).toThrow(/its fiscalYear would read as/)
  })

  it('should refuse a status of a tree that no page would say', () => {
    const tree = JSON.stringify(parse(page, {from: 'wikitext'}))
    const edited = tree.replace(
      '"value":"done","label":"Done"',
      '"value":"banana","label":"Banana"'
    )
    expect(edited).not.toBe(tree)
    expect(() => apply(page, edited)).toThrow(/its status would read as null, not /)
  })

  it('should say what is wrong with its arguments', () => {
    expect(() => apply(1 as never, {})).toThrow(
      new TypeError('The page must be a string, not number')
    )
    expect(() => apply(page, 'x', {from: 'html' as never})).toThrow(
      /options.from must be 'json', 'markdown' or 'auto'/
    )
    expect(() => apply(page, '{"version"')).toThrow(PlanJsonError)
    expect(() => apply(page, '{"version"')).toThrow('(document): is not JSON: ')
    expect(() => apply(page, {version: 1})).toThrow(/version: must be 2, not/)
  })
})

describe('many edits', () => {
  const countWork = startCounting()
  const times = (size: number, line: (at: number) => string): string =>
    Array.from({length: size}, (_, at) => line(at)).join('')
  /** A page with as many goals, notes, fields and teams. */
  const longPage = (size: number): string =>
    page
      .replace('=== Out', times(size, (at) => `* '''Label ${at}''': value\n`) + '=== Out')
      .replace(
        '==== Goals',
        `''Primary teams: Piers${times(size, (at) => `, Team ${at}`)}''\n==== Goals`
      )
      .replace('* Oil', times(size, (at) => `* Lamp ${at} {{done}}\n`) + '* Oil')
      .concat(times(size, (at) => `'''Note: July ${(at % 31) + 1}, 2030'''\n`))

  it.each<[string, (outcome: SectionJson, plan: PlanJson) => void]>([
    ['statuses', ({goals}) => goals.forEach((goal) => (goal.status = null))],
    ['titles', ({goals}) => goals.forEach((goal) => (goal.text += ' again'))],
    ['goals taken out', (outcome) => (outcome.goals = outcome.goals.filter((_, at) => at % 2))],
    ['goals in another order', ({goals}) => goals.reverse()],
    [
      'new goals',
      (outcome) =>
        (outcome.goals = outcome.goals.flatMap((goal) => [goal, {...goal, id: `${goal.id}-new`}]))
    ],
    [
      'new tasks',
      ({goals}) =>
        goals.forEach((goal, at) => {
          goal.tasks.push({
            ...goal,
            id: `new-${at}`,
            type: 'task',
            text: 'Oil it',
            status: null,
            stretch: false,
            links: [],
            tasks: []
          })
        })
    ],
    [
      'new updates',
      ({notes}) =>
        notes.forEach(({updates}) =>
          updates.push({text: 'All is well.', statuses: [], links: [], updates: []})
        )
    ],
    [
      'new notes',
      (outcome) =>
        (outcome.notes = outcome.notes.flatMap((note, at) => [note, {...note, id: `new-${at}`}]))
    ],
    [
      'new fields',
      (_, plan) =>
        (plan.fields = plan.fields.flatMap((field) => [
          field,
          {...field, label: `${field.label} b`}
        ]))
    ],
    [
      'fewer teams',
      (outcome) => (outcome.primaryTeams = outcome.primaryTeams.filter((_, at) => at % 2))
    ]
  ])('should take work by their number only: %s', (_, edit) => {
    const [small, large] = [50, 400].map((size) => {
      const source = longPage(size)
      const json = toJson(read(source))
      edit(json.periods[0]!.sections[0]!, json)
      return countWork(() => void apply(source, json))
    })
    expect(large! / small!).toBeLessThan(10)
  })

  it('should take work by their number only: new sections', () => {
    const [small, large] = [50, 400].map((size) => {
      const source = times(
        size,
        (at) => `=== Outcome ${at}.1 ===\n==== Goals ====\n* Ring\n=== Outcome ${at}.2 ===\n`
      )
      const json = toJson(read(source))
      const [goal] = json.periods[0]!.sections[0]!.goals
      for (const {sections} of json.periods)
        for (const [at, {id, goals}] of sections.entries())
          if (at % 2 === 1) goals.push({...goal!, id: `${id}/ring`})
      return countWork(() => void apply(source, json))
    })
    expect(large! / small!).toBeLessThan(10)
  })
})

function withTeam(json: PlanJson, name: string): PlanJson {
  const [period] = json.periods
  const sections = period!.sections.map((outcome) => ({...outcome, primaryTeams: [name]}))
  return {...json, periods: [{...period!, sections}]}
}

describe('a thing that the page cannot say', () => {
  it('is named', () => {
    const plan = toJson(read(page))
    const section = {heading: 'Goals', goals: [{text: 'Row'}]}
    const edited = {
      ...plan,
      periods: [{...plan.periods[0]!, sections: [...plan.periods[0]!.sections, section]}]
    }
    expect(() => apply(page, edited)).toThrow('"Goals" would not be read as one')
  })
})

describe('what the page has once', () => {
  const start = '== Outcome 1 ==\n=== Goals ===\n'

  it.each([
    [`${start}<noinclude>\n* a\n* c</noinclude>\n`, '</noinclude>'],
    [`${start}* a\n* b<noinclude>\n[[Category:X]]</noinclude>\n`, '<noinclude>'],
    [`${start}==== A ====\n==== B ==== <includeonly>x</includeonly>\n`, '<includeonly>'],
    [`${start}==== A ====\n==== B ==== __NOTOC__\n`, '__NOTOC__']
  ])('is not on it twice when goals change places: %j', (source, once) => {
    const json = toJson(read(source))
    json.periods[0]!.sections[0]!.goals.reverse()
    expect(() => apply(source, json)).toThrow(`\`${once}\` would be on the page twice`)
  })
})

it('gives a page back that has half a pair of tags for translation within a marker', () => {
  const source = '=== Outcome 1 ===\n* Burn the ends <<Done<translate>lk status, FY30/31 ==\n'
  expect(toWikitext(read(source), {source})).toBe(source)
  expect(apply(source, toJson(read(source)))).toBe(source)
})

it('keeps markers where half a pair of tags parts what the page says', () => {
  const source =
    '<translate>\n== Outcome 1 == <!--T:1-->\n=== Goals === <!--T:2-->\n* Row {{done}}\n</translate>\n* Burn <<Done<translate>lk\n'
  const goal = firstGoal(toJson(read(source))).id
  expect(toWikitext(setText(read(source), goal, 'Sail'), {source})).toBe(
    source.replace('Row', 'Sail')
  )
})

describe('periods that have no name', () => {
  const sections = (n: number): object[] => [{heading: `Outcome ${n}`, goals: [{text: 'Swim'}]}]
  const nameless =
    /neither a label nor a quarter tells its sections from those of the period before it/
  const tab = (name: string): string =>
    `<tab name="${name}">\n=== Outcome 1 ===\n==== Goals ====\n* Row\n</tab>\n`
  const tabs = `<tabs>\n${tab('Q1')}${tab('Q2')}</tabs>\n`

  it('should be refused in a page of tabs, which would have one without a name', () => {
    const plan = parse(tabs, {from: 'wikitext'})
    const edited = addPeriod(plan, {sections: [{heading: 'Outcome 1', goals: ['Swim']}]})
    expect(() => toWikitext(edited, {source: tabs})).toThrow(nameless)
    const json = {...toJson(plan), periods: [...toJson(plan).periods, {sections: sections(1)}]}
    expect(() => apply(tabs, json)).toThrow(nameless)
  })

  it('should be refused behind a quarter that is written anew', () => {
    for (const heading of [null, 'Ferry goals for FY30/31']) {
      const periods = [{quarter: 1, sections: sections(1)}, {sections: sections(3)}]
      const plan = fromJson({version: 2, heading, periods})
      expect(() => toWikitext(plan)).toThrow(EditError)
      expect(() => toWikitext(plan)).toThrow(nameless)
      expect(() => toMarkdown(plan)).toThrow(nameless)
    }
  })

  it('should be kept where their numbers tell them', () => {
    const plan = fromJson({version: 2, periods: [{sections: sections(3)}, {sections: sections(1)}]})
    for (const again of [
      parse(toWikitext(plan), {from: 'wikitext'}),
      parse(toMarkdown(plan), {from: 'markdown'})
    ])
      expect(toJson(again).periods.map(({sections}) => sections[0]!.heading)).toEqual([
        'Outcome 3',
        'Outcome 1'
      ])
  })

  it('should be named as such where a page would have fewer', () => {
    const plan = toJson(parse(page, {from: 'wikitext'}))
    const periods = [...plan.periods, ...[1, 1, 1, 1].map((n) => ({sections: sections(n)}))]
    expect(() => apply(page, {...plan, periods})).toThrow(nameless)
  })

  it('should say which quarters there are', () => {
    const plan = toJson(parse(page, {from: 'wikitext'}))
    const periods = [{...plan.periods[0], quarter: 5}]
    expect(() => apply(page, {...plan, periods})).toThrow(
      'periods[0].quarter: must be a quarter from 1 to 4, not 5'
    )
  })
})

describe('tags without another half', () => {
  const small = (...items: string[]): string =>
    ['=== Outcome 1 ===', '==== Goals ====', ...items, ''].join('\n')

  it.each([
    ['a closing one', '* B</small>'],
    ['an opening one', '* <small>B'],
    ['one before more words', '* B</small> C']
  ])('should go with the goal that they stand in: %s', (_, item) => {
    const source = small('* A', item, '* D')
    const plan = parse(source, {from: 'wikitext'})
    const {id} = toJson(plan).periods[0]!.sections[0]!.goals[1]!
    expect(toWikitext(remove(plan, id), {source})).toBe(small('* A', '* D'))
  })

  it('should stay where their other half does', () => {
    const source = small('<div class="a">', '* A', '* B', '</div>')
    const plan = parse(source, {from: 'wikitext'})
    const edited = toWikitext(remove(plan, 'period-1/outcome-1/b'), {source})
    expect(edited).toBe(small('<div class="a">', '* A', '</div>'))
  })
})

describe('why an edit does not fit', () => {
  /** Applies the page's plan JSON with a change of its first section. */
  function edited(change: (section: SectionJson) => object): string {
    const plan = toJson(parse(page, {from: 'wikitext'}))
    const [period] = plan.periods
    const [section] = period!.sections
    return apply(page, {
      ...plan,
      periods: [{...period, sections: [{...section, ...change(section!)}]}]
    })
  }

  it.each<[string, object, string]>([
    [
      'a heading that is no section’s',
      {heading: 'Goals'},
      'its heading would read as null, not "Goals"; a section has a heading that is no other heading of plans'
    ],
    [
      'numbers that the heading contradicts',
      {heading: 'Outcome 3', numbers: {outcome: ['2']}},
      'its numbers would read as {"outcome":["3"]}, not {"outcome":["2"]}; it is worked out from heading'
    ]
  ])('should be said: %s', (_, change, reason) => {
    expect(() => edited(() => change)).toThrow(reason)
  })

  it('should be said of what has no id by what it is called', () => {
    const plan = toJson(parse(page, {from: 'wikitext'}))
    const added = {heading: 'Outcome 2', numbers: {outcome: ['3']}, goals: [{text: 'Swim'}]}
    const periods = [{...plan.periods[0], sections: [...plan.periods[0]!.sections, added]}]
    expect(() => apply(page, {...plan, periods})).toThrow(
      'of the section "Outcome 2" its numbers would read as {"outcome":["2"]}'
    )
  })

  it('should not be said where the heading can follow its numbers', () => {
    expect(edited(() => ({numbers: {outcome: ['2']}}))).toBe(page.replace('Outcome 1', 'Outcome 2'))
    expect(edited(() => ({qualifier: 'Bells'}))).toBe(
      page.replace('Outcome 1', 'Outcome 1 (Bells)')
    )
  })

  it('should name the tag that Markdown cannot put in', () => {
    const markdown = toMarkdown(parse(page, {from: 'wikitext'}))
    expect(() => apply(page, markdown.replace('Oil the', '<b>Oil</b> all the'))).toThrow(
      'the page would not show the tag `<b>`: Markdown can change words, links and statuses alone'
    )
  })

  it('should be needless of a goal that is nothing but its status', () => {
    const result = edited(({goals: [goal, ...rest]}) => ({goals: [{...goal, text: ''}, ...rest]}))
    const [section] = toJson(parse(result, {from: 'wikitext'})).periods[0]!.sections
    expect(section!.goals[0]).toMatchObject({text: '', status: {value: 'done'}})
    expect(section!.goals[0]!.tasks).toHaveLength(1)
    expect(() =>
      edited(({goals: [goal, ...rest]}) => ({goals: [{...goal, text: '', status: null}, ...rest]}))
    ).toThrow(EditError)
  })
})
