/** What the operating system says: links, and what is wrong. */
import {readlinkSync} from 'node:fs'
import {getSystemErrorMap} from 'node:util'

/** The code of an error of the system: `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** The system's own words, without our paths: `no such file or directory`. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : 0
  return getSystemErrorMap().get(number)?.[1] ?? error.message
}

export function readLink(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}
