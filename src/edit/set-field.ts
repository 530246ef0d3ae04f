import {toContent, type Content} from './content.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {insert} from './place.ts'
import {checkPlan} from './target.ts'
import {childOf, childrenOf} from '../document/children.ts'
import {isLabel, toField} from '../plan/recognize/fields.ts'
import {wrong} from '../vocabulary/check.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Field, Plan} from '../plan/types.ts'

/**
 * Sets, adds or, with `null`, removes a field.
 *
 * @param label The field's label, in any case, or its name (`goalOwner`).
 * @throws {TypeError} for a new label that is none, or a value that is no text.
 */
export function setField(
  plan: Plan,
  label: string,
  value: Content | null,
  options?: VocabularyOptions | null
): Plan {
  checkPlan(plan, 'setField')
  if (typeof label !== 'string') throw wrong('label', 'a string', label)
  const old = findField(plan, label)
  if (value === null) return old ? planWith([plan, old], undefined) : plan
  const children = toContent(value, 'value')
  if (old) return planWith([plan, old], withValue(old, children))
  if (label.includes(':') || !isLabel(label))
    throw wrong('label', 'a few words that are no sentence', label)
  return insert([plan], toField(label.trim(), children, undefined, vocabularyOf(options)))
}

/** A field with another value, which stands where the old one stood. */
export function withValue(field: Field, children: PhrasingContent[]): Field {
  const old = childOf(field, 'value')
  const own: Field['children'] = children.length > 0 ? [{...old, type: 'value', children}] : []
  return {...field, children: [...field.children.filter((child) => child !== old), ...own]}
}

function findField(plan: Plan, label: string): Field | undefined {
  const fields = childrenOf(plan, 'field')
  const words = label.trim().toLowerCase()
  return (
    fields.find((field) => field.label.toLowerCase() === words) ??
    fields.find(({name}) => name === label)
  )
}
