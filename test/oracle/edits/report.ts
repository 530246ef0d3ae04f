/** The table of `docs/selser.md`: how many lines of a page each kind of edit changes, ours and Parsoid's. */
import type {Edit} from './edit.ts'
import {linesChanged, linesNeeded} from './lines.ts'

/** An edit made in two ways. */
export interface Outcome {
  edit: Edit
  ours: string
  /** `null` where no client can make the edit. */
  parsoid: string | null
}

/** What the edits of a row come to. */
interface Row {
  kind: string
  edits: number
  needed: number
  ours: number
  /** `null` where no client can make these edits. */
  parsoid: number | null
  /** How many of Parsoid's pages are what a person makes of them, of those that can be only one page. */
  alike: number
  comparable: number
}

/** The document. */
export function printReport(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(rowKey))]
  const rows = kinds.map((kind) =>
    toRow(
      kind,
      outcomes.filter((one) => rowKey(one) === kind)
    )
  )
  const compared = rows.filter(({parsoid}) => parsoid !== null)
  const total = compared.reduce(sum, toRow('All that both can make', []))
  const table = [...rows, total].map(printRow)
  return [introduction, [...head, ...table].join('\n'), ...notes(outcomes)].join('\n\n') + '\n'
}

/** Edits that no client can make have a row of their own. */
function rowKey({edit, parsoid}: Outcome): string {
  return parsoid === null ? `${edit.kind} (see below)` : edit.kind
}

function toRow(kind: string, outcomes: readonly Outcome[]): Row {
  const count = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((all, one) => all + of(one), 0)
  const exact = outcomes.filter(
    ({edit, parsoid}) => typeof edit.hand === 'string' && parsoid !== null
  )
  return {
    kind,
    edits: outcomes.length,
    needed: count(({edit}) => linesNeeded(edit)),
    ours: count(({edit, ours}) => linesChanged(edit.source, ours)),
    parsoid: outcomes.some(({parsoid}) => parsoid === null)
      ? null
      : count(({edit, parsoid}) => linesChanged(edit.source, parsoid!)),
    alike: exact.filter(({edit, parsoid}) => edit.hand === parsoid).length,
    comparable: exact.length
  }
}

function sum(a: Row, b: Row): Row {
  return {
    kind: a.kind,
    edits: a.edits + b.edits,
    needed: a.needed + b.needed,
    ours: a.ours + b.ours,
    parsoid: (a.parsoid ?? 0) + (b.parsoid ?? 0),
    alike: a.alike + b.alike,
    comparable: a.comparable + b.comparable
  }
}

const head = [
  '| Edit | Pages | Lines needed | wikiplan | Parsoid selser | Parsoid’s page as by hand |',
  '| --- | --: | --: | --: | --: | --: |'
]

function printRow({kind, edits, needed, ours, parsoid, alike, comparable}: Row): string {
  const asByHand = comparable > 0 ? `${alike} of ${comparable}` : '–'
  return `| ${[kind, edits, needed, ours, parsoid ?? '–', asByHand].join(' | ')} |`
}

const introduction = `# Lines changed, beside Parsoid’s selective serializer

VisualEditor edits the HTML of a page, and Parsoid puts it back into wikitext with its *selective serializer*
(selser), which copies from the page as it was what was not edited. This is the same edits made in both ways,
with the lines that a line diff shows as taken out or put in, summed over pages.

- **Pages.** Fixtures in all house styles, and pages drawn with a fixed seed.
- **Lines needed.** What a careful person changes (\`test/oracle/edits\`). For most edits the whole page as it is
  to be: on fixtures told line by line, on drawn pages as a change of the thing’s own lines. Where several
  spellings are as good, the number of lines.
- **wikiplan.** The page’s plan JSON, edited by a few lines of code, through \`apply\`. Where the page was stated
  by hand, ours is that page, byte for byte. The plan of the edited page is the edited plan.
- **Parsoid selser.** Parsoid 0.16 in MediaWiki 1.39, \`pagebundle/to/wikitext\` of its REST interface, with the
  page, its HTML and \`data-parsoid\` as \`original\` and the revision in the address, without which Parsoid does
  not use selser. An unedited page comes back byte for byte, and an edit leaves odd spacing elsewhere alone. The
  HTML is edited as VisualEditor would: text is typed over, a template’s \`data-mw\` is pointed elsewhere, elements
  are put in, taken out, or moved with their ids. The plan of the page that comes back is the edited plan, too.
- **Parsoid’s page as by hand.** How many of Parsoid’s pages are, to the byte, what was stated by hand: spacing
  and blank lines are as their neighbours have them.

\`npm run test:oracle\` measures it all anew and holds this file against it; \`UPDATE=1\` writes it.`

function notes(outcomes: readonly Outcome[]): string[] {
  const reasons = outcomes.flatMap(({edit: {kind, client}}) =>
    typeof client === 'string' ? [`${kind}: ${client}.`] : []
  )
  const flaws = outcomes.flatMap(({edit: {kind, flaw}}) => (flaw ? [`${kind}: ${flaw}.`] : []))
  return [
    ...section(
      'Not to be compared, as no client can make the edit through Parsoid’s HTML:',
      reasons
    ),
    ...section('Where Parsoid’s page says something else than was typed:', flaws)
  ]
}

function section(title: string, points: string[]): string[] {
  const list = [...new Set(points)].map((point) => `- ${point}`).join('\n')
  return list === '' ? [] : [title, list]
}
