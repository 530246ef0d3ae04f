/** What the command writes where, and what it leaves alone: links, modes, owners, pipes, names, terminals. */
import {execFileSync, spawn, spawnSync, type SpawnSyncOptions} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

// A machine may have other work. What hangs is killed before that.
vi.setConfig({testTimeout: 60_000})

const bin = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

const page =
  '== Outcome 1 ==\n=== Goals ===\n* Hang the bell {{done}}\n* Wind the clocks {[todo}}\n'
const clocks = 'period-1/outcome-1/wind-the-clocks'
const done = page.replace('{[todo}}', '{{done}}')
const mended = page.replace('{[todo}}', '{{todo}}')

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'wikiplan-files-')))
  write('page.wiki', page)
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const at = (name: string) => join(folder, name)
const readBack = (name: string) => readFileSync(at(name), 'utf8')
const modeOf = (name: string) => statSync(at(name)).mode & 0o7777

function write(name: string, content: string): void {
  mkdirSync(dirname(at(name)), {recursive: true})
  writeFileSync(at(name), content)
}

/** Runs a program in the temporary folder; one that hangs is killed. */
function run(program: string, args: string[], options: SpawnSyncOptions = {}) {
  const result = spawnSync(program, args, {cwd: folder, input: '', timeout: 20_000, ...options})
  return {
    status: result.status,
    stdout: result.stdout.toString(),
    stderr: result.stderr.toString()
  }
}

function wikiplan(args: string[], options: SpawnSyncOptions = {}) {
  return run(process.execPath, [bin, ...args], options)
}

/** A shell's script, in which `wikiplan` is the command. */
function shell(script: string) {
  return run('bash', ['-c', `wikiplan() { '${process.execPath}' '${bin}' "$@"; }; ${script}`])
}

/** A success without a word. */
const quiet = {status: 0, stdout: '', stderr: ''}

const failure = (message: string) => ({status: 1, stdout: '', stderr: `wikiplan: ${message}\n`})

const isRoot = process.getuid?.() === 0
const nobody = {uid: 65534, gid: 65534}
const needsRoot = 'only root can run the command as someone else'

/** Every way to edit a page in place. */
const edits: [name: string, args: (path: string) => string[]][] = [
  ['set', (path) => ['set', path, clocks, 'done', '-i']],
  [
    'note',
    (path) => ['note', path, 'period-1/outcome-1', '--date', '2030', '--text', 'It rings.', '-i']
  ],
  ['apply', (path) => ['apply', path, 'edited.json', '-i']],
  ['merge', (path) => ['merge', 'base.wiki', path, 'theirs.wiki', '-i']],
  ['lint --fix', (path) => ['lint', path, '--fix']],
  ['set -o', (path) => ['set', path, clocks, 'done', '-o', path]]
]

/** What the edits need beside the page. */
function writeOthers(): void {
  write('base.wiki', page)
  write('theirs.wiki', done)
  const [was, is] = ['base.wiki', 'theirs.wiki'].map((name) => {
    return JSON.parse(wikiplan(['convert', name]).stdout) as {source: object}
  })
  write('edited.json', JSON.stringify({...is, source: was!.source}))
}

