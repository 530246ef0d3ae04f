/**
 * Edits of one file at the same time, as other processes make them: none is lost. `PAIRS=1000` runs more of
 * them.
 */
import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {editFile, isSameFile} from '../../src/cli/files.ts'

const bin = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const pairs = Number(process.env['PAIRS'] ?? 30)

// A machine may have other work.
vi.setConfig({testTimeout: 60_000})

const goal = (index: number) => `* Wind clock ${index}`
const id = (index: number) => `period-1/outcome-1/wind-clock-${index}`

/** A page of goals without a status, but for the first, which has it as an edit writes it. */
function pageOf(count: number): string {
  const goals = Array.from({length: count}, (_, index) => `${goal(index)}\n`)
  return `== Outcome 1 ==\n=== Goals ===\n* Hang the bell {{done}}\n${goals.join('')}`
}

/** The same with a status at some of them. */
function edited(page: string, ...indexes: number[]): string {
  return page.replace(/^\* Wind clock (\d+)$/gm, (line, index) =>
    indexes.includes(Number(index)) ? `${line} {{done}}` : line
  )
}

let folder: string
let pages: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'wikiplan-concurrency-')))
  pages = join(folder, 'pages')
  mkdirSync(pages)
  symlinkSync('pages', join(folder, 'linked'))
  symlinkSync('pages/page.wiki', join(folder, 'link.wiki'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** Names of the one page, from the temporary folder. */
const names = ['pages/page.wiki', 'link.wiki', './linked/page.wiki', 'pages/../link.wiki']

interface Ended {
  status: number | null
  signal: NodeJS.Signals | null
  output: string
}

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {cwd: folder})
}

function end(child: ChildProcess): Promise<Ended> {
  let output = ''
  child.stdout!.on('data', (data) => (output += data))
  child.stderr!.on('data', (data) => (output += data))
  return new Promise((resolve) =>
    child.on('close', (status, signal) => resolve({status, signal, output}))
  )
}

const wikiplan = (args: string[]) => end(start(args))

function write(content: string): void {
  writeFileSync(join(pages, 'page.wiki'), content)
}

const readBack = () => readFileSync(join(pages, 'page.wiki'), 'utf8')

const success: Ended = {status: 0, signal: null, output: ''}

