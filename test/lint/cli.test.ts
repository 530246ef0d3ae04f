/** `wikiplan lint` as a shell sees it. */
import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'

const bin = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const good = '== Outcome 1 ==\n=== Goals ===\n* Wind {{done}}\n'
const bad = '== Outcome 1 ==\n=== Goals ===\n* Wind {[done}}\n'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'wikiplan-lint-')))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

function write(name: string, content: string | object): void {
  const path = join(folder, name)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
}

const readBack = (name: string) => readFileSync(join(folder, name), 'utf8')

function lint(args: string[], input = '') {
  const options = {cwd: folder, input}
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, 'lint', ...args], options)
  return {status, stdout: stdout.toString(), stderr: stderr.toString()}
}

/** The paths that something is said about. */
function paths(args: string[]): string[] {
  const {stdout} = lint([...args, '--format', 'json'])
  const files = JSON.parse(stdout) as {path: string; messages: unknown[]}[]
  return files.filter(({messages}) => messages.length > 0).map(({path}) => path)
}

describe('a page with very many messages', () => {
  const errors = '{"rules": {"markup-unclosed": "error", "goal-duplicate": "off"}}'

  test('has a hundred of them printed, its errors among them', () => {
    write('.wikiplanrc', errors)
    write('page.wiki', bad + '* Ring {[done}}\n'.repeat(150) + "* ''Oil\n")
    const {status, stdout} = lint(['page.wiki'])
    expect(status).toBe(1)
    expect(stdout.match(/ warning /g)).toHaveLength(99)
    expect(stdout.match(/ error .* markup-unclosed /g)).toHaveLength(1)
  })

  test.each(['json', 'sarif', 'github'])('has all of them as %s', (format) => {
    write('.wikiplanrc', errors)
    write('page.wiki', bad + '* Ring {[done}}\n'.repeat(150))
    const {stdout} = lint(['page.wiki', '--format', format])
    expect(stdout.match(/Malformed status/g)).toHaveLength(151)
    expect(stdout).not.toContain('--max-messages')
  })
})

