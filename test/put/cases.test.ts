/** Edits as people made them and saw them go wrong, and what they expected to see. */
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {
  addNote,
  addSection,
  apply,
  EditError,
  move,
  parse,
  remove,
  setHeading,
  setStatement,
  setStatus,
  setTeams,
  toJson,
  toMarkdown,
  toWikitext,
  type FieldJson,
  type ItemJson,
  type NoteJson,
  type Plan,
  type SectionJson
} from '../../src/index.ts'
import {lintPage} from '../lint/utils.ts'

const read = (page: string): Plan => parse(page, {from: 'wikitext'})

/** The page after an edit by code. */
function byCode(page: string, edit: (plan: Plan) => Plan): string {
  return toWikitext(edit(read(page)), {source: page})
}

/** The page after an edit of its sections in plan JSON. */
function byJson(page: string, edit: (sections: SectionJson[]) => void): string {
  const plan = structuredClone(toJson(read(page)))
  edit(plan.periods[0]!.sections)
  return apply(page, plan)
}

function linesOf(...lines: string[]): string {
  return [...lines, ''].join('\n')
}

/** A page of these lines below its heading of goals. */
function goals(...lines: string[]): string {
  return linesOf('== Outcome 1 ==', '=== Goals ===', ...lines)
}

// New things, as a person writes them: without ids and empty lists.
const owner = {label: 'Owner', value: 'Ada'} as FieldJson
const note = {
  date: '2030-08-01',
  updates: [{text: 'Tar came.'}]
} as unknown as NoteJson

