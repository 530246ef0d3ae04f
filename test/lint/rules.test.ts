/**
 * Every rule with its hits and its near misses: « and » stand around what a careful reader would point
 * at, a page without them is one to be left in peace.
 */
import {describe, expect, test} from 'vitest'
import {applyFixes, rules} from '../../src/lint/index.ts'
import {lintPage, only, plain, show, type Options} from './utils.ts'

/** A goals section under an outcome, in a year. */
const goals = (body: string, year = 'FY30/31') =>
  `== Goals for ${year} ==\n=== Outcome 1 ===\n==== Goals ====\n${body}\n`

/** … with notes below. */
const notes = (body: string, tasks = '* Wait') => goals(`${tasks}\n==== Status ====\n${body}`)

/** An outcome with a line of teams. */
const teams = (...lines: string[]) =>
  lines
    .map((line, index) => `=== Outcome ${index + 1} ===\n${line}\n==== Goals ====\n* Wait\n`)
    .join('')

/** A table of goals under a program, from its header and rows. */
const table = (header: string, ...rows: string[]) =>
  `== Goals for FY30/31 ==\n=== Program 1: Boats ===\n{| class="wikitable"\n! ${header}\n${rows
    .map((row) => `|-\n| ${row}\n`)
    .join('')}|}\n`

