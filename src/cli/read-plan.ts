import {VFile} from 'vfile'
import type {Dialect} from '../document/types.ts'
import type {Plan} from '../plan/types.ts'
import {PageError} from './errors.ts'
import {readPage} from './files.ts'
import {parsePage} from './formats.ts'
import {report} from './report.ts'

/**
 * Reads the plan of a page in any dialect, without a word on what is wrong with it.
 *
 * @throws {PageError} where it holds no plan; why is said.
 */
export async function readPlan(path: string, from: Dialect | 'auto'): Promise<Plan> {
  const file = new VFile({value: await readPage(path), ...(path !== '-' && {path})})
  const plan = await parsePage(file, {from})
  file.messages = file.messages.filter(({fatal}) => fatal)
  await report(file)
  if (file.messages.length > 0) throw new PageError()
  return plan
}
