import type {Rule} from '../types.ts'

export const statusConflict: Rule = {
  id: 'status-conflict',
  setting: 'warning',
  description: 'A table says two statuses of one goal',
  reason:
    'The last status column counts, before the goal’s own cell; whoever reads the other one is told what is out of date.',
  example: {before: page(' {{done}}'), after: page('')}
}

function page(status: string): string {
  return `=== Program 1 ===
{| class="wikitable"
! Goal !! Status
|-
| Wind the clocks${status} || {{in progress}}
|}
`
}
