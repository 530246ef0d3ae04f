/** Runs `wikiplan note`. */
import {english} from '../../core.ts'
import {addNote} from '../../edit/add.ts'
import {build, type NewUpdateEntry} from '../../edit/build.ts'
import type {EditingOptions} from '../destination.ts'
import {UsageError} from '../errors.ts'
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
  await editPlan(path, options, (plan) => addNote(plan, section, {date, updates}))
}

function toUpdate(text: string, status: string | undefined): NewUpdateEntry {
  return status === undefined ? {text} : {text, statuses: [status]}
}
