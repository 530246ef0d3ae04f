/** Goals with lines of their own, notes, outcomes and periods added, removed, reordered and moved. */
import {
  goal,
  insertAfter,
  moveAfter,
  newGoal,
  newNote,
  newSection,
  newPeriod,
  newTask,
  newUpdate,
  note,
  outcome,
  period,
  remove
} from '../json.ts'
import type {Client} from '../client.ts'
import type {EditCase} from '../edit.ts'

/** All from one block to the list around another. */
function blocks(html: Client, first: string, last: string, ...after: string[]) {
  const start = html.block(first, ...after)
  return [start, html.around(html.block(last, first), 'ul')] as const
}

const goals: EditCase[] = [
  {
    kind: 'goal added (heading)',
    page: 'house-style',
    hand: [
      ' * Agree on the times with the pilots',
      '+===== Sweep the piers =====',
      '+* Buy a broom'
    ],
    shows: 'Sweep the piers Buy a broom',
    edit(plan) {
      const added = newGoal('Sweep the piers', newTask('Buy a broom'))
      insertAfter(plan, goal(plan, 'Print the timetable'), added)
    },
    client(html) {
      const added = '<h5>Sweep the piers</h5><ul><li>Buy a broom</li></ul>'
      html.insertAfter(html.around(html.block('Agree on the'), 'ul'), added)
    }
  },
  {
    kind: 'goal added (heading)',
    page: 'stretch',
    hand: [' * STRETCH: sing {{done}}', '+===== Leave =====', '+* Find the oars'],
    shows: 'Leave Find the oars',
    edit(plan) {
      insertAfter(plan, goal(plan, 'Win the regatta'), newGoal('Leave', newTask('Find the oars')))
    },
    client(html) {
      const added = '<h5>Leave</h5><ul><li>Find the oars</li></ul>'
      html.insertAfter(html.around(html.block('STRETCH: sing'), 'ul'), added)
    }
  },
  {
    kind: 'goal added (bold line)',
    page: 'goals-as-bold-paragraphs',
    hand: [' * Find six straight poles', '+', "+'''Paint the shed'''", '+* Buy paint'],
    shows: 'Paint the shed Buy paint',
    edit(plan) {
      const added = newGoal('Paint the shed', newTask('Buy paint'))
      insertAfter(plan, goal(plan, 'Build a frame for the tomatoes'), added)
    },
    client(html) {
      const added = '<p><b>Paint the shed</b></p><ul><li>Buy paint</li></ul>'
      html.insertAfter(html.around(html.block('six straight'), 'ul'), added)
    }
  },
  {
    kind: 'goal added (term)',
    page: 'definition-lists',
    hand: [' * Buy tracing paper {{in progress}}', '+;Mend the bindings', '+* Boil the glue'],
    shows: 'Mend the bindings Boil the glue',
    edit(plan) {
      const added = newGoal('Mend the bindings', newTask('Boil the glue'))
      insertAfter(plan, goal(plan, 'Copy the sea charts'), added)
    },
    client(html) {
      const added = '<dl><dt>Mend the bindings</dt></dl><ul><li>Boil the glue</li></ul>'
      html.insertAfter(html.around(html.block('tracing paper'), 'ul'), added)
    }
  },
  {
    kind: 'goal removed (heading)',
    page: 'house-style',
    hand: [
      '-===== Wind the clocks {{done}} =====',
      '-* Find the key',
      '-* Oil the spring {{In progress}}',
      '-* [stretch] Paint the hands {{to do}}'
    ],
    edit: (plan) => remove(plan, goal(plan, 'Wind the clocks')),
    client: (html) => void html.remove(...blocks(html, 'Wind the clocks', 'Find the key'))
  },
  {
    kind: 'goal removed (bold line)',
    page: 'goals-as-bold-paragraphs',
    hand: [
      "-'''Build a frame for the tomatoes''' {{in progress}}",
      '-* Find six straight poles',
      '-'
    ],
    edit: (plan) => remove(plan, goal(plan, 'Build a frame for the tomatoes')),
    client: (html) => void html.remove(...blocks(html, 'Build a frame', 'six straight'))
  },
  {
    kind: 'goal removed (bold line)',
    page: 'goals-as-bold-paragraphs',
    hand: ["-{{cancelled}} '''Keep bees'''", '-* Read the house rules', '-'],
    edit: (plan) => remove(plan, goal(plan, 'Keep bees')),
    client: (html) => void html.remove(...blocks(html, 'Keep bees', 'house rules'))
  },
  {
    kind: 'goal removed (term)',
    page: 'definition-lists',
    hand: ['-;Copy the sea charts', '-* Buy tracing paper {{in progress}}'],
    edit: (plan) => remove(plan, goal(plan, 'Copy the sea charts')),
    client(html) {
      const term = html.around(html.block('Copy the sea'), 'dl')
      html.remove(term, html.around(html.block('tracing paper'), 'ul'))
    }
  },
  {
    kind: 'goals reordered (headings)',
    page: 'house-style',
    hand: [
      '+===== Print the timetable =====',
      '+* Agree on the times with the pilots',
      ' ===== Wind the clocks {{done}} =====',
      '@@',
      '-===== Print the timetable =====',
      '-* Agree on the times with the pilots',
      ' ==== Status ===='
    ],
    edit: (plan) => void outcome(plan, 'Outcome 1 / Output 2').goals.reverse(),
    client(html) {
      const moved = blocks(html, 'Print the timetable', 'Agree on the', 'Oil the spring')
      html.insertBefore(html.block('Wind the clocks'), `${html.copy(...moved)}\n`).remove(...moved)
    }
  },
  {
    kind: 'goals reordered (bold lines)',
    page: 'goals-as-bold-paragraphs',
    hand: [
      "+'''Plant an apple tree'''",
      '+* Ask the harbour master about the roof {{blocked}}',
      '+',
      " '''Build a frame for the tomatoes''' {{in progress}}",
      '@@',
      "-'''Plant an apple tree'''",
      '-* Ask the harbour master about the roof {{blocked}}',
      '-',
      " {{cancelled}} '''Keep bees'''"
    ],
    edit(plan) {
      moveAfter(plan, goal(plan, 'Plant an apple tree'), goal(plan, 'Sow the beans'))
    },
    client(html) {
      const moved = blocks(html, 'Plant an apple', 'Ask the harbour')
      html.insertBefore(html.block('Build a frame'), `${html.copy(...moved)}\n\n`).remove(...moved)
    }
  },
  {
    kind: 'goal moved to another outcome (heading)',
    page: 'full-year',
    hand: [
      '-===== Agree on what a winter needs {{postponed}} =====',
      '-* Ask the three oldest keepers',
      '-* Take the mean',
      '@@',
      ' * Agree on one clock for both piers {{in progress}}',
      '+===== Agree on what a winter needs {{postponed}} =====',
      '+* Ask the three oldest keepers',
      '+* Take the mean'
    ],
    edit(plan) {
      const other = goal(plan, 'Write a timetable that can be kept')
      moveAfter(plan, goal(plan, 'Agree on what a winter needs'), other)
    },
    client(html) {
      const moved = blocks(html, 'Agree on what a winter', 'Take the mean')
      const list = html.around(html.block('Agree on one clock for both'), 'ul')
      html.insertAfter(list, `\n${html.copy(...moved)}`).remove(...moved)
    }
  },
  {
    kind: 'goal moved to another outcome (heading to list item)',
    page: 'house-style',
    hand: [
      '-===== Print the timetable =====',
      '-* Agree on the times with the pilots',
      '@@',
      ' * Hang a bell on every buoy {{Postponed}}',
      '+* Print the timetable',
      '+** Agree on the times with the pilots'
    ],
    edit(plan) {
      const other = goal(plan, 'Hang a bell on every buoy')
      moveAfter(plan, goal(plan, 'Print the timetable'), other)
    },
    client(html) {
      const moved = blocks(html, 'Print the timetable', 'Agree on the', 'Oil the spring')
      const item = `<li>Print the timetable${html.copy(moved[1])}</li>`
      html.insertAfter(html.block('Hang a bell'), item).remove(...moved)
    }
  }
]

