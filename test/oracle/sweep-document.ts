/**
 * What the sweep finds, as a document: a table of constructs and the classes of what differs.
 */
import type {DifferenceClass} from './sweep-differences.ts'
import type {Tally} from './tally.ts'

/** What our tree was held against, and how. */
export interface Comparison {
  other: string
  tally: Tally
  classes: readonly DifferenceClass[]
}

export function document(comparisons: readonly Comparison[]): string {
  return [introduction, ...comparisons.map(section)].join('\n\n') + '\n'
}

const introduction = `# Wikitext beside MediaWiki

\`test/oracle/sweep.test.ts\` draws pages that mix all constructs at random and holds the tree of \`wikiplan/wikitext\`
against MediaWiki 1.39: against Parsoid 0.16, which says where on the page each of its elements comes from, and against
the tree of the preprocessor that comes before the legacy parser. It writes this file.

A construct is compared by where it starts and ends: one that both see at the same place agrees, one that only one of
them sees there differs. So what ends one character later differs twice, and a page without sense shows differences that
no one would write. Each has to fall in a class that says which parser is followed; \`docs/wikitext.md\` has the rules
behind that, and \`test/oracle/known-differences.ts\` a small page of each.`

function section({other, tally, classes}: Comparison): string {
  const counts = new Map(tally.reasons())
  const shown = classes.filter(({name}) => counts.has(name))
  const unseen = classes.filter(({name}) => !counts.has(name))
  return [
    `## ${other}`,
    `${tally.summary().replace(/^.*: /, '')}.`,
    table(
      ['construct', 'compared', 'agreed', 'differing, by class'],
      tally.rows().filter(([, compared]) => compared > 0)
    ),
    table(
      ['class', 'ranges', 'what differs, and who is followed'],
      shown.map(({name, reason}) => [name, counts.get(name)!, oneLine(reason)])
    ),
    ...(unseen.length === 0
      ? []
      : [
          'On other pages:',
          table(
            ['class', 'what differs, and who is followed'],
            unseen.map(({name, reason}) => [name, oneLine(reason)])
          )
        ])
  ].join('\n\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replace(/<\w*>/g, '`$&`')
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