describe('a page that no file can replace is refused before it is read', () => {
  beforeEach(writeOthers)

  test.each(edits)('read-only: %s', (_, args) => {
    chmodSync(at('page.wiki'), 0o444)
    const before = statSync(at('page.wiki'))
    expect(wikiplan(args('page.wiki'))).toEqual(
      failure("cannot write 'page.wiki': it is read-only; make it writable first")
    )
    expect(readBack('page.wiki')).toBe(page)
    expect(statSync(at('page.wiki')).ino).toBe(before.ino)
  })

  test.each(edits)('with another hard link: %s', (_, args) => {
    linkSync(at('page.wiki'), at('copy.wiki'))
    expect(wikiplan(args('page.wiki'))).toEqual(
      failure(
        "cannot write 'page.wiki': it has more than one hard link, and the others would keep the old content; write a copy of it instead"
      )
    )
    expect(readBack('copy.wiki')).toBe(page)
    expect(statSync(at('page.wiki')).ino).toBe(statSync(at('copy.wiki')).ino)
  })

  const inPlace = edits.filter(([name]) => name !== 'set -o')
  const refused = (path: string, kind: string) =>
    failure(
      `cannot edit '${path}' in place: it is ${kind}, not a file; name a file, or read standard input (-)`
    )

  test.each(inPlace)('a pipe: %s', (_, args) => {
    execFileSync('mkfifo', [at('pipe.wiki')])
    expect(wikiplan(args('pipe.wiki'))).toEqual(refused('pipe.wiki', 'a pipe'))
  })

  test.each(inPlace)('a device: %s', (_, args) => {
    expect(wikiplan(args('/dev/null'))).toEqual(refused('/dev/null', 'a device'))
  })

  test('a socket', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(at('socket.wiki'), resolve))
    try {
      const edit = edits[0]![1]('socket.wiki')
      expect(wikiplan(edit)).toEqual(refused('socket.wiki', 'a socket'))
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })

  test('a folder', () => {
    expect(wikiplan(edits[0]![1]('.'))).toEqual(refused('.', 'a folder'))
  })

  test.each(inPlace)('/dev/stdin, which has the page: %s', (_, args) => {
    const path = '/dev/stdin'
    const {status, stdout, stderr} = wikiplan(args(path), {input: page})
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toMatch(
      /^wikiplan: cannot edit '\/dev\/stdin' in place: it is a (pipe|socket), not a file; .+\n$/
    )
  })

  test('/dev/stdin that is the page', () => {
    const {status, stderr} = shell(`wikiplan set /dev/stdin ${clocks} done -i < page.wiki`)
    expect({status, stderr, stdout: ''}).toEqual(refused('/dev/stdin', 'a stream'))
    expect(readBack('page.wiki')).toBe(page)
  })

  test('a clean page is not written, and may be read-only', () => {
    write('clean.wiki', done)
    chmodSync(at('clean.wiki'), 0o444)
    expect(wikiplan(['lint', 'clean.wiki', '--fix'])).toEqual(quiet)
  })
})

describe('someone who is not root', () => {
  const args = ['set', 'page.wiki', clocks, 'done', '-i']

  /** Runs the command as nobody. */
  function asNobody(skip: (condition: boolean, note: string) => void) {
    skip(!isRoot, needsRoot)
    skip(
      wikiplan(['--version'], nobody).status !== 0,
      'the command is where not everyone can read it'
    )
    return wikiplan(args, nobody)
  }

  test('cannot write a file of another owner', ({skip}) => {
    chmodSync(folder, 0o777)
    chmodSync(at('page.wiki'), 0o644)
    expect(asNobody(skip)).toEqual(
      failure("cannot write 'page.wiki': it is read-only; make it writable first")
    )
    expect(readBack('page.wiki')).toBe(page)
    expect(statSync(at('page.wiki')).uid).toBe(0)
  })

  test('cannot write in a folder of another owner', ({skip}) => {
    chmodSync(folder, 0o755)
    chmodSync(at('page.wiki'), 0o666)
    expect(asNobody(skip)).toEqual(
      failure(
        "cannot write 'page.wiki': no new file can be created in its folder: permission denied"
      )
    )
    expect(readBack('page.wiki')).toBe(page)
  })

  test.for([0o777, 0o1777])('writes a shared file, which stays its owner’s: %o', (mode, {skip}) => {
    chmodSync(folder, mode)
    chmodSync(at('page.wiki'), 0o646)
    expect(asNobody(skip)).toEqual(quiet)
    expect(readBack('page.wiki')).toBe(done)
    expect(statSync(at('page.wiki'))).toMatchObject({uid: 0, gid: 0})
    expect(modeOf('page.wiki')).toBe(0o646)
    expect(readdirSync(folder)).toEqual(['page.wiki'])
  })
})

describe('an edited page', () => {
  beforeEach(writeOthers)

  test.each(edits)('keeps its owner, group and mode: %s', (_, args) => {
    if (isRoot) chownSync(at('page.wiki'), 65534, 12)
    chmodSync(at('page.wiki'), 0o604)
    const {uid, gid} = statSync(at('page.wiki'))
    const names = readdirSync(folder)
    expect(wikiplan(args('page.wiki')).status).toBe(0)
    expect(readBack('page.wiki')).not.toBe(page)
    expect(statSync(at('page.wiki'))).toMatchObject({uid, gid})
    expect(modeOf('page.wiki')).toBe(0o604)
    expect(readdirSync(folder)).toEqual(names)
  })

  test.each(edits)('is what a link leads to, and the link stays: %s', (_, args) => {
    mkdirSync(at('links'))
    symlinkSync('../page.wiki', at('links/link.wiki'))
    symlinkSync('links/link.wiki', at('link.wiki'))
    expect(wikiplan(args('link.wiki')).status).toBe(0)
    expect(readBack('page.wiki')).not.toBe(page)
    expect(readlinkSync(at('link.wiki'))).toBe('links/link.wiki')
    expect(readdirSync(at('links'))).toEqual(['link.wiki'])
  })

  test('that says the same already is not written', () => {
    write('page.wiki', done)
    const before = statSync(at('page.wiki'))
    expect(wikiplan(['set', 'page.wiki', clocks, 'done', '-i'])).toEqual(quiet)
    expect(statSync(at('page.wiki'))).toMatchObject({ino: before.ino, mtimeMs: before.mtimeMs})
  })
})

