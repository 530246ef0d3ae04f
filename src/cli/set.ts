/** `wikiplan set`: a status changed in a page, and nothing else. */
import {addEditing} from './destination.ts'
import type {SetCommandOptions} from './edit/set.ts'
import type {Program} from './program.ts'

const examples = `
Examples:
  wikiplan set page.wiki q1/outcome-1/wind-the-clocks done -i
  wikiplan set page.wiki q1/outcome-1/wind-the-clocks 'In progress' --dry-run
  wikiplan set page.wiki q1/outcome-1/wind-the-clocks --clear -o changed.wiki

Run 'wikiplan list page.wiki --ids' to see the ids.`

/** Adds the command to a program. */
export function set(program: Program): void {
  const command = program
    .command('set')
    .summary("change a goal's or task's status in a page")
    .description("Change a goal's or task's status in a page of wikitext, and nothing else.")
    .argument('<file>', 'page to edit; - for standard input')
    .argument('<id>', 'id of the goal or task')
    .argument('[status]', 'such as done, in-progress or "In progress"')
    .option('--clear', 'remove the status')
  addEditing(command, 'FILE')
    .addHelpText('after', examples)
    .action(
      async (path: string, id: string, status: string | undefined, options: SetCommandOptions) => {
        const {run} = await import('./edit/set.ts')
        await run(path, id, status, options)
      }
    )
}