describe('what a goal has besides its text and tasks', () => {
  const page = goals(
    '* Tar the hulls {{done}}',
    "*: ''Dependencies on: Keepers; Primary team: Piers''",
    "*:'''ETA''': March 2031",
    '** July 3, 2030: Tar came.',
    '** Buy tar',
    '* Wind the clocks',
    '** Buy a key'
  )
  const changed = (edit: (goals: ItemJson[]) => void): string =>
    byJson(page, ([section]) => edit(section!.goals))

  it.each<[string, (goals: ItemJson[]) => void, out: string[], come: string[]]>([
    [
      'a field comes below the others',
      ([tar]) => tar!.fields.push(owner),
      [],
      ["*:'''ETA''': March 2031", "*:'''Owner''': Ada"]
    ],
    [
      'a field comes below a goal that has none',
      ([, wind]) => wind!.fields.push(owner),
      [],
      ['* Wind the clocks', "*:'''Owner''': Ada"]
    ],
    [
      'a field comes below a task',
      ([tar]) => tar!.tasks[0]!.fields.push(owner),
      [],
      ['** Buy tar', "**:'''Owner''': Ada"]
    ],
    [
      'a field says something else',
      ([tar]) => Object.assign(tar!.fields[0]!, {label: 'When', value: 'May'}),
      ["*:'''ETA''': March 2031"],
      ["*:'''When''': May"]
    ],
    [
      'a field loses its value',
      ([tar]) => (tar!.fields[0]!.value = ''),
      ["*:'''ETA''': March 2031"],
      ["*:'''ETA''':"]
    ],
    ['a field goes', ([tar]) => tar!.fields.pop(), ["*:'''ETA''': March 2031"], []],
    [
      'a field moves to another goal',
      ([tar, wind]) => wind!.fields.push(tar!.fields.pop()!),
      [],
      ['* Wind the clocks', "*:'''ETA''': March 2031", '** Buy a key']
    ],
    [
      'a team comes',
      ([tar]) => tar!.dependencies.push('Boats'),
      ["*: ''Dependencies on: Keepers; Primary team: Piers''"],
      ["*: ''Dependencies on: Keepers, Boats; Primary team: Piers''"]
    ],
    [
      'the teams of one kind go',
      ([tar]) => (tar!.dependencies = []),
      ["*: ''Dependencies on: Keepers; Primary team: Piers''"],
      ["*: ''Primary team: Piers''"]
    ],
    [
      'teams come to a goal that has none',
      ([, wind]) => Object.assign(wind!, {dependencies: ['A'], primaryTeams: ['B', 'C']}),
      [],
      ['* Wind the clocks', "*: ''Dependencies on: A; Primary teams: B, C''", '** Buy a key']
    ],
    [
      'a note comes before the tasks',
      ([, wind]) => wind!.notes.push(note),
      [],
      ['* Wind the clocks', '** August 1, 2030: Tar came.', '** Buy a key']
    ],
    ['a note goes', ([tar]) => tar!.notes.pop(), ['** July 3, 2030: Tar came.'], []]
  ])('%s', (_, edit, out, come) => {
    const result = changed(edit)
    const was = page.split('\n')
    for (const line of out) expect(result.split('\n')).not.toContain(line)
    expect(result).toContain(come.join('\n'))
    const kept = was.filter((line) => !out.includes(line) && !come.includes(line))
    expect(result.split('\n').filter((line) => kept.includes(line))).toEqual(kept)
  })

  it('comes with a new goal, a new task and a goal that becomes a task', () => {
    const full = {text: 'Row', fields: [owner], dependencies: ['A'], notes: [note]}
    const lines = (marks: string): string[] => [
      `${marks} Row`,
      `${marks}: ''Dependencies on: A''`,
      `${marks}:'''Owner''': Ada`,
      `${marks}* August 1, 2030: Tar came.`
    ]
    expect(changed((list) => list.push(full as never))).toContain(lines('*').join('\n'))
    expect(changed(([, wind]) => wind!.tasks.push(full as never))).toContain(lines('**').join('\n'))
    const moved = changed((list) => {
      const [tar] = list.splice(0, 1)
      list[0]!.tasks.push({...tar!, type: 'task'})
    })
    expect(moved).toBe(
      goals(
        '* Wind the clocks',
        '** Buy a key',
        '** Tar the hulls {{done}}',
        "**: ''Dependencies on: Keepers; Primary team: Piers''",
        "**:'''ETA''': March 2031",
        '*** July 3, 2030: Tar came.',
        '*** Buy tar'
      )
    )
  })

  it('stands below a goal that is a heading', () => {
    const headed = goals('==== Tar the hulls ====', '* Buy tar')
    const result = byJson(headed, ([section]) =>
      Object.assign(section!.goals[0]!, {fields: [owner], primaryTeams: ['B'], notes: [note]})
    )
    expect(result).toBe(
      goals(
        '==== Tar the hulls ====',
        "''Primary team: B''",
        "'''Owner''': Ada",
        '* August 1, 2030',
        '** Tar came.',
        '* Buy tar'
      )
    )
  })
})