describe('edits at the same time', () => {
  test(`are all made: ${pairs} pairs of set -i`, {timeout: 20_000 + pairs * 2_000}, async () => {
    const page = pageOf(2)
    let lost = 0
    for (let pair = 0; pair < pairs; pair++) {
      write(page)
      const paths = [names[0]!, names[pair % names.length]!]
      const ended = await Promise.all(
        paths.map((path, index) => wikiplan(['set', path, id(index), 'done', '-i']))
      )
      expect(ended).toEqual([success, success])
      if (readBack() !== edited(page, 0, 1)) lost++
    }
    expect(lost).toBe(0)
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })

  test('are all made: twenty at once, by all names', async () => {
    const indexes = Array.from({length: 20}, (_, index) => index)
    write(pageOf(20))
    const ended = await Promise.all(
      indexes.map((index) =>
        wikiplan(['set', names[index % names.length]!, id(index), 'done', '-i'])
      )
    )
    expect(ended).toEqual(indexes.map(() => success))
    expect(readBack()).toBe(edited(pageOf(20), ...indexes))
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })

  test('are edits of one file by two names, though it is replaced meanwhile', async () => {
    write(pageOf(1))
    const script = `const {renameSync, writeFileSync} = require('node:fs')
      const stop = Date.now() + 2000
      while (Date.now() < stop) {
        writeFileSync('pages/new', 'a')
        renameSync('pages/new', 'pages/page.wiki')
      }`
    const replacing = spawn(process.execPath, ['-e', script], {cwd: folder})
    const isEnded = end(replacing)
    let isRunning = true
    void isEnded.then(() => (isRunning = false))
    const [name, other] = [join(folder, 'link.wiki'), join(pages, 'page.wiki')]
    let asked = 0
    let told = 0
    while (isRunning) {
      for (let count = 0; count < 1000; count++, asked++) if (isSameFile(name, other)) told++
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(told).toBe(asked)
  })

  test('are all made: set, note, lint --fix, merge and convert', async () => {
    const page = `${pageOf(3)}* Ring {[done}}\n=== Status ===\n'''Note: July 2, 2030'''\n* a\n`
    for (let round = 0; round < 3; round++) {
      write(page)
      writeFileSync(join(folder, 'base.wiki'), page)
      writeFileSync(join(folder, 'theirs.wiki'), edited(page, 2))
      const note = ['--date', '2030-08-14', '--text', 'The key was found.']
      const ended = await Promise.all([
        wikiplan(['set', 'link.wiki', id(0), 'done', '-i']),
        wikiplan(['set', 'pages/page.wiki', id(1), 'done', '-o', 'link.wiki']),
        wikiplan(['note', 'pages/page.wiki', 'period-1/outcome-1', ...note, '-i']),
        wikiplan(['lint', 'linked/page.wiki', '--fix', '--format', 'github']),
        wikiplan(['merge', 'base.wiki', 'pages/page.wiki', 'theirs.wiki', '-o', 'link.wiki']),
        wikiplan([
          ...['convert', 'link.wiki', '--from', 'wikitext'],
          ...['--to', 'wikitext', '-o', 'pages/page.wiki']
        ])
      ])
      expect(ended.map(({status}) => status)).toEqual(ended.map(() => 0))
      expect(readBack()).toBe(
        edited(page, 0, 1, 2).replace('{[done}}', '{{done}}') +
          "'''Note: August 14, 2030'''\n* The key was found.\n"
      )
    }
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })
})

describe('an editor that takes no lock', () => {
  const path = () => join(pages, 'page.wiki')

  test('has its change kept: the edit is made again on it', async () => {
    write(pageOf(2))
    const seen: string[] = []
    await editFile(path(), (source) => {
      if (seen.length === 0) {
        writeFileSync(`${path()}.new`, edited(source, 1))
        renameSync(`${path()}.new`, path())
      }
      seen.push(source)
      return edited(source, 0)
    })
    expect(seen).toEqual([pageOf(2), edited(pageOf(2), 1)])
    expect(readBack()).toBe(edited(pageOf(2), 0, 1))
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })

  test('that does not stop is answered with an error, and keeps all it wrote', async () => {
    write('0')
    const edit = (source: string) => {
      write(String(Number(source) + 1))
      return 'lost'
    }
    await expect(editFile(path(), edit)).rejects.toThrow(
      `cannot write '${path()}': another program keeps changing it; run the command again`
    )
    expect(Number(readBack())).toBeGreaterThan(1)
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })
})

describe('a lock', () => {
  /** A page that takes a while to edit. */
  const long = pageOf(20_000)
  const lock = () => join(pages, 'page.wiki.plan-lock')

  /** A run that holds the lock. */
  async function startLong(): Promise<ChildProcess> {
    write(long)
    const child = start(['set', 'pages/page.wiki', id(0), 'done', '-i'])
    while (!existsSync(lock())) await new Promise((resolve) => setTimeout(resolve, 2))
    return child
  }

  /** Whether nothing of a run is left: it was made whole or not at all. */
  function expectWhole(): void {
    expect([long, edited(long, 0)]).toContain(readBack())
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is not left behind by %s',
    async (signal) => {
      const child = await startLong()
      const ended = end(child)
      child.kill(signal)
      expect((await ended).signal).toBe(signal)
      expectWhole()
    }
  )

  test('that a killed run left is removed by the next, without waiting', async () => {
    const child = await startLong()
    const ended = end(child)
    child.kill('SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')
    expect(readdirSync(pages)).toContain('page.wiki.plan-lock')
    // A run killed while it wrote leaves this, too.
    writeFileSync(join(pages, 'page.wiki.plan-new'), 'half a pa')
    write(pageOf(2))
    const from = performance.now()
    expect(await wikiplan(['set', 'pages/page.wiki', id(1), 'done', '-i'])).toEqual(success)
    expect(performance.now() - from).toBeLessThan(20_000)
    expect(readBack()).toBe(edited(pageOf(2), 1))
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })

  test('that a killed run left is removed once, by whichever of many runs', async () => {
    const {pid} = spawnSync(process.execPath, ['--version'])
    const indexes = Array.from({length: 8}, (_, index) => index)
    for (let round = 0; round < 3; round++) {
      write(pageOf(8))
      writeFileSync(lock(), await heldBy({pid, started: '1'}))
      const ended = await Promise.all(
        indexes.map((index) => wikiplan(['set', 'pages/page.wiki', id(index), 'done', '-i']))
      )
      expect(ended).toEqual(indexes.map(() => success))
      expect(readBack()).toBe(edited(pageOf(8), ...indexes))
    }
    expect(readdirSync(pages)).toEqual(['page.wiki'])
  })

  test('of a process whose id has another one now is removed', async ({skip}) => {
    skip(!existsSync('/proc/self/stat'), 'the system does not say when a process started')
    write(pageOf(1))
    writeFileSync(lock(), await heldBy({pid: process.pid, started: '1'}))
    expect(await wikiplan(['set', 'pages/page.wiki', id(0), 'done', '-i'])).toEqual(success)
    expect(readBack()).toBe(edited(pageOf(1), 0))
  })

  test('of a killed process that its parent still has to hear of is removed', async ({skip}) => {
    skip(!existsSync('/proc/self/stat'), 'the system does not say which processes have ended')
    write(pageOf(1))
    // The shell becomes another program, which waits for no child.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'])
    const output = await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve))
    const pid = Number(String(output))
    try {
      await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '))
      writeFileSync(lock(), await heldBy({pid}))
      expect(await wikiplan(['set', 'pages/page.wiki', id(0), 'done', '-i'])).toEqual(success)
    } finally {
      parent.kill()
    }
    expect(readBack()).toBe(edited(pageOf(1), 0))
  })

  describe('that stays for a minute', () => {
    beforeEach(() => void vi.useFakeTimers({toFake: ['setTimeout', 'performance']}))
    afterEach(() => void vi.useRealTimers())

    /** Edits the page while that minute passes. */
    async function editLater(): Promise<unknown> {
      write(pageOf(1))
      let error: unknown
      let isDone = false
      void editFile(join(pages, 'page.wiki'), (source) => edited(source, 0))
        .catch((reason: unknown) => (error = reason))
        .finally(() => (isDone = true))
      for (let step = 0; step < 10_000 && !isDone; step++) {
        await vi.advanceTimersByTimeAsync(20)
        await new Promise(setImmediate)
      }
      expect(isDone).toBe(true)
      return error
    }

    test('is kept where its process runs, and an error names it', async () => {
      const text = await heldBy({pid: process.pid})
      writeFileSync(lock(), text)
      const error = await editLater()
      expect((error as Error).message).toBe(
        `cannot write '${join(pages, 'page.wiki')}': another run has been editing it for a minute; if none is, remove '${lock()}'`
      )
      expect(readBack()).toBe(pageOf(1))
      expect(readFileSync(lock(), 'utf8')).toBe(text)
    })

    test.each(['another machine', 'nobody', 'something else'])(
      'is removed where its process cannot be known: %s',
      async (holder) => {
        const texts: Record<string, string> = {
          'another machine': await heldBy({host: 'elsewhere'}),
          nobody: '',
          'something else': 'null'
        }
        writeFileSync(lock(), texts[holder]!)
        expect(await editLater()).toBeUndefined()
        expect(readBack()).toBe(edited(pageOf(1), 0))
        expect(readdirSync(pages)).toEqual(['page.wiki'])
      }
    )
  })

  test('that was taken away stops the edit', async () => {
    write(pageOf(1))
    const path = join(pages, 'page.wiki')
    const edit = (source: string) => {
      writeFileSync(lock(), 'another')
      return edited(source, 0)
    }
    await expect(editFile(path, edit)).rejects.toThrow('another program keeps changing it')
    expect(readBack()).toBe(pageOf(1))
    expect(readFileSync(lock(), 'utf8')).toBe('another')
  })

  /** The text of a lock of this process, with some of it changed. */
  async function heldBy(changes: object): Promise<string> {
    const path = join(folder, 'other.wiki')
    writeFileSync(path, '')
    let text = ''
    await editFile(path, (source) => {
      text = readFileSync(`${path}.plan-lock`, 'utf8')
      return source
    })
    expect(text).toContain(hostname())
    return JSON.stringify({...(JSON.parse(text) as object), ...changes})
  }
})
