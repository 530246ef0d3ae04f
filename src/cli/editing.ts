/** What commands that change a page have in common: which pages they take, and where the result goes. */
import {Option, type Command} from 'commander'
import {detectDialect, parse} from '../core.ts'
import type {Plan} from '../plan/types.ts'
import {PageError, UsageError} from './errors.ts'
import {nameOf, readPage, writePage} from './files.ts'

/** Where an edited page goes. */
export interface Destination {
  inPlace?: boolean
  output?: string
  dryRun?: boolean
}

/** How a page is to be edited. */
export interface EditingOptions extends Destination {
  from: 'auto' | 'wikitext'
}

/** Adds the options of {@link Destination}. */
export function addDestination(command: Command, place: string): Command {
  return command
    .addOption(new Option('-i, --in-place', `write the result into ${place}`).conflicts('output'))
    .option('-o, --output <file>', 'file to write; - or none for standard output')
    .option('--dry-run', 'print a unified diff and write nothing')
}

/** Adds the options of {@link EditingOptions}. */
export function addEditing(command: Command, place: string): Command {
  const from = new Option(
    '--from <dialect>',
    'what the page is written in: only wikitext can be edited'
  )
  return addDestination(
    command.addOption(from.choices(['auto', 'wikitext']).default('auto')),
    place
  )
}

/**
 * Edits a page.
 *
 * @param edit Gives the page as it is to be.
 * @throws {PageError} where the page cannot be edited so; nothing is written then.
 */
export async function editPage(
  path: string,
  {from, ...destination}: EditingOptions,
  edit: (source: string) => Promise<string>
): Promise<void> {
  const source = await readPage(path)
  if (from === 'auto') checkWikitext(path, source)
  await deliver(path, source, await explained(path, () => edit(source)), destination)
}

/** Edits the plan of a page. */
export async function editPlan(
  path: string,
  options: EditingOptions,
  edit: (plan: Plan) => Plan
): Promise<void> {
  const {createToWikitext} = await import('../create-to-wikitext.ts')
  await editPage(path, options, async (source) =>
    createToWikitext(parse)(edit(parse(source, {from: 'wikitext'})), {source})
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

/** Writes an edited page where it is to go; of a dry run, prints what would change. */
export async function deliver(
  path: string,
  before: string,
  after: string,
  {inPlace, output, dryRun}: Destination
): Promise<void> {
  if (inPlace && path === '-')
    throw new UsageError('standard input cannot be written: leave --in-place out')
  if (dryRun) return writePage(undefined, await unified(path, before, after))
  await writePage(inPlace ? path : output, after)
}

/** What changed, as `patch` and `git apply` take it; nothing where nothing did. */
async function unified(path: string, before: string, after: string): Promise<string> {
  if (before === after) return ''
  const {createTwoFilesPatch, FILE_HEADERS_ONLY} = await import('diff')
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY
  })
}

/**
 * What an argument says, with what is wrong with it as wrong usage.
 *
 * @throws {UsageError} where it throws a `TypeError`.
 */
export function argument<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error
  }
}

/** Runs an edit, with what does not fit the page as a {@link PageError}. */
export async function explained<T>(path: string, edit: () => Promise<T>): Promise<T> {
  try {
    return await edit()
  } catch (error) {
    throw await explain(path, error)
  }
}

async function explain(path: string, error: unknown): Promise<unknown> {
  const [{TargetError}, {EditError}, {PlanJsonError}] = await Promise.all([
    import('../edit/target.ts'),
    import('../put/edit-error.ts'),
    import('../plan-json/error.ts')
  ])
  const name = nameOf(path)
  if (error instanceof TargetError && error.id !== null)
    return new PageError(`${name} has no id '${error.id}'; the nearest are`, error.nearest)
  if (error instanceof TargetError) return new PageError(error.message)
  if (error instanceof EditError) {
    const details = error.problems.map(({id, reason}) =>
      id === null ? reason : `${id}: ${reason}`
    )
    return new PageError(`cannot put this edit into ${name}`, details)
  }
  if (error instanceof PlanJsonError) {
    const details = error.problems.map(({path, reason}) => `${path}: ${reason}`)
    return new PageError('the edited document is no plan', details)
  }
  return error
}
