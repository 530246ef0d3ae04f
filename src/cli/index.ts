#!/usr/bin/env node
/** The command `wikiplan`. Each subcommand is a file beside this one, which adds itself to the program. */
import {CommanderError} from 'commander'
import packageJson from '../../package.json' with {type: 'json'}
import {apply} from './apply.ts'
import {complete} from './complete.ts'
import {convert} from './convert.ts'
import {diff} from './diff.ts'
import {PageError, UsageError} from './errors.ts'
import {lint} from './lint.ts'
import {list} from './list.ts'
import {merge} from './merge.ts'
import {note} from './note.ts'
import {Program} from './program.ts'
import {complain} from './report.ts'
import {set} from './set.ts'
import {status} from './status.ts'

const commands = [convert, list, status, lint, set, note, apply, diff, merge]

// Set, not left with: what is still on its way to a pipe is written before the process ends.
process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  // Who writes hears of it too, and says it; a help that nobody reads to its end is no fault.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  try {
    const program = createProgram()
    await complete(program, args[0] === 'complete' && !args.includes('--help'))
    const names = ['help', ...program.commands.map((command) => command.name())]
    // Commander answers a question for the help of an unknown command with the help of all.
    const isUnknown = args[0] === 'help' && args[1] !== undefined && !names.includes(args[1])
    await program.parseAsync(isUnknown ? args.slice(1) : args, {from: 'user'})
    return 0
  } catch (error) {
    return exitCode(error)
  }
}

function createProgram(): Program {
  const program = new Program('wikiplan')
  program.description(packageJson.description).version(packageJson.version)
  for (const add of commands) add(program)
  return program
}

/** 0 after help that was asked for, 1 for a page that could not be used, 2 for wrong usage. */
function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof PageError || error instanceof UsageError)) throw error
  if (error.message) complain(error.message, error instanceof PageError ? error.details : [])
  return error instanceof UsageError ? 2 : 1
}
