/**
 * The README holds what it says. Its code is read as a person reads it, by the sentence before each block:
 * “… `page.wiki`:” is a file to write, “… running `node example.js` yields:” what a command prints.
 * The first two blocks set up a fresh clone; `.ci/run` runs those, on a fresh clone.
 */
import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join, posix} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Code, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import * as wikiplan from '../src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The documents whose code runs, in this order: those after the README use the files that stand in it. */
const names = ['README', 'command', 'plan-json', 'pages', 'api', 'tree', 'wikitext', 'limits']
const documents = new Map(
  names.map((name) => {
    const path = name === 'README' ? 'README.md' : `docs/${name}.md`
    return [name, parseMarkdown(readFileSync(join(root, path), 'utf8'))]
  })
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

const codes = [...documents.values()].flatMap(({children}) =>
  children.flatMap((node, index) =>
    node.type === 'code' ? [readBlock(node, children[index - 1])] : []
  )
)
const [page, listed, setUp, setUpAndTest, copy, ...blocks] = codes

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
      /^npm ci && npm run build && npm link && wikiplan convert fixtures/
    )
    expect(setUpAndTest?.code.value).toBe('npm ci && npm test')
    const ci = readFileSync(join(root, '.ci/run'), 'utf8')
    expect(ci).toContain('$(readme_command 1)')
    expect(ci).toContain('$(readme_command 2)')
  })

  test('opens with a page of this repository', () => {
    expect(page?.code.value + '\n').toBe(readFileSync(join(root, page!.name), 'utf8'))
  })

  test('is short', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThan(350)
  })

  // One after the other: a command uses the files that stand before it.
  describe.each([copy!, listed!, ...blocks])(
    'line $code.position.start.line: $name',
    ({code, sentence, name}) => {
      test('holds what it says', () => {
        if (code.lang === 'sh') {
          expect(run(code.value)).toEqual({status: 0, output: ''})
          return
        }
        expect(name, 'the sentence before names no file or command').not.toBe('')
        if (/running/i.test(sentence)) {
          expect(run(name)).toEqual({status: 0, output: code.value + '\n'})
          return
        }
        writeFileSync(join(folder, name), code.value + '\n')
        if (name.endsWith('.ts')) expect(run(`node ${compiler} ${strict} ${name}`).output).toBe('')
      })
    }
  )

  test('lists every rule of the messages', () => {
    const source = readFileSync(join(root, 'src/plan/recognize/messages.ts'), 'utf8')
    const rules = [...source.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map((match) => match[1]!)
    expect(rules).toContain('dialect')
    expect(tableUnder('tree', 'Messages').map(([rule]) => rule)).toEqual(rules)
  })

  test('lists every status and its names', () => {
    const statuses = wikiplan.english.statuses.map(({value, label, aliases = []}) => [
      value,
      [label, ...aliases].join(', ')
    ])
    expect(tableUnder('pages', 'Syntax', 1)).toEqual(statuses)
  })

  test('documents every export, and no other', () => {
    const documented = headings(/^`(\w+)(?:\(.*\))?`$/)
    expect(documented.sort()).toEqual(Object.keys(wikiplan).sort())
  })
})

const compiler = join(root, 'node_modules/typescript/bin/tsc')
const strict = '--noEmit --strict --module nodenext --target es2022'

/** The cells of the n-th table of a document's section, without its head. */
function tableUnder(document: string, heading: string, n = 0): string[][] {
  const {children} = documents.get(document)!
  const start = children.findIndex((node) => toString(node) === heading && node.type === 'heading')
  const tables = children.slice(start).filter((node) => node.type === 'table')
  return tables[n]!.children.slice(1).map((row) => row.children.map((cell) => toString(cell)))
}

/** What a pattern's group finds in the third-level headings. */
/** The headings of the functions in the API's document. */
function headings(pattern: RegExp): string[] {
  const lines = readFileSync(join(root, 'docs/api.md'), 'utf8').matchAll(/^### (.*)$/gm)
  return [...lines].flatMap(([, text]) => pattern.exec(text!)?.[1] ?? [])
}

test('every link within the documents leads somewhere', () => {
  const paths = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  const slugs = (path: string) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? [])
      .map((text) =>
        text
          .toLowerCase()
          .replace(/[^\p{L}\d\- ]/gu, '')
          .replaceAll(' ', '-')
      )
  const broken = paths.flatMap((path) => {
    const links = [
      ...readFileSync(join(root, path), 'utf8').matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)
    ]
    return links
      .filter(([, file, anchor]) => {
        const target = file ? posix.join(posix.dirname(path), file) : path
        return !existsSync(join(root, target)) || (anchor && !slugs(target).includes(anchor))
      })
      .map(([link]) => `${path}: ${link}`)
  })
  expect(broken).toEqual([])
})
