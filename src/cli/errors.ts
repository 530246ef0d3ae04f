/** What a person did wrong, as the command's last lines say it; anything else thrown is a bug of ours. */

/**
 * A page that cannot be used, or a place that cannot be written to: exit code 1. It has no message where
 * those about the page have said it all.
 */
export class PageError extends Error {
  override name = 'PageError'
  /** What the message speaks of, a line each. */
  readonly details: readonly string[]

  constructor(message?: string, details: readonly string[] = []) {
    super(message)
    this.details = details
  }
}

/** An option, argument or command that does not exist or does not fit: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
