/**
 * Pages in, outputs out, and files edited in place. `-`, or no name at all, is standard input or standard
 * output.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats
} from 'node:fs'
import {dirname, isAbsolute} from 'node:path'
import {PageError} from './errors.ts'
import {withLock} from './lock.ts'
import {visibleOn} from './report.ts'
import {codeOf, readLink, reason} from './system.ts'

/** Gives a page as it is to be, from the page as it is. */
export type Edit = (source: string) => string | Promise<string>

/**
 * Reads a page, every character of it: a byte order mark and the line ends stay as they are.
 *
 * A file that is not UTF-8, or holds a NUL byte, is binary and refused. (The library reads NUL as any
 * other character; MediaWiki stores no page that has one.)
 *
 * @throws {PageError} for a file that is missing, unreadable, a folder or binary.
 */
export async function readPage(path: string | undefined): Promise<string> {
  const bytes = isStandard(path)
    ? await attempt('read', path, readStandardInput)
    : await attempt('read', path, () => readFileSync(path))
  return decode(path, bytes)
}

/**
 * Writes an output whole or not at all: a file is replaced at once, and keeps its mode and owner. A link
 * stays, and what it leads to is written; a device or pipe is written into.
 *
 * @throws {PageError} where it cannot be written; what was there before is there still.
 */
export async function writePage(path: string | undefined, text: string): Promise<void> {
  if (isStandardOutput(path)) return writeStandardOutput(text)
  const found = await attempt('write', path, () => statSync(path, {throwIfNoEntry: false}))
  const descriptor = descriptorOf(path)
  if (descriptor !== undefined || (found && !found.isFile()))
    return attempt('write', path, () => writeFileSync(descriptor ?? path, text))
  const target = await attempt('write', path, () => targetOf(path))
  checkReplaceable(path, found)
  await withLock(`${target}.plan-lock`, nameOf(path), () =>
    attempt('write', path, () => replace(target, text))
  )
}

/** Prints page text: a terminal shows its control characters, anything else gets them as they are. */
export async function printPage(text: string): Promise<void> {
  await writeStandardOutput(visibleOn(process.stdout, text))
}

/**
 * Reads a page, and writes what becomes of it; where both are one file, it is edited in place.
 *
 * @throws {PageError} as {@link readPage}, {@link writePage} and {@link editFile} do.
 */
export async function rewritePage(
  path: string | undefined,
  output: string | undefined,
  edit: Edit
): Promise<void> {
  if (isSameFile(path, output)) return editFile(path!, edit)
  const text = await edit(await readPage(path))
  await (isStandardOutput(output) ? printPage(text) : writePage(output, text))
}

/** How often an edit is made again because another program wrote the file meanwhile. */
const maxAttempts = 5

/**
 * Edits a file in place, so that nobody's edit is lost: no other run of this command edits the file from
 * before it is read until it is written. An editor takes no lock; where one wrote the file meanwhile, the
 * edit is made again, on what is there now.
 *
 * @throws {PageError} for what cannot be replaced by a file, before anything is read.
 */
export async function editFile(path: string, edit: Edit): Promise<void> {
  checkReplaceable(path, await checkRegular(path))
  const target = await attempt('write', path, () => targetOf(path))
  await withLock(`${target}.plan-lock`, nameOf(path), async (isHeld) => {
    for (let attempts = 0; attempts < maxAttempts; attempts++) {
      const bytes = await attempt('read', path, () => readFileSync(target))
      const source = decode(path, bytes)
      const text = await edit(source)
      if (text === source) return
      const isUnchanged = () => isHeld() && readFileSync(target).equals(bytes)
      if (await attempt('write', path, () => replace(target, text, isUnchanged))) return
    }
    throw new PageError(
      `cannot write ${nameOf(path)}: another program keeps changing it; run the command again`
    )
  })
}

/**
 * Whether two paths lead to one file, by whatever names. Where they lead is asked first: between two questions after
 * the file itself, another run of this command may have put a new one in its place.
 */
export function isSameFile(path: string | undefined, other: string | undefined): boolean {
  const names = [path, other].filter(
    (name) => !isStandard(name) && descriptorOf(name) === undefined
  ) as string[]
  const [file, otherFile] = names.map(statOrNothing)
  if (!file?.isFile() || !otherFile?.isFile()) return false
  const [target, otherTarget] = names.map(targetOf)
  return target === otherTarget || (file.dev === otherFile.dev && file.ino === otherFile.ino)
}

/** What a page is called in a message. */
export function nameOf(path: string | undefined): string {
  return isStandard(path) ? 'standard input' : `'${path}'`
}

// Names and what they lead to.

function isStandard(path: string | undefined): path is undefined {
  return path === undefined || path === '-'
}

function isStandardOutput(path: string | undefined): path is undefined {
  return isStandard(path) || descriptorOf(path) === 1
}

const standardStreams = ['stdin', 'stdout', 'stderr']

/**
 * Which of our open descriptors a path names. It is used as it is: opened by the name, a socket gives an
 * error, and a file is written from its start again.
 */
function descriptorOf(path: string): number | undefined {
  const [, name, number] = /^\/dev\/(std\w+)$|^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? []
  if (number) return Number(number)
  return name && standardStreams.includes(name) ? standardStreams.indexOf(name) : undefined
}

/** With whole inode numbers: those of some file systems are more than a `number` holds. */
function statOrNothing(path: string) {
  try {
    return statSync(path, {bigint: true})
  } catch {
    return undefined
  }
}