describe('sections', () => {
  const page = linesOf(
    '== Program 1 ==',
    "'''Manager:''' Ada",
    '',
    '=== Outcome 1 ===',
    '==== Goals ====',
    '* A',
    '<!-- about the bells -->',
    '* B',
    '',
    '== Program 2 ==',
    '=== Outcome 2 ===',
    '==== Goals ====',
    '* C'
  )

  it('get fields like those of others', () => {
    expect(byJson(page, ([, second]) => second!.fields.push(owner))).toBe(
      page.replace('== Program 2 ==\n', "== Program 2 ==\n'''Owner:''' Ada\n")
    )
  })

  it('get a field and notes where the page has none', () => {
    const plain = goals('* A')
    const result = byJson(plain, ([section]) =>
      Object.assign(section!, {fields: [owner], notes: [note]})
    )
    expect(result).toBe(
      linesOf(
        ...['== Outcome 1 ==', "'''Owner''': Ada", '=== Goals ===', '* A', '=== Status ==='],
        ...["'''Note: August 1, 2030'''", '* Tar came.']
      )
    )
  })

  it('get a section within, with sections of its own', () => {
    const inner = {
      heading: 'Outcome 3',
      goals: [{text: 'X'}],
      sections: [{heading: 'Output 4', goals: [{text: 'Y'}]}]
    }
    const lines = [
      ...['=== Outcome 3 ===', '==== Goals ====', '* X'],
      ...['==== Output 4 ====', '===== Goals =====', '* Y']
    ]
    expect(byJson(page, ([first]) => first!.sections.push(inner as never))).toContain(
      linesOf('* B', '', ...lines, '', '== Program 2 ==')
    )
  })

  it('lose a section within', () => {
    expect(byJson(page, ([, second]) => (second!.sections = []))).toBe(
      page.slice(0, page.indexOf('=== Outcome 2'))
    )
  })

  it('give a section to another, and to the page, where its headings are as deep as they should be', () => {
    const lines = ['=== Outcome 1 ===', '==== Goals ====', '* A', '<!-- about the bells -->', '* B']
    const moved = byJson(page, ([first, second]) => second!.sections.push(first!.sections.pop()!))
    expect(moved).toContain(linesOf('* C', '', ...lines))
    expect(moved).not.toContain(linesOf("'''Manager:''' Ada", '', ...lines))
    const out = byJson(page, (sections) => sections.push(sections[0]!.sections.pop()!))
    expect(out).toContain(linesOf(...lines.map((line) => line.replace(/^==|==$/g, '='))))
  })

  it('say their code in the heading', () => {
    const strategy = linesOf('== Strategy C1: Row ==', '=== Goals ===', '* A')
    expect(byJson(strategy, ([section]) => (section!.code = 'C2'))).toBe(
      strategy.replace('C1', 'C2')
    )
  })
})

describe('a statement that its heading said, and that is set with the heading', () => {
  const page = linesOf('=== Outcome 1: All ferries keep time ===', '==== Goals ====', '* A')
  const expected = linesOf('=== Outcome 2 ===', "'''Boats run'''", '==== Goals ====', '* A')
  const {id} = toJson(read(page)).periods[0]!.sections[0]!

  it('is on the page by code', () => {
    expect(
      byCode(page, (plan) => setStatement(setHeading(plan, id, 'Outcome 2'), id, 'Boats run'))
    ).toBe(expected)
  })

  it('is on the page by JSON', () => {
    const edit = {heading: 'Outcome 2', statement: 'Boats run'}
    expect(byJson(page, ([section]) => Object.assign(section!, edit))).toBe(expected)
  })

  it('is on the page by Markdown', () => {
    const markdown = toMarkdown(read(page)).replace(
      'Outcome 1: All ferries keep time',
      'Outcome 2\n\n**Boats run**'
    )
    expect(apply(page, markdown, {from: 'markdown'})).toBe(expected)
  })

  it('is written once on a new page', () => {
    const plan = {...read(page)}
    expect(toWikitext(plan).match(/All ferries keep time/g)).toHaveLength(1)
  })
})

describe('a new note', () => {
  it.each([
    ["'''[[Log|Note: August 14, 2030]]'''", "'''Note: January 5, 2031'''"],
    ["'''Note: [http://a.example/july July 14, 2030]'''", "'''Note: January 5, 2031'''"],
    [';[[Log|Note: August 14, 2030]]', ';Note: January 5, 2031'],
    ['==== [[Log|Note: August 14, 2030]] ====', '==== Note: January 5, 2031 ===='],
    ['[[Log|Note: August 14, 2030]]', 'Note: January 5, 2031'],
    ["'''Note: August 14, 2030'''<ref>Minutes</ref>", "'''Note: January 5, 2031'''"]
  ])('beside %s does not link or refer to what that does', (head, expected) => {
    const page = goals('* A', '=== Status ===', head, '* a')
    const fresh = {date: '2031-01-05', updates: [{text: 'x'}]}
    const result = byJson(page, ([section]) => section!.notes.push(fresh as never))
    expect(result).toBe(page + linesOf(expected, '* x'))
  })
})