describe('-o', () => {
  const set = ['set', 'page.wiki', clocks, 'done', '-o']

  test('writes what a link leads to', () => {
    write('there/new.wiki', 'old')
    chmodSync(at('there/new.wiki'), 0o640)
    symlinkSync('there/new.wiki', at('link.wiki'))
    expect(wikiplan([...set, 'link.wiki'])).toEqual(quiet)
    expect(lstatSync(at('link.wiki')).isSymbolicLink()).toBe(true)
    expect(readBack('there/new.wiki')).toBe(done)
    expect(modeOf('there/new.wiki')).toBe(0o640)
  })

  test('creates what a link leads to, by way of others', () => {
    mkdirSync(at('there/deep'), {recursive: true})
    symlinkSync('there/deep', at('folder'))
    symlinkSync('../new.wiki', at('there/deep/up.wiki'))
    symlinkSync('folder/up.wiki', at('link.wiki'))
    symlinkSync(at('link.wiki'), at('first.wiki'))
    expect(wikiplan([...set, 'first.wiki'])).toEqual(quiet)
    for (const name of ['first.wiki', 'link.wiki', 'there/deep/up.wiki'])
      expect(lstatSync(at(name)).isSymbolicLink()).toBe(true)
    expect(readBack('there/new.wiki')).toBe(done)
    expect(readdirSync(at('there')).sort()).toEqual(['deep', 'new.wiki'])
  })

  test.each([
    ['into a folder that is not there', 'none/new.wiki', 'no such file or directory'],
    ['to itself', 'link.wiki', 'too many symbolic links encountered']
  ])('says what is wrong with a link %s', (_, target, reason) => {
    symlinkSync(target, at('link.wiki'))
    expect(wikiplan([...set, 'link.wiki'])).toEqual(failure(`cannot write 'link.wiki': ${reason}`))
    expect(readlinkSync(at('link.wiki'))).toBe(target)
  })

  test('does not write what is read-only or has another hard link', () => {
    write('new.wiki', 'old')
    linkSync(at('new.wiki'), at('copy.wiki'))
    expect(wikiplan([...set, 'new.wiki']).stderr).toContain('it has more than one hard link')
    chmodSync(at('new.wiki'), 0o400)
    expect(wikiplan([...set, 'new.wiki']).stderr).toContain('it is read-only')
    expect(readBack('new.wiki')).toBe('old')
  })

  test('writes into pipes and devices', async () => {
    expect(wikiplan([...set, '/dev/null'])).toEqual(quiet)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    expect(wikiplan([...set, '/dev/stdout'])).toEqual({...quiet, stdout: done})
    expect(shell(`wikiplan ${set.join(' ')} /dev/stdout | cat`).stdout).toBe(done)
    expect(shell(`wikiplan ${set.join(' ')} /dev/stderr 2>&1 >&- | cat`).stdout).toBe(done)

    execFileSync('mkfifo', [at('pipe')])
    const reader = spawn('cat', [at('pipe')])
    let read = ''
    reader.stdout.on('data', (data) => (read += data))
    const ended = new Promise((resolve) => reader.on('close', resolve))
    expect(wikiplan([...set, 'pipe'])).toEqual(quiet)
    await ended
    expect(read).toBe(done)
    expect(statSync(at('pipe')).isFIFO()).toBe(true)
  })

  test.for(['/dev/stdout', '/dev/fd/1', '/dev/fd/3', '/proc/self/fd/3'])(
    'adds to what is open already: %s',
    (path, {skip}) => {
      skip(!existsSync(path.replace(/3$/, '1')), 'the system has no such names')
      const script = `exec 3>&1; echo before; wikiplan ${set.join(' ')} ${path}; echo after`
      expect(shell(`(${script}) > out.txt`).stderr).toBe('')
      expect(readBack('out.txt')).toBe(`before\n${done}after\n`)
    }
  )
})

