/**
 * The README holds what it says. Its code is read as a person reads it, by the sentence before each block:
 * “… `page.wiki`:” is a file to write, “… running `node example.js` yields:” what a command prints.
 * The first two blocks set up a fresh clone; `.ci/run` runs those, on a fresh clone.
 */
import {spawnSync} from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Code, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import * as wikiplan from '../src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const tree = parseMarkdown(readme)
/** Documents whose code runs as well. */
const documents = ['docs/wikitext.md'].map((path) =>
  parseMarkdown(readFileSync(join(root, path), 'utf8'))
)

function parseMarkdown(document: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(document)
}

interface Block {
  code: Code
  /** The sentence before it. */
  sentence: string
  /** The sentence's last inline code: a file's name or a command. */
  name: string
}

const codes = [tree, ...documents].flatMap(({children}) =>
  children.flatMap((node, index) =>
    node.type === 'code' ? [readBlock(node, children[index - 1])] : []
  )
)
const [setUp, setUpAndTest, ...blocks] = codes

function readBlock(code: Code, before: RootContent | undefined): Block {
  const sentence = before?.type === 'paragraph' ? before.children : []
  const name = sentence.findLast((node) => node.type === 'inlineCode')?.value ?? ''
  return {code, sentence: toString(sentence), name}
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wikiplan-readme-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(root, 'node_modules'))) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
  symlinkSync(root, join(modules, 'wikiplan'))
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'))
  mkdirSync(join(folder, 'bin'))
  symlinkSync(join(root, 'dist/cli/index.js'), join(folder, 'bin/wikiplan'))
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** What a person sees in the terminal. */
function run(command: string) {
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`
  const env = {...process.env, PATH, NO_COLOR: '1', FORCE_COLOR: '0'}
  const {status, stdout} = spawnSync('bash', ['-c', `exec 2>&1; ${command}`], {cwd: folder, env})
  return {status, output: stdout.toString()}
}

describe('README', () => {
  test('sets up with two commands, which .ci/run runs on a fresh clone', () => {
    expect([setUp?.code.lang, setUpAndTest?.code.lang]).toEqual(['sh', 'sh'])
    expect(setUp?.code.value).toMatch(
      /^npm ci && npm run build && node dist\/cli\/index.js convert fixtures/
    )
    expect(setUpAndTest?.code.value).toBe('npm ci && npm test')
    const ci = readFileSync(join(root, '.ci/run'), 'utf8')
    expect(ci).toContain('$(readme_command 1)')
    expect(ci).toContain('$(readme_command 2)')
  })

  // One after the other: a command uses the files that stand before it.
  describe.each(blocks)('line $code.position.start.line: $name', ({code, sentence, name}) => {
    test('holds what it says', () => {
      expect(name, 'the sentence before names no file or command').not.toBe('')
      if (/running/.test(sentence)) {
        expect(run(name)).toEqual({status: 0, output: code.value + '\n'})
        return
      }
      writeFileSync(join(folder, name), code.value + '\n')
      if (name.endsWith('.ts')) expect(run(`node ${compiler} ${strict} ${name}`).output).toBe('')
    })
  })

  test('lists every rule of the messages', () => {
    const source = readFileSync(join(root, 'src/plan/recognize/messages.ts'), 'utf8')
    const rules = [...source.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map((match) => match[1]!)
    expect(rules).toContain('dialect')
    expect(tableUnder('Messages').map(([rule]) => rule)).toEqual(rules)
  })

  test('lists every status and its names', () => {
    const statuses = wikiplan.english.statuses.map(({value, label, aliases = []}) => [
      value,
      [label, ...aliases].join(', ')
    ])
    expect(tableUnder('Syntax', 1)).toEqual(statuses)
  })

  test('documents every export, and no other', () => {
    const documented = headings(/^`(\w+)(?:\(.*\))?`$/)
    expect(documented.sort()).toEqual(Object.keys(wikiplan).sort())
  })
})

const compiler = join(root, 'node_modules/typescript/bin/tsc')
const strict = '--noEmit --strict --module nodenext --target es2022'

/** The cells of a section's n-th table, without its head. */
function tableUnder(heading: string, n = 0): string[][] {
  const start = tree.children.findIndex(
    (node) => toString(node) === heading && node.type === 'heading'
  )
  const tables = tree.children.slice(start).filter((node) => node.type === 'table')
  return tables[n]!.children.slice(1).map((row) => row.children.map((cell) => toString(cell)))
}

/** What a pattern's group finds in the third-level headings. */
function headings(pattern: RegExp): string[] {
  const lines = readme.matchAll(/^### (.*)$/gm)
  return [...lines].flatMap(([, text]) => pattern.exec(text!)?.[1] ?? [])
}
