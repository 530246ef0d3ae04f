/** Commander, with every mistake on one line that says what is accepted. */
import {Command, type ErrorOptions} from 'commander'
import {UsageError} from './errors.ts'

/** A command whose mistakes are thrown as {@link UsageError}s, and so are those of its own commands. */
export class Program extends Command {
  constructor(name?: string) {
    super(name)
    this.exitOverride()
  }

  override createCommand(name?: string): Program {
    return new Program(name)
  }

  /** Commander reports every wrong use through here: `error: unknown option '--form'\n(Did you mean --from?)`. */
  override error(message: string, options?: ErrorOptions): never {
    const problem = message.replace(/^error: /, '').replace(/\.?\n/g, ' ')
    const accepted = options?.code ? this.accepted(options.code) : undefined
    throw new UsageError(accepted ? `${problem}; ${accepted}` : problem)
  }

  private accepted(code: string): string | undefined {
    const help = this.createHelp()
    const lists: Record<string, () => string[]> = {
      'commander.unknownCommand': () => help.visibleCommands(this).map((command) => command.name()),
      'commander.unknownOption': () =>
        help.visibleOptions(this).map((option) => option.long ?? option.flags)
    }
    const names = lists[code]?.()
    return names && `accepted are ${names.join(', ')}`
  }
}