describe('a status that is cleared', () => {
  it.each([
    ["* Wind '''{{done}}'''", '* Wind'],
    ['* Wind – {{done}}.', '* Wind'],
    ['* Wind ({{done}}).', '* Wind'],
    ["* '''Wind''' – '''{{done}}''';", "* '''Wind'''"],
    ["* '''Wind {{done}}.'''", "* '''Wind'''"],
    ["* ''{{done}}'' Wind", '* Wind'],
    ['==== Wind – {{done}}. ====', '==== Wind ====']
  ])('takes its quotes, stop and dash with it: %s', (line, expected) => {
    const clear = (plan: Plan): Plan => setStatus(plan, 'period-1/outcome-1/wind', null)
    expect(byCode(goals(line), clear)).toBe(goals(expected))
  })
})

describe('a status', () => {
  it('is not put beside a template that looks like another', () => {
    const set = (line: string) => () =>
      byCode(goals(line), (plan) => setStatus(plan, 'period-1/outcome-1/wind', 'blocked'))
    expect(set('* Wind {{wobbly}}')).toThrow(EditError)
    expect(set('* {{wobbly}} Wind')).toThrow(
      /unknown template `{{wobbly}}` is in the place of its status/
    )
  })
})

describe('a comment over the next thing', () => {
  it.each([
    ['an item', ['* Wind', '<!-- about ring -->', '* Ring']],
    ['an item with tasks', ['* Wind', '** a', '<!-- about', 'ring -->', '* Ring']]
  ])('stays when %s before it is removed', (_, lines) => {
    const kept = lines.slice(lines.findIndex((line) => line.startsWith('<!--')))
    expect(byCode(goals(...lines), (plan) => remove(plan, 'period-1/outcome-1/wind'))).toBe(
      goals(...kept)
    )
  })

  it('stays over it when something is added before', () => {
    const page = goals('* Wind', '<!-- about ring -->', '* Ring')
    const result = byJson(page, ([section]) => section!.goals.splice(1, 0, {text: 'Oil'} as never))
    expect(result).toBe(goals('* Wind', '* Oil', '<!-- about ring -->', '* Ring'))
  })
})

describe('a place that was known', () => {
  it('is that of a tab’s name, and not of its other attributes', () => {
    const page = linesOf(
      '<tab name="Q1" title="Q1">',
      '== Outcome 1 ==',
      '=== Goals ===',
      '* A',
      '</tab>'
    )
    const plan = structuredClone(toJson(read(page)))
    Object.assign(plan.periods[0]!, {label: 'Q2', quarter: 2})
    expect(apply(page, plan)).toBe(page.replace('name="Q1"', 'name="Q2"'))
  })

  it('is that of a label in a tag', () => {
    const page = linesOf(`* <span class="Owner">'''Owner'''</span>: Ada`) + goals('* A')
    const plan = structuredClone(toJson(read(page)))
    plan.fields[0]!.label = 'Chief'
    expect(apply(page, plan)).toBe(page.replace("'''Owner'''", "'''Chief'''"))
  })

  it('is that of the plan’s heading, and not of a line with its words', () => {
    const page = linesOf('= Boats FY30/31 =', 'Boats FY30/31', '') + goals('* A')
    const plan = structuredClone(toJson(read(page)))
    plan.heading = 'Ships FY30/31'
    expect(apply(page, plan)).toBe(page.replace('= Boats', '= Ships'))
  })
})

describe('a link with a bar in its address', () => {
  it('is the same on a new page, and in a new goal', () => {
    const page = goals('* Ring [http://a.example/?a=b|c the bell]')
    const links = (source: string) =>
      toJson(read(source)).periods[0]!.sections[0]!.goals.map((goal) => goal.links)
    expect(links(toWikitext(read(page)))).toEqual(links(page))
    const result = byJson(page, ([section]) => {
      const [goal] = section!.goals
      section!.goals.push({...goal!, id: '', text: 'Hear the bell'})
    })
    expect(result).toBe(page + linesOf('* Hear [http://a.example/?a=b|c the bell]'))
  })
})