describe('a configuration that is named', () => {
  test('is that of all pages', () => {
    write('page.wiki', bad)
    write('.wikiplanrc', {rules: {'status-malformed': 'error'}})
    write('lenient.json', {rules: {'status-malformed': 'off'}})
    expect(lint(['page.wiki', '--rc-path', 'lenient.json'])).toEqual({
      status: 0,
      stdout: '',
      stderr: ''
    })
  })

  test('must be there', () => {
    write('page.wiki', bad)
    const {status, stderr} = lint(['page.wiki', '--rc-path', 'none.json'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^wikiplan: cannot use 'none\.json': .*\n$/)
  })
})

describe('the exit code', () => {
  test.each([
    ['0 for a clean page', good, [], 0],
    ['0 for warnings', bad, [], 0],
    ['1 for warnings under --frail', bad, ['--frail'], 1],
    ['0 for a clean page under --frail', good, ['--frail'], 0]
  ])('is %s', (_, page, args, expected) => {
    write('page.wiki', page)
    expect(lint(['page.wiki', ...args]).status).toBe(expected)
  })

  test('is 1 for errors, and 0 for information under --frail', () => {
    write('page.wiki', bad)
    write('.wikiplanrc', {rules: {'status-malformed': 'error'}})
    expect(lint(['page.wiki']).status).toBe(1)
    write('.wikiplanrc', {rules: {'status-malformed': 'info'}})
    expect(lint(['page.wiki', '--frail']).status).toBe(0)
  })

  test('is 0 where --fix leaves nothing', () => {
    write('page.wiki', bad)
    expect(lint(['page.wiki', '--fix', '--frail']).status).toBe(0)
  })

  test.each([
    [['page.wiki', '--formt', 'json'], /^wikiplan: unknown option '--formt'.*\n$/],
    [['page.wiki', '--format', 'xml'], /^wikiplan: .*'xml'.*pretty, json, github, sarif\.?\n$/]
  ])('is 2 for wrong usage, with a line that says what is accepted: %j', (args, expected) => {
    const {status, stdout, stderr} = lint(args)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(expected)
  })

  test('is 1 for files that are not there, after the report on the others', () => {
    write('page.wiki', bad)
    const {status, stdout, stderr} = lint(['none.wiki', 'page.wiki', 'no*.wiki', 'page.wiki'])
    expect(status).toBe(1)
    expect(stdout.match(/status-malformed/g)).toHaveLength(1)
    expect(stderr).toBe(
      "wikiplan: no page found in 'no*.wiki'\n" +
        "wikiplan: cannot read 'none.wiki': no such file or directory\n"
    )
  })
})

describe('pages', () => {
  beforeEach(() => {
    write('plans/a.wiki', bad)
    write('plans/old/b.wikitext', bad)
    write('plans/old/c.txt', 'Outcome 1\nGoals\n- Wind {[done}}\n')
    write('plans/node_modules/d.wiki', bad)
    write('[e].wiki', bad)
  })

  test('are files, all those in a folder, or those that match', () => {
    expect(paths(['plans/a.wiki'])).toEqual(['plans/a.wiki'])
    expect(paths(['plans'])).toEqual(['plans/a.wiki', 'plans/old/b.wikitext'])
    expect(paths(['.'])).toEqual(['[e].wiki', 'plans/a.wiki', 'plans/old/b.wikitext'])
    expect(paths(['plans/**/*.{wikitext,txt}'])).toEqual([
      'plans/old/b.wikitext',
      'plans/old/c.txt'
    ])
    expect(paths(['[e].wiki'])).toEqual(['[e].wiki'])
  })

  test('are left out by .wikiplanignore, named or found', () => {
    write('.wikiplanignore', '# old plans\n/plans/old/\n!/plans/old/c.txt\n*.md\n')
    expect(paths(['plans', 'plans/old/b.wikitext'])).toEqual(['plans/a.wiki'])
    expect(lint(['plans/old/b.wikitext', '--frail'])).toEqual({status: 0, stdout: '', stderr: ''})
  })

  test('come from standard input, too', () => {
    expect(lint([], bad).stdout).toContain('3:8-3:16')
    expect(lint(['-'], bad).stdout).toContain('3:8-3:16')
    expect(lint(['--from', 'markdown'], '## Outcome 1\n\n### Goals\n').stdout).toContain(
      'goals-empty'
    )
  })
})

describe('--fix', () => {
  test('mends files, says so, and leaves clean ones as they are', () => {
    write('bad.wiki', bad)
    write('good.wiki', good)
    const before = statSync(join(folder, 'good.wiki'))
    const {stdout, stderr} = lint(['.', '--fix'])
    expect({stdout, stderr}).toEqual({stdout: 'bad.wiki: written\n', stderr: ''})
    expect(readBack('bad.wiki')).toBe(good)
    expect(statSync(join(folder, 'good.wiki')).mtimeMs).toBe(before.mtimeMs)
    expect(lint(['.', '--fix'])).toEqual({status: 0, stdout: '', stderr: ''})
  })

  test('keeps line ends, a byte order mark and everything else', () => {
    const page = (status: string) =>
      `\uFEFF== Outcome 1 ==\r\n\r\n=== Goals ===  \r\n*Wind  ${status}\r\n\u{1F6A2}`
    write('page.wiki', page('{[done}}'))
    lint(['page.wiki', '--fix'])
    expect(readBack('page.wiki')).toBe(page('{{done}}'))
  })

  test('prints the page from standard input, and the report elsewhere', () => {
    const page = bad + '* Ring {{bell}}\n'
    const {stdout, stderr} = lint(['-', '--fix'], page)
    expect(stdout).toBe(good + '* Ring {{bell}}\n')
    expect(stderr).toContain('status-unknown')
    expect(lint(['-', '--fix'], good).stdout).toBe(good)
  })
})

describe('--format', () => {
  const page = bad + '* Ring {{bell}}\n'

  test('json has every key, always', () => {
    write('page.wiki', page)
    const {stdout} = lint(['page.wiki', '--format', 'json'])
    const [file] = JSON.parse(stdout) as [{path: string; fixed: boolean; messages: object[]}]
    expect(file).toMatchObject({path: 'page.wiki', fixed: false})
    expect(file.messages[0]).toEqual({
      rule: 'status-malformed',
      source: 'wikiplan',
      severity: 'warning',
      reason: 'Malformed status `{[done}}`; read as Done',
      start: {line: 3, column: 8, offset: 37},
      end: {line: 3, column: 16, offset: 45},
      actual: '{[done}}',
      expected: ['{{Done}}'],
      note: null,
      fix: {start: 37, end: 45, text: '{{done}}'}
    })
    expect(Object.keys(file.messages[1]!)).toEqual(Object.keys(file.messages[0]!))
  })

  test('github prints workflow commands, escaped', () => {
    write('a,b:100%.wiki', '== Outcome 1 ==\n=== Goals ===\n* 100% {{done}\n* 100% {{done}}\n')
    write('.wikiplanrc', {rules: {'goal-duplicate': 'info', 'status-malformed': 'error'}})
    expect(lint(['.', '--format', 'github']).stdout).toBe(
      '::error file=a%2Cb%3A100%25.wiki,line=3,endLine=3,col=8,endColumn=14,title=status-malformed::Malformed status `{{done}`; read as Done\n' +
        '::notice file=a%2Cb%3A100%25.wiki,line=4,endLine=4,col=3,endColumn=6,title=goal-duplicate::The goal “100%25” occurs twice in its period\n'
    )
  })

  test('sarif is a run with rules and results', () => {
    write('a b.wiki', page)
    const log = JSON.parse(lint(['.', '--format', 'sarif']).stdout)
    expect(log).toMatchObject({version: '2.1.0', runs: [{tool: {driver: {name: 'wikiplan'}}}]})
    expect(log.runs[0].results[0]).toEqual({
      ruleId: 'status-malformed',
      level: 'warning',
      message: {text: 'Malformed status `{[done}}`; read as Done'},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'a%20b.wiki'},
            region: {startLine: 3, startColumn: 8, endLine: 3, endColumn: 16}
          }
        }
      ]
    })
    const ids = log.runs[0].tool.driver.rules.map(({id}: {id: string}) => id)
    expect(ids).toContain('status-malformed')
  })

  test('pretty shows control characters instead of obeying them', () => {
    write('page.wiki', '== Outcome 1 ==\n=== Goals ===\n* a\u001B[31m\n* a\u001B[31m\n')
    const {stdout} = lint(['page.wiki'])
    expect(stdout).toContain('\\u{1b}[31m')
    expect(stdout).not.toContain('\u001B')
  })
})

