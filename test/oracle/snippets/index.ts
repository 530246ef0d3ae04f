/** Short pages that Parsoid reads as we do; those that it does not are `known-differences.ts`. */
import {characters} from './characters.ts'
import {comments} from './comments.ts'
import {definitions} from './definitions.ts'
import {externalLinks} from './external-links.ts'
import {headings} from './headings.ts'
import {languageVariants} from './language-variants.ts'
import {lines} from './lines.ts'
import {lists} from './lists.ts'
import {quotes} from './quotes.ts'
import {tables} from './tables.ts'
import {tags} from './tags.ts'
import {templates} from './templates.ts'
import {wikiLinks} from './wiki-links.ts'

/** By what they are about. */
export const snippets: Record<string, readonly string[]> = {
  headings,
  lists,
  definitions,
  tables,
  lines,
  quotes,
  templates,
  'language variants': languageVariants,
  'wiki links': wikiLinks,
  'external links': externalLinks,
  tags,
  comments,
  characters
}
