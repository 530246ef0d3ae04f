/** Tasks, updates and goals added, removed, reordered and moved. */
import {
  goal,
  insertAfter,
  moveAfter,
  newGoal,
  newTask,
  newUpdate,
  note,
  outcome,
  remove,
  task,
  update
} from '../json.ts'
import type {EditCase} from '../edit.ts'

const tasks: EditCase[] = [
  {
    kind: 'task added',
    page: 'house-style',
    hand: [' * Find the key', '+* Turn the key'],
    shows: 'Turn the key',
    edit: (plan) => insertAfter(plan, task(plan, 'Find the key'), newTask('Turn the key')),
    client: (html) => void html.insertAfter(html.block('Find the key'), '<li>Turn the key</li>')
  },
  {
    kind: 'task added',
    page: 'house-style',
    hand: [' * Agree on the times with the pilots', '+* Buy ink'],
    shows: 'Buy ink',
    edit: (plan) => void goal(plan, 'Print the timetable').tasks.push(newTask('Buy ink')),
    client: (html) => void html.insertAfter(html.block('Agree on the times'), '<li>Buy ink</li>')
  },
  {
    kind: 'task added',
    page: 'house-style',
    hand: [' ===== Wind the clocks {{done}} =====', '+* Climb the stairs'],
    shows: 'Climb the stairs',
    edit: (plan) => void goal(plan, 'Wind the clocks').tasks.unshift(newTask('Climb the stairs')),
    client: (html) =>
      void html.insertBefore(html.block('Find the key'), '<li>Climb the stairs</li>')
  },
  {
    kind: 'task added',
    page: 'goals-as-bold-paragraphs',
    hand: [' * Find six straight poles', '+* Borrow a saw'],
    shows: 'Borrow a saw',
    edit: (plan) =>
      void goal(plan, 'Build a frame for the tomatoes').tasks.push(newTask('Borrow a saw')),
    client: (html) => void html.insertAfter(html.block('six straight'), '<li>Borrow a saw</li>')
  },
  {
    kind: 'task added',
    page: 'definition-lists',
    hand: [' * Clear the attic', '+* Sweep the stairs'],
    shows: 'Sweep the stairs',
    edit: (plan) =>
      void goal(plan, 'Carry the ledgers upstairs').tasks.push(newTask('Sweep the stairs')),
    client: (html) =>
      void html.insertAfter(html.block('Clear the attic'), '<li>Sweep the stairs</li>')
  },
  {
    kind: 'task added',
    page: 'goals-as-list-items',
    hand: [' ** Pull up the old rails {{done}}', '+** Sell them'],
    shows: 'Sell them',
    edit: (plan) => insertAfter(plan, task(plan, 'Pull up the old rails'), newTask('Sell them')),
    client: (html) => void html.insertAfter(html.block('Pull up'), '<li>Sell them</li>')
  },
  {
    kind: 'task added',
    page: 'goals-as-list-items',
    hand: [' ## Find the oil can', '+## Fill the oil can'],
    shows: 'Fill the oil can',
    edit: (plan) => insertAfter(plan, task(plan, 'Find the oil can'), newTask('Fill the oil can')),
    client: (html) =>
      void html.insertAfter(html.block('Find the oil can'), '<li>Fill the oil can</li>')
  },
  {
    kind: 'first task of a goal added',
    page: 'goals-as-list-items',
    hand: [' * Name the new boat', '+** Ask the boat'],
    shows: 'Ask the boat',
    edit: (plan) => void goal(plan, 'Name the new boat').tasks.push(newTask('Ask the boat')),
    client: (html) => void html.append(html.block('Name the new'), '<ul><li>Ask the boat</li></ul>')
  },
  {
    kind: 'first task of a task added',
    page: 'house-style',
    hand: [' * Find the key', '+** Look under the mat'],
    shows: 'Look under the mat',
    edit: (plan) => void task(plan, 'Find the key').tasks.push(newTask('Look under the mat')),
    client(html) {
      html.append(html.block('Find the key'), '<ul><li>Look under the mat</li></ul>')
    }
  },
  {
    kind: 'task removed',
    page: 'house-style',
    hand: ['-* Oil the spring {{In progress}}'],
    edit: (plan) => remove(plan, task(plan, 'Oil the spring')),
    client: (html) => void html.remove(html.block('Oil the spring'))
  },
  {
    kind: 'task removed',
    page: 'goals-as-bold-paragraphs',
    hand: ['-* Dig over the long bed'],
    edit: (plan) => remove(plan, task(plan, 'Dig over the long bed')),
    client: (html) => void html.remove(html.block('Dig over'))
  },
  {
    kind: 'last task of a goal removed',
    page: 'house-style',
    hand: ['-* Agree on the times with the pilots'],
    edit: (plan) => remove(plan, task(plan, 'Agree on the times with the pilots')),
    client: (html) => void html.remove(html.around(html.block('Agree on the'), 'ul'))
  },
  {
    kind: 'task with nested tasks removed',
    page: 'goals-as-list-items',
    hand: [
      '-** Lay the new rails',
      '-*** Find oak for the sleepers {{to do}}',
      '-*** Find someone who knows how'
    ],
    edit: (plan) => remove(plan, task(plan, 'Lay the new rails')),
    client: (html) => void html.remove(html.block('Lay the new rails'))
  },
  {
    kind: 'nested task removed',
    page: 'goals-as-list-items',
    hand: ['-*** Find oak for the sleepers {{to do}}'],
    edit: (plan) => remove(plan, task(plan, 'Find oak for the sleepers')),
    client: (html) => void html.remove(html.block('Find oak'))
  },
  {
    kind: 'tasks reordered',
    page: 'house-style',
    hand: ['-* Find the key', ' * Oil the spring {{In progress}}', '+* Find the key'],
    edit: (plan) => moveAfter(plan, task(plan, 'Find the key'), task(plan, 'Oil the spring')),
    client(html) {
      const key = html.block('Find the key')
      html.insertAfter(html.block('Oil the spring'), html.copy(key)).remove(key)
    }
  },
  {
    kind: 'tasks reordered',
    page: 'goals-as-list-items',
    hand: [
      '-** Pull up the old rails {{done}}',
      ' ** Lay the new rails',
      ' *** Find oak for the sleepers {{to do}}',
      ' *** Find someone who knows how',
      '+** Pull up the old rails {{done}}'
    ],
    edit(plan) {
      moveAfter(plan, task(plan, 'Pull up the old rails'), task(plan, 'Lay the new rails'))
    },
    client(html) {
      const rails = html.block('Pull up')
      html.insertAfter(html.block('Lay the new'), html.copy(rails)).remove(rails)
    }
  },
  {
    kind: 'task moved to another goal',
    page: 'house-style',
    hand: ['-* Find the key', '@@', ' * Agree on the times with the pilots', '+* Find the key'],
    edit(plan) {
      moveAfter(plan, task(plan, 'Find the key'), task(plan, 'Agree on the times with the pilots'))
    },
    client(html) {
      const key = html.block('Find the key')
      html.insertAfter(html.block('Agree on the'), html.copy(key)).remove(key)
    }
  },
  {
    kind: 'task moved to another level',
    page: 'goals-as-list-items',
    hand: [
      ' ** Lay the new rails',
      '-*** Find oak for the sleepers {{to do}}',
      ' *** Find someone who knows how',
      '+** Find oak for the sleepers {{to do}}'
    ],
    edit(plan) {
      moveAfter(plan, task(plan, 'Find oak for the sleepers'), task(plan, 'Lay the new rails'))
    },
    client(html) {
      const oak = html.block('Find oak')
      html.insertAfter(html.block('Lay the new'), html.copy(oak)).remove(oak)
    }
  },
  {
    kind: 'task moved to another list',
    page: 'goals-as-list-items',
    hand: [
      '-** Pull up the old rails {{done}}',
      '@@',
      ' ## Find the oil can',
      '+## Pull up the old rails {{done}}'
    ],
    edit(plan) {
      moveAfter(plan, task(plan, 'Pull up the old rails'), task(plan, 'Find the oil can'))
    },
    client(html) {
      const rails = html.block('Pull up')
      html.insertAfter(html.block('Find the oil can'), html.copy(rails)).remove(rails)
    }
  }
]

