import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import type {Plugin} from 'esbuild'
import {defineConfig, type Options} from 'tsup'
import {planJsonSchema} from './src/plan/json/schema.ts'

// A language that Node 20 knows all of: for `node20` esbuild writes `/\p{L}/u` as `new RegExp(…)`, which a
// function then compiles on each call.
const shared: Options = {format: 'esm', target: 'es2022', splitting: true}

/** What people import by a name. */
const entries = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  lint: 'src/lint/index.ts',
  wikitext: 'src/wikitext.ts',
  'wikiparser-node': 'src/wikiparser-node/index.ts'
}

/** What people import: its dependencies stay outside, and nothing in it belongs to Node alone. */
const library: Options = {
  ...shared,
  entry: {...entries, ...modulesOf('src/index.ts', 'src/common.ts')},
  platform: 'neutral',
  sourcemap: true,
  // tsup 8 sets `baseUrl`, which TypeScript 6 deprecates.
  dts: {entry: entries, compilerOptions: {ignoreDeprecations: '6.0'}},
  clean: ['!cli/**'],
  onSuccess: writeSchema
}

/**
 * The command: what every run needs is inside, since each package that Node has to find costs about a
 * millisecond. What only some formats need is in files that they import.
 */
const command: Options = {
  ...shared,
  entry: {index: 'src/cli/index.ts'},
  outDir: 'dist/cli',
  platform: 'node',
  clean: true,
  minify: true,
  esbuildOptions: (options) => {
    // Node shows the line that a bug is on.
    options.lineLimit = 100
    // vfile-reporter's columns: the expression for emoji of `string-width` takes 12 ms to compile.
    options.alias = {'string-width': 'fast-string-width'}
  },
  esbuildPlugins: [replaceModules()],
  removeNodeProtocol: false,
  noExternal: [
    ...['vfile', 'vfile-message', 'fastest-levenshtein', '@bomb.sh/tab'],
    // What writes Markdown.
    ...['unified', 'remark-stringify', 'remark-gfm', 'mdast-util-to-markdown']
  ],
  // Commander is CommonJS and requires Node's own modules.
  banner: {
    js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);"
  },
  metafile: true,
  onSuccess: writeLicenses
}

export default defineConfig([library, command])

/**
 * The modules that files export from, each as an entry of its own: what one function needs then stands in files that no
 * other has to load, so that a bundler can leave the rest out.
 */
function modulesOf(...files: string[]): Record<string, string> {
  const exported = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^export (?:\{.*\}|\*) from '\.\/(.*)\.ts'$/gm)
  ])
  return Object.fromEntries(
    exported.map(([, path]) => [`modules/${path!.replaceAll('/', '-')}`, `src/${path}.ts`])
  )
}

async function writeSchema(): Promise<void> {
  writeFileSync('dist/plan.schema.json', JSON.stringify(planJsonSchema(), null, 2) + '\n')
}

/** Puts less in the place of those of Node's modules that take milliseconds to load. */
function replaceModules(): Plugin {
  const replacements = new Map([
    // Imported, it opens all three standard streams.
    ['node:process', 'module.exports = globalThis.process'],
    // Commander starts other programs as subcommands; it has none here.
    ['node:child_process', 'module.exports = {}']
  ])
  return {
    name: 'replace-modules',
    setup(build) {
      build.onResolve({filter: /^node:/}, ({path}) =>
        replacements.has(path) ? {path, namespace: 'replaced'} : undefined
      )
      build.onLoad({filter: /^/, namespace: 'replaced'}, ({path}) => ({
        contents: replacements.get(path)!
      }))
    }
  }
}

/** Gathers the licenses of the packages that are inside the command, as they ask. */
async function writeLicenses(): Promise<void> {
  const metafile = 'dist/cli/metafile-esm.json'
  const {inputs} = JSON.parse(readFileSync(metafile, 'utf8')) as {inputs: object}
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/
  const folders = new Set(Object.keys(inputs).flatMap((path) => folder.exec(path)?.[0] ?? []))
  writeFileSync('dist/cli/licenses.txt', [...folders].sort().map(readLicense).join('\n\n'))
  rmSync(metafile)
}

/** A package's license file; where it has none, what its package.json says. */
function readLicense(folder: string): string {
  const {name, version, license, author} = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8')
  ) as Record<string, string>
  const file = readdirSync(folder).find((path) => /^licen[cs]e/i.test(path))
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `${license}, ${author}`
  return `${name}@${version}\n\n${text}\n`
}
