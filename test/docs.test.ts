/** The documents name what is there. */
import {existsSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

test('docs/guarantees.md names tests that exist', () => {
  const guarantees = readFileSync(new URL('../docs/guarantees.md', import.meta.url), 'utf8')
  const named = [...guarantees.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
})
