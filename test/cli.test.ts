/** The built command, as a shell sees it: what it prints where, and what it exits with. */
import {spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}
import {fromJson, toJson, type PlanJson, type PlanRow} from '../src/index.ts'

const bin = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))
const house = fileURLToPath(new URL('../fixtures/house-style/', import.meta.url))
const page = join(house, 'page.wiki')
const source = readFileSync(page, 'utf8')
const title = 'Harbour Lights/Annual plans/FY2031/Ferries/Goals'
const plan = JSON.parse(readFileSync(join(house, 'plan.json'), 'utf8')) as PlanJson

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wikiplan-cli-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Runs the command in the temporary folder. */
function wikiplan(args: string[], input: string | Uint8Array = '') {
  const options = {cwd: folder, input, maxBuffer: 2 ** 30}
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], options)
  return {status, stdout: stdout.toString(), stderr: stderr.toString()}
}

function shell(command: string) {
  const {status, stderr} = spawnSync('sh', ['-c', command])
  return {status, stderr: stderr.toString()}
}

/** A file in the temporary folder. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

function readBack(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

describe('formats', () => {
  test('prints plan JSON, indented, with a final line end', () => {
    const {status, stdout} = wikiplan(['convert', page, '--title', title])
    expect(status).toBe(0)
    expect(stdout).toBe(JSON.stringify(plan, null, 2) + '\n')
  })

  test('reads a page from standard input, named `-` or not at all', () => {
    const expected = wikiplan(['convert', page]).stdout
    expect(wikiplan(['convert', '-'], source).stdout).toBe(expected)
    expect(wikiplan(['convert'], source).stdout).toBe(expected)
  })

  test('prints the tree, which reads back', () => {
    const {stdout} = wikiplan(['convert', page, '--title', title, '--to', 'tree'])
    expect(JSON.parse(stdout)).toMatchObject({type: 'plan', dialect: 'wikitext', title})
    expect(toJson(fromJson(JSON.parse(stdout)))).toEqual(plan)
    expect(JSON.parse(wikiplan(['convert', '--from', 'json'], stdout).stdout)).toEqual(plan)
  })

  test('says what of a plan no page can say', () => {
    const sections = [{heading: 'Outcome 1', goals: [{text: 'Row'}]}]
    const periods = [
      {id: 'a', quarter: 1, sections},
      {id: 'b', sections}
    ]
    const args = ['convert', '--from', 'json', '--to', 'wikitext']
    expect(wikiplan(args, JSON.stringify({version: 2, periods}))).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'wikiplan: the plan cannot be written as a page\n  b: neither a label nor a quarter tells its sections from those of the period before it\n'
    })
  })

  test('prints a row for every section, goal, task, note and update', () => {
    const {stdout} = wikiplan(['convert', page, '--to', 'ndjson'])
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as PlanRow)
    expect(stdout.endsWith('}\n')).toBe(true)
    const kinds = rows.map(({kind}) => kind)
    expect(kinds.filter((kind) => kind === 'goal')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'task')).toHaveLength(4)
    expect(rows.every(({file}) => file === page)).toBe(true)
  })

  test('prints Markdown', () => {
    const {stdout} = wikiplan(['convert', page, '--title', title, '--to', 'markdown'])
    expect(stdout).toBe(readFileSync(join(house, 'plan.md'), 'utf8'))
  })

  test.each([
    ['page.txt', 'text', 'the text of a rendered page'],
    ['page.md', 'markdown', 'Markdown']
  ])('reads %s, said or seen', (name, dialect, words) => {
    const said = wikiplan(['convert', join(house, name), '--from', dialect])
    const seen = wikiplan(['convert', join(house, name), '--from', 'auto'])
    expect(JSON.parse(said.stdout)).toMatchObject({title, periods: [{id: 'q1'}]})
    expect(seen.stdout).toBe(said.stdout)
    expect(said.stderr).toBe('')
    expect(seen.stderr).toMatch(new RegExp(`${name}\\n.*info +Read as ${words} +dialect`))
  })

  test('reads plan JSON', () => {
    const {stdout, status} = wikiplan(['convert', '--from', 'json'], JSON.stringify(plan))
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(plan)
  })

  test.each([
    ['the house style', source],
    ['CRLF', source.replaceAll('\n', '\r\n')],
    ['a byte order mark', '\uFEFF' + source],
    ['no final line end', source.trimEnd()],
    ['astral characters', '* 🚢\n\n\n* ⚓'],
    ['nothing', '']
  ])('gives wikitext back as it was: %s', (_, text) => {
    const {status, stdout} = wikiplan(['convert', '--from', 'wikitext', '--to', 'wikitext'], text)
    expect(status).toBe(0)
    expect(stdout).toBe(text)
  })

  test('makes wikitext of a rendered page', () => {
    const {stdout} = wikiplan(['convert', join(house, 'page.txt'), '--to', 'wikitext'])
    expect(stdout).toContain('===== Wind the clocks {{Done}} =====')
  })
})

describe('messages', () => {
  test('name the file, the place and the rule, on standard error', () => {
    file('misspelt.wiki', '== Outcome 1 ==\n=== Goals ===\n* Ring the bell {[done}}\n')
    const {status, stdout, stderr} = wikiplan(['convert', 'misspelt.wiki', '--from', 'wikitext'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({version: 2})
    expect(stderr).toMatch(/^misspelt\.wiki\n3:17-3:25 +warning .* status-malformed +wikiplan\n/)
  })

  test('have no colour where they are not read on a terminal', () => {
    const {stderr} = wikiplan(['convert', page])
    expect(stderr).not.toBe('')
    expect(stderr).not.toContain('\u001B')
  })

  test('show the controls of a page instead of obeying them', () => {
    const text = '== Outcome 1 ==\n=== Goals ===\n* Ring {{\u001B[31mdon\u202Ee}}\n'
    const {stderr} = wikiplan(['convert', '--from', 'wikitext'], text)
    expect(stderr).not.toMatch(/[\u001B\u202E]/)
  })
})

describe('-o', () => {
  test('writes a file and prints nothing', () => {
    const {status, stdout} = wikiplan(['convert', page, '--title', title, '-o', 'plan.json'])
    expect({status, stdout}).toEqual({status: 0, stdout: ''})
    expect(JSON.parse(readBack('plan.json'))).toEqual(plan)
  })

  test('replaces a file, keeps its mode and leaves nothing beside it', () => {
    mkdirSync(join(folder, 'mode'))
    const path = file('mode/page.wiki', source)
    chmodSync(join(folder, path), 0o640)
    expect(wikiplan(['convert', path, '--to', 'markdown', '--output', path]).status).toBe(0)
    expect(readBack(path)).toContain('### Outcome 1 / Output 2')
    expect(statSync(join(folder, path)).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(folder, 'mode'))).toEqual(['page.wiki'])
  })

  test('writes through a link to a file', () => {
    file('target.json', 'old')
    symlinkSync('target.json', join(folder, 'link.json'))
    expect(wikiplan(['convert', page, '-o', 'link.json']).status).toBe(0)
    expect(readBack('target.json')).toBe(readBack('link.json'))
    expect(JSON.parse(readBack('target.json'))).toMatchObject({version: 2})
  })

  test('means standard output by `-`', () => {
    const {stdout} = wikiplan(['convert', page, '-o', '-'])
    expect(stdout).toBe(wikiplan(['convert', page]).stdout)
  })

  test('writes into a device instead of replacing it', () => {
    expect(wikiplan(['convert', page, '-o', '/dev/null']).status).toBe(0)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('leaves the file alone where the page cannot be used', () => {
    file('kept.json', 'old')
    expect(wikiplan(['convert', 'missing.wiki', '-o', 'kept.json']).status).toBe(1)
    expect(wikiplan(['convert', '--from', 'json', '-o', 'kept.json'], '{').status).toBe(1)
    expect(readBack('kept.json')).toBe('old')
  })
})

describe('a page that cannot be used exits with 1 and one line', () => {
  test.each([
    ['a missing file', ['missing.wiki'], "cannot read 'missing.wiki': no such file or directory"],
    ['a binary file', ['binary.wiki'], "'binary.wiki' is not valid UTF-8 text: it has NUL bytes"],
    [
      'Latin-1',
      ['latin1.wiki'],
      "'latin1.wiki' is not valid UTF-8 text; if it is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8"
    ],
    [
      'a folder to write to',
      [page, '-o', '.'],
      "cannot write '.': illegal operation on a directory"
    ],
    [
      'a missing folder',
      [page, '-o', 'a/b.json'],
      "cannot write 'a/b.json': no such file or directory"
    ]
  ])('%s', (_, args, line) => {
    file('binary.wiki', Uint8Array.of(0x89, 0x50, 0, 1))
    file('latin1.wiki', Uint8Array.of(0x42, 0xf6, 0x65))
    const {status, stdout, stderr} = wikiplan(['convert', ...args, '--from', 'wikitext'])
    expect(stderr).toBe(`wikiplan: ${line}\n`)
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
  })

  test('standard input that is no text', () => {
    const {status, stderr} = wikiplan(['convert'], Uint8Array.of(0xff, 0xfe))
    expect(stderr).toBe(
      'wikiplan: standard input is not valid UTF-8 text; it is UTF-16, so convert it first: iconv -f UTF-16 -t UTF-8\n'
    )
    expect(status).toBe(1)
  })
})

describe('wrong usage exits with 2 and one line', () => {
  const formats = 'json, tree, ndjson, markdown, wikitext'
  const options =
    '--from, --to, --title, --output, --ignore-path, --quiet, --frail, --max-messages, --help'
  test.each([
    [
      'an unknown format',
      ['convert', '--to', 'xml'],
      `option '--to <format>' argument 'xml' is invalid. Allowed choices are ${formats}.`
    ],
    [
      'an unknown dialect',
      ['convert', '--from', 'rst'],
      "option '--from <dialect>' argument 'rst' is invalid. Allowed choices are auto, wikitext, text, html, markdown, json."
    ],
    [
      'a misspelt option',
      ['convert', '--form', 'text'],
      `unknown option '--form' (Did you mean --from?); accepted are ${options}`
    ],
    ['an unknown option', ['convert', '-x'], `unknown option '-x'; accepted are ${options}`],
    ['an option without its value', ['convert', '--to'], "option '--to <format>' argument missing"],
    [
      'an empty title',
      ['convert', '--title', ''],
      "option '--title <title>' argument '' is invalid. A title has at least one character."
    ],
    [
      'too many pages',
      ['list', 'a', 'b'],
      "too many arguments for 'list'. Expected 1 argument but got 2."
    ],
    [
      'an unknown command to help with',
      ['help', 'sett'],
      "unknown command 'sett' (Did you mean set?); accepted are convert, list, status, lint, set, note, apply, diff, merge, complete, help"
    ],
    [
      'two places to write to',
      ['set', 'a', 'b', 'done', '-i', '--dry-run'],
      "option '--dry-run' cannot be used with option '-i, --in-place'"
    ],
    [
      'several pages without a folder',
      ['convert', 'a', 'b'],
      'several pages as json need a folder: name it with -o'
    ],
    [
      'a folder without another',
      ['convert', '.'],
      "the pages of '.' as json need a folder: name it with -o"
    ],
    [
      'several pages into a file',
      ['convert', 'a', 'b', '-o', 'plan.json'],
      "'plan.json' is no folder, and several pages need one"
    ],
    [
      'a number that is none',
      ['convert', '--max-messages', 'all'],
      "option '--max-messages <number>' argument 'all' is invalid. It must be a whole number, such as 100."
    ],
    [
      'an unknown command',
      ['convrt'],
      "unknown command 'convrt' (Did you mean convert?); accepted are convert, list, status, lint, set, note, apply, diff, merge, complete, help"
    ]
  ])('%s', (_, args, line) => {
    const {status, stdout, stderr} = wikiplan(args)
    expect(stderr).toBe(`wikiplan: ${line}\n`)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
  })

  test('no command at all shows the help on standard error', () => {
    const {status, stdout, stderr} = wikiplan([])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^Usage: wikiplan /)
  })
})

describe('several pages', () => {
  const plans = () => {
    rmSync(join(folder, 'plans'), {recursive: true, force: true})
    rmSync(join(folder, 'out'), {recursive: true, force: true})
    mkdirSync(join(folder, 'plans/old'), {recursive: true})
    file('plans/new.wiki', source)
    file('plans/old/page.wiki', source)
    file('plans/readme.txt', 'Not a page.')
  }

  test('become the same tree of names in another folder', () => {
    plans()
    expect(wikiplan(['convert', 'plans', '--to', 'markdown', '-o', 'out', '-q']).status).toBe(0)
    const one = wikiplan(['convert', 'plans/new.wiki', '--to', 'markdown']).stdout
    expect(readFileSync(join(folder, 'out/new.md'), 'utf8')).toBe(one)
    expect(readFileSync(join(folder, 'out/old/page.md'), 'utf8')).toBe(one)
    expect(readdirSync(join(folder, 'out'))).toEqual(['new.md', 'old'])
  })

  test('give their rows one after the other', () => {
    plans()
    const {stdout} = wikiplan(['convert', 'plans/**/*.wiki', '--to', 'ndjson', '-q'])
    const files = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as PlanRow).file)
    expect([...new Set(files)]).toEqual(['plans/new.wiki', 'plans/old/page.wiki'])
  })

  test('are not written over one another', () => {
    plans()
    mkdirSync(join(folder, 'other'), {recursive: true})
    file('other/new.wiki', source)
    expect(wikiplan(['convert', 'plans', 'other', '-o', 'out'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        "wikiplan: 'out/new.json' would be made of 'other/new.wiki', and 'plans/new.wiki' lost\n"
    })
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('are written though one cannot be read, which is said', () => {
    plans()
    file('plans/bad.wiki', Uint8Array.of(0x42, 0xf6, 0x65))
    const {status, stderr} = wikiplan(['convert', 'plans', '-o', 'out', '-q'])
    expect(status).toBe(1)
    expect(stderr).toContain("wikiplan: 'plans/bad.wiki' is not valid UTF-8 text")
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['new.json', 'old'])
  })

  test('are told apart where one says what no page can', () => {
    plans()
    const section = {heading: 'Outcome 1', goals: [{text: 'Row'}]}
    const periods = [
      {id: 'a', quarter: 1, sections: [section]},
      {id: 'b', sections: [section]}
    ]
    file('plans/odd.json', JSON.stringify({version: 2, periods}))
    const args = [
      'convert',
      'plans/odd.json',
      'plans/new.wiki',
      '--to',
      'wikitext',
      '-o',
      'out',
      '-q'
    ]
    const {status, stderr} = wikiplan(args)
    expect(status).toBe(1)
    expect(stderr).toContain(
      "wikiplan: the plan of 'plans/odd.json' cannot be written as a page\n  b: neither a label nor"
    )
    expect(readdirSync(join(folder, 'out', 'plans'))).toEqual(['new.wiki'])
  })

  test('are left out by an ignore file', () => {
    plans()
    file('ignored', 'plans/old\n')
    const args = ['convert', 'plans', '-o', 'out', '-q', '--ignore-path']
    expect(wikiplan([...args, 'ignored']).status).toBe(0)
    expect(readdirSync(join(folder, 'out'))).toEqual(['new.json'])
    expect(wikiplan([...args, 'none'])).toEqual({
      status: 2,
      stdout: '',
      stderr: "wikiplan: there is no 'none', which --ignore-path names\n"
    })
  })
})

