/** One run of the command at a time: a file beside the page says who is writing it. */
import {closeSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {PageError} from './errors.ts'
import {codeOf, readLink, reason} from './system.ts'

/** Who holds a lock, as the lock file says it. */
interface Holder {
  /** Where process ids count: the same machine, and on Linux the same container. */
  host: string
  pid: number
  /** See {@link startOf}; with it, a process is told from a later one of the same id. */
  started: string | null
  /** Makes every lock's text another. */
  time: number
}

/** How long, in milliseconds, one holder is waited for: no edit takes nearly as long. */
const patience = 60_000

/** Signals that end a run, which takes its locks along. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs something while holding a lock: a file that names the holder, beside the page, where everyone who can
 * write the page sees it, be it from another container or machine.
 *
 * Not by `proper-lockfile` or `lockfile`: two runs that find the same abandoned lock can both end up holding
 * it, and a lock counts as abandoned while its holder computes for ten seconds.
 *
 * @see https://github.com/moxystudio/node-proper-lockfile/issues/121
 * @see https://github.com/npm/lockfile/issues/4
 */
export async function withLock<T>(
  lock: string,
  name: string,
  run: (isHeld: () => boolean) => T
): Promise<Awaited<T>> {
  const pid = process.pid
  const own: Holder = {host: host(), pid, started: startOf(pid), time: Date.now()}
  const text = JSON.stringify(own)
  const isHeld = () => readLock(lock) === text
  const release = () => {
    if (isHeld()) removeLock(lock, name)
  }
  const end = (signal: NodeJS.Signals) => {
    release()
    process.kill(process.pid, signal)
  }
  // Before there is a lock to leave behind.
  for (const signal of signals) process.once(signal, end)
  try {
    await acquire(lock, name, text)
    return await run(isHeld)
  } finally {
    release()
    // A signal that came meanwhile is heard between two turns of the event loop.
    for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate)
    for (const signal of signals) process.off(signal, end)
  }
}

/** Waits for a lock and takes it, by writing a text of our own. An abandoned one is removed first. */
async function acquire(lock: string, name: string, text: string): Promise<void> {
  let [seen, since]: [string | null, number] = [null, 0]
  while (!createLock(lock, name, text)) {
    const found = readLock(lock)
    if (found === null) continue
    if (found !== seen) [seen, since] = [found, performance.now()]
    const isSilent = performance.now() - since > patience
    const isRunning = isHolderRunning(found)
    if (isRunning === false || (isRunning === null && isSilent)) await breakLock(lock, name, found)
    else if (isSilent)
      throw new PageError(
        `cannot write ${name}: another run has been editing it for a minute; if none is, remove '${lock}'`
      )
    else await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20))
  }
}

/**
 * Removes an abandoned lock. Only one run at a time does, as removing it has a lock of its own: another run
 * could otherwise remove the lock that was taken after the abandoned one was gone.
 */
async function breakLock(lock: string, name: string, abandoned: string): Promise<void> {
  await withLock(`${lock}~`, name, () => {
    if (readLock(lock) === abandoned) removeLock(lock, name)
  })
}

/** Whether the lock is ours now. */
function createLock(lock: string, name: string, text: string): boolean {
  try {
    const file = openSync(lock, 'wx')
    try {
      writeFileSync(file, text)
    } catch (error) {
      rmSync(lock, {force: true})
      throw error
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new PageError(
      `cannot write ${name}: no new file can be created in its folder: ${reason(error)}`
    )
  }
}

function removeLock(lock: string, name: string): void {
  try {
    rmSync(lock, {force: true})
  } catch (error) {
    throw new PageError(`cannot write ${name}: '${lock}' cannot be removed: ${reason(error)}`)
  }
}

/** The text of a lock, or `null` where it is gone; nothing of one that cannot be read. */
function readLock(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : ''
  }
}

/** Whether the holder still runs; `null` where that cannot be known, as it runs elsewhere or is not named yet. */
function isHolderRunning(text: string): boolean | null {
  let holder: Holder | null = null
  try {
    holder = JSON.parse(text) as Holder | null
  } catch {
    // Created, and not written yet.
  }
  if (holder?.host !== host()) return null
  const started = startOf(holder.pid)
  if (started !== null && holder.started !== null) return started === holder.started
  try {
    return process.kill(holder.pid, 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

function host(): string {
  return `${hostname()} ${readLink('/proc/self/ns/pid') ?? ''}`
}

/**
 * When a process started, where the system says it: in clock ticks since the system did. Of one that ended
 * and that its parent has not heard of yet, no time.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function startOf(pid: number): string | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
  // Behind the program's name, which may hold anything.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' ? 'never' : (fields[18] ?? null)
}
