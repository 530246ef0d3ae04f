/** The options that commands which change a page have alike. */
import {Option, type Command} from 'commander'

/** Where an edited page goes. */
export interface Destination {
  inPlace?: boolean
  output?: string
  dryRun?: boolean
}

/** How a page is to be edited. */
export interface EditingOptions extends Destination {
  from: 'auto' | 'wikitext'
}

/** Adds the options of {@link Destination}. */
export function addDestination(command: Command, place: string): Command {
  return command
    .addOption(new Option('-i, --in-place', `write the result into ${place}`).conflicts('output'))
    .option('-o, --output <file>', 'file to write; - or none for standard output')
    .addOption(
      new Option('--dry-run', 'print a unified diff and write nothing').conflicts([
        'inPlace',
        'output'
      ])
    )
}

/** Adds the options of {@link EditingOptions}. */
export function addEditing(command: Command, place: string): Command {
  const from = new Option('--from <dialect>', 'format of the page: only wikitext can be edited')
  return addDestination(
    command.addOption(from.choices(['auto', 'wikitext']).default('auto')),
    place
  )
}
