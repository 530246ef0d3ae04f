/** What goes to standard error: a page's messages, and the line that says what a person did wrong. */
import type {VFile} from 'vfile'

/** What of the messages is printed. */
export interface Selection {
  /** Warnings and errors only. */
  quiet?: boolean
  /** At most so many of a page. */
  maxMessages?: number
}

/** Prints a page's messages, sorted by place; nothing where there are none. */
export async function report(file: VFile, selection: Selection = {}): Promise<void> {
  select(file, selection)
  if (file.messages.length === 0) return
  const {reporter} = await import('vfile-reporter')
  makeVisible(file)
  process.stderr.write(
    reporter([file], {color: hasColor(process.stderr), defaultName: 'standard input'}) + '\n'
  )
}

/** Leaves those of a file's messages that are to be printed, errors before others, and says how many are not. */
export function select(file: VFile, {quiet, maxMessages = Infinity}: Selection): void {
  if (quiet) file.messages = file.messages.filter(({fatal}) => fatal !== undefined)
  const more = file.messages.length - maxMessages
  if (more <= 0) return
  const [errors, others] = [true, false].map((isError) =>
    file.messages.filter(({fatal}) => (fatal === true) === isError)
  )
  file.messages = [...errors!, ...others!].slice(0, maxMessages)
  file.info(`${more} more: --max-messages prints them`)
}

/** Whether a page has what a command must not pass over in its exit code. */
export function isBad({messages}: VFile, {frail}: {frail?: boolean}): boolean {
  return messages.some(({fatal}) => fatal || (frail && fatal === false))
}

/** Makes a file fit to be shown: its name is as little ours as its messages. */
export function makeVisible(file: VFile): void {
  file.history = file.history.map(visible)
  for (const message of file.messages) message.message = visible(message.message)
}

/** Prints one line, `wikiplan: cannot read page.wiki: no such file or directory`, and below it one for each detail. */
export function complain(problem: string, details: readonly string[] = []): void {
  process.stderr.write(`wikiplan: ${visible(problem)}\n`)
  for (const detail of details) process.stderr.write(`  ${visible(detail)}\n`)
}

/** Whether a stream shows colour, as <https://no-color.org> has it. */
export function hasColor(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env['NO_COLOR']
}

/** Controls and direction overrides, which steer a terminal. */
export const controls = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** Controls as `\u{1b}`: a page's text or a file's name must not steer the terminal it is shown on. */
export function visible(text: string): string {
  return text.replace(controls, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
}

/** Page text for a stream: on a terminal with its controls shown, but for tabs and line ends; else as it is. */
export function visibleOn(stream: NodeJS.WriteStream, text: string): string {
  return stream.isTTY === true ? text.replace(/[^\n\t]+/g, visible) : text
}