describe('a paragraph', () => {
  it('that introduces a list is no goal', () => {
    const {goals: found} = toJson(read(goals('We want to:', '* Wind {{done}}', '* Ring')))
      .periods[0]!.sections[0]!
    expect(found.map(({text}) => text)).toEqual(['Wind', 'Ring'])
  })
})

describe('a status on a line of its own', () => {
  it('is no goal, and is reported', () => {
    const file = new VFile(goals('* Wind the clock', '{{done}}', '* Ring the bell'))
    const [section] = toJson(parse(file)).periods[0]!.sections
    expect(section!.goals.map(({text, status, tasks}) => [text, status, tasks.length])).toEqual([
      ['Wind the clock', null, 0],
      ['Ring the bell', null, 0]
    ])
    expect(file.messages.map(({ruleId, line}) => [ruleId, line])).toContainEqual([
      'status-stray',
      4
    ])
  })
})

describe('labelled lines that a `<br>` parts', () => {
  const fields = "'''Goal Owner''': Ada<br>'''Manager''': Bo"
  const page = linesOf(
    ...['== Goals for FY30/31 ==', fields, '=== Outcome 1 ==='],
    ...["''Primary teams: A''<br>''Dependencies on: B''", '==== Goals ====', '* Wind']
  )
  const plan = toJson(read(page))

  it('are two fields, and a list of teams each', () => {
    expect(plan.fields.map(({label, value}) => [label, value])).toEqual([
      ['Goal Owner', 'Ada'],
      ['Manager', 'Bo']
    ])
    const [section] = plan.periods[0]!.sections
    expect(section).toMatchObject({primaryTeams: ['A'], dependencies: ['B']})
  })

  it.each<[string, (fields: FieldJson[]) => void, string]>([
    [
      'change',
      ([, second]) => (second!.value = 'Cy'),
      "'''Goal Owner''': Ada<br>'''Manager''': Cy"
    ],
    ['go', (list) => list.shift(), "'''Manager''': Bo"],
    ['go', (list) => list.pop(), "'''Goal Owner''': Ada"],
    ['come', (list) => list.push(owner), `${fields}\n'''Owner''': Ada`],
    ['change places', (list) => list.reverse(), "'''Manager''': Bo\n'''Goal Owner''': Ada"]
  ])('%s', (_, edit, expected) => {
    const edited = structuredClone(plan)
    edit(edited.fields)
    expect(apply(page, edited)).toBe(page.replace(fields, expected))
  })

  it('are one text where they have no labels', () => {
    const [section] = toJson(
      read(linesOf('== Outcome 1 ==', 'Boats<br>run', '=== Goals ===', '* A'))
    ).periods[0]!.sections
    expect(section!.statement).toBe('Boats run')
  })
})

describe('a date with a no-break space', () => {
  it('is reported with what is odd about it', () => {
    const page = goals('* A', '=== Status ===', "'''Note: August\u00A014, 2030'''", '* a')
    const {messages} = lintPage(page)
    expect(messages.find(({ruleId}) => ruleId === 'date-odd')?.reason).toContain('no-break space')
  })
})

describe('plan JSON', () => {
  it('may have lost its ids, and have a new thing without one', () => {
    const page = goals('* A', '* B')
    const text = JSON.stringify(toJson(read(page)), (key, value: unknown) =>
      key === 'id' ? undefined : value
    )
    expect(apply(page, text)).toBe(page)
    const add = (sections: SectionJson[]): unknown =>
      sections[0]!.goals.push({id: null, text: 'C'} as never)
    expect(byJson(page, add)).toBe(goals('* A', '* B', '* C'))
  })

  it('whose date says another precision than its value is refused by its path', () => {
    const page = goals('* A', '=== Status ===', "'''Note: August 14, 2030'''", '* a')
    const edit = ([section]: SectionJson[]): unknown =>
      Object.assign(section!.notes[0]!.date!, {value: '2030-09'})
    expect(() => byJson(page, edit)).toThrow(/notes\[0\]\.date\.precision/)
  })
})

