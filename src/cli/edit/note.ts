/** Runs `wikiplan note`. */
import {english} from '../../core.ts'
import {addNote} from '../../edit/add.ts'
import {build, type NewUpdateEntry} from '../../edit/build.ts'
import type {EditingOptions} from '../destination.ts'
import {childOf, childrenOf} from '../../document/children.ts'
import {find} from '../../edit/target.ts'
import type {Plan, Section} from '../../plan/types.ts'
import {UsageError} from '../errors.ts'
import {complain} from '../report.ts'
import {editPlan} from './edit-page.ts'
import {argument} from './explain.ts'

/** What the command was told. */
export interface NoteCommandOptions extends EditingOptions {
  date: string
  text: string[]
  status?: string[]
}

export async function run(
  path: string,
  section: string,
  {date, text, status = [], ...options}: NoteCommandOptions
): Promise<void> {
  if (status.length > text.length)
    throw new UsageError(`${status.length} statuses are too many for ${text.length} texts`)
  const updates = text.map((words, at) => toUpdate(words, status[at]))
  argument(() => build('note', {date, updates}, english))
  await editPlan(path, options, (plan) => {
    const edited = addNote(plan, section, {date, updates})
    // Two notes of a day are no mistake, but often an oversight: whoever wrote the first may have said it all.
    if (hasNoteOf(plan, section, date))
      complain(`'${section}' has a note of ${date} already; this is another`)
    return edited
  })
}

function hasNoteOf(plan: Plan, id: string, date: string): boolean {
  const {node} = find(plan, id, 'note', ['section', 'goal', 'task'])
  const notes = childrenOf(node as Section, 'note')
  return notes.some((note) => childOf(note, 'date')?.value === date)
}

function toUpdate(text: string, status: string | undefined): NewUpdateEntry {
  return status === undefined ? {text} : {text, statuses: [status]}
}
