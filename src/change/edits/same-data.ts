import {dequal} from 'dequal/lite'

/** Whether two values are the same data, as JSON has it. */
export function isSameData(a: unknown, b: unknown): boolean {
  return dequal(a, b)
}
