import type {ItemJson} from '../../src/index.ts'

/** A goal or task as plan JSON that says its text and no more. */
export function itemJson(type: ItemJson['type'], id: string, text: string): ItemJson {
  return {
    id,
    type,
    code: null,
    text,
    status: null,
    remark: null,
    stretch: false,
    dependencies: [],
    primaryTeams: [],
    fields: [],
    links: [],
    notes: [],
    tasks: []
  }
}