const cases: Record<string, {pages: string[]; options?: Options}> = {
  'status-malformed': {
    pages: [
      goals('* Wind «{[done}}»\n* Ring «<{{done}}»\n* Tick «{{done}»'),
      goals('* Wind {{done}}\n* Ring <<Done>>\n* Tick {{doen}}\n* Sing [done]')
    ]
  },
  'status-misspelt': {
    pages: [
      goals('* Wind «{{doen}}»\n* Ring «{{partialy done}}»'),
      goals('* Wind {{done}}\n* Ring {[doen}}\n* Tick {{bell}}')
    ]
  },
  'status-unknown': {
    pages: [
      goals('* Wind «{{gone}}»'),
      goals('* Wind {{done}}\n* See {{gone}} there\n* {{phab|T123}}')
    ]
  },
  'status-stray': {
    pages: [
      goals('* Wind\n«{{done}}»\n* Ring {{to do}}'),
      goals('* Wind {{done}}\n\nA line of text {{done}}')
    ]
  },
  'status-conflict': {
    pages: [
      table('Goal !! Status', 'Wind «{{done}}» || {{to do}}', 'Ring || {{done}}'),
      table('Goal !! Status', 'Wind {{done}} || {{done}}')
    ]
  },
  'status-inconsistent': {
    pages: [
      goals('* Wind {{done}}\n* Ring «{{Done}}»\n* Tick {{done}}\n* Sing «<<Done>>»'),
      // Each status by itself; the first of a draw is right.
      goals('* Wind {{done}}\n* Ring {{In progress}}\n* Tick {{to do}}'),
      goals('* Wind {{done}}\n* Ring «{{Done}}»'),
      goals('* Wind {{done}}\n* Ring {[Done}}')
    ]
  },
  'status-behind-note': {
    pages: [
      notes(
        "'''Note: August 14, 2030'''\n* Find the key is {{done}}",
        '* Find the key «{{in progress}}»'
      ),
      notes(
        "'''Note: August 14, 2030'''\n* {{postponed}} Find the key",
        '* Find the key «{{to do}}»'
      ),
      notes(
        "'''Note: August 14, 2030'''\n* Wind: {{done}}",
        '===== Wind «{{to do}}» =====\n* Find the key'
      ),
      // The latest note counts, wherever it stands.
      notes(
        "'''Note: September 2, 2030'''\n* Find the key {{done}}\n'''Note: August 1, 2030'''\n* Find the key {{stalled}}",
        '* Find the key «{{stalled}}»'
      ),
      // Work goes on after a note.
      notes(
        "'''Note: August 14, 2030'''\n* Find the key is {{in progress}}",
        '* Find the key {{done}}'
      ),
      notes("'''Note: August 14, 2030'''\n* Find the key is {{done}}", '* Find the key {{done}}'),
      // A sentence of its own is not about the task.
      notes(
        "'''Note: August 14, 2030'''\n* Find the key under the mat {{done}}",
        '* Find the key {{to do}}'
      ),
      notes("'''Note: August 14, 2030'''\n* {{done}}", '* Find the key {{to do}}'),
      // Without a date nobody can say which is the newer.
      notes('* Find the key is {{done}}', '* Find the key {{to do}}'),
      notes("'''Note: August 14, 2030'''\n* Find the key is {{done}}", '* Find the key')
    ]
  },
  'goal-done-open-tasks': {
    pages: [
      goals('===== Wind «{{done}}» =====\n* Find the key {{to do}}\n* Oil {{blocked}}'),
      goals('===== Wind «{{done}}» =====\n* Find the key\n** Lift the mat {{in progress}}'),
      goals('===== Wind {{done}} =====\n* Find the key {{done}}\n* Oil\n* Shine {{postponed}}'),
      goals('===== Wind {{done}} =====\n* [stretch] Shine {{to do}}'),
      goals('===== Wind {{in progress}} =====\n* Oil {{to do}}'),
      goals('===== Wind =====\n* Oil {{to do}}')
    ]
  },
  'goal-without-status': {
    options: {today: '2030-10-01'},
    pages: [
      goals('* «Wind the clocks»\n* Ring {{done}}'),
      goals('===== «Wind the clocks» =====\n* Find the key'),
      goals('===== Wind the clocks =====\n* Find the key {{done}}'),
      goals("* Wind\n==== Status ====\n'''Note: August 14, 2030'''\n* All is {{done}}"),
      // In a section within another; a merged cell says it of each row.
      table(
        'Outcome !! Goal !! Status',
        'Outcome 1 || «Wind the clocks» || ',
        'Outcome 1 || Oil the clocks || {{done}}'
      ),
      table('Goal !! Status', 'Wind the clocks || rowspan="2" | {{done}}', 'Oil the clocks'),
      // Not over yet, or nobody knows when.
      goals('* Wind', 'FY31/32'),
      goals('* Wind', 'the year')
    ]
  },
  'eta-past': {
    options: {today: '2030-11-15'},
    pages: [
      table(
        'Goal !! ETA !! Status',
        'Wind || «October 2030» || {{in progress}}',
        'Oil || «November 14, 2030» || {{to do}}',
        'Ring || «Q1» || Blocked: no rope',
        'Paint || «end of Q4 FY29/30» || {{at risk}}',
        'Sing || «FY29/30» || {{stalled}}'
      ),
      // The quarter that the page is about; one cell for two goals.
      '== Goals for Q1 FY30/31 ==\n' +
        table('Goal !! ETA !! Status', 'Wind || «EOQ» || {{to do}}').replace(/^.*\n/, ''),
      table(
        'Goal !! ETA !! Status',
        'Wind || rowspan="2" | «2029» || {{to do}}',
        'Oil || {{to do}}'
      ),
      goals('* Wind {{to do}}\n*: Due: «March 2030»'),
      // This month, today, and what no calendar has.
      table(
        'Goal !! ETA !! Status',
        'Wind || November 2030 || {{in progress}}',
        'Oil || November 15, 2030 || {{to do}}',
        'Ring || Q2 || {{to do}}',
        'Paint || EOY || {{to do}}',
        'Sing || 2030 || {{to do}}',
        'Tick || soon, after May 2030 || {{to do}}',
        'Shine || Q1 or later || {{to do}}',
        'Wait || || {{to do}}'
      ),
      // Done, given up, or nothing said of it.
      table(
        'Goal !! ETA !! Status',
        'Wind || May 2030 || {{done}}',
        'Oil || May 2030 || {{postponed}}',
        'Ring || May 2030 || {{partially done}}',
        'Paint || May 2030 ||'
      )
    ]
  },
  'key-result-unmeasured': {
    pages: [
      goals('* KR1: Wind 40 clocks\n* KR2: «Clocks are better»\n* KR3: Ring by June'),
      goals('* KR1: Wind 40 clocks\n* KR2: Ring every bell\n* KR3: Half of us sing\n* KR4: 5%'),
      // A field, or a task, says it.
      goals('* KR1: Wind 40 clocks\n* KR2: Ring 2 bells\n* KR3: Sing\n** Metric: 3 songs'),
      table(
        'Key result shortname !! Key result text !! ETA',
        'KR1 || Wind 40 clocks || May 2031',
        'KR2 || Ring 2 bells || May 2031',
        'KR3 || Sing || May 2031'
      ),
      // Neighbours of which as few say it, and goals.
      goals('* KR1: Wind clocks\n* KR2: Ring 2 bells\n* KR3: Sing\n* KR4: Paint 3 hands'),
      goals('* KR1: Wind 40 clocks\n* KR2: Sing'),
      goals('* Wind 40 clocks\n* Ring 2 bells\n* Sing')
    ]
  },
  'code-duplicate': {
    pages: [
      goals('* WE1.1: Wind\n* «WE1.1»: Ring'),
      '== WE1: Clocks ==\n* WE1.1: Wind\n== WE2: Bells ==\n* «WE1.1»: Ring\n',
      goals('* KR1: Wind\n* KR2: Oil\n* «KR1»: Ring'),
      table('Code !! Goal', 'A.1 || Wind', '«A.1» || Ring'),
      '== Strategy C1: Clocks ==\n* Task C101: Wind\n== Strategy «C1»: Bells ==\n* Task «C101»: Ring\n',
      // Counted anew in each section.
      '== WE1: Clocks ==\n* KR1: Wind\n== WE2: Bells ==\n* KR1: Ring\n',
      // The same again is no other goal, nor is what is said in another quarter.
      goals('* WE1.1: Wind\n* WE1.1: Wind {{done}}'),
      '== Goals for FY30/31 ==\n== Q1 ==\n=== WE1 ===\n* WE1.1: Wind\n== Q2 ==\n=== WE1 ===\n* WE1.1: Wind on\n',
      // One code for two rows.
      table('Code !! Goal', 'rowspan="2" | A.1 || Wind', 'Ring')
    ]
  },
  'code-without-parent': {
    pages: [
      '== WE1: Clocks ==\n* WE1.1: Wind\n== WE2: Bells ==\n* «WE3.1»: Ring\n',
      '== WE1: Clocks ==\n* WE1.1: Wind\n** WE1.1.1: Oil\n** «WE1.2.1»: Shine\n',
      '== WE1: Clocks ==\n* WE1.1: Wind\n== WE2: Bells ==\n* WE2.1: Ring\n',
      // The parents stand elsewhere, or are no goals here.
      table('Goal', "'''A.1.1''' Wind", "'''A.1.2''' Ring", "'''B.1.1''' Sing"),
      '== WE1: Clocks ==\n* WE1.1: Wind\n== Bells ==\nThese are for WE3.\n=== Goals ===\n* WE3.1: Ring\n'
    ]
  },
  'row-length': {
    pages: [
      table(
        'Goal !! ETA !! Status',
        'Wind || EOQ || {{done}}',
        'Ring || EOQ || {{done}} «|| late»'
      ),
      table('Goal !! ETA !! Status', 'Wind || EOQ || {{done}} «|| late || or not»'),
      // A merged cell that reaches too far.
      table('Goal !! Status', 'rowspan="3" | Wind || {{done}}', 'Ring «|| {{done}}»', '{{to do}}'),
      '=== Program 1 ===\n{|\n! Goal !! ETA !! Status\n|-\n| Wind || EOQ || {{done}}\n«|-\n| Ring || {{done}}»\n|}\n',
      // Merged cells count.
      table(
        'Outcome !! Goal !! Status',
        'rowspan="2" | Boats || Wind || {{done}}',
        'Ring || {{done}}',
        'colspan="2" | Paint || {{done}}'
      ),
      // Rows without a cell, and a table whose rows are short.
      table('Goal !! Status', 'Wind || {{done}}\n|-\n|-', 'Ring || {{done}}'),
      table('Goal !! ETA !! Status !! Owner', 'Wind || EOQ || {{done}}', 'Ring || EOQ || {{done}}')
    ]
  },
  'column-unknown': {
    pages: [
      table('Goal !! «Colour» !! Status', 'Wind || red || {{done}}'),
      table('Goal !! «Staus» !! «Ownre»', 'Wind || {{done}} || Ada'),
      table('Goal !! Status «!!»', 'Wind || {{done}} || late'),
      // Once for all tables.
      table('Goal !! «Colour»', 'Wind || red') + table('Goal !! Colour', 'Ring || blue'),
      table(
        'Goal !! ETA !! Owner !! Team(s) !! Q2 Status !! STATUS (now)',
        'Wind || EOQ || Ada || Boats || {{done}} || Done'
      ),
      // A table of tasks has the wider word beside the narrower; nothing stands in the last.
      table('TOPIC !! Subtopic !! Owner !! Colour', 'Clocks || Wind || Ada ||'),
      '=== Program 1 ===\n{|\n! Letter !! Meaning\n|-\n| A || What stands\n|}\n'
    ]
  },
  'goal-duplicate': {
    pages: [
      goals('* Wind the clocks\n* «Wind the Clocks» {{done}}'),
      goals('* Wind\n=== Outcome 2 ===\n==== Goals ====\n* «Wind»'),
      table('Outcome !! Goal', 'Outcome 1 || Wind the clocks', 'Outcome 2 || «Wind the clocks»'),
      // Lower numbers are the next quarter.
      '=== Outcome 2 ===\n==== Goals ====\n* Wind\n=== Outcome 1 ===\n==== Goals ====\n* Wind\n',
      goals('* Wind the clocks\n* Wind the clock'),
      goals('===== Wind =====\n* Oil\n===== Ring =====\n* Oil')
    ]
  },
  'goals-empty': {
    pages: ['=== Outcome 1 ===\n«==== Goals ====»\n==== Status ====\n* a\n', goals('* Wind')]
  },
  'outcome-without-goals': {
    pages: [
      "«=== Outcome 1 ===»\n'''Clocks tick.'''\n=== Outcome 2 ===\n==== Goals ====\n* Wind\n",
      '=== Outcome 1 ===\n==== Goals ====\n«=== Outcome 2 ===»\n',
      goals('* Wind'),
      '==== Goals ====\n* Wind\n',
      // Its sections answer for themselves.
      table('Outcome !! Goal', 'Outcome 1 || Wind the clocks'),
      '== Cluster C: Boats ==\n=== Strategy C1: Oars ===\n* Task C101: Wind\n«=== Strategy C2: Sails ===»\n'
    ]
  },
  'outcome-duplicate': {
    pages: [
      goals('* Wind\n«=== Outcome 1 ===»\n==== Goals ====\n* Ring'),
      goals('* Wind\n=== Outcome 1 (Bells) ===\n==== Goals ====\n* Ring')
    ]
  },
  'outcome-unparsed': {
    pages: ['«=== Outcome: bells ===»\n==== Goals ====\n* Ring\n', goals('* Ring')]
  },
  'plan-missing': {pages: ['«Nothing yet.»', goals('* Ring')]},
  'note-undated': {
    pages: [notes("«'''Note:'''»\n* All is well"), notes("'''Note: August 2030'''\n* All is well")]
  },
  'notes-order': {
    pages: [
      notes(
        "'''Note: September 2, 2030'''\n* a\n'''Note: «August 14, 2030»'''\n* b\n'''Note: October 2030'''\n* c"
      ),
      // A month is no later than its days.
      notes(
        "'''Note: August 14, 2030'''\n* a\n'''Note: August 2030'''\n* b\n'''Note: August 20, 2030'''\n* c"
      ),
      // A page with its newest notes first.
      notes(
        "'''Note: October 2, 2030'''\n* a\n'''Note: August 14, 2030'''\n* b\n'''Note: July 2030'''\n* c"
      ),
      notes("'''Note: October 2, 2030'''\n* a\n'''Note:'''\n* b\n'''Note: October 2, 2030'''\n* c")
    ]
  },
  'note-outside-year': {
    pages: [
      notes(
        "'''Note: «June 30, 2030»'''\n* a\n'''Note: «January 9, 2020»'''\n* b\n'''Note: «July 1, 2031»'''\n* c"
      ),
      notes("'''Note: July 1, 2030'''\n* a\n'''Note: June 30, 2031'''\n* b\n'''Note: 2030'''\n* c"),
      "== Goals ==\n=== Outcome 1 ===\n==== Status ====\n'''Note: May 2001'''\n* a\n"
    ]
  },
  'date-impossible': {
    pages: [
      notes("'''Note: «February 30, 2031»'''\n* a"),
      notes("'''Note: February 28, 2031'''\n* a")
    ]
  },
  'date-odd': {
    pages: [
      notes(
        "'''Note: «May 8,2031»'''\n* a\n'''Note: «May 9 , 2031»'''\n* b\n'''Note: «May  10, 2031»'''\n* c"
      ),
      notes("'''Note: «2031-5-8»'''\n* a"),
      notes(
        "'''Note: May 8, 2031'''\n* a\n'''Note: 8 May 2031'''\n* b\n'''Note: May 8th 2031'''\n* c"
      ),
      notes("'''Note: 2031-05-08'''\n* a\n'''Note: May 2031'''\n* b\n'''Note: 2031'''\n* c"),
      // Its source is not what it looks like.
      notes("'''Note: May&nbsp;8,2031'''\n* a")
    ]
  },
  'date-ambiguous': {
    pages: [
      notes("'''Note: «8/5/2031»'''\n* a\n'''Note: «31.12.30»: all is well'''\n* b"),
      notes("'''Note: May 8, 2031'''\n* 8/5/2031\n'''Note:'''\n* 1/2 of 3\n* 8/5/2031")
    ]
  },
  'team-comma': {
    pages: [
      teams("''Dependencies on: Piers, Clocks«,»; Primary team: Boats«,»''"),
      teams("''Primary teams: Piers,«,» Clocks, «,»Boats«, ,»''".replace(', «,»', ',« ,»')),
      teams('Primary teams: Piers, Clocks (bells, fog), Boats; Dependencies on: Fog'),
      teams("''Dependencies on: , ''")
    ]
  },
  'team-inconsistent': {
    pages: [
      teams(
        'Primary team: Piers / Data',
        'Primary team: «Piers/Data»',
        'Dependencies on: Piers / Data, «piers / data»'
      ),
      teams('Primary team: Clocks', 'Primary team: «CLOCKS»'),
      teams(
        'Primary team: Clocks',
        'Primary team: Clock',
        'Primary team: Piers / Clocks',
        'Primary team: Clocks'
      )
    ]
  },
  'section-empty': {
    pages: [
      teams("''Primary team: Piers; «Dependencies on:»''"),
      "== Goals for FY30/31 ==\n«* '''Goal Owner''':»\n* '''Tech Goal''': Sustaining\n=== Outcome 1 ===\n",
      teams("''Primary team: Piers; Dependencies on: none''"),
      '== Goals for FY30/31 ==\n* Read this first:\n* Goal Owner: Ada Fictional\n=== Outcome 1 ===\n'
    ]
  },
  'heading-skipped': {
    pages: [
      '== Goals ==\n«==== Outcome 1 ====»\n===== Goals =====\n* a\n== b ==\n«===== c =====»\n',
      // The first may be any, and up is no skip.
      '=== Goals ===\n==== Outcome 1 ====\n===== Goals =====\n* a\n== See also ==\n',
      '== Goals ==\n<nowiki>\n===== no heading =====\n</nowiki>\n=== Outcome 1 ===\n'
    ]
  },
  'markup-unclosed': {
    pages: [
      goals("* a «'''»b\n* a «''»b\n* «{{»done and\n* «[[»Piers|the\n* «<b>»bold\n* «{{{»x"),
      goals(
        "* a '''b''' ''c'' '''d ''e''' f''\n* {{done}} [[Piers]] <b>bold</b> <br>\n* a 'b' it's"
      ),
      // Empty or wrong, but closed; not MediaWiki's; no wikitext.
      goals("* {{}} [[]] [[<x>]]\n* <Done>\n* <nowiki>{{ [[ <b> '''</nowiki>"),
      goals('* a { [ < b\n* [https://example.org c]'),
      'a «<!--» b\n== c ==\n',
      'a <!-- {{ --> b\n'
    ]
  },
  'disable-unknown': {
    pages: [
      '«<!-- wikiplan-disable date-od, date-odd -->»\n' + goals('* a'),
      '<!-- wikiplan-disable date-odd -- no rule, but a reason -->\n<!-- date-od -->\n' +
        goals('* a')
    ]
  }
}

