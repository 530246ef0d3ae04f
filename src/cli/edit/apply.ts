/** Runs `wikiplan apply`. */
import {apply} from '../../apply.ts'
import type {EditingOptions} from '../destination.ts'
import {PageError, UsageError} from '../errors.ts'
import {nameOf, readPage} from '../files.ts'
import {editPage} from './edit-page.ts'

export async function run(page: string, edited: string, options: EditingOptions): Promise<void> {
  if (page === '-' && edited === '-') throw new UsageError('only one of them can be standard input')
  const document = await readPage(edited)
  await editPage(page, options, (source) => {
    try {
      return apply(source, document)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new PageError(`${nameOf(edited)} is no JSON: ${error.message}`)
    }
  })
}
