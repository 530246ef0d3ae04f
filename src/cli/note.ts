/** `wikiplan note`: a dated note added to a page, and nothing else. */
import {addEditing} from './destination.ts'
import type {NoteCommandOptions} from './edit/note.ts'
import type {Program} from './program.ts'

const examples = `
Examples:
  wikiplan note page.wiki q1/outcome-1 --date 2030-08-14 --text 'The key was found.' -i
  wikiplan note page.wiki q1/outcome-1 --date 2030-08 --dry-run \\
    --status done --text 'The bells are cast.' --status stalled --text 'There is no rope.'

Run 'wikiplan list page.wiki --ids' to see the ids.`

/** Adds the command to a program. */
export function note(program: Program): void {
  const command = program
    .command('note')
    .summary('add a dated note to a section, goal or task in a page')
    .description(
      'Add a dated note to a section, goal or task in a page of wikitext, where its date belongs, and change nothing else.'
    )
    .argument('<file>', 'page to edit; - for standard input')
    .argument('<id>', 'id of the section, goal or task')
    .requiredOption('--date <date>', 'the day, month or year: 2030-08-14, 2030-08 or 2030')
    .requiredOption('--text <text...>', 'an update; several for several updates')
    .option(
      '--status <status...>',
      'status at the start of the first update; repeat for further updates'
    )
  addEditing(command, 'FILE')
    .addHelpText('after', examples)
    .action(async (path: string, id: string, options: NoteCommandOptions) => {
      const {run} = await import('./edit/note.ts')
      await run(path, id, options)
    })
}
