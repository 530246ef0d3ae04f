/** What the documentation says of the rules is what the rules say of themselves. */
import {readFileSync, writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import * as entry from '../../src/lint/index.ts'
import type {Rule} from '../../src/lint/index.ts'

const {rules} = entry
const path = new URL('../../docs/rules.md', import.meta.url)
const document = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8')

test('wikiplan/lint exports these names', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'applyFixes',
    'checkRules',
    'lint',
    'planLint',
    'rules'
  ])
})

test('docs/rules.md is written from the rules: UPDATE=1 writes it', () => {
  const expected = [intro, ...rules.map(describeRule)].join('\n')
  if (process.env['UPDATE'] === '1') writeFileSync(path, expected)
  expect(readFileSync(path, 'utf8')).toBe(expected)
})

test('docs/command.md has a table of the rules, and the entry’s exports', () => {
  const rows = document.matchAll(
    /^\| \[`([a-z-]+)`\]\(rules\.md#\1\) +\| (\w+) +\| (✓|) +\| (.*?) +\|$/gm
  )
  expect([...rows].map(([, ...cells]) => cells)).toEqual(
    rules.map(({id, setting, fix, description}) => [id, setting, fix ? '✓' : '', description])
  )
  for (const name of Object.keys(entry))
    expect(document).toMatch(new RegExp(`^- \`${name}\\b`, 'm'))
})

const intro = `# Rules

What \`wikiplan lint\` and \`planLint\` look for. This file is written from \`src/lint/rules/\`.
`

function describeRule({id, setting, description, reason, example, fix}: Rule): string {
  return `## \`${id}\`

${description}. (${setting}${fix ? '; has a fix' : ''})

${reason}

\`\`\`wikitext
${example.before.trimEnd()}
\`\`\`

…should be:

\`\`\`wikitext
${example.after.trimEnd()}
\`\`\`
`
}
