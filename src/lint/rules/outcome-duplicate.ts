import type {Rule} from '../types.ts'

export const outcomeDuplicate: Rule = {
  id: 'outcome-duplicate',
  setting: 'warning',
  description: 'An outcome occurs twice in a period',
  reason: 'Anything that groups goals by outcome cannot tell the two apart.',
  example: {
    before: '== Outcome 1 ==\n=== Goals ===\n* Wait\n== Outcome 1 ==\n=== Goals ===\n* Hope\n',
    after:
      '== Outcome 1 (Piers) ==\n=== Goals ===\n* Wait\n== Outcome 1 (Boats) ==\n=== Goals ===\n* Hope\n'
  }
}
