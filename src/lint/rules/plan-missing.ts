import type {Rule} from '../types.ts'

export const planMissing: Rule = {
  id: 'plan-missing',
  setting: 'warning',
  description: 'The page has no outcome and no goal',
  reason:
    'It is not the page you meant, or its headings have words that the vocabulary does not know.',
  example: {
    before: '== Goals for FY30/31 ==\nTo be written.\n',
    after: '== Goals for FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n* Write this page\n'
  }
}