test('every rule has cases', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({id}) => id).sort())
})

describe.each(Object.entries(cases))('%s', (id, {pages, options}) => {
  test('has hits and near misses', () => {
    expect(pages.some((page) => page.includes('«'))).toBe(true)
    expect(pages.some((page) => !page.includes('«'))).toBe(true)
  })

  test.each(pages)('page %#', (page) => {
    const source = plain(page)
    const {messages} = lintPage(source, {...options, rules: only(id)})
    const own = messages.filter(({ruleId}) => ruleId !== 'dialect')
    expect(new Set(own.map(({ruleId}) => ruleId)).size).toBeLessThanOrEqual(1)
    expect(show(source, own)).toBe(page)
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const {before, after} = rule.example

  test('has an example that shows it', () => {
    expect(lintPage(before, {rules: only(id)}).messages.map(({ruleId}) => ruleId)).toContain(id)
    expect(lintPage(after, {rules: only(id)}).messages).toEqual([])
  })

  if (rule.fix) {
    test('mends its example', () => {
      expect(lintPage(before, {rules: only(id)}).fixed).toBe(after)
    })
  } else {
    test('mends nothing', () => {
      const {messages} = lintPage(before, {rules: only(id)})
      expect(applyFixes(before, messages)).toBe(before)
    })
  }
})
