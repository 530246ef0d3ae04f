/** `wikiplan complete`: a script for a shell, which then asks this command how a line goes on. */
import type {Program} from './program.ts'

const examples = `
Examples:
  source <(wikiplan complete bash)       in ~/.bashrc
  source <(wikiplan complete zsh)        in ~/.zshrc
  wikiplan complete fish | source        in ~/.config/fish/config.fish`

/** Adds the command to a program that has all others; what answers is loaded only when it is asked. */
export async function complete(program: Program, isAsked: boolean): Promise<void> {
  if (!isAsked) {
    program
      .command('complete')
      .summary('print a completion script for a shell')
      .argument('<shell>', 'bash, zsh, fish or powershell')
      .addHelpText('after', examples)
    return
  }
  const {default: tab} = await import('@bomb.sh/tab/commander')
  tab(program)
}
