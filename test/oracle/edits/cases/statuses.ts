/** Statuses set, changed and cleared. */
import {titled, status} from '../json.ts'
import type {EditCase} from '../edit.ts'

/** A change of one status. */
interface StatusEdit {
  kind: string
  page: string
  /** The text of the goal, task or update in plan JSON. */
  of: string
  /** The status's name, `null` to clear it. */
  to: string | null
  hand: EditCase['hand']
  shows: string
  /** What the client looks for, where it is not the text: the block, and blocks before it. */
  block?: [string, ...string[]]
  /** A marker that is text to the wiki, or what is wrong about a template, as HTML: it goes. */
  replaces?: string
  /** Why no client makes the edit. */
  unfair?: string
}

const template = (name: string) => name.replaceAll('-', ' ')

function statusCase({of, to, block = [of], replaces, unfair, ...rest}: StatusEdit): EditCase {
  const isUpdate = rest.kind.includes('update')
  return {
    ...rest,
    edit(plan) {
      const thing = titled(plan, of)
      if ('updates' in thing) thing.statuses = to ? [status(to)] : []
      else thing.status = to ? status(to) : null
    },
    client:
      unfair ??
      ((html) => {
        const found = html.block(...block)
        if (replaces !== undefined) html.type(found, replaces, '')
        if (to === null) html.dropTemplate(found)
        else if (html.hasTemplate(found)) html.retarget(found, template(to))
        else html.addTemplate(found, template(to), isUpdate ? 'start' : 'end')
      })
  }
}

