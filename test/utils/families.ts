/** Pages of other families of plans, which are at hand where the whole project is checked out. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

export function readFamilies(): {name: string; page: string}[] {
  const root = fileURLToPath(new URL('../../../shared/corpus/families/', import.meta.url))
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((file) => file.endsWith('.wiki'))
    .map((file) => ({name: file, page: readFileSync(root + file, 'utf8')}))
}
