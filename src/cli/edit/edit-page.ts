/** Changes a page of wikitext, and brings it where it is to go. */
import {detectDialect, parse} from '../../core.ts'
import {createToWikitext} from '../../create-to-wikitext.ts'
import type {Plan} from '../../plan/types.ts'
import type {Destination, EditingOptions} from '../destination.ts'
import {PageError, UsageError} from '../errors.ts'
import {editFile, nameOf, printPage, readPage, rewritePage} from '../files.ts'
import {explained} from './explain.ts'

const toWikitext = createToWikitext(parse)

/**
 * Edits a page.
 *
 * @param edit Gives the page as it is to be.
 * @throws {PageError} where the page cannot be edited so; nothing is written then.
 */
export async function editPage(
  path: string,
  {from, ...destination}: EditingOptions,
  edit: (source: string) => string
): Promise<void> {
  await deliver(path, destination, (source) => {
    if (from === 'auto') checkWikitext(path, source)
    return explained(path, () => edit(source))
  })
}

/** Edits the plan of a page. */
export async function editPlan(
  path: string,
  options: EditingOptions,
  edit: (plan: Plan) => Plan
): Promise<void> {
  await editPage(path, options, (source) =>
    toWikitext(edit(parse(source, {from: 'wikitext'})), {source})
  )
}

/** An empty page has no marks of wikitext, and nothing that could be another dialect's. */
function checkWikitext(path: string, source: string): void {
  const dialect = detectDialect(source)
  if (dialect === 'wikitext' || source.trim() === '') return
  throw new PageError(`cannot edit ${nameOf(path)}: it reads as ${dialect}, not wikitext`, [
    'Where it is wikitext all the same, say --from wikitext.',
    'Else make a page of it first: wikiplan convert --to wikitext'
  ])
}

/**
 * Writes what an edit makes of a page where it is to go; of a dry run, prints what would change.
 *
 * @param edit Gives the page as it is to be; made again where the page changed while it was edited.
 */
export async function deliver(
  path: string,
  {inPlace, output, dryRun}: Destination,
  edit: (source: string) => string
): Promise<void> {
  if (inPlace && path === '-')
    throw new UsageError('standard input cannot be written; omit --in-place')
  if (dryRun) {
    const source = await readPage(path)
    await printPage(await unified(path, source, edit(source)))
  } else await (inPlace ? editFile(path, edit) : rewritePage(path, output, edit))
}

/** What changed, as `patch` and `git apply` take it, with the file's name quoted; nothing where nothing did. */
async function unified(path: string, before: string, after: string): Promise<string> {
  if (before === after) return ''
  const {createTwoFilesPatch, FILE_HEADERS_ONLY} = await import('diff')
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY
  })
}
