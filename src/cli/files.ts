/** Pages in, outputs out. `-`, or no name at all, is standard input or standard output. */
import {fstatSync, readFileSync} from 'node:fs'
import {stat, writeFile} from 'node:fs/promises'
import {getSystemErrorMap} from 'node:util'
import {PageError} from './errors.ts'

/**
 * Reads a page, every character of it: a byte order mark and the line ends stay as they are.
 *
 * A file that is not UTF-8, or holds a NUL byte, is binary and refused. (The library reads NUL as any
 * other character; MediaWiki stores no page that has one.)
 *
 * @throws {PageError} for a file that is missing, unreadable, a folder or binary.
 */
export async function readPage(path: string | undefined): Promise<string> {
  const bytes = await (isStandard(path) ? readStandardInput() : readBytes(path))
  const source = decode(bytes)
  if (source === null)
    throw new PageError(`${nameOf(path)} is no text: pages are UTF-8, without NUL`)
  return source
}

/**
 * Writes an output whole or not at all: a file is replaced at once, and keeps its mode.
 *
 * @throws {PageError} where it cannot be written; what stood there before stands there still.
 */
export async function writePage(path: string | undefined, text: string): Promise<void> {
  await (isStandard(path) ? writeStandardOutput(text) : writeBytes(path, text))
}

function isStandard(path: string | undefined): path is undefined {
  return path === undefined || path === '-'
}

/** What a page is called in a message. */
export function nameOf(path: string | undefined): string {
  return isStandard(path) ? 'standard input' : `'${path}'`
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new PageError(`cannot read ${nameOf(path)}: ${reason(error)}`)
  }
}

/** As a stream: a plain read of descriptor 0 fails on a terminal and on pipes that do not block. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    if (fstatSync(0).isDirectory()) readFileSync(0) // Node's stream of a folder just ends.
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  } catch (error) {
    throw new PageError(`cannot read standard input: ${reason(error)}`)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return null
  }
}

function writeStandardOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || isBrokenPipe(error)) resolve()
      else reject(new PageError(`cannot write standard output: ${reason(error)}`))
    })
  })
}

async function writeBytes(path: string, text: string): Promise<void> {
  try {
    if (await isReplaceable(path)) await (await import('write-file-atomic')).default(path, text)
    else await writeFile(path, text)
  } catch (error) {
    throw new PageError(`cannot write ${nameOf(path)}: ${reason(error)}`)
  }
}

/** Whether a file may take this place: not that of a device (`/dev/null`) or pipe, that is written into. */
async function isReplaceable(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found === null || found.isFile()
}

/** Whether the reader of a pipe went away, as `head` does when it has seen enough: no fault of anyone's. */
function isBrokenPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}

/** What the system says is wrong, in its own words and without our paths: `no such file or directory`. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : 0
  return getSystemErrorMap().get(number)?.[1] ?? error.message
}