describe('convert into the page itself', () => {
  beforeEach(() => {
    symlinkSync('page.wiki', at('link.wiki'))
    mkdirSync(at('sub'))
  })

  test.each([
    ['json', 'page.wiki', 'page.wiki'],
    ['json', './sub/../page.wiki', 'link.wiki'],
    ['tree', 'link.wiki', 'page.wiki'],
    ['ndjson', 'page.wiki', 'hard.wiki']
  ])('is refused: to %s, %s as %s', (to, input, output) => {
    linkSync(at('page.wiki'), at('hard.wiki'))
    expect(wikiplan(['convert', input, '--to', to, '-o', output])).toEqual({
      status: 2,
      stdout: '',
      stderr: `wikiplan: '${output}' is the page itself, and would be replaced by ${to}: name another file with -o\n`
    })
    expect(readBack('page.wiki')).toBe(page)
  })

  test('is made where wikitext is asked for', () => {
    write('page.wiki', 'Outcome 1\nGoals\n- Wind the clocks Done\n')
    const {status} = wikiplan(['convert', 'link.wiki', '--to', 'wikitext', '-o', 'page.wiki'])
    expect(status).toBe(0)
    expect(readBack('page.wiki')).toContain('* Wind the clocks')
    expect(lstatSync(at('link.wiki')).isSymbolicLink()).toBe(true)
  })
})

describe('lint of a folder', () => {
  beforeEach(() => {
    write('outside/.wikiplanrc', '{"rules": {"status-malformed": "off"}}')
    write('outside/page.wiki', page)
    write('plans/own.wiki', page)
    symlinkSync('../outside', at('plans/folder'))
    symlinkSync('../outside/page.wiki', at('plans/link.wiki'))
    symlinkSync('..', at('plans/up'))
    symlinkSync('none', at('plans/dangling.wiki'))
  })

  /** The pages that a report names. */
  function linted(paths: string[], options: SpawnSyncOptions = {}): string[] {
    const {stdout} = wikiplan(['lint', ...paths, '--format', 'json'], options)
    return (JSON.parse(stdout) as {path: string}[]).map(({path}) => path)
  }

  test.each([['plans'], ['plans/**/*.wiki'], ['{plans,none}/**/*.wiki'], ['plans/*.wiki']])(
    'follows no link: %s',
    (path) => {
      expect(linted([path])).toEqual(['plans/own.wiki'])
      expect(wikiplan(['lint', path, '--fix']).status).toBe(0)
      expect(readBack('plans/own.wiki')).toBe(mended)
      expect(readBack('outside/page.wiki')).toBe(page)
      expect(readBack('page.wiki')).toBe(page)
      expect(readdirSync(at('plans')).length).toBe(5)
    }
  )

  test('follows none from the working folder either', () => {
    expect(linted(['.'], {cwd: at('plans')})).toEqual(['own.wiki'])
  })

  test.each([
    ['a file', ['plans/link.wiki'], ['plans/link.wiki']],
    ['a folder', ['plans/folder'], ['plans/folder/page.wiki']],
    ['a folder in a glob', ['plans/folder/*.wiki'], ['plans/folder/page.wiki']]
  ])('follows a link that is named: %s', (_, paths, pages) => {
    expect(linted(paths)).toEqual(pages)
  })

  test('mends what a link leads to that is named', () => {
    expect(wikiplan(['lint', 'plans/link.wiki', '--fix']).stdout).toBe('plans/link.wiki: written\n')
    expect(readBack('outside/page.wiki')).toBe(mended)
    expect(lstatSync(at('plans/link.wiki')).isSymbolicLink()).toBe(true)
  })
})

describe('controls in the name of a file', () => {
  const name = 'a\u001B[31m\u009B\u202Eb.wiki'
  const shown = 'a\\u{1b}[31m\\u{9b}\\u{202e}b.wiki'
  const unsafe = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/

  beforeEach(() => write(name, page))

  test.each([
    ['convert', ['convert', name, '-o', '/dev/null']],
    ['convert of a missing page', ['convert', `${name}.none`]],
    ['convert into a missing folder', ['convert', 'page.wiki', '-o', `${name}/none`]],
    ['convert into itself', ['convert', name, '-o', name]],
    ['list', ['list', `${name}.none`]],
    ['lint', ['lint', name]],
    ['lint of a folder', ['lint', '.']],
    ['lint --fix', ['lint', name, '--fix']],
    ['lint for GitHub', ['lint', name, '--format', 'github']],
    ['lint of nothing', ['lint', `${name}*`]],
    ['an unknown id', ['set', name, 'none', 'done']],
    ['an unknown command', [name]]
  ])('is shown: %s', (_, args) => {
    const {stdout, stderr} = wikiplan(args)
    expect(stdout + stderr).toContain(shown)
    expect(stdout + stderr).not.toMatch(unsafe)
  })

  test.each(['json', 'sarif'])('is escaped in data, which stays the same: %s', (format) => {
    const {stdout} = wikiplan(['lint', name, '--format', format])
    expect(stdout).not.toMatch(unsafe)
    const said = format === 'json' ? JSON.stringify(name) : JSON.stringify(encodeURI(name))
    expect(JSON.stringify(JSON.parse(stdout))).toContain(said)
  })

  test('is quoted in a patch, which applies', () => {
    for (const path of [name, 'a\n+++ page.wiki\n.wiki']) {
      write(path, page)
      const {stdout} = wikiplan(['set', path, clocks, 'done', '--dry-run'])
      expect(stdout).not.toMatch(unsafe)
      expect(stdout.split('\n').filter((line) => line.startsWith('+++'))).toHaveLength(1)
      expect(run('git', ['apply', '-p0', '-'], {input: stdout}).stderr).toBe('')
      expect(readBack(path)).toBe(done)
    }
    expect(readBack('page.wiki')).toBe(page)
  })
})

