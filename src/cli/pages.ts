/** The options that commands which take many pages have alike. */
import {InvalidArgumentError, Option, type Command} from 'commander'

/** Which of the pages that the arguments name are taken. */
export interface PagesOptions {
  ignorePath?: string
}

/** What is said of pages, and what the exit code is made of. */
export interface MessagesOptions {
  quiet?: boolean
  frail?: boolean
  maxMessages: number
}

/** Adds the options of {@link PagesOptions}. */
export function addPages(command: Command): Command {
  return command.option(
    '--ignore-path <file>',
    'file that lists the pages to ignore (default: .wikiplanignore)'
  )
}

/** Adds the options of {@link MessagesOptions}. */
export function addMessages(command: Command): Command {
  return command
    .option('-q, --quiet', 'print warnings and errors only')
    .option('--frail', 'exit with 1 on warnings, too')
    .addOption(
      new Option('--max-messages <number>', 'maximum number of messages per page')
        .argParser(parseNumber)
        .default(100)
    )
}

function parseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number, such as 100.')
}
