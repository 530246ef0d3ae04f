/** Runs `wikiplan apply`. */
import {apply} from '../../apply.ts'
import type {ApplyingOptions} from '../apply.ts'
import {PageError, UsageError} from '../errors.ts'
import {nameOf, readPage} from '../files.ts'
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
  await editPage(page, options, (source) => {
    try {
      return apply(source, document, {base: made})
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new PageError(`${nameOf(edited)} is no JSON: ${error.message}`)
    }
  })
}