/** Where a path leads through all links, be there a file or not yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const folder = realpathSync(dirname(path))
  const link = readLink(path)
  if (link === null) return path
  // Not normalized: `..` behind a link to a folder leads where the system says.
  return targetOf(isAbsolute(link) ? link : `${folder}/${link}`)
}

// What can be edited in place.

const kinds: [is: (found: Stats) => boolean, name: string][] = [
  [(found) => found.isDirectory(), 'a folder'],
  [(found) => found.isFIFO(), 'a pipe'],
  [(found) => found.isSocket(), 'a socket'],
  [(found) => found.isCharacterDevice() || found.isBlockDevice(), 'a device'],
  [(found) => found.isFile(), 'a stream']
]

/**
 * Makes sure that a path names a file, without reading it: what is read from a pipe is gone from there, and
 * what is written into it does not come back.
 *
 * @throws {PageError} for anything else.
 */
export async function checkRegular(path: string): Promise<Stats> {
  const found = await attempt('read', path, () => statSync(path))
  if (found.isFile() && descriptorOf(path) === undefined) return found
  const kind = kinds.find(([is]) => is(found))?.[1] ?? 'something else'
  throw new PageError(
    `cannot edit ${nameOf(path)} in place: it is ${kind}, not a file; name a file, or read standard input (-)`
  )
}

/** What keeps a file from being replaced, with what to do about it. The first that applies is reported. */
const obstacles: [applies: (path: string, file: Stats) => boolean, problem: string][] = [
  // The system lets root write everything.
  [
    (path, {mode}) => (mode & 0o222) === 0 || !isWritable(path),
    'it is read-only; make it writable first'
  ],
  [
    (_, {nlink}) => nlink > 1,
    'it has more than one hard link, and the others would keep the old content; write a copy of it instead'
  ]
]

/** @throws {PageError} for a file that is there and must not be replaced. */
function checkReplaceable(path: string, found: Stats | undefined): void {
  const obstacle = found && obstacles.find(([applies]) => applies(path, found))
  if (obstacle) throw new PageError(`cannot write ${nameOf(path)}: ${obstacle[1]}`)
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

// Bytes in and out.

/** As a stream: a plain read of descriptor 0 fails on a terminal and on pipes that do not block. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  if (fstatSync(0).isDirectory()) readFileSync(0) // Node's stream of a folder just ends.
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

function decode(path: string | undefined, bytes: Uint8Array): string {
  try {
    if (!bytes.includes(0))
      return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    // The same as NUL.
  }
  throw new PageError(`${nameOf(path)} is not valid UTF-8 text${remedy(bytes)}`)
}

/** What to do about text in another encoding; a NUL byte in UTF-8 is no text at all. */
function remedy(bytes: Uint8Array): string {
  const isMarked =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isMarked) return '; it is UTF-16, so convert it first: iconv -f UTF-16 -t UTF-8'
  if (bytes.includes(0)) return ': it has NUL bytes'
  return '; if it is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8'
}

function writeStandardOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || isBrokenPipe(error)) resolve()
      else reject(new PageError(`cannot write standard output: ${reason(error)}`))
    })
  })
}

/**
 * Puts a text in the place of a file's content, at once. The caller holds the file's lock, so one name for
 * the new file is enough; what a killed run left under it is removed by the next.
 *
 * @param isUnchanged Whether the file is still the one that the text was made from; asked at the last moment.
 * @returns Whether it was replaced.
 */
function replace(target: string, text: string, isUnchanged = () => true): boolean {
  const fresh = `${target}.plan-new`
  rmSync(fresh, {force: true})
  const old = statSync(target, {throwIfNoEntry: false})
  // Nobody reads it before it has the old file's owner and mode.
  const file = openSync(fresh, 'wx', old ? 0o600 : 0o666)
  try {
    let keepsOwner = true
    try {
      writeFileSync(file, text)
      if (old) keepsOwner = canGiveTo(old, file)
      if (old && keepsOwner) fchmodSync(file, old.mode & 0o7777)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (!isUnchanged()) return false
    if (keepsOwner) renameSync(fresh, target)
    else overwrite(target, text)
    return true
  } finally {
    rmSync(fresh, {force: true})
  }
}

/**
 * Writes into a file itself, which is not done at once: only for a file of another owner that we may write,
 * as a new one in its place would be ours.
 */
function overwrite(target: string, text: string): void {
  const file = openSync(target, 'r+')
  try {
    writeFileSync(file, text)
    ftruncateSync(file, Buffer.byteLength(text))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives a new file the old one's owner and group, where that is allowed. */
function canGiveTo({uid, gid}: Stats, file: number): boolean {
  const made = fstatSync(file)
  if (made.uid === uid && made.gid === gid) return true
  try {
    fchownSync(file, uid, gid)
    return true
  } catch {
    return false
  }
}

/** Runs what the system may refuse. */
async function attempt<T>(doing: 'read' | 'write', path: string | undefined, run: () => T) {
  try {
    return await run()
  } catch (error) {
    const advice = /^https?:/i.test(path ?? '')
      ? '; to read a page of the web, pipe it from curl'
      : ''
    throw new PageError(`cannot ${doing} ${nameOf(path)}: ${reason(error)}${advice}`)
  }
}

/** Whether the reader of a pipe went away, as `head` does when it has seen enough: no fault of anyone's. */
function isBrokenPipe(error: Error): boolean {
  return codeOf(error) === 'EPIPE'
}
