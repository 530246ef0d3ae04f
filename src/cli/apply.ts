/** `wikiplan apply`: a page's JSON or Markdown, edited, put back into the page. */
import {addEditing, type EditingOptions} from './destination.ts'
import type {Program} from './program.ts'

const examples = `
Examples:
  wikiplan convert page.wiki | jq '.periods[0].sections[0].goals[0].text = "Wind all clocks"' |
    wikiplan apply page.wiki - --dry-run
  wikiplan convert page.wiki --to markdown -o page.md && $EDITOR page.md && wikiplan apply page.wiki page.md -i`

/** The flags of the command. */
export interface ApplyingOptions extends EditingOptions {
  base?: string
}

/** Adds the command to a program. */
export function apply(program: Program): void {
  const command = program
    .command('apply')
    .summary('apply edited JSON or Markdown to its page')
    .description(
      'Apply edited plan JSON, tree JSON or Markdown to the page that it was made from, and change nothing else.'
    )
    .argument('<page>', 'page of wikitext; - for standard input')
    .argument('<edited>', 'the edited document; - for standard input')
    .option(
      '--base <file>',
      'the page that the document was made from, if PAGE is a later revision'
    )
  addEditing(command, 'PAGE')
    .addHelpText('after', examples)
    .action(async (page: string, edited: string, options: ApplyingOptions) => {
      const {run} = await import('./edit/apply.ts')
      await run(page, edited, options)
    })
}
