/** `wikiplan note`: a dated note added to a page, and nothing else. */
import {addEditing, argument, editPlan, type EditingOptions} from './editing.ts'
import {UsageError} from './errors.ts'
import type {Program} from './program.ts'
import type {NewUpdateEntry} from '../edit/build.ts'

interface Options extends EditingOptions {
  date: string
  text: string[]
  status?: string[]
}

const examples = `
Examples:
  wikiplan note page.wiki q1/outcome-1 --date 2030-08-14 --text 'The key was found.' -i
  wikiplan note page.wiki q1/outcome-1 --date 2030-08 --dry-run \\
    --status done --text 'The bells are cast.' --status stalled --text 'There is no rope.'

'wikiplan list page.wiki' says the ids.`

/** Adds the command to a program. */
export function note(program: Program): void {
  const command = program
    .command('note')
    .summary('add a dated note to an outcome in a page')
    .description(
      'Add a dated note to an outcome in a page of wikitext, where its date belongs, and change nothing else.'
    )
    .argument('<file>', 'page to edit; - for standard input')
    .argument('<outcome>', 'id of the outcome')
    .requiredOption('--date <date>', 'the day, month or year: 2030-08-14, 2030-08 or 2030')
    .requiredOption('--text <text...>', 'an update; several for several updates')
    .option('--status <status...>', 'status that opens the first update; several in their order')
  addEditing(command, 'FILE').addHelpText('after', examples).action(run)
}

async function run(path: string, outcome: string, {date, ...rest}: Options): Promise<void> {
  const {text, status = [], ...options} = rest
  if (status.length > text.length)
    throw new UsageError(`${status.length} statuses are too many for ${text.length} texts`)
  const [{addNote}, {newNote}, {english}] = await Promise.all([
    import('../edit/add.ts'),
    import('../edit/build.ts'),
    import('../core.ts')
  ])
  const updates = text.map((words, at) => toUpdate(words, status[at]))
  argument(() => newNote({date, updates}, english))
  await editPlan(path, options, (plan) => addNote(plan, outcome, {date, updates}))
}

function toUpdate(text: string, status: string | undefined): NewUpdateEntry {
  return status === undefined ? {text} : {text, statuses: [status]}
}
