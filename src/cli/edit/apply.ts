/** Runs `wikiplan apply`. */
import {apply} from '../../apply.ts'
import type {ApplyingOptions} from '../apply.ts'
import {UsageError} from '../errors.ts'
import {readPage} from '../files.ts'
import {editPage} from './edit-page.ts'

export async function run(
  page: string,
  edited: string,
  {base, ...options}: ApplyingOptions
): Promise<void> {
  if ([page, edited, base].filter((path) => path === '-').length > 1)
    throw new UsageError('only one of them can be standard input')
  const document = await readPage(edited)
  const made = base === undefined ? null : await readPage(base)
  await editPage(page, options, (source) => apply(source, document, {base: made}))
}
