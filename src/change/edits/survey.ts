/** What a page has, as new things are written like what is there. */
import {marksOf} from './items.ts'
import {blankLines, lineText, linesOf, type Page} from './page.ts'
import {majority} from './majority.ts'
import {isInTable} from './tables/places.ts'
import type {Entity, EntityOf, Kind} from '../entities.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/** The things of a page, by kind and by what they stand below. */
export class Survey {
  readonly page: Page
  readonly #byKind = new Map<Kind, Entity[]>()
  readonly #parents = new Map<Entity, Entity>()
  /** The first of each list. */
  readonly #firsts = new Set<Entity>()
  readonly #known = new WeakMap<object, Map<string, unknown>>()

  constructor(page: Page, plan: EntityOf<'plan'>) {
    this.page = page
    this.#add(plan)
  }

  #add(thing: Entity): void {
    const list = this.#byKind.get(thing.kind)
    if (list) list.push(thing)
    else this.#byKind.set(thing.kind, [thing])
    const kinds = new Set<Kind>()
    for (const child of thing.children) {
      if (!kinds.has(child.kind)) this.#firsts.add(child)
      kinds.add(child.kind)
      this.#parents.set(child, thing)
      this.#add(child)
    }
  }

  /** All things of a kind, in the order of the page. */
  all<K extends Kind>(kind: K): Extract<Entity, {kind: K}>[] {
    return (this.#byKind.get(kind) ?? []) as Extract<Entity, {kind: K}>[]
  }

  /** The things of a kind that stand in the plan, in sections, or in goals and tasks. */
  allIn<K extends Kind>(parent: Kind, kind: K): Extract<Entity, {kind: K}>[] {
    const isIn = (thing: Entity): boolean => {
      const of = this.parentOf(thing)?.kind
      return of === parent || (isItem(of) && isItem(parent))
    }
    return this.once(this, `${kind} in ${parent}`, () => this.all(kind).filter(isIn))
  }

  parentOf(thing: Entity): Entity | undefined {
    return this.#parents.get(thing)
  }

  /** Something of a thing, or of the page, that edit after edit asks for: it is worked out once. */
  once<T>(of: object, name: string, make: () => T): T {
    const known = this.#known.get(of) ?? new Map<string, unknown>()
    this.#known.set(of, known)
    if (!known.has(name)) known.set(name, make())
    return known.get(name) as T
  }

  /** The statuses of some things. */
  statusesOf(things: readonly Entity[]): StatusJson[] {
    return things.flatMap(({kind, facts}) => {
      if (kind === 'update') return facts.text.statuses
      return (kind === 'goal' || kind === 'task') && facts.status ? [facts.status] : []
    })
  }

  /**
   * How many blank lines stand before things of a kind, `undefined` where there are none; before the first of a
   * list there may be others, and so there may before items.
   */
  gap(kind: Kind, isFirst: boolean, isItem: boolean): number | undefined {
    return this.once(this, `gap ${kind} ${isFirst} ${isItem}`, () => {
      const lines = this.all(kind)
        .filter((thing) => this.#firsts.has(thing) === isFirst && !isInTable(thing))
        .map(({node}) => linesOf(this.page, node).first)
      const alike = lines.filter((line) => (marksOf(lineText(this.page, line)) !== '') === isItem)
      return majority(
        [alike, lines].map((list) => list.map((line) => blankLines(this.page, line, -1)))
      )
    })
  }
}

function isItem(kind: Kind | undefined): boolean {
  return kind === 'goal' || kind === 'task'
}