const notes: EditCase[] = [
  {
    kind: 'note added (bold line)',
    page: 'house-style',
    hand: [
      " '''Note: September 11, 2030'''",
      ' * The bells are cast, the ropes are not.',
      "+'''Note: October 9, 2030'''",
      '+* The ropes have come.'
    ],
    shows: 'Note: October 9, 2030 The ropes have come.',
    edit(plan) {
      const added = newNote('2030-10-09', newUpdate('The ropes have come.'))
      outcome(plan, 'Outcome 3 / Output 1').notes.push(added)
    },
    client(html) {
      const added = '<p><b>Note: October 9, 2030</b></p><ul><li>The ropes have come.</li></ul>'
      html.insertAfter(html.around(html.block('The bells are cast'), 'ul'), added)
    }
  },
  {
    kind: 'note added (bold line)',
    page: 'house-style',
    hand: [
      " '''Note: July 2030'''",
      ' * {{In progress}}',
      "+'''Note: August 7, 2030'''",
      '+* The key is lost.',
      '+* So is the mat.'
    ],
    shows: 'Note: August 7, 2030 The key is lost. So is the mat.',
    edit(plan) {
      const updates = [newUpdate('The key is lost.'), newUpdate('So is the mat.')]
      const july = note(plan, 'Outcome 1 / Output 2', 'July 2030')
      insertAfter(plan, july, newNote('2030-08-07', ...updates))
    },
    client(html) {
      const items = '<ul><li>The key is lost.</li><li>So is the mat.</li></ul>'
      const list = html.around(html.block('In progress', 'Note: July 2030'), 'ul')
      html.insertAfter(list, `<p><b>Note: August 7, 2030</b></p>${items}`)
    }
  },
  {
    kind: 'note added (bold line)',
    page: 'no-fiscal-year',
    hand: [
      " '''Note: May 2030'''",
      ' * All pupils float.',
      '+',
      "+'''Note: June 2030'''",
      '+* All but one.'
    ],
    shows: 'Note: June 2030 All but one.',
    edit(plan) {
      const added = newNote('2030-06', newUpdate('All but one.'))
      insertAfter(plan, note(plan, 'Outcome 1 / Output 1', 'May 2030'), added)
    },
    client(html) {
      const added = '<p><b>Note: June 2030</b></p><ul><li>All but one.</li></ul>'
      html.insertAfter(html.around(html.block('All pupils'), 'ul'), added)
    }
  },
  {
    kind: 'note added (heading)',
    page: 'notes-in-many-styles',
    hand: [' * It hangs straight.', '+===== August 9, 2030 =====', '+* It fell.'],
    shows: 'August 9, 2030 It fell.',
    edit: (plan) =>
      void outcome(plan, 'Outcome 1').notes.push(newNote('2030-08-09', newUpdate('It fell.'))),
    client(html) {
      const added = '<h5>August 9, 2030</h5><ul><li>It fell.</li></ul>'
      html.insertAfter(html.around(html.block('It hangs straight'), 'ul'), added)
    }
  },
  {
    kind: 'note added (list item)',
    page: 'notes-in-many-styles',
    hand: [' ** Read on 2 mornings of 2.', '+* August 9, 2030', '+** Read on none.'],
    shows: 'August 9, 2030 Read on none.',
    edit: (plan) =>
      void outcome(plan, 'Outcome 2').notes.push(newNote('2030-08-09', newUpdate('Read on none.'))),
    client(html) {
      const added = '<li>August 9, 2030<ul><li>Read on none.</li></ul></li>'
      html.insertAfter(html.around(html.block('Read on 2 m'), 'li'), added)
    }
  },
  {
    kind: 'note added (term)',
    page: 'definition-lists',
    hand: [' * The last one was found in the ferry.', '+;Note: August 9, 2030', '+* It is dry.'],
    shows: 'Note August 9, 2030 It is dry.',
    edit(plan) {
      const added = newNote('2030-08-09', newUpdate('It is dry.'))
      outcome(plan, 'Outcome 5 / Output 1').notes.push(added)
    },
    client(html) {
      const term = '<dl><dt>Note</dt><dd>August 9, 2030</dd></dl>'
      const list = html.around(html.block('The last one'), 'ul')
      html.insertAfter(list, `${term}<ul><li>It is dry.</li></ul>`)
    }
  },
  {
    kind: 'first note of an outcome added',
    page: 'quarters-in-tabs',
    hand: [
      ' * Label the drawers {{in progress}}',
      '+==== Status ====',
      "+'''Note: August 2030'''",
      '+* The labels are too large.'
    ],
    shows: 'Note: August 2030 The labels are too large.',
    edit(plan) {
      const added = newNote('2030-08', newUpdate('The labels are too large.'))
      outcome(plan, 'Outcome 2 / Output 1').notes.push(added)
    },
    client(html) {
      const items = '<ul><li>The labels are too large.</li></ul>'
      const list = html.around(html.block('Label the'), 'ul')
      html.insertAfter(list, `<h4>Status</h4><p><b>Note: August 2030</b></p>${items}`)
    }
  },
  {
    kind: 'note removed',
    page: 'house-style',
    hand: [
      ' ==== Status ====',
      "-'''Note: July 2030'''",
      '-* {{In progress}}',
      " '''Note: August 14, 2030'''"
    ],
    edit: (plan) => remove(plan, note(plan, 'Outcome 1 / Output 2', 'July 2030')),
    client: (html) => void html.remove(...blocks(html, 'Note: July 2030', 'In progress'))
  },
  {
    kind: 'note removed',
    page: 'notes-in-many-styles',
    hand: [' * It hangs.', '-===== August 2, 2030 =====', '-* It hangs straight.'],
    edit: (plan) => remove(plan, note(plan, 'Outcome 1', 'August 2, 2030')),
    client: (html) =>
      void html.remove(...blocks(html, 'August 2, 2030', 'It hangs straight', 'It hangs.'))
  },
  {
    kind: 'note removed',
    page: 'notes-in-many-styles',
    hand: ['-* August 2, 2030', '-** Read on 2 mornings of 2.'],
    edit: (plan) => remove(plan, note(plan, 'Outcome 2', 'August 2, 2030')),
    client: (html) => void html.remove(html.block('August 2, 2030', 'Outcome 2'))
  },
  {
    kind: 'notes reordered',
    page: 'house-style',
    hand: [
      ' ==== Status ====',
      "-'''Note: July 2030'''",
      '-* {{In progress}}',
      " '''Note: August 14, 2030'''",
      '@@',
      ' * The timetable is {{in progress}}, and the printer is {{Stalled}} for want of ink.',
      "+'''Note: July 2030'''",
      '+* {{In progress}}'
    ],
    edit: (plan) => void outcome(plan, 'Outcome 1 / Output 2').notes.reverse(),
    client(html) {
      const moved = blocks(html, 'Note: July 2030', 'In progress')
      const list = html.around(html.block('for want of ink'), 'ul')
      html.insertAfter(list, `\n${html.copy(...moved)}`).remove(...moved)
    }
  },
  {
    kind: 'note moved to another outcome',
    page: 'house-style',
    hand: [
      ' ==== Status ====',
      "-'''Note: July 2030'''",
      '-* {{In progress}}',
      " '''Note: August 14, 2030'''",
      '@@',
      ' ==== Status ====',
      "+'''Note: July 2030'''",
      '+* {{In progress}}',
      " '''Note: September 11, 2030'''"
    ],
    edit(plan) {
      const july = note(plan, 'Outcome 1 / Output 2', 'July 2030')
      remove(plan, july)
      outcome(plan, 'Outcome 3 / Output 1').notes.unshift(july)
    },
    client(html) {
      const moved = blocks(html, 'Note: July 2030', 'In progress')
      html.insertBefore(html.block('September 11'), `${html.copy(...moved)}\n`).remove(...moved)
    }
  }
]

