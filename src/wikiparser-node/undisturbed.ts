import Parser from 'wikiparser-node'

/** With `error`, which prints whatever `warning` says, and is in no type. */
const parser = Parser as typeof Parser & {error: unknown}

/**
 * Use wikiparser-node as if nobody else did: what the program has set on the one `Parser` there is does not
 * count meanwhile, stands afterwards as it stood, and nothing is printed.
 */
export function undisturbed<Result>(use: () => Result): Result {
  const {config, configPaths, debugging, warning, error} = parser
  Object.assign(parser, {configPaths: [], debugging: false, warning: false, error: () => {}})
  try {
    return use()
  } finally {
    Object.assign(parser, {config, configPaths, debugging, warning, error})
  }
}