describe('controls in the text of a page', () => {
  const rung = page.replace('bell', 'be\u001B[31ml\u009Bl\u202E\tnow')
  const shown = done.replace('bell', 'be\\u{1b}[31ml\\u{9b}l\\u{202e}\tnow')

  beforeEach(() => write('page.wiki', rung))

  /** What a terminal gets, with line ends as they were. */
  function onTerminal(args: string[]): string {
    const command = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ')
    const {status, stdout} = run('script', ['-qec', command, '/dev/null'])
    expect(status).toBe(0)
    return stdout.replaceAll('\r\n', '\n')
  }

  const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0
  const needsScript = 'no program `script` of util-linux, which makes a terminal'
  const set = ['set', 'page.wiki', clocks, 'done']

  test('is shown in a dry run on a terminal', ({skip}) => {
    skip(!hasScript, needsScript)
    const printed = onTerminal([...set, '--dry-run'])
    expect(printed).toContain(' * Hang the be\\u{1b}[31ml\\u{9b}l\\u{202e}\tnow {{done}}\n')
    expect(printed).not.toMatch(/[\u001B\u009B\u202E]/)
  })

  test('is shown in a page on a terminal', ({skip}) => {
    skip(!hasScript, needsScript)
    expect(onTerminal(set)).toBe(shown)
    expect(onTerminal(['convert', 'page.wiki', '--to', 'markdown'])).toContain(
      'Hang the be\\u{1b}\\[31m'
    )
  })

  test('stays what it is in a pipe and in a file, so that a patch applies', () => {
    expect(wikiplan(set).stdout).toBe(rung.replace('{[todo}}', '{{done}}'))
    const {status, stderr} = shell(
      `wikiplan ${set.join(' ')} --dry-run > a.patch; wikiplan ${set.join(' ')} --dry-run | cmp - a.patch && patch -s < a.patch`
    )
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(readBack('page.wiki')).toBe(rung.replace('{[todo}}', '{{done}}'))
  })

  test('has colours left in a list on a terminal', ({skip}) => {
    skip(!hasScript, needsScript)
    const command = `TERM=xterm '${process.execPath}' '${bin}' list page.wiki`
    const {stdout} = run('script', ['-qec', command, '/dev/null'], {
      env: {PATH: process.env['PATH'], TERM: 'xterm'}
    })
    expect(stdout).toContain('\u001B[32mDone')
    expect(stdout).toContain('be\\u{1b}[31ml')
  })
})

describe('a configuration that is not JSON', () => {
  test.each([
    ['', 1, 1],
    ['secret', 1, 1],
    ['{"a": 1,\n "b": secret}', 2, 7],
    ['{"a": 1\n\t"secret": 2}', 2, 2],
    ['{"a": 1,}', 1, 9],
    ['[1, 2', 1, 6],
    ['{"a": "secret\n"}', 1, 7],
    ['{"a": "\\q secret"}', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{secret: 1}', 1, 2],
    ['{"a": [1, -0.5e+3, true, null, {}, "\\u00e9\\n", []]}\n secret', 2, 2],
    ['{"a": 01}', 1, 8],
    ['\uFEFF{}', 1, 1]
  ])('is told by its place alone: %j', (content, line, column) => {
    write('.wikiplanrc', content)
    expect(wikiplan(['lint', 'page.wiki'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `wikiplan: cannot use '${at('.wikiplanrc')}': it is not JSON, from line ${line}, column ${column} on\n`
    })
  })

  test('has nothing of it shown where it is a link', () => {
    write('secrets.txt', 'root:$6$secret\n')
    symlinkSync('secrets.txt', at('.wikiplanrc'))
    expect(wikiplan(['lint', 'page.wiki']).stderr).not.toContain('root')
  })
})
