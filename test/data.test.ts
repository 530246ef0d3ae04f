/** The queries of `docs/data.md` give the tables beneath them, in DuckDB. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {DuckDBInstance} from '@duckdb/node-api'
import type {DuckDBConnection} from '@duckdb/node-api'
import {toString} from 'mdast-util-to-string'
import type {Table} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse, toNdjson} from '../src/index.ts'
import type {PlanRow} from '../src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = readFileSync(join(root, 'docs/data.md'), 'utf8')
const {children} = unified().use(remarkParse).use(remarkGfm).parse(source)

const queries = children.flatMap((node, at) => {
  const [heading, table] = [children[at - 1], children[at + 1]]
  if (node.type !== 'code' || node.lang !== 'sql' || table?.type !== 'table') return []
  return [{name: toString(heading), query: node.value, rows: cellsOf(table)}]
})

function cellsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => toString(cell)))
}

const rows = toNdjson(parse(readFileSync(join(root, 'fixtures/full-year/page.wiki'), 'utf8')))

let folder: string
let connection: DuckDBConnection

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wikiplan-data-'))
  writeFileSync(join(folder, 'year.ndjson'), rows)
  connection = await (await DuckDBInstance.create()).connect()
})

afterAll(() => {
  connection.closeSync()
  rmSync(folder, {recursive: true})
})

describe('docs/data.md', () => {
  test('has five queries', () => {
    expect(queries).toHaveLength(5)
  })

  test.each(queries)('answers: $name', async ({query, rows}) => {
    const file = join(folder, 'year.ndjson').replaceAll("'", "''")
    const result = await connection.runAndReadAll(query.replaceAll("'year.ndjson'", `'${file}'`))
    const cells = result.getRowsJson().map((row) => row.map((cell) => String(cell ?? '')))
    expect([result.columnNames(), ...cells]).toEqual(rows)
  })

  test('describes every column', () => {
    const table = children.findLast((node) => node.type === 'table')!
    const named = cellsOf(table)
      .slice(1)
      .flatMap(([keys]) => keys!.split(', '))
    const [first] = rows.split('\n')
    expect(named.toSorted()).toEqual(Object.keys(JSON.parse(first!) as PlanRow).toSorted())
  })
})