const outcomes: EditCase[] = [
  {
    kind: 'outcome added',
    page: 'outcome-headings',
    hand: [
      ' * Caulk the deck',
      ' ',
      '+=== Outcome 4 / Output 2 ===',
      '+Ferries are warm.',
      '+==== Goals ====',
      '+* Light the stove',
      '+'
    ],
    shows: 'Ferries are warm.',
    edit(plan) {
      const parts = {statement: 'Ferries are warm.', goals: [newGoal('Light the stove')]}
      insertAfter(plan, outcome(plan, 'Outcome 4'), newSection('Outcome 4 / Output 2', parts))
    },
    client(html) {
      const head = '<h3>Outcome 4 / Output 2</h3><p>Ferries are warm.</p>'
      const goals = '<h4>Goals</h4><ul><li>Light the stove</li></ul>'
      html.insertAfter(html.around(html.block('Caulk the deck'), 'ul'), head + goals)
    }
  },
  {
    kind: 'outcome added',
    page: 'quarters-in-tabs',
    hand: [
      ' * Label the drawers {{in progress}}',
      '+=== Outcome 3 / Output 1 ===',
      '+Mice may not.',
      '+==== Goals ====',
      '+* Feed the cat'
    ],
    shows: 'Mice may not.',
    edit(plan) {
      const parts = {statement: 'Mice may not.', goals: [newGoal('Feed the cat')]}
      const before = outcome(plan, 'Outcome 2 / Output 1')
      insertAfter(plan, before, newSection('Outcome 3 / Output 1', parts))
    },
    client(html) {
      const head = '<h3>Outcome 3 / Output 1</h3><p>Mice may not.</p>'
      const goals = '<h4>Goals</h4><ul><li>Feed the cat</li></ul>'
      html.insertAfter(html.around(html.block('Label the'), 'ul'), head + goals)
    }
  },
  {
    kind: 'outcome removed',
    page: 'house-style',
    hand: [
      '-',
      '-=== Outcome 3 / Output 1 ===',
      "-'''Boats are found in fog.'''",
      "-''Primary team: Bells''",
      '-==== Goal(s) ====',
      '-* Hang a bell on every buoy {{Postponed}}',
      '-==== Status ====',
      "-'''Note: September 11, 2030'''",
      '-* The bells are cast, the ropes are not.'
    ],
    edit: (plan) => remove(plan, outcome(plan, 'Outcome 3 / Output 1')),
    client: (html) => void html.remove(...blocks(html, 'Outcome 3', 'The bells are cast'))
  },
  {
    kind: 'outcome removed',
    page: 'outcome-headings',
    hand: ['-=== Outcome 4 ===', '-Ferries are dry.', '-==== Goals ====', '-* Caulk the deck', '-'],
    edit: (plan) => remove(plan, outcome(plan, 'Outcome 4')),
    client: (html) => void html.remove(...blocks(html, 'Outcome 4', 'Caulk the deck'))
  },
  {
    kind: 'outcomes reordered',
    page: 'quarters-in-headings',
    hand: [
      ' == Quarter 3 ==',
      '-=== Outcome 1 ===',
      '-The choir can be heard over the surf.',
      '-==== Goals ====',
      '-* Find a third bass {{in progress}}',
      ' === Outcome 2 ===',
      ' The surf can be heard over the choir.',
      ' ==== Goals ====',
      ' * Learn a quiet song {{to do}}',
      '+=== Outcome 1 ===',
      '+The choir can be heard over the surf.',
      '+==== Goals ====',
      '+* Find a third bass {{in progress}}'
    ],
    edit: (plan) => void period(plan, 'Quarter 3').sections.reverse(),
    client(html) {
      const moved = blocks(html, 'Outcome 1', 'third bass', 'Quarter 3')
      const list = html.around(html.block('Learn a quiet'), 'ul')
      html.insertAfter(list, `\n${html.copy(...moved)}`).remove(...moved)
    }
  },
  {
    kind: 'outcome moved to another period',
    page: 'quarters-in-headings',
    hand: [
      ' * Find a second bass {{done}}',
      '+=== Outcome 2 ===',
      '+The surf can be heard over the choir.',
      '+==== Goals ====',
      '+* Learn a quiet song {{to do}}',
      '@@',
      ' * Find a third bass {{in progress}}',
      '-=== Outcome 2 ===',
      '-The surf can be heard over the choir.',
      '-==== Goals ====',
      '-* Learn a quiet song {{to do}}'
    ],
    edit(plan) {
      const moved = outcome(plan, 'Outcome 2')
      remove(plan, moved)
      period(plan, 'Q2 (October – December 2030)').sections.push(moved)
    },
    client(html) {
      const moved = blocks(html, 'Outcome 2', 'Learn a quiet')
      const list = html.around(html.block('second bass'), 'ul')
      html.insertAfter(list, `\n${html.copy(...moved)}`).remove(...moved)
    }
  }
]

