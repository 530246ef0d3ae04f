/**
 * Edits of a plan: each function takes a plan and gives another, which shares all that is unchanged with the
 * first; no argument is ever changed. Nodes that are new have no position.
 */
export {addGoal, addNote, addObjective, addPeriod, addSection, addTask, addUpdate} from './add.ts'
export {setHeading, setStatement} from './heading.ts'
export {move, remove} from './move.ts'
export {setDate, setField, setStatus, setStretch, setTeams, setText} from './set.ts'
export {TargetError} from './target.ts'

export type {
  NewField,
  NewGoal,
  NewItem,
  NewItemEntry,
  NewNote,
  NewPeriod,
  NewSection,
  NewTask,
  NewUpdate,
  NewUpdateEntry,
  Teams
} from './build.ts'
export type {Content} from './content.ts'
export type {VocabularyOptions} from '../vocabulary/index.ts'
export type {Place} from './place.ts'
export type {Target} from './target.ts'