const edits: StatusEdit[] = [
  {
    kind: 'status of a goal set',
    page: 'house-style',
    of: 'Print the timetable',
    to: 'done',
    block: ['Print the timetable', 'Oil the spring'],
    hand: ['-===== Print the timetable =====', '+===== Print the timetable {{done}} ====='],
    shows: 'Print the timetable Done'
  },
  {
    kind: 'status of a goal set',
    page: 'definition-lists',
    of: 'Copy the sea charts',
    to: 'in-progress',
    hand: ['-;Copy the sea charts', '+;Copy the sea charts {{in progress}}'],
    shows: 'Copy the sea charts In progress'
  },
  {
    kind: 'status of a goal set',
    page: 'goals-as-list-items',
    of: 'Name the new boat',
    to: 'in-progress',
    hand: ['-* Name the new boat', '+* Name the new boat {{in progress}}'],
    shows: 'Name the new boat In progress'
  },
  {
    kind: 'status of a goal set',
    page: 'goals-as-bold-paragraphs',
    of: 'Plant an apple tree',
    to: 'done',
    hand: 2,
    shows: 'Plant an apple tree Done'
  },
  {
    kind: 'status of a goal set',
    page: 'full-year',
    of: 'Count the stores',
    to: 'done',
    block: ['Count the stores', 'Dependencies on: Cats'],
    hand: ['-===== Count the stores =====', '+===== Count the stores {{done}} ====='],
    shows: 'Count the stores Done'
  },
  {
    kind: 'status of a goal changed',
    page: 'house-style',
    of: 'Wind the clocks',
    to: 'cancelled',
    hand: ['-===== Wind the clocks {{done}} =====', '+===== Wind the clocks {{cancelled}} ====='],
    shows: 'Wind the clocks Cancelled'
  },
  {
    kind: 'status of a goal changed',
    page: 'goals-as-bold-paragraphs',
    of: 'Sow the beans',
    to: 'in-progress',
    hand: ["-'''Sow the beans {{done}}'''", "+'''Sow the beans {{in progress}}'''"],
    shows: 'Sow the beans In progress'
  },
  {
    kind: 'status of a goal changed',
    page: 'goals-as-bold-paragraphs',
    of: 'Keep bees',
    to: 'done',
    hand: ["-{{cancelled}} '''Keep bees'''", "+{{done}} '''Keep bees'''"],
    shows: 'Done Keep bees'
  },
  {
    kind: 'status of a goal changed',
    page: 'definition-lists',
    of: 'Carry the ledgers upstairs',
    to: 'in-progress',
    hand: ['-;Carry the ledgers upstairs {{done}}', '+;Carry the ledgers upstairs {{in progress}}'],
    shows: 'Carry the ledgers upstairs In progress'
  },
  {
    kind: 'status of a goal changed',
    page: 'surroundings',
    of: 'Trim the wicks',
    to: 'in-progress',
    hand: [
      '-* Trim the wicks {{done}} <!-- all of them -->',
      '+* Trim the wicks {{in progress}} <!-- all of them -->'
    ],
    shows: 'Trim the wicks In progress'
  },
  {
    kind: 'status of a goal changed',
    page: 'statuses',
    of: 'Bar the door',
    to: 'done',
    hand: ['-* Bar the door ({{in progress}})', '+* Bar the door ({{done}})'],
    shows: 'Bar the door (Done)'
  },
  {
    kind: 'status of a goal changed',
    page: 'statuses',
    of: 'Wake the ringer',
    to: 'stalled',
    replaces: ' &lt;&lt;Done>>',
    hand: 2,
    shows: 'Wake the ringer'
  },
  {
    kind: 'status of a goal changed',
    page: 'quarters-in-tabs',
    of: 'Label the drawers',
    to: 'done',
    hand: ['-* Label the drawers {{in progress}}', '+* Label the drawers {{done}}'],
    shows: 'Label the drawers Done'
  },
  {
    kind: 'status of a goal cleared',
    page: 'house-style',
    of: 'Wind the clocks',
    to: null,
    hand: ['-===== Wind the clocks {{done}} =====', '+===== Wind the clocks ====='],
    shows: 'Wind the clocks'
  },
  {
    kind: 'status of a goal cleared',
    page: 'goals-as-bold-paragraphs',
    of: 'Sow the beans',
    to: null,
    hand: ["-'''Sow the beans {{done}}'''", "+'''Sow the beans'''"],
    unfair:
      'the status templates of this wiki are bold, and in bold text one piece with it to Parsoid',
    shows: 'Sow the beans'
  },
  {
    kind: 'status of a goal cleared',
    page: 'goals-as-bold-paragraphs',
    of: 'Build a frame for the tomatoes',
    to: null,
    hand: [
      "-'''Build a frame for the tomatoes''' {{in progress}}",
      "+'''Build a frame for the tomatoes'''"
    ],
    shows: 'Build a frame for the tomatoes'
  },
  {
    kind: 'status of a goal cleared',
    page: 'goals-as-bold-paragraphs',
    of: 'Keep bees',
    to: null,
    hand: ["-{{cancelled}} '''Keep bees'''", "+'''Keep bees'''"],
    shows: 'Keep bees'
  },
  {
    kind: 'status of a goal cleared',
    page: 'statuses',
    of: 'Paint the ladder',
    to: null,
    hand: ['-* {{done}} Paint the ladder', '+* Paint the ladder'],
    shows: 'Paint the ladder'
  },
  {
    kind: 'status of a task set',
    page: 'house-style',
    of: 'Find the key',
    to: 'done',
    hand: ['-* Find the key', '+* Find the key {{done}}'],
    shows: 'Find the key Done'
  },
  {
    kind: 'status of a task set',
    page: 'goals-as-list-items',
    of: 'Find someone who knows how',
    to: 'done',
    hand: ['-*** Find someone who knows how', '+*** Find someone who knows how {{done}}'],
    shows: 'Find someone who knows how Done'
  },
  {
    kind: 'status of a task set',
    page: 'goals-as-list-items',
    of: 'Lay the new rails',
    to: 'in-progress',
    hand: ['-** Lay the new rails', '+** Lay the new rails {{in progress}}'],
    shows: 'Lay the new rails In progress'
  },
  {
    kind: 'status of a task changed',
    page: 'stretch',
    of: 'Row in step',
    to: 'in-progress',
    hand: ['-* [stretch] Row in step {{to do}}', '+* [stretch] Row in step {{in progress}}'],
    shows: '[stretch] Row in step In progress'
  },
  {
    kind: 'status of a task changed',
    page: 'goals-as-list-items',
    of: 'Pull up the old rails',
    to: 'in-progress',
    hand: ['-** Pull up the old rails {{done}}', '+** Pull up the old rails {{in progress}}'],
    shows: 'Pull up the old rails In progress'
  },
  {
    kind: 'status of a task changed',
    page: 'full-year',
    of: 'File the cams',
    to: 'in-progress',
    hand: ['-* File the cams {{to do}}', '+* File the cams {{in progress}}'],
    shows: 'File the cams In progress'
  },
  {
    kind: 'status of a task cleared',
    page: 'stretch',
    of: 'sing',
    to: null,
    hand: ['-* STRETCH: sing {{done}}', '+* STRETCH: sing'],
    shows: 'STRETCH: sing'
  },
  {
    kind: 'status of a task cleared',
    page: 'goals-as-list-items',
    of: 'Find oak for the sleepers',
    to: null,
    hand: ['-*** Find oak for the sleepers {{to do}}', '+*** Find oak for the sleepers'],
    shows: 'Find oak for the sleepers'
  },
  {
    kind: 'status of an update set',
    page: 'goals-as-bold-paragraphs',
    of: 'Beans are up.',
    to: 'done',
    hand: ['-* Beans are up.', '+* {{done}} Beans are up.'],
    shows: 'Done Beans are up.'
  },
  {
    kind: 'status of an update set',
    page: 'notes-in-many-styles',
    of: 'a small one,',
    to: 'done',
    hand: ['-## a small one,', '+## {{done}} a small one,'],
    shows: 'Done a small one,'
  },
  {
    kind: 'status of an update changed',
    page: 'quarters-in-tabs',
    of: '',
    to: 'done',
    block: ['In progress', 'Note: July 2030'],
    hand: [" '''Note: July 2030'''", '-* {{in progress}}', '+* {{done}}'],
    shows: 'Note: July 2030 Done'
  },
  {
    kind: 'status of an update changed',
    page: 'house-style',
    of: 'The key was under the mat.',
    to: 'cancelled',
    hand: ['-* {{done}} The key was under the mat.', '+* {{cancelled}} The key was under the mat.'],
    shows: 'Cancelled The key was under the mat.'
  },
  {
    kind: 'status of an update cleared',
    page: 'house-style',
    of: 'The key was under the mat.',
    to: null,
    hand: ['-* {{done}} The key was under the mat.', '+* The key was under the mat.'],
    shows: 'The key was under the mat.'
  },
  {
    kind: 'malformed status of a goal set',
    page: 'statuses-malformed',
    of: 'Twist the yarn',
    to: 'done',
    replaces: ' {[partially done}}',
    hand: ['-* Twist the yarn {[partially done}}', '+* Twist the yarn {{done}}'],
    shows: 'Twist the yarn Done'
  },
  {
    kind: 'malformed status of a goal set',
    page: 'statuses-malformed',
    of: 'Sweep the walk',
    to: 'in-progress',
    replaces: ' {{done]]',
    hand: ['-* Sweep the walk {{done]]', '+* Sweep the walk {{in progress}}'],
    shows: 'Sweep the walk In progress'
  },
  {
    kind: 'malformed status of a goal set',
    page: 'statuses-malformed',
    of: 'Lock the walk',
    to: 'done',
    replaces: ' {{to do}',
    hand: ['-* Lock the walk {{to do}', '+* Lock the walk {{done}}'],
    shows: 'Lock the walk Done'
  },
  {
    kind: 'malformed status of a goal set',
    page: 'statuses-malformed',
    of: 'Cut the rope',
    to: 'in-progress',
    replaces: '&lt;',
    hand: ['-* Cut the rope <{{done}}', '+* Cut the rope {{in progress}}'],
    shows: 'Cut the rope In progress'
  },
  {
    kind: 'malformed status of an update set',
    page: 'full-year',
    of: 'The fifth is held back for a debt of two herrings, which we will pay.',
    to: 'done',
    replaces: '&lt;',
    hand: [
      '-* <{{in progress}} The fifth is held back for a debt of two herrings, which we will pay.',
      '+* {{done}} The fifth is held back for a debt of two herrings, which we will pay.'
    ],
    shows: 'Done The fifth is held back'
  }
]

export const statusCases: EditCase[] = edits.map(statusCase)