const outcomeInTab = {
  statement: 'Visitors may look into the drawers.',
  goals: [newGoal('Buy a lamp')]
}

const periods: EditCase[] = [
  {
    kind: 'period added (heading)',
    page: 'quarters-in-headings',
    hand: [
      '+== Quarter 1 ==',
      '+=== Outcome 1 ===',
      '+The choir can be heard over the surf.',
      '+==== Goals ====',
      '+* Find a first bass',
      '+',
      ' == Q2 (October – December 2030) =='
    ],
    shows: 'Find a first bass',
    edit(plan) {
      const statement = 'The choir can be heard over the surf.'
      const first = newSection('Outcome 1', {statement, goals: [newGoal('Find a first bass')]})
      plan.periods.unshift(newPeriod('Quarter 1', 1, [first]))
    },
    client(html) {
      const head =
        '<h2>Quarter 1</h2><h3>Outcome 1</h3><p>The choir can be heard over the surf.</p>'
      const goals = '<h4>Goals</h4><ul><li>Find a first bass</li></ul>'
      html.insertBefore(html.block('Q2 (October'), head + goals)
    }
  },
  {
    kind: 'period removed (heading)',
    page: 'quarters-in-headings',
    hand: [
      '-== Q2 (October – December 2030) ==',
      '-=== Outcome 1 ===',
      '-The choir can be heard over the surf.',
      '-==== Goals ====',
      '-* Find a second bass {{done}}',
      '-'
    ],
    edit: (plan) => remove(plan, period(plan, 'Q2 (October – December 2030)')),
    client: (html) => void html.remove(...blocks(html, 'Q2 (October', 'second bass'))
  },
  {
    kind: 'periods reordered (headings)',
    page: 'quarters-in-headings',
    hand: [
      '-== Q2 (October – December 2030) ==',
      '-=== Outcome 1 ===',
      '-The choir can be heard over the surf.',
      '-==== Goals ====',
      '-* Find a second bass {{done}}',
      '-',
      ' == Quarter 3 ==',
      '@@',
      ' * Learn a quiet song {{to do}}',
      ' ',
      '+== Q2 (October – December 2030) ==',
      '+=== Outcome 1 ===',
      '+The choir can be heard over the surf.',
      '+==== Goals ====',
      '+* Find a second bass {{done}}',
      '+'
    ],
    edit(plan) {
      const third = period(plan, 'Quarter 3')
      moveAfter(plan, period(plan, 'Q2 (October – December 2030)'), third)
    },
    client(html) {
      const moved = blocks(html, 'Q2 (October', 'second bass')
      html.insertBefore(html.block('Q4'), `${html.copy(...moved)}\n\n`).remove(...moved)
    }
  },
  {
    kind: 'period added (tab)',
    page: 'quarters-in-tabs',
    hand: [
      ' * Nothing has fallen yet.',
      ' </tab>',
      '+<tab name="Q3 (January - March 2031)">',
      '+=== Outcome 2 / Output 1 ===',
      '+Visitors may look into the drawers.',
      '+==== Goals ====',
      '+* Buy a lamp',
      '+</tab>'
    ],
    shows: 'Buy a lamp',
    edit(plan) {
      const added = newSection('Outcome 2 / Output 1', outcomeInTab)
      plan.periods.push(newPeriod('Q3 (January - March 2031)', 3, [added]))
    },
    client: 'tabs are tags of an extension, whose content a client gets as wikitext'
  },
  {
    kind: 'period removed (tab)',
    page: 'quarters-in-tabs',
    hand: [
      '-<tab name="Q2 (October - December 2030)">',
      '-=== Outcome 1 / Output 1 ===',
      '-The island keeps a seed of every plant it has.',
      '-==== Goals ====',
      '-* Collect the autumn seeds {{to do}}',
      '-==== Status ====',
      "-'''Note: October 2030'''",
      '-* Nothing has fallen yet.',
      '-</tab>'
    ],
    edit: (plan) => remove(plan, period(plan, 'Q2 (October - December 2030)')),
    client: 'tabs are tags of an extension, whose content a client gets as wikitext'
  }
]

export const blockCases: EditCase[] = [...goals, ...notes, ...outcomes, ...periods]
