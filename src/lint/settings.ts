/** What each rule is set to. */
import {rules, ruleIds} from './rules/index.ts'
import type {Setting} from './types.ts'

/** Rules by id; `true` is a rule's own setting, or a warning where that is `off`; `false` is `off`. */
export type RuleSettings = Record<string, Setting | boolean>

const words = new Set<unknown>(['error', 'warning', 'info', 'off', true, false])

/**
 * The setting of every rule.
 *
 * @throws {TypeError} for a rule that does not exist, or a setting that is none.
 */
export function checkRules(given: RuleSettings | null | undefined): Map<string, Setting> {
  const settings = new Map(rules.map(({id, setting}) => [id, setting]))
  if (given === null || given === undefined) return settings
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new TypeError(`rules must be an object, not ${JSON.stringify(given)}`)
  }
  for (const [id, value] of Object.entries(given)) {
    settings.set(checkId(id), toSetting(id, value, settings.get(id)!))
  }
  return settings
}

function checkId(id: string): string {
  if (ruleIds.has(id)) return id
  throw new TypeError(`rules.${id} is no rule; accepted are ${[...ruleIds].join(', ')}`)
}

function toSetting(id: string, value: unknown, own: Setting): Setting {
  if (!words.has(value)) {
    const accepted = [...words].map((word) => JSON.stringify(word)).join(', ')
    throw new TypeError(`rules.${id} must be one of ${accepted}, not ${JSON.stringify(value)}`)
  }
  if (typeof value === 'boolean') return !value ? 'off' : own === 'off' ? 'warning' : own
  return value as Setting
}