describe('messages', () => {
  const bad = '== Outcome 1 ==\n=== Goals ===\n' + '* Light a lamp {[done}}\n'.repeat(150)

  test('are a hundred of a page at most, unless more are asked for', () => {
    const lines = (args: string[]) => wikiplan(['convert', ...args], bad).stderr.split('\n')
    const warnings = (args: string[]) => lines(args).filter((line) => line.includes(' warning '))
    expect(warnings(['-q'])).toHaveLength(100)
    expect(lines(['-q']).join('\n')).toContain('50 more: --max-messages prints them')
    expect(warnings(['-q', '--max-messages', '1000'])).toHaveLength(150)
  })

  test('are warnings and errors alone where it is to be quiet, and make it fail where it is to be frail', () => {
    const good = '== Outcome 1 ==\n=== Goals ===\n* Light a lamp {{done}}\n'
    expect(wikiplan(['convert', '-q'], good)).toMatchObject({status: 0, stderr: ''})
    expect(wikiplan(['convert', '--frail'], good).status).toBe(0)
    expect(wikiplan(['convert', '--frail'], bad).status).toBe(1)
    expect(wikiplan(['convert'], bad).status).toBe(0)
  })
})

describe('help', () => {
  test('lists the commands', () => {
    const {status, stdout} = wikiplan(['--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage: wikiplan .*\n {2}convert /s)
  })

  test('of a command has every option, format and examples', () => {
    const {status, stdout} = wikiplan(['help', 'convert'])
    expect(status).toBe(0)
    expect(stdout).toBe(wikiplan(['convert', '--help']).stdout)
    for (const word of ['--from', '--to', '--title', '--output', 'ndjson', 'Examples:']) {
      expect(stdout).toContain(word)
    }
  })

  test('says its version', () => {
    expect(wikiplan(['--version'])).toEqual({
      status: 0,
      stdout: `${packageJson.version}\n`,
      stderr: ''
    })
  })
})

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('has a script for %s', (shellName) => {
    const {status, stdout} = wikiplan(['complete', shellName])
    expect(status).toBe(0)
    expect(stdout).toContain('wikiplan complete --')
    if (shellName === 'bash')
      expect(shell(`"${process.execPath}" "${bin}" complete bash | bash -n`).status).toBe(0)
  })

  test.each([
    [['se'], ['set']],
    [['convert', '--to', 'm'], ['markdown']],
    [['lint', '--rc'], ['--rc-path']]
  ])('goes on from %j', (words, expected) => {
    const {stdout} = wikiplan(['complete', '--', ...words])
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual(
      expect.arrayContaining(expected)
    )
  })
})

describe('pipes', () => {
  const long = '== Outcome 1 ==\n=== Goals ===\n' + '* Light a lamp\n'.repeat(20_000)

  test('a reader that goes away is no error', async () => {
    const child = spawn(process.execPath, [bin, 'convert', '--from', 'wikitext'])
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.stdin.end(long)
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is one line', () => {
    const {status, stderr} = shell(`"${process.execPath}" "${bin}" convert "${page}" >/dev/full`)
    expect(stderr).toContain('\nwikiplan: cannot write standard output: no space left on device\n')
    expect(status).toBe(1)
  })

  test('a folder is no page', () => {
    const {status, stderr} = shell(`"${process.execPath}" "${bin}" convert < "${folder}"`)
    expect(stderr).toBe('wikiplan: cannot read standard input: illegal operation on a directory\n')
    expect(status).toBe(1)
  })

  test('a long output arrives whole', () => {
    const {stdout} = wikiplan(['convert', '--from', 'wikitext'], long)
    const read = JSON.parse(stdout) as PlanJson
    expect(read.periods[0]?.sections[0]?.goals).toHaveLength(20_000)
  })
})
