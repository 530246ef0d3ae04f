/** The commands that list, change and compare pages, as a shell sees them. */
import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest'
import {describeConflict} from '../src/change/merge/describe-conflict.ts'
import type {PlanJson} from '../src/core.ts'

// A test starts up to six processes, on a machine that may have other work.
vi.setConfig({testTimeout: 30_000})

const bin = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

const page = `== Program Goals and Status for FY30/31 ==
=== Outcome 1 ===
==== Goal(s) ====
===== Wind the clocks {{in progress}} =====
* Find the key
* Paint the hands {{to do}}
===== Print the timetable =====
==== Status ====
'''Note: July 2, 2030'''
* {{in progress}} The key is lost.
=== Outcome 2 ===
==== Goal(s) ====
* Hang a bell on every buoy {{postponed}}
`
const clocks = 'q1/outcome-1/wind-the-clocks'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wikiplan-cli-edit-'))
  mkdirSync(join(folder, 'bin'))
  symlinkSync(bin, join(folder, 'bin/wikiplan'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))
beforeEach(() => void file('page.wiki', page))

/** A run of a program in the temporary folder. */
function run(program: string, args: string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`
  const {NO_COLOR, FORCE_COLOR, ...rest} = process.env
  const options = {cwd: folder, input, env: {...rest, PATH, GIT_CONFIG_GLOBAL: '/dev/null', ...env}}
  const {status, stdout, stderr} = spawnSync(program, args, options)
  return {status, stdout: stdout.toString(), stderr: stderr.toString()}
}

/** Runs the command. */
function wikiplan(args: string[], input = '', env: NodeJS.ProcessEnv = {}) {
  return run(process.execPath, [bin, ...args], input, env)
}

function shell(script: string) {
  return run('bash', ['-c', `set -e; ${script}`])
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

function readBack(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** The page with one line in the place of another. */
function changed(line: string, now: string): string {
  expect(page.split(line)).toHaveLength(2)
  return page.replace(line, now)
}

const stalled = changed('clocks {{in progress}}', 'clocks {{stalled}}')

describe('set', () => {
  test('prints the page with another status', () => {
    expect(wikiplan(['set', 'page.wiki', clocks, 'stalled'])).toEqual({
      status: 0,
      stdout: stalled,
      stderr: ''
    })
    expect(readBack('page.wiki')).toBe(page)
  })

  test.each(['Stalled', 'on hold'])('takes a label or another name: %s', (status) => {
    expect(wikiplan(['set', 'page.wiki', clocks, status]).stdout).toBe(stalled)
  })

  test('writes into the file, which keeps its mode', () => {
    chmodSync(join(folder, 'page.wiki'), 0o640)
    const {status, stdout} = wikiplan(['set', 'page.wiki', clocks, 'stalled', '-i'])
    expect({status, stdout}).toEqual({status: 0, stdout: ''})
    expect(readBack('page.wiki')).toBe(stalled)
    expect(statSync(join(folder, 'page.wiki')).mode & 0o777).toBe(0o640)
  })

  test('writes another file', () => {
    expect(wikiplan(['set', 'page.wiki', clocks, 'stalled', '-o', 'new.wiki']).stdout).toBe('')
    expect(readBack('new.wiki')).toBe(stalled)
    expect(readBack('page.wiki')).toBe(page)
  })

  test('reads standard input', () => {
    expect(wikiplan(['set', '-', clocks, 'stalled'], page).stdout).toBe(stalled)
  })

  test('adds a status and clears one', () => {
    const added = wikiplan(['set', 'page.wiki', `${clocks}/find-the-key`, 'done']).stdout
    expect(added).toBe(changed('the key\n', 'the key {{done}}\n'))
    const cleared = wikiplan(['set', 'page.wiki', clocks, '--clear']).stdout
    expect(cleared).toBe(changed('clocks {{in progress}} =', 'clocks ='))
  })

  test('prints what would change, as patch takes it', () => {
    const {status, stdout} = wikiplan(['set', 'page.wiki', clocks, 'stalled', '--dry-run'])
    expect(status).toBe(0)
    expect(stdout).toBe(`--- page.wiki
+++ page.wiki
@@ -1,7 +1,7 @@
 == Program Goals and Status for FY30/31 ==
 === Outcome 1 ===
 ==== Goal(s) ====
-===== Wind the clocks {{in progress}} =====
+===== Wind the clocks {{stalled}} =====
 * Find the key
 * Paint the hands {{to do}}
 ===== Print the timetable =====
`)
    expect(readBack('page.wiki')).toBe(page)
    expect(run('patch', ['-s', 'page.wiki'], stdout).status).toBe(0)
    expect(readBack('page.wiki')).toBe(stalled)
  })

  test('prints nothing where nothing would change', () => {
    const args = ['set', 'page.wiki', clocks, 'in-progress', '--dry-run']
    expect(wikiplan(args)).toEqual({status: 0, stdout: '', stderr: ''})
  })

  test('lists the nearest ids where there is no such', () => {
    const {status, stdout, stderr} = wikiplan(['set', 'page.wiki', 'find-the-kee', 'done', '-i'])
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    const [line, nearest, ...rest] = stderr.trimEnd().split('\n')
    expect(line).toBe("wikiplan: 'page.wiki' has no id 'find-the-kee'; the nearest are")
    expect(nearest).toBe(`  ${clocks}/find-the-key`)
    expect(rest).toHaveLength(2)
    expect(readBack('page.wiki')).toBe(page)
  })

  test('takes an id as the page writes the code', () => {
    const coded =
      '== WE1: Boats keep time ==\n=== Goals ===\n* WE1.2.3: Wind the clocks {{to do}}\n'
    for (const id of ['we1.2.3', 'WE1.2.3', 'we1-2-3']) {
      file('coded.wiki', coded)
      expect(wikiplan(['set', 'coded.wiki', id, 'done', '-i'])).toEqual({
        status: 0,
        stdout: '',
        stderr: ''
      })
      expect(readBack('coded.wiki')).toBe(coded.replace('to do', 'done'))
    }
  })

  test('lists what a code may be where several have it', () => {
    file('coded.wiki', '== WE1 ==\n* KR1: Wind the clocks\n== WE2 ==\n* KR1: Ring the bell\n')
    expect(wikiplan(['set', 'coded.wiki', 'kr1', 'done', '-i'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        "wikiplan: 'coded.wiki' has several that 'kr1' may be; say which\n" +
        '  we1/wind-the-clocks\n  we2/ring-the-bell\n'
    })
  })

  test('says what has a status', () => {
    const {status, stderr} = wikiplan(['set', 'page.wiki', 'q1/outcome-1', 'done'])
    expect(status).toBe(1)
    expect(stderr).toBe('wikiplan: `q1/outcome-1` is of type section, not goal, task or update\n')
  })
})

describe('note', () => {
  const note = ['note', 'page.wiki', 'q1/outcome-1', '--date']

  test('adds a note where its date belongs', () => {
    const later = [...note, '2030-08-14', '--text', 'The key was under the mat.']
    expect(wikiplan([...later, '--status', 'done'])).toEqual({
      status: 0,
      stdout: changed(
        'The key is lost.\n',
        "The key is lost.\n'''Note: August 14, 2030'''\n* {{done}} The key was under the mat.\n"
      ),
      stderr: ''
    })
    const earlier = wikiplan([...note, '2030-06', '--text', 'We wait.']).stdout
    expect(earlier).toBe(
      changed("'''Note: July 2", "'''Note: June 2030'''\n* We wait.\n'''Note: July 2")
    )
  })

  test('takes several updates, said together or one by one', () => {
    const one = [...note, '2031', '--status', 'done', '--text', 'A', '--text', 'B']
    const together = [...note, '2031', '--text', 'A', 'B', '--status', 'done']
    const {stdout} = wikiplan(one)
    expect(stdout).toContain("'''Note: 2031'''\n* {{done}} A\n* B\n=== Outcome 2")
    expect(wikiplan(together).stdout).toBe(stdout)
  })

  test('takes no character of a text for markup', () => {
    const {stdout} = wikiplan([...note, '2031', '--text', '{{done}} [[Key]]'])
    const {periods} = JSON.parse(wikiplan(['convert'], stdout).stdout) as PlanJson
    expect(periods[0]!.sections[0]!.notes[1]!.updates).toEqual([
      {text: '{{done}} [[Key]]', statuses: [], links: [], updates: []}
    ])
  })

  test('is not added to a quarter', () => {
    const {status, stderr} = wikiplan(['note', 'page.wiki', 'q1', '--date', '2031', '--text', 'A'])
    expect(status).toBe(1)
    expect(stderr).toBe('wikiplan: `q1` is of type period, not section, goal or task\n')
  })
})

describe('apply', () => {
  test('puts edited plan JSON back: one line changes', () => {
    const {stdout} = shell(
      `wikiplan convert page.wiki --from wikitext 2>&- |
        jq '.periods[0].sections[0].goals[0].status = "stalled"' | wikiplan apply page.wiki -`
    )
    expect(stdout).toBe(stalled)
  })

  test('puts an edited tree back', () => {
    const {stdout} = shell(
      `wikiplan convert page.wiki --to tree 2>&- | sed 's/Find the key/Find the keys/' |
        wikiplan apply page.wiki -`
    )
    expect(stdout).toBe(changed('the key\n', 'the keys\n'))
  })

  test('puts edited Markdown back', () => {
    const {stdout} = shell(
      `wikiplan convert page.wiki --to markdown -o page.md 2>&-
      sed -i 's/the clocks \`In progress\`/the clocks \`Stalled\`/' page.md
      wikiplan apply page.wiki page.md`
    )
    expect(stdout).toBe(stalled)
  })

  test.each(['json', 'tree', 'markdown'])('gives the page back as it was: %s unchanged', (to) => {
    const document = wikiplan(['convert', 'page.wiki', '--to', to]).stdout
    expect(wikiplan(['apply', 'page.wiki', '-'], document).stdout).toBe(page)
  })

  test('writes nothing where JSON is none, or no plan', () => {
    const broken = wikiplan(['apply', 'page.wiki', '-', '-i'], '{"version": 1,')
    expect(broken.stderr).toMatch(
      /^wikiplan: the edited document is not a plan\n {2}document: is not JSON: /
    )
    const other = wikiplan(['apply', 'page.wiki', '-', '-i'], '{"version": 1}')
    expect(other.stderr).toMatch(
      /^wikiplan: the edited document is not a plan\n {2}version: must be 2, not 1/
    )
    expect([broken.status, other.status]).toEqual([1, 1])
    expect(readBack('page.wiki')).toBe(page)
  })

  test('refuses the plan of another page', () => {
    const other = '== Outcome 9 ==\n=== Goals ===\n* Feed the gulls\n'
    const json = wikiplan(['convert', '--from', 'wikitext'], other).stdout
    const {status, stderr} = wikiplan(['apply', 'page.wiki', '-', '-i'], json)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^wikiplan: cannot put this edit into 'page.wiki'\n {2}\S/)
    expect(readBack('page.wiki')).toBe(page)
  })
})

describe('diff', () => {
  const now = stalled.replace('Find the key\n', 'Find the key {{done}}\n')

  test('prints a line for each change', () => {
    file('now.wiki', now)
    const {status, stdout} = wikiplan(['diff', 'page.wiki', 'now.wiki'])
    expect(status).toBe(0)
    expect(stdout).toBe('“Wind the clocks”: in progress → stalled\n“Find the key”: done\n')
  })

  test('prints one line for an edit summary', () => {
    const {stdout} = wikiplan(['diff', 'page.wiki', '-', '--summary'], now)
    expect(stdout).toBe('“Wind the clocks”: in progress → stalled; “Find the key”: done\n')
  })

  test('prints the changes as JSON', () => {
    const {stdout} = wikiplan(['diff', '-', 'page.wiki', '--json'], stalled)
    expect(JSON.parse(stdout)).toMatchObject([
      {
        type: 'set',
        id: clocks,
        fact: 'status',
        before: {value: 'stalled'},
        after: {value: 'in-progress'}
      }
    ])
  })

  test('compares what is written in different dialects', () => {
    wikiplan(['convert', 'page.wiki', '--to', 'markdown', '-o', 'page.md'])
    wikiplan(['convert', 'page.wiki', '-o', 'page.json'])
    for (const other of ['page.md', 'page.json', 'page.wiki'])
      expect(wikiplan(['diff', 'page.wiki', other])).toEqual({status: 0, stdout: '', stderr: ''})
    expect(wikiplan(['diff', 'page.wiki', 'page.md', '--json']).stdout).toBe('[]\n')
  })

  test('says what is wrong with JSON that is no plan', () => {
    const {status, stdout, stderr} = wikiplan(['diff', 'page.wiki', '-'], '{"version": 2}')
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toContain('json-invalid')
  })
})

describe('merge', () => {
  const key = 'Find the key {{done}}'
  const theirs = changed('Find the key', key)
  const both = stalled.replace('Find the key', key)
  const pages = ['base.wiki', 'mine.wiki', 'theirs.wiki']

  beforeEach(() => {
    file('base.wiki', page)
    file('mine.wiki', stalled)
    file('theirs.wiki', theirs)
  })

  test('brings together what two edits changed, side by side', () => {
    expect(wikiplan(['merge', ...pages])).toEqual({status: 0, stdout: both, stderr: ''})
    expect(wikiplan(['merge', ...pages, '-o', 'both.wiki']).stdout).toBe('')
    expect(readBack('both.wiki')).toBe(both)
    expect(wikiplan(['merge', ...pages, '--dry-run']).stdout).toContain(`\n+* ${key}\n`)
    expect(readBack('mine.wiki')).toBe(stalled)
    expect(wikiplan(['merge', ...pages, '-i']).stdout).toBe('')
    expect(readBack('mine.wiki')).toBe(both)
  })

  test('says what they contradict each other in, and writes nothing', () => {
    file('theirs.wiki', theirs.replace('clocks {{in progress}}', 'clocks {{done}}'))
    expect(wikiplan(['merge', ...pages, '-i'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'wikiplan: mine and theirs contradict each other in one place:\n' +
        `  goal “Wind the clocks” (${clocks}): status was in-progress; mine is stalled, theirs is done\n`
    })
    expect(readBack('mine.wiki')).toBe(stalled)
  })

  test('says it of what is removed, moved, or no part of the plan', () => {
    const removed = page.replace(/=====[^]*(?====== Print)/, '')
    file('theirs.wiki', removed)
    expect(wikiplan(['merge', ...pages]).stderr).toContain(
      `\n  goal “Wind the clocks” (${clocks}): theirs removes it, mine changes it\n`
    )
    const [base, mine, other] = ['See also the tides.', 'The tides.', 'No tides.']
    file('base.wiki', `${page}== See also ==\n${base}\n`)
    file('mine.wiki', `${page}== See also ==\n${mine}\n`)
    file('theirs.wiki', `${page}== See also ==\n${other}\n`)
    expect(wikiplan(['merge', ...pages]).stderr).toContain(
      '\n  text outside of the plan: both change line 15\n'
    )
  })

  test('says where each moves a thing to, and what each says', () => {
    const parent = {kind: 'section', id: 'q1/outcome-1', title: 'Outcome 1'} as const
    const thing = {kind: 'goal', id: clocks, title: 'Wind the clocks', parent, index: 0} as const
    const place = (title: string, index: number) => ({parent: {...parent, title}, index})
    const move = {type: 'move', base: place('Outcome 1', 0), mine: place('Outcome 2', 1)} as const
    expect(describeConflict({...thing, ...move, theirs: place('Outcome 3', 0)})).toBe(
      `goal “Wind the clocks” (${clocks}): mine moves it to place 2 of “Outcome 2”, theirs to place 1 of “Outcome 3”`
    )
    const set = {...thing, type: 'set', base: null} as const
    const long = `${'Wind '.repeat(20)}\nclocks`
    expect(describeConflict({...set, fact: 'text', mine: long, theirs: ''})).toBe(
      `goal “Wind the clocks” (${clocks}): text; mine is “${'Wind '.repeat(12)}…”, theirs is none`
    )
    const link = {kind: 'wiki', target: 'Key', text: 'keys'} as const
    expect(describeConflict({...set, fact: 'links', mine: [link, link], theirs: []})).toContain(
      ': links; mine is Key, Key, theirs is none'
    )
  })

  /** A repository where two branches have an edit each. */
  function branches(mine: string, theirs: string) {
    rmSync(join(folder, 'repo'), {recursive: true, force: true})
    mkdirSync(join(folder, 'repo'))
    file('repo/.gitattributes', '*.wiki merge=wikiplan\n')
    file('repo/page.wiki', page)
    const git = `git -C repo -c user.name=Ada -c user.email=ada@harbour.example`
    const commit = (text: string) => {
      file('repo/page.wiki', text)
      expect(shell(`${git} commit -qam Edit`).status).toBe(0)
    }
    expect(
      shell(`git init -q -b main repo
        git -C repo config merge.wikiplan.driver 'wikiplan merge %O %A %B -o %A'
        ${git} add -A; ${git} commit -qm Begin; ${git} checkout -qb theirs`)
    ).toEqual({status: 0, stdout: '', stderr: ''})
    commit(theirs)
    shell(`${git} checkout -q main`)
    commit(mine)
    return shell(`${git} merge -q theirs`)
  }

  test('is a merge driver of git', () => {
    expect(branches(stalled, theirs).status).toBe(0)
    expect(readBack('repo/page.wiki')).toBe(both)
  })

  test('leaves a conflict to git', () => {
    const {status, stderr} = branches(stalled, changed('clocks {{in progress}}', 'clocks {{done}}'))
    expect(status).toBe(1)
    expect(stderr).toContain('mine is stalled, theirs is done')
    expect(shell('git -C repo status --porcelain').stdout).toBe('UU page.wiki\n')
    expect(readBack('repo/page.wiki')).toBe(stalled)
  })
})

describe('list', () => {
  test('prints status and text of all that a page holds, as it nests', () => {
    expect(wikiplan(['list', 'page.wiki'])).toEqual({
      status: 0,
      stdout: `             Q1
               Outcome 1
In progress      Wind the clocks
                   Find the key
To do              Paint the hands
                 Print the timetable
                 July 2, 2030
               Outcome 2
Postponed        Hang a bell on every buoy
`,
      stderr: ''
    })
  })

  test('gives ids that are as short as they can be, and that other commands take', () => {
    const {stdout} = wikiplan(['list', 'page.wiki', '--ids'])
    expect(stdout).toContain('wind-the-clocks            In progress      Wind the clocks\n')
    const twins = page.replace('Hang a bell on every buoy', 'Wind the clocks')
    const listed = wikiplan(['list', '-', '--ids'], twins).stdout
    const ids = listed.split('\n').filter((line) => line.endsWith('Wind the clocks'))
    expect(ids.map((line) => line.split(' ')[0])).toEqual([
      'outcome-1/wind-the-clocks',
      'outcome-2/wind-the-clocks'
    ])
    const {status, stderr} = wikiplan(['set', '-', 'wind-the-clocks', 'done'], twins)
    expect(status).toBe(1)
    expect(stderr).toContain('q1/outcome-2/wind-the-clocks')
    const edited = wikiplan(['set', '-', 'outcome-2/wind-the-clocks', 'done'], twins)
    expect(edited.stdout).toBe(twins.replace('{{postponed}}', '{{done}}'))
  })

  test('prints JSON', () => {
    const entries = JSON.parse(wikiplan(['list', 'page.wiki', '--json']).stdout) as object[]
    expect(entries[2]).toEqual({
      kind: 'goal',
      id: clocks,
      code: null,
      text: 'Wind the clocks',
      status: {value: 'in-progress', label: 'In progress'},
      depth: 2
    })
  })

  test('keeps to the width of the terminal', () => {
    const long = page.replace('Find the key', 'Find the 鍵 '.repeat(30).trim())
    const {stdout} = wikiplan(['list', '-'], long, {COLUMNS: '40'})
    expect(stdout).toContain('\n                   Find the 鍵 Find the…\n')
  })

  test.each(['', 'Boats are found in fog.\n'])('says that there is no plan in %j', (text) => {
    expect(wikiplan(['list', '-'], text)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'wikiplan: standard input has no plan: no section and no goal\n'
    })
  })

  test('reads any dialect, and standard input', () => {
    const {stdout} = wikiplan(['convert', 'page.wiki', '--to', 'markdown'])
    expect(wikiplan(['list', '-'], stdout).stdout).toBe(wikiplan(['list', 'page.wiki']).stdout)
  })

  test('has colours where they are asked for, and only there', () => {
    const colored = wikiplan(['list', 'page.wiki'], '', {FORCE_COLOR: '1'}).stdout
    expect(colored).toContain('\u001B[33mIn progress\u001B[39m      Wind the clocks\n')
    expect(colored).toContain('\u001B[1mOutcome 1\u001B[22m\n')
    const plain = wikiplan(['list', 'page.wiki'], '', {NO_COLOR: '1'}).stdout
    expect(plain).not.toContain('\u001B')
    expect(colored.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain)
  })

  test('shows the controls of a page instead of obeying them', () => {
    const text = '== Outcome 1 ==\n=== Goals ===\n* Ring \u001B[31mthe \u202Ebell\n'
    const {stdout} = wikiplan(['list', '-', '--from', 'wikitext'], text)
    expect(stdout).toContain('Ring \\u{1b}[31mthe \\u{202e}bell\n')
  })

  test('keeps wide characters in their columns', () => {
    const text = '== Outcome 1 ==\n=== Goals ===\n* 灯台 {{done}}\n* Lamps {{done}}\n'
    const lines = wikiplan(['list', '-', '--ids'], text).stdout.split('\n')
    expect(lines[1]).toBe('灯台       Done    灯台')
    expect(lines[2]).toBe('lamps      Done    Lamps')
  })
})

describe('a page that cannot be edited', () => {
  test.each([
    ['page.txt', 'text', '•Light a lamp\n'],
    ['page.html', 'html', '<h2>Outcome 1</h2>\n<p>Lamps</p>\n'],
    ['page.json', 'json', '{"version": 1}'],
    ['page.md', 'markdown', '# Ferries\n\n- [x] Count **the** boats\n']
  ])('%s is refused, and how to go on is said', (name, dialect, text) => {
    file(name, text)
    expect(wikiplan(['set', name, 'q1', 'done', '-i'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `wikiplan: cannot edit '${name}': it reads as ${dialect}, not wikitext\n` +
        '  Where it is wikitext all the same, say --from wikitext.\n' +
        '  Else make a page of it first: wikiplan convert --to wikitext\n'
    })
    expect(readBack(name)).toBe(text)
  })

  test('is edited all the same where it is said to be wikitext', () => {
    const text = 'Outcome\n•Light a lamp\n'
    const args = ['set', '-', 'nothing', 'done', '--from', 'wikitext']
    expect(wikiplan(args, text).stderr).toMatch(/^wikiplan: standard input has no id 'nothing'/)
  })

  test('is left alone where it is missing, or the result cannot be written', () => {
    const missing = wikiplan(['set', 'missing.wiki', clocks, 'done', '-i'])
    expect(missing.stderr).toBe("wikiplan: cannot read 'missing.wiki': no such file or directory\n")
    const args = ['set', 'page.wiki', clocks, 'done', '-o', 'missing/page.wiki']
    const {status, stderr} = wikiplan(args)
    expect(stderr).toBe("wikiplan: cannot write 'missing/page.wiki': no such file or directory\n")
    expect([missing.status, status]).toEqual([1, 1])
    expect(readBack('page.wiki')).toBe(page)
  })
})

describe('wrong usage exits with 2 and one line', () => {
  const accepted =
    'the nearest are `done`, `in-progress`, `to-do`; accepted are done, in-progress, partially-done, to-do, postponed, stalled, blocked, not-done, ' +
    'cancelled, on-track, at-risk, off-track, and the labels and aliases of these'
  const note = ['note', 'page.wiki', 'q1/outcome-1']

  test.each([
    ['no status', ['set', 'page.wiki', clocks], 'give either a status or --clear'],
    ['two', ['set', 'page.wiki', clocks, 'done', '--clear'], 'give either a status or --clear'],
    ['no id', ['set', 'page.wiki'], "missing required argument 'id'"],
    [
      'an unknown status',
      ['set', 'page.wiki', clocks, 'doen'],
      `"doen" is not a status; ${accepted}`
    ],
    [
      'two places',
      ['set', 'page.wiki', clocks, 'done', '-i', '-o', 'x'],
      "option '-i, --in-place' cannot be used with option '-o, --output <file>'"
    ],
    [
      'a place that is none',
      ['set', '-', clocks, 'done', '-i'],
      'standard input cannot be written; omit --in-place'
    ],
    [
      'another dialect',
      ['set', 'page.wiki', clocks, 'done', '--from', 'html'],
      "option '--from <dialect>' argument 'html' is invalid. Allowed choices are auto, wikitext."
    ],
    ['no date', [...note, '--text', 'A'], "required option '--date <date>' not specified"],
    [
      'a date that is none',
      [...note, '--date', '2030-02-30', '--text', 'A'],
      'note.date must be a date of the calendar such as 2030-08-14, 2030-08 or 2030, not "2030-02-30"'
    ],
    [
      'a blank text',
      [...note, '--date', '2030', '--text', ' '],
      'note.updates[0] must be an update with a text or a status, not {"text":" "}'
    ],
    [
      'more statuses than texts',
      [...note, '--date', '2030', '--text', 'A', '--status', 'done', 'done'],
      '2 statuses are too many for 1 texts'
    ],
    ['one input for two', ['diff', '-', '-'], 'only one of them can be standard input'],
    [
      'one input for three',
      ['merge', 'page.wiki', '-', '-'],
      'only one of them can be standard input'
    ],
    ['one input for both', ['apply', '-', '-'], 'only one of them can be standard input'],
    [
      'two ways to print',
      ['diff', 'page.wiki', '-', '--json', '--summary'],
      "option '--json' cannot be used with option '--summary'"
    ]
  ])('%s', (_, args, line) => {
    expect(wikiplan(args, page)).toEqual({status: 2, stdout: '', stderr: `wikiplan: ${line}\n`})
    expect(readBack('page.wiki')).toBe(page)
  })
})

describe('status', () => {
  const year = `== Program Goals and Status for FY30/31 ==
=== Q1 ===
==== Outcome 1 ====
''Primary teams: Boats, Piers (Clocks, Bells)''
===== Goals =====
* Wind the clocks
* Paint the hands {{done}}
* Buy oil {{blocked}}
===== Status =====
'''Note: August 14, 2030'''
* Wind the clocks is {{in progress}}
=== Q2 ===
==== Outcome 1 ====
===== Goals =====
* Hang a bell {{to do}}
* Count the boats
`

  test('sums up goals by quarter and team, and names what is blocked or late', () => {
    expect(wikiplan(['status', '-', '--today', '2030-11-01'], year)).toEqual({
      status: 0,
      stdout: `Goals        Q1  Q2  all
done          1   0    1
in progress   1   0    1
blocked       1   0    1
to do         0   1    1
no status     0   1    1

Teams                  goals  done
Boats                      3     1
Piers (Clocks, Bells)      3     1

Blocked or late
late     Q1  Wind the clocks
blocked  Q1  Buy oil
`,
      stderr: ''
    })
  })

  test('takes several pages, and says which cannot be used', () => {
    file('year.wiki', year)
    const {status, stdout, stderr} = wikiplan(['status', 'year.wiki', 'page.wiki', 'none.wiki'])
    expect(status).toBe(1)
    expect(stdout).toContain('in progress   2   0    2\n')
    expect(stderr).toBe("wikiplan: cannot read 'none.wiki': no such file or directory\n")
  })

  test('says that there is no goal', () => {
    expect(wikiplan(['status', '-'], 'Boats.')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'wikiplan: there is no goal in these pages\n'
    })
  })

  test('takes a day and nothing else for today', () => {
    expect(wikiplan(['status', 'page.wiki', '--today', 'May'])).toEqual({
      status: 2,
      stdout: '',
      stderr: "wikiplan: --today must be a day such as 2030-12-31, not 'May'\n"
    })
  })
})

test('a second note of a day is added, and said to be one', () => {
  const args = ['note', 'page.wiki', 'outcome-1', '--date', '2030-07-02', '--text', 'It is found.']
  const {status, stdout, stderr} = wikiplan(args)
  expect({status, stderr}).toEqual({
    status: 0,
    stderr: "wikiplan: 'outcome-1' has a note of 2030-07-02 already; this is another\n"
  })
  expect(stdout.match(/Note: July 2, 2030/g)).toHaveLength(2)
})

describe('plan JSON that was cut off', () => {
  const cut = () => wikiplan(['convert', 'page.wiki']).stdout.slice(0, 300)

  test.each([['list'], ['diff', 'page.wiki'], ['status']])('is refused by %s', (...args) => {
    const {status, stdout, stderr} = wikiplan([...args, '-'], cut())
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toMatch(/error .*json-invalid/)
  })

  test('is refused by its name, whatever it opens with', () => {
    file('plan.json', '"version": 2, "periods": []}')
    const {status, stderr} = wikiplan(['list', 'plan.json'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/error .*json-invalid/)
  })
})
