/**
 * Edits of a plan: each function takes a plan and gives another, which shares all that is unchanged with the
 * first; no argument is ever changed. Nodes that are new have no position.
 */
export {addGoal, addNote, addObjective, addSection, addTask, addUpdate} from './add.ts'
export {addPeriod} from './add-period.ts'
export {move} from './move.ts'
export {remove} from './remove.ts'
export {setDate} from './set-date.ts'
export {setField} from './set-field.ts'
export {setHeading} from './set-heading.ts'
export {setStatement} from './set-statement.ts'
export {setStatus} from './set-status.ts'
export {setStretch} from './set-stretch.ts'
export {setTeams} from './set-teams.ts'
export {setText} from './set-text.ts'
export {TargetError} from './target.ts'

export type {NewPeriod} from './add-period.ts'
export type {
  NewGoal,
  NewItem,
  NewItemEntry,
  NewNote,
  NewSection,
  NewTask,
  NewUpdate,
  NewUpdateEntry
} from './build.ts'
export type {Content} from './content.ts'
export type {VocabularyOptions} from './options.ts'
export type {Place} from './place.ts'
export type {Teams} from './set-teams.ts'
export type {Target} from './target.ts'
