import {
  checkOptions,
  checkedElsewhere,
  kindOf,
  maybeFile,
  maybeString,
  wrong,
  type Keys
} from './check.ts'
import {reportTo} from './create-parse.ts'
import {mdastToDocument} from './syntax/markdown/from-mdast.ts'
import {recognize} from './plan/recognize/index.ts'
import {sourceInMarkdown} from './plan/source.ts'
import {extendVocabulary} from './vocabulary/index.ts'
import type {ParseOptions} from './plan/parsing.ts'
import type {Plan} from './plan/types.ts'
import type {Root} from 'mdast'
import type {VFile} from 'vfile'

/** How a Markdown tree is to be read as a plan. */
export interface MdastToPlanOptions extends Omit<ParseOptions, 'from'> {
  /** The file that takes messages; its content says how statuses are written. */
  file?: VFile | undefined
}

const keys: Keys = new Map([
  ['file', maybeFile],
  ['title', maybeString],
  ['vocabulary', checkedElsewhere]
])

/**
 * The plan that a Markdown tree says, as remark-parse with remark-gfm gives it.
 *
 * @throws {TypeError} for options of the wrong kind.
 */
export function mdastToPlan(tree: Root, options?: MdastToPlanOptions | null): Plan {
  if (kindOf(tree) !== 'object' || tree.type !== 'root') throw wrong('tree', 'an mdast root', tree)
  const {file, title, ...words} = checkOptions(options, keys)
  const vocabulary = extendVocabulary(words.vocabulary)
  const source = file?.value ? String(file) : undefined
  const plan = recognize(mdastToDocument(tree, vocabulary, source), {
    vocabulary,
    dialect: 'markdown',
    title,
    source,
    report: reportTo(file)
  })
  return source === undefined ? plan : {...plan, source: sourceInMarkdown(source)}
}
