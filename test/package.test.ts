/** The package as a stranger gets it: packed, installed into an empty project, and used from there. */
import {execFileSync, spawnSync} from 'node:child_process'
import {isBuiltin} from 'node:module'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}

const root = fileURLToPath(new URL('..', import.meta.url))

let project: string
let packed: {size: number; files: {path: string}[]}
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'wikiplan-package-'))
  // It is built already: `npm test` does that first.
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', project]
  const [tarball] = JSON.parse(run(root, 'npm', pack)) as [typeof packed & {filename: string}]
  packed = tarball
  write('package.json', JSON.stringify({name: 'stranger', private: true, type: 'module'}))
  const visit = `unist-util-visit@${packageJson.devDependencies['unist-util-visit']}`
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  run(project, 'npm', ['install', ...quiet, join(project, tarball.filename), visit])
}, 120_000)
afterAll(() => rmSync(project, {recursive: true, force: true}))

function run(cwd: string, command: string, args: string[]): string {
  return execFileSync(command, args, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})
}

function write(name: string, content: string): string {
  writeFileSync(join(project, name), content)
  return name
}

describe('the tarball', () => {
  test('holds what is used and no more', () => {
    const folders = packed.files.map(({path}) => path.replace(/\/.*/, ''))
    expect([...new Set(folders)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'package.json'
    ])
    expect(packed.files.filter(({path}) => path.includes('test'))).toEqual([])
    // Half of it is source maps.
    expect(packed.size).toBeLessThan(1_200_000)
  })

  test('has a source map for each file of the library', () => {
    const paths = packed.files.map(({path}) => path)
    const library = paths.filter((path) => /^dist\/(?!cli\/).*\.js$/.test(path))
    expect(library.length).toBeGreaterThan(10)
    expect(library.filter((path) => !paths.includes(`${path}.map`))).toEqual([])
  })

  test('depends on all that it imports, and on nothing else', () => {
    const library = imports('dist', /\.(js|d\.ts)$/)
    const command = imports('dist/cli', /\.js$/)
    const used = new Set([...library, ...command].filter((name) => !isBuiltin(name)))
    used.delete(packageJson.name) // In an example.
    // Types come from packages of their own: `unist` and `mdast` name only types.
    for (const name of ['unist', 'mdast']) if (used.delete(name)) used.add(`@types/${name}`)
    const {dependencies, peerDependencies} = packageJson
    expect([...used].sort()).toEqual(Object.keys({...dependencies, ...peerDependencies}).sort())
  })

  test('needs wikiparser-node for the entry of that name alone, and holds none of it', () => {
    const files = ['dist', 'dist/cli'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
    )
    const importers = files
      .filter((path) => /\.(js|d\.ts)$/.test(path))
      .filter((path) => importsOf(path, statics).includes('wikiparser-node'))
    expect(importers).toEqual(['dist/wikiparser-node.js'])
    const {dependencies, peerDependenciesMeta} = packageJson
    expect(dependencies).not.toHaveProperty('wikiparser-node')
    expect(peerDependenciesMeta['wikiparser-node'].optional).toBe(true)
  })

  test('has nothing of the linter in the other entries', () => {
    const users = readdirSync(join(root, 'dist')).filter((name) => {
      return name.endsWith('.js') && importsOf(`dist/${name}`, statics).includes('vfile-location')
    })
    expect(users).toEqual(['lint.js'])
  })

  test('has nothing of Node in the library', () => {
    expect([...imports('dist', /\.js$/)].filter((name) => isBuiltin(name))).toEqual([])
  })
})

/** The packages that a folder's files import, statically or not. */
function imports(folder: string, extension: RegExp): Set<string> {
  const files = readdirSync(join(root, folder)).filter((name) => extension.test(name))
  return new Set(files.flatMap((name) => importsOf(join(folder, name), statements)))
}

