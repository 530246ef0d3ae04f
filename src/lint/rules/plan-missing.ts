import type {Rule} from '../types.ts'

export const planMissing: Rule = {
  id: 'plan-missing',
  setting: 'warning',
  description: 'The page has no outcomes and no goals',
  reason:
    'Either this is not the page you meant, or its headings use words that are not in the vocabulary.',
  example: {
    before: '== Goals for FY30/31 ==\nTo be written.\n',
    after: '== Goals for FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n* Write this page\n'
  }
}
