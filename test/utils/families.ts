/** Pages of other families of plans, and the facts of each, which are at hand where the whole project is checked out. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {PlanJson} from '../../src/index.ts'

/** Holds a plan against the facts of its page. */
export type Compare = (facts: unknown, plan: PlanJson) => {checked: number; differences: string[]}

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const families = `${corpus}families/`

export function readFamilies(): {name: string; page: string}[] {
  if (!existsSync(families)) return []
  return readdirSync(families)
    .filter((file) => file.endsWith('.wiki'))
    .map((file) => ({name: file, page: readFileSync(families + file, 'utf8')}))
}

/** The pages of families as the text of a rendered page, where tables are pipes. */
export function readFamilyTexts(): {name: string; page: string}[] {
  if (!existsSync(families)) return []
  const ending = '.pipes.txt'
  return readdirSync(`${families}text`)
    .filter((file) => file.endsWith(ending))
    .map((file) => ({
      name: file.slice(0, -ending.length),
      page: readFileSync(`${families}text/${file}`, 'utf8')
    }))
}

/** What a person sees in a page of `readFamilies`, by its file or name. */
export function readFacts(name: string): unknown {
  return JSON.parse(readFileSync(`${families}${name.replace('.wiki', '')}.json`, 'utf8'))
}

/** `undefined` where the facts are not at hand. */
export async function readCompare(): Promise<Compare | undefined> {
  if (!existsSync(corpus)) return undefined
  return ((await import(pathToFileURL(`${corpus}facts.mjs`).href)) as {compare: Compare}).compare
}