describe('configuration', () => {
  const off = {rules: {'status-malformed': 'off'}}

  test('is the nearest above the page', () => {
    write('a/page.wiki', bad)
    write('a/b/page.wiki', bad)
    write('a/b/c/page.wiki', bad)
    write('a/b/.wikiplanrc', off)
    expect(paths(['a'])).toEqual(['a/page.wiki'])
    write('a/b/c/.wikiplanrc.json', {})
    expect(paths(['a'])).toEqual(['a/b/c/page.wiki', 'a/page.wiki'])
  })

  test('may stand in package.json, and add words', () => {
    write('page.wiki', good.replace('done', 'nearly'))
    expect(paths(['page.wiki'])).toEqual(['page.wiki'])
    write('package.json', {
      wikiplan: {vocabulary: {statuses: [{value: 'nearly', label: 'Nearly'}]}}
    })
    expect(paths(['page.wiki'])).toEqual([])
    write('package.json', {name: 'no-configuration'})
    expect(paths(['page.wiki'])).toEqual(['page.wiki'])
  })

  test.each([
    ['{"rules": {"date-od": "off"}}', 'rules.date-od is no rule; accepted are status-malformed, '],
    [
      '{"rules": {"date-odd": 2}}',
      'rules.date-odd must be one of "error", "warning", "info", "off"'
    ],
    ['{"rule": {}}', "'rule' is unknown; accepted are rules, vocabulary"],
    ['[]', 'a configuration is an object'],
    ['{"vocabulary": {"months": []}}', 'vocabulary.months must be 12 lists of names'],
    ['{', '']
  ])('that is wrong is refused on one line: %s', (content, expected) => {
    write('page.wiki', good)
    write('.wikiplanrc', content)
    const {status, stderr} = lint(['page.wiki'])
    expect(status).toBe(2)
    expect(
      stderr.startsWith(`wikiplan: cannot use '${join(folder, '.wikiplanrc')}': ${expected}`)
    ).toBe(true)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})

test('a wrong configuration is said before any page is written', () => {
  write('a.wiki', bad)
  write('z/page.wiki', good)
  write('z/.wikiplanrc', {rules: 1})
  expect(lint(['.', '--fix']).status).toBe(2)
  expect(readBack('a.wiki')).toBe(bad)
})

test('plan JSON and HTML are judged, too', () => {
  const plan = spawnSync(process.execPath, [bin, 'convert', '-'], {input: good + good}).stdout
  const json = lint(['--from', 'json', '--format', 'json'], plan.toString())
  expect(json).toMatchObject({status: 0, stderr: ''})
  const rules = JSON.parse(json.stdout)[0].messages.map(({rule}: {rule: string}) => rule)
  expect(rules).toEqual(['goal-duplicate'])
  const html = '<h2>Outcome 1</h2><h3>Goals</h3><ul><li>Wind</li><li>Wind</li></ul>'
  expect(lint(['--from', 'html'], html).stdout).toMatch(/goal-duplicate/)
})

describe('--wikitext', () => {
  test('adds what wikiparser-node finds, at its place', () => {
    write('page.wiki', '== Outcome 1 ==\r\n=== Goals ===\r\n* \u{1F6A2} <b>Wind\r\n')
    const {stdout} = lint(['page.wiki', '--wikitext'])
    expect(stdout).toMatch(/3:6-3:9 +warning unclosed tag +unmatched-tag +wikiparser-node/)
    expect(lint(['page.wiki']).stdout).not.toContain('wikiparser-node')
  })
})

const corpus = fileURLToPath(
  new URL('../../../shared/corpus/tec6-goals/page.wiki', import.meta.url)
)

describe.skipIf(!existsSync(corpus))('a real page', () => {
  test('is mended in four places, and says what it said', () => {
    const source = readFileSync(corpus, 'utf8')
    write('page.wiki', source)
    const found = () =>
      lint(['page.wiki']).stdout.matchAll(/^(\d+:\d+)\S* +warning .* (\S+) +wikiplan$/gm)
    expect([...found()].map(([, place, rule]) => `${place} ${rule}`)).toEqual([
      '54:3 status-malformed',
      '155:78 status-malformed',
      '189:51 section-empty',
      '217:10 date-odd',
      '242:44 team-comma'
    ])
    lint(['page.wiki', '--fix'])
    expect([...found()].map(([, place, rule]) => `${place} ${rule}`)).toEqual([
      '189:51 section-empty'
    ])

    const [before, after] = [source.split('\n'), readBack('page.wiki').split('\n')]
    const changed = before.flatMap((line, index) => (line === after[index] ? [] : [index + 1]))
    expect(after).toHaveLength(before.length)
    expect(changed).toEqual([54, 155, 217, 242])
    const facts = (page: string) =>
      JSON.stringify(toJson(parse(page, {from: 'wikitext'})), (key, value: unknown) =>
        ['form', 'raw', 'source'].includes(key) ? undefined : value
      )
    expect(facts(readBack('page.wiki'))).toBe(facts(source))
  })
})
