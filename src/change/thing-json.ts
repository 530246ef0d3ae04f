import {isList, model} from '../plan/model.ts'
import {listOf} from './entities.ts'
import type {Entity, EntityOf, Kind} from './entities.ts'
import type {JsonOfKind} from '../plan/json/types.ts'
import type {List, Slot} from '../plan/model.ts'

/** What plan JSON has for an entry, with all that is below it. */
export function jsonOf<K extends Kind>(thing: EntityOf<K>): JsonOfKind[K] {
  const facts = thing.facts as unknown as Record<string, unknown> & {text?: Record<string, unknown>}
  const {keys, bare} = model[thing.kind]
  const rows = Object.entries(keys) as [string, Slot<unknown> | List][]
  const valueOf = (key: string, row: Slot<unknown> | List): unknown => {
    if (isList(row)) {
      const list = listOf(thing as Entity, row.list).map((inner) => jsonOf(inner as never))
      return row.single ? (list[0] ?? null) : list
    }
    if (row.slot === 'id') return thing.id
    if (row.slot === 'version') return row.read(undefined)
    if (row.slot === 'text') return facts.text!['text']
    return key === 'links' || key === 'statuses' ? facts.text![key] : facts[key]
  }
  if (bare) return valueOf(...rows[0]!) as JsonOfKind[K]
  return Object.fromEntries(rows.map(([key, row]) => [key, valueOf(key, row)])) as never
}
