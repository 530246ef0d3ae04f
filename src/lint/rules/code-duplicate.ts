import {codedIn, textBeside, type Coded} from '../codes.ts'
import {wordsOf} from '../../plan/news.ts'
import type {Period} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const codeDuplicate: Rule = {
  id: 'code-duplicate',
  setting: 'warning',
  description: 'The same code is used for two different goals or sections',
  reason:
    'A reference to `WE1.2` is then ambiguous. Codes that restart in each section, such as `KR1`, may occur once in each.',
  example: {before: page('WE1.1'), after: page('WE1.2')},
  check: ({periods}) => periods.flatMap((period) => [...checkPeriod(period)])
}

function* checkPeriod(period: Period): Iterable<Finding> {
  const seen = new Map<object, Map<string, string>>()
  for (const coded of codedIn(period)) {
    const [key, text] = [`${kindOf(coded)} ${coded.code.toLowerCase()}`, textBeside(coded)]
    const scope = isCountedInAll(coded) ? period : coded.parent
    const texts = seen.get(scope) ?? new Map<string, string>()
    const first = texts.get(key)
    seen.set(scope, texts)
    if (first === undefined) texts.set(key, text)
    else if (wordsOf(first) && wordsOf(text) && wordsOf(first) !== wordsOf(text)) {
      yield {
        reason: `${coded.code} is also the code of “${first}”`,
        place: coded.place,
        actual: coded.code,
        note: 'Give one of the two the code that it should have.'
      }
    }
  }
}

/** A section may have what a key result says in detail. */
function kindOf({node}: Coded): string {
  return node.type === 'section' ? 'section' : 'item'
}

/** Whether a code goes on from another, or from its section's: `WE1.2`, `C101` of the strategy `C1`. */
function isCountedInAll({code, parent, node}: Coded): boolean {
  return node.type === 'section' || code.includes('.') || code.startsWith(parent.code ?? code + '.')
}

function page(code: string): string {
  return `== WE1: Boats keep time ==
=== Key results ===
* WE1.1: Wind the clocks
* ${code}: Paint the hands
`
}