const goals: EditCase[] = [
  {
    kind: 'goal added (list item)',
    page: 'goals-as-list-items',
    hand: [' * Name the new boat', '+* Paint the new boat'],
    shows: 'Paint the new boat',
    edit: (plan) =>
      insertAfter(plan, goal(plan, 'Name the new boat'), newGoal('Paint the new boat')),
    client: (html) =>
      void html.insertAfter(html.block('Name the new'), '<li>Paint the new boat</li>')
  },
  {
    kind: 'goal added (list item)',
    page: 'goals-as-list-items',
    hand: [' # Buy a longer rope {{postponed}}', '+# Grease the hook', '+## Find the grease'],
    shows: 'Grease the hook Find the grease',
    edit(plan) {
      const added = newGoal('Grease the hook', newTask('Find the grease'))
      insertAfter(plan, goal(plan, 'Buy a longer rope'), added)
    },
    client(html) {
      const added = '<li>Grease the hook<ol><li>Find the grease</li></ol></li>'
      html.insertAfter(html.block('longer rope'), added)
    }
  },
  {
    kind: 'goal added (list item)',
    page: 'quarters-in-tabs',
    hand: [' * Label the drawers {{in progress}}', '+* Dust the drawers'],
    shows: 'Dust the drawers',
    edit: (plan) => insertAfter(plan, goal(plan, 'Label the drawers'), newGoal('Dust the drawers')),
    client: (html) => void html.insertAfter(html.block('Label the'), '<li>Dust the drawers</li>')
  },
  {
    kind: 'first goal of a section added',
    page: 'faults',
    hand: [' A goal section with nothing in it.', ' ', ' ==== Goals ====', '+* Breathe out'],
    shows: 'Breathe out',
    edit: (plan) => void outcome(plan, 'Outcome 2').goals.push(newGoal('Breathe out')),
    client(html) {
      const heading = html.block('Goals', 'A goal section with nothing')
      html.insertAfter(heading, '<ul><li>Breathe out</li></ul>')
    }
  },
  {
    kind: 'goal removed (list item)',
    page: 'goals-as-list-items',
    hand: ['-# Oil the winch {{done}}', '-## Find the oil can'],
    edit: (plan) => remove(plan, goal(plan, 'Oil the winch')),
    client: (html) => void html.remove(html.block('Oil the winch'))
  },
  {
    kind: 'goal removed (list item)',
    page: 'statuses',
    hand: ['-* {{done}} Paint the ladder'],
    edit: (plan) => remove(plan, goal(plan, 'Paint the ladder')),
    client: (html) => void html.remove(html.block('Paint the ladder'))
  },
  {
    kind: 'goals reordered (list items)',
    page: 'goals-as-list-items',
    hand: [
      '+* Name the new boat',
      ' * Rebuild the slipway {{in progress}}',
      '@@',
      '-* Name the new boat',
      ' '
    ],
    edit(plan) {
      outcome(plan, 'Outcome 1 / Output 1').goals.reverse()
    },
    client(html) {
      const name = html.block('Name the new')
      html.insertBefore(html.block('Rebuild'), html.copy(name)).remove(name)
    }
  },
  {
    kind: 'goal moved to another outcome (list item)',
    page: 'goals-as-list-items',
    hand: [
      '-* Name the new boat',
      '@@',
      ' # Buy a longer rope {{postponed}}',
      '+# Name the new boat'
    ],
    edit(plan) {
      moveAfter(plan, goal(plan, 'Name the new boat'), goal(plan, 'Buy a longer rope'))
    },
    client(html) {
      const name = html.block('Name the new')
      html.insertAfter(html.block('longer rope'), html.copy(name)).remove(name)
    }
  }
]

