/** `wikiplan merge`: two edits of one page as one, or what they contradict each other in. */
import {addDestination, type Destination} from './destination.ts'
import type {Program} from './program.ts'

const examples = `
Examples:
  wikiplan merge base.wiki mine.wiki theirs.wiki -o merged.wiki

As git's merge driver, for files that .gitattributes says 'merge=wikiplan' of:
  git config merge.wikiplan.driver 'wikiplan merge %O %A %B -o %A'`

/** Adds the command to a program. */
export function merge(program: Program): void {
  const command = program
    .command('merge')
    .summary('merge two edits of one page')
    .description(
      'Merge two edits of one page of wikitext. Where they contradict each other, nothing is written: what they contradict each other in goes to standard error, and the exit code is 1.'
    )
    .argument('<base>', 'page that both edits started from')
    .argument('<mine>', 'page after one edit')
    .argument('<theirs>', 'page after the other')
  addDestination(command, 'MINE')
    .addHelpText('after', examples)
    .action(async (base: string, mine: string, theirs: string, options: Destination) => {
      const {run} = await import('./edit/merge.ts')
      await run([base, mine, theirs], options)
    })
}
