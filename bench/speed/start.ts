/** How long the command takes as a whole process, and a first parse in a cold one. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const runs = 30
const command = 'dist/cli/index.js'

/** Medians over processes that were started in turn. */
export interface Start {
  /** Milliseconds. */
  node: number
  /** Times `node -e 0`. */
  json: number
  markdown: number
  /** Milliseconds of the first `parse` of a process. */
  firstParse: number
}

/** What the build in `dist/` takes to start, for a page; `null` where there is none. */
export function measureStart(source: string): Start | null {
  if (!existsSync(command)) return null
  const folder = mkdtempSync(join(tmpdir(), 'wikiplan-bench-'))
  const page = join(folder, 'page.wiki')
  writeFileSync(page, source)
  const rounds = Array.from({length: runs}, () => ({
    node: timeOf(['-e', '0']),
    json: timeOf([command, 'convert', page, '--to', 'json']),
    markdown: timeOf([command, 'convert', page, '--to', 'markdown']),
    firstParse: firstParse(page)
  }))
  rmSync(folder, {recursive: true})
  return {
    node: median(rounds.map(({node}) => node)),
    json: median(rounds.map(({json, node}) => json / node)),
    markdown: median(rounds.map(({markdown, node}) => markdown / node)),
    firstParse: median(rounds.map(({firstParse}) => firstParse))
  }
}

function timeOf(args: string[]): number {
  const start = performance.now()
  run(args)
  return performance.now() - start
}

function firstParse(page: string): number {
  const code = `
    import {readFileSync} from 'node:fs'
    import {parse} from './dist/core.js'
    const source = readFileSync(${JSON.stringify(page)}, 'utf8')
    const start = performance.now()
    parse(source, {from: 'wikitext'})
    console.log(performance.now() - start)`
  return Number(run(['--input-type=module', '-e', code]))
}

function run(args: string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'})
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`)
  return stdout
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