describe('a status or date that plan JSON gives by its value', () => {
  const page = linesOf(
    '== Outcome 1 ==',
    '=== Goals ===',
    '* Wind the clocks <<done>>',
    '=== Status ===',
    "'''14 August 2030'''",
    '* <<stalled>> The key is gone.'
  )
  const edited = (status: string, date: string, statuses: string[]): string =>
    byJson(page, ([section]) => {
      Object.assign(section!.goals[0]!, {status})
      Object.assign(section!.notes[0]!, {date})
      Object.assign(section!.notes[0]!.updates[0]!, {statuses})
    })

  it('is spelt as the page has it, where it is the same', () => {
    expect(edited('done', '2030-08-14', ['Stalled'])).toBe(page)
  })

  it('is spelt as its neighbours are, where it is another', () => {
    expect(edited('blocked', '2030-08-15', ['done'])).toBe(
      page
        .replace('<<done>>', '<<blocked>>')
        .replace('14 August', '15 August')
        .replace('<<stalled>>', '<<done>>')
    )
  })
})

describe('a document of another page', () => {
  it('is refused, though it shares a heading and a goal', () => {
    const all = ['Wind the clocks', ...'ABCDEFGH'].map((text) => `* ${text} ${text} ${text}`)
    const other = ['Wind the clocks', ...'STUVWXYZ'].map((text) => `* ${text} ${text} ${text}`)
    const plan = {...toJson(read(goals(...other))), source: null}
    expect(() => apply(goals(...all), plan)).toThrow('it is the plan of another page')
  })
})

describe('what an edit would lose', () => {
  const opening = ['== Plan FY30/31 ==', '=== Outcome 1 ===', '==== Goals ====']
  const wind = 'q1/outcome-1/wind'

  it.each<[string, string[], string, string]>([
    [
      'lines under a goal that is a heading, where an item goes behind it',
      ['* Wind', '===== Bake =====', '<!-- keep -->', '<div id="k"></div>', '* z'],
      'q1/outcome-1',
      '<!-- keep -->'
    ],
    [
      'a reference behind a goal that goes among others of another form',
      [
        ...["\'\'\'Wind\'\'\' {{done}} <ref>keep</ref>", '* a'],
        ...['=== Outcome 2 ===', '==== Goals ====', '* Bake', '** b']
      ],
      'q1/outcome-2',
      '<ref>keep</ref>'
    ]
  ])('is a reason to refuse it: %s', (_, below, parent, kept) => {
    const page = linesOf(...opening, ...below)
    expect(() => byCode(page, (plan) => move(plan, wind, parent))).toThrow(EditError)
    expect(() => byCode(page, (plan) => move(plan, wind, parent))).toThrow(
      `\`${kept}\` would be lost from the page`
    )
  })
})

describe('quarters of which nothing is known', () => {
  const page = linesOf(
    ...[1, 2, 3].flatMap((number) => [
      `=== Outcome ${number} ===`,
      '==== Goals ====',
      `* ${number}`
    ])
  )

  it('are not more than they were given', () => {
    const [, second] = toJson(read(page)).periods[0]!.sections
    expect(() => byCode(page, (plan) => setHeading(plan, second!.id, 'Outcome 5'))).toThrow(
      'the number of periods here would be 2, not 1'
    )
    expect(() => byJson(page, (sections) => sections.reverse())).toThrow(EditError)
  })
})

describe('plan JSON that nests deeper than any page', () => {
  it('is refused, and no stack overflows', () => {
    const deep = '[{"text":"x","tasks":'.repeat(5000) + '[]' + '}]'.repeat(5000)
    const json = JSON.stringify(toJson(read(goals('* a')))).replace('"tasks":[]', `"tasks":${deep}`)
    expect(() => apply(goals('* a'), json)).toThrow('nests deeper than 500 levels')
  })
})

