/** Small plan pages by what they say. */

/** What a page says; what is left out is not on it. */
export interface Said {
  objectives?: string[]
  goals?: string[]
  date?: string
  updates?: string[]
  /** Goals of a second outcome. */
  more?: string[]
}

/** A page of one outcome, and a second one where there is `more`. */
export function page({
  objectives = [],
  goals = [],
  date = 'August 14, 2030',
  updates = [],
  more
}: Said): string {
  return [
    '== Program Goals and Status for FY30/31 ==',
    '=== Outcome 1 / Output 2 ===',
    ...objectives.map((text) => `* ${text}`),
    ...(goals.length > 0 ? ['==== Goal(s) ===='] : []),
    ...goals.map((text) => `===== ${text} =====`),
    ...(updates.length > 0 ? ['==== Status ====', `'''Note: ${date}'''`] : []),
    ...updates.map((text) => `* ${text}`),
    ...(more ? ['=== Outcome 3 / Output 1 ===', '==== Goal(s) ===='] : []),
    ...(more ?? []).map((text) => `===== ${text} =====`)
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** A page with an outcome whose goals these lines say. */
export function lines(...goals: string[]): string {
  return page({goals: ['']}).replace('=====  =====', goals.join('\n'))
}