const statements =
  /(?:\bfrom|\bimport\(?|\bdeclare module)\s*(['"])((?:@[\w-]+\/)?[\w.:-]+)[^'"\n]*\1/g
const statics = /(?:\bfrom|\bimport)\s*(['"])((?:@[\w-]+\/)?[\w.:-]+)[^'"\n]*\1/g

/** The packages that a file imports by some statements. */
function importsOf(path: string, statements: RegExp): string[] {
  return [...readFileSync(join(root, path), 'utf8').matchAll(statements)]
    .map((match) => match[2]!)
    .filter((name) => !name.startsWith('.'))
}

describe('installed', () => {
  const page = '== Outcome 2 ==\n=== Goals ===\n* Wind the clocks {{done}}\n'

  test('is used from JavaScript', () => {
    const script = write(
      'use.js',
      `import {parse, toJson, toMarkdown, toWikitext} from 'wikiplan'
       import * as core from 'wikiplan/core'
       import schema from 'wikiplan/plan.schema.json' with {type: 'json'}
       import packageJson from 'wikiplan/package.json' with {type: 'json'}
       const source = ${JSON.stringify(page)}
       const plan = parse(source)
       console.log(JSON.stringify([
         toJson(plan).periods[0].sections[0].goals[0].status.value,
         core.toJson(core.parse(source)).periods[0].sections[0].numbers,
         toWikitext(plan, {source}) === source,
         toMarkdown(plan).includes('Wind the clocks \`Done\`'),
         schema.$schema,
         packageJson.version
       ]))`
    )
    expect(JSON.parse(run(project, 'node', ['--no-warnings', script]))).toEqual([
      'done',
      {outcome: ['2']},
      true,
      true,
      'https://json-schema.org/draft/2020-12/schema',
      packageJson.version
    ])
  })

  test('gives the command', () => {
    const bin = join(project, 'node_modules/.bin/wikiplan')
    expect(run(project, bin, ['--version'])).toBe(`${packageJson.version}\n`)
    write('page.wiki', page)
    expect(JSON.parse(run(project, bin, ['convert', 'page.wiki']))).toMatchObject({version: 2})
  })

  test('says what to install for wikiparser-node', () => {
    const script = write('engine.js', `import 'wikiplan/wikiparser-node'`)
    expect(() => run(project, 'node', [script])).toThrow("Cannot find package 'wikiparser-node'")
    const bin = join(project, 'node_modules/.bin/wikiplan')
    const {status, stderr} = spawnSync(bin, ['lint', '--wikitext', 'page.wiki'], {cwd: project})
    expect(stderr.toString()).toMatch(/^wikiplan: .*not installed: npm install wikiparser-node\n$/)
    expect(status).toBe(2)
  })

  test('refuses paths that are not public', () => {
    const script = write('deep.js', `import 'wikiplan/dist/core.js'`)
    expect(() => run(project, 'node', [script])).toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022']

  test('is used from TypeScript, where visitors narrow', () => {
    const script = write(
      'use.ts',
      `import {parse, parseWikitext, toJson, type Goal, type Heading, type PlanJson} from 'wikiplan'
       import {parse as parseCore} from 'wikiplan/core'
       import {createEngine, defaultConfig, type WikiConfig} from 'wikiplan/wikiparser-node'
       import {applyFixes, lint, rules, type LintOptions} from 'wikiplan/lint'
       import {visit} from 'unist-util-visit'
       import {VFile} from 'vfile'
       const file = new VFile('')
       const options: LintOptions = {rules: {[rules[0]!.id]: 'error'}}
       lint(parse(file), file, options)
       file.messages[0]?.fix?.text satisfies string | undefined
       applyFixes('', file.messages) satisfies string
       const plan = parse('')
       visit(plan, 'goal', (node) => { const goal: Goal = node; goal.stretch satisfies boolean })
       visit(plan, 'status', (node) => { node.value satisfies string; node.raw satisfies string })
       visit(parseWikitext(''), 'heading', (node) => { const heading: Heading = node; void heading })
       const json: PlanJson = toJson(parseCore('', {from: 'text', title: 'T'}))
       const config: WikiConfig = {...defaultConfig(), ext: ['tides']}
       visit(createEngine(config).parseWikitext(''), 'category', (node) => node.target.length)
       // @ts-expect-error: a goal has no value
       visit(plan, 'goal', (node) => node.value)
       // @ts-expect-error: not a dialect
       parse('', {from: 'rst'})
       void json
      `
    )
    const {stdout} = spawnSync(process.execPath, [compiler, ...strict, script], {cwd: project})
    expect(stdout.toString()).toBe('')
  })
})