const updates: EditCase[] = [
  {
    kind: 'update added',
    page: 'house-style',
    hand: [" '''Note: July 2030'''", ' * {{In progress}}', '+* The ink has dried.'],
    shows: 'In progress The ink has dried.',
    edit(plan) {
      const {updates} = note(plan, 'Outcome 1 / Output 2', 'July 2030')
      updates.push(newUpdate('The ink has dried.'))
    },
    client(html) {
      html.insertAfter(html.block('In progress', 'Note: July 2030'), '<li>The ink has dried.</li>')
    }
  },
  {
    kind: 'update added',
    page: 'notes-in-many-styles',
    hand: [' # Three.', '+# Four.'],
    shows: 'Four.',
    edit: (plan) => insertAfter(plan, update(plan, 'Three.'), newUpdate('Four.')),
    client: (html) => void html.insertAfter(html.block('Three.'), '<li>Four.</li>')
  },
  {
    kind: 'update added',
    page: 'notes-in-many-styles',
    hand: [' ** Read on 2 mornings of 2.', '+** Read on the third.'],
    shows: 'Read on the third.',
    edit(plan) {
      insertAfter(plan, update(plan, 'Read on 2 mornings of 2.'), newUpdate('Read on the third.'))
    },
    client: (html) =>
      void html.insertAfter(html.block('Read on 2 m'), '<li>Read on the third.</li>')
  },
  {
    kind: 'update added',
    page: 'definition-lists',
    hand: [' * All ledgers but one are upstairs.', '+* The cat has moved, too.'],
    shows: 'The cat has moved, too.',
    edit(plan) {
      const before = update(plan, 'All ledgers but one are upstairs.')
      insertAfter(plan, before, newUpdate('The cat has moved, too.'))
    },
    client(html) {
      html.insertAfter(html.block('All ledgers'), '<li>The cat has moved, too.</li>')
    }
  },
  {
    kind: 'nested update added',
    page: 'notes-in-many-styles',
    hand: [' ## a small one,', '+## a middling one,'],
    shows: 'a middling one,',
    edit: (plan) => insertAfter(plan, update(plan, 'a small one,'), newUpdate('a middling one,')),
    client: (html) => void html.insertAfter(html.block('a small one,'), '<li>a middling one,</li>')
  },
  {
    kind: 'update removed',
    page: 'house-style',
    hand: ['-* {{done}} The key was under the mat.'],
    edit: (plan) => remove(plan, update(plan, 'The key was under the mat.')),
    client: (html) => void html.remove(html.block('The key was'))
  },
  {
    kind: 'update removed',
    page: 'notes-in-many-styles',
    hand: ['-# Two, and then:', '-## a small one,', '-## a very small one.'],
    edit: (plan) => remove(plan, update(plan, 'Two, and then:')),
    client: (html) => void html.remove(html.block('Two, and then:'))
  },
  {
    kind: 'update removed',
    page: 'full-year',
    hand: ['-* The museum has said yes.'],
    edit: (plan) => remove(plan, update(plan, 'The museum has said yes.')),
    client: (html) => void html.remove(html.block('The museum has said'))
  },
  {
    kind: 'updates reordered',
    page: 'notes-in-many-styles',
    hand: ['-# One.', ' # Two, and then:', ' ## a small one,', ' ## a very small one.', '+# One.'],
    edit: (plan) => moveAfter(plan, update(plan, 'One.'), update(plan, 'Two, and then:')),
    client(html) {
      const one = html.block('One.')
      html.insertAfter(html.block('Two, and'), html.copy(one)).remove(one)
    }
  },
  {
    kind: 'update moved to another note',
    page: 'house-style',
    hand: [
      " '''Note: July 2030'''",
      ' * {{In progress}}',
      '+* {{done}} The key was under the mat.',
      '@@',
      " '''Note: August 14, 2030'''",
      '-* {{done}} The key was under the mat.'
    ],
    edit(plan) {
      const thing = update(plan, 'The key was under the mat.')
      remove(plan, thing)
      note(plan, 'Outcome 1 / Output 2', 'July 2030').updates.push(thing)
    },
    client(html) {
      const key = html.block('The key was')
      html.insertAfter(html.block('In progress', 'Note: July 2030'), html.copy(key)).remove(key)
    }
  }
]

export const itemCases: EditCase[] = [...tasks, ...goals, ...updates]