describe('a dash with nothing behind it', () => {
  it.each(['-', '–', '---', '- :', '- <!-- c -->'])('is no remark: %s', (dash) => {
    const page = goals(`* Wind {{done}} ${dash}`, '* Ring')
    expect(toJson(read(page)).periods[0]!.sections[0]!.goals[0]!.remark).toBe(null)
    expect(apply(page, toJson(read(page)))).toBe(page)
    expect(byJson(page, ([section]) => Object.assign(section!.goals[1]!, {text: 'Sing'}))).toBe(
      page.replace('Ring', 'Sing')
    )
  })
})

describe('by code', () => {
  const page = linesOf(
    ...['== Program 1 ==', '=== Outcome 1 ===', '==== Goals ====', '* A', '* B', ''],
    ...['== Program 2 ==', '=== Outcome 2 ===', '==== Goals ====', '* C']
  )
  const [first, second] = toJson(read(page)).periods[0]!.sections as [SectionJson, SectionJson]
  const [inner] = first.sections as [SectionJson]
  const [a] = inner.goals as [ItemJson]

  it('a section is added within another, and moved there', () => {
    const fresh = {heading: 'Outcome 3', goals: ['X']}
    expect(byCode(page, (plan) => addSection(plan, second.id, fresh))).toBe(
      page + linesOf('', '=== Outcome 3 ===', '==== Goals ====', '* X')
    )
    expect(byCode(page, (plan) => move(plan, inner.id, second.id))).toBe(
      linesOf(
        ...[
          '== Program 1 ==',
          '',
          '== Program 2 ==',
          '=== Outcome 2 ===',
          '==== Goals ====',
          '* C',
          ''
        ],
        ...['=== Outcome 1 ===', '==== Goals ====', '* A', '* B']
      )
    )
  })

  it('a goal gets teams and a note', () => {
    expect(byCode(page, (plan) => setTeams(plan, a.id, {dependencies: ['Keepers']}))).toBe(
      page.replace('* A\n', "* A\n*: ''Dependencies on: Keepers''\n")
    )
    const fresh = {date: '2030-08-01', updates: ['Tar came.']}
    expect(byCode(page, (plan) => addNote(plan, a.id, fresh))).toBe(
      page.replace('* A\n', '* A\n** August 1, 2030\n*** Tar came.\n')
    )
  })
})

describe('a task that is taken out of the links of plan JSON', () => {
  const page = linesOf(
    ...['=== Outcome 1 ===', '==== Goals ====', '* See {{Phab|T123456}} first {{done}}'],
    ...['* Then T234567', '* Ask [https://phabricator.wikimedia.org/T345678 the piers]']
  )
  const withLinks = (at: number, change: (goal: Partial<ItemJson>) => void): string => {
    const plan = toJson(read(page))
    change(plan.periods[0]!.sections[0]!.goals[at]!)
    return apply(page, plan)
  }

  it.each([
    [0, 'T123456'],
    [1, 'T234567']
  ])('is refused where its text still says it: %i', (at, task) => {
    expect(() => withLinks(at, (goal) => (goal.links = []))).toThrow(
      `${task} was taken out of its links and stands in its text`
    )
  })

  it('goes with its words, and where they are others', () => {
    const reworded = withLinks(1, (goal) => Object.assign(goal, {text: 'Then rest', links: []}))
    expect(reworded).toBe(page.replace('T234567', 'rest'))
    expect(withLinks(2, (goal) => (goal.links = []))).toBe(
      page.replace('[https://phabricator.wikimedia.org/T345678 the piers]', 'the piers')
    )
  })

  it('need not be there where a document has no links, or new words', () => {
    expect(withLinks(0, (goal) => delete goal.links)).toBe(page)
    const added = withLinks(0, (goal) => (goal.text = 'See T123456 and T456789 first'))
    expect(added).toBe(page.replace('}} first', '}} and T456789 first'))
  })
})

