import type {Rule} from '../types.ts'

export const statusConflict: Rule = {
  id: 'status-conflict',
  setting: 'warning',
  description: 'A table gives two statuses for one goal',
  reason:
    'The last status column takes precedence over the goal’s own cell; people who read the other status get an outdated one.',
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