describe('a comment in the marker of a status', () => {
  it.each([
    ['{{ <!-- ask -->done}}', '{{Blocked}}<!-- ask -->'],
    ['{{done|<!-- a\n* b -->in May}}', '{{Blocked}}<!-- a\n* b -->']
  ])('stays where the status is another: %j', (was, is) => {
    const page = goals(`* Tar the hulls ${was}`, '* Row')
    const {goals: own} = toJson(read(page)).periods[0]!.sections[0]!
    expect(byCode(page, (plan) => setStatus(plan, own![0]!.id, 'blocked'))).toBe(
      page.replace(was, is)
    )
    expect(() => byCode(page, (plan) => setStatus(plan, own![0]!.id, null))).toThrow(
      'would be lost from the page'
    )
  })
})

describe('a note that opens unlike others', () => {
  it.each(["'''Note[[Category:Boats]]: July 2030'''", "'''Note: July 2030[[Category:Boats]]'''"])(
    'is no model for another: %s',
    (opening) => {
      const page = linesOf('=== Outcome 1 ===', '==== Status ====', opening, '* Tar came.')
      const [section] = toJson(read(page)).periods[0]!.sections
      const note = {date: '2031-03-01', updates: []}
      expect(byCode(page, (plan) => addNote(plan, section!.id, note))).toBe(
        `${page}'''Note: March 1, 2031'''\n`
      )
    }
  )
})

describe('a marker of Translate on a line of its own', () => {
  it('stays with its unit where the line above or below it goes', () => {
    const page = goals('* Tar', '* Row', '<!--T:1-->', '* Wind')
    for (const [at, line] of [
      [1, '* Row\n'],
      [2, '* Wind\n']
    ] as const)
      expect(byJson(page, ([section]) => section!.goals.splice(at, 1))).toBe(page.replace(line, ''))
  })
})

describe('a marker of Translate on a line of its own, one of several of its unit', () => {
  it('stays with the line below where the line above goes', () => {
    const page = linesOf('<translate>', '=== Goals === <!--T:1-->', '* Tar', '* Row', '<!--T:2-->')
    const whole = `${page}* Wind\n</translate>\n`
    expect(byJson(whole, ([section]) => section!.goals.splice(1, 1))).toBe(
      whole.replace('* Row\n', '')
    )
  })
})

describe('the Markdown of a table before whose first row a tag stands', () => {
  it.each([
    '{| class="wikitable"\n<translate>\n* Ada\n',
    '{|\n<translate>\n|-\n| a || b\n|-\n| c\n|}\n</translate>'
  ])('changes nothing: %j', (page) => {
    const markdown = toMarkdown(read(page))
    expect(markdown).not.toContain('translate')
    expect(toWikitext(parse(markdown, {from: 'markdown'}), {source: page})).toBe(page)
  })
})

describe('a heading that loses the statement that it had', () => {
  it('is written', () => {
    const page = linesOf('== Outcome 1, Output 1.1: Wind the clocks ==', '=== Goals ===', '* Tar')
    expect(byJson(page, ([section]) => (section!.heading = 'Output 2.3 (Lamps)'))).toBe(
      page.replace('Outcome 1, Output 1.1: Wind the clocks', 'Output 2.3 (Lamps)')
    )
  })
})

describe('a comment of several lines behind the opening of a note', () => {
  it('stays there where the note gets its first update', () => {
    const opening = "'''Note: July 2030'''<!-- a"
    const page = linesOf('=== Outcome 1 ===', '==== Status ====', opening, '* {{done}} -->')
    expect(byJson(page, ([section]) => section!.notes[0]!.updates.push(note.updates[0]!))).toBe(
      `${page}* Tar came.\n`
    )
  })
})
