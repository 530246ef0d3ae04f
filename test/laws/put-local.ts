/**
 * Law 4: an edit changes the lines that it must and no other byte.
 *
 * The lines of both pages are laid beside each other by what they say: law 3 holds already, so that the n-th goal
 * of the plan is the n-th goal of the new page, wherever its line came from. Then
 *
 * - a line of things that no edit named is byte for byte what it was, and stands in the order it stood in;
 * - a line that is nothing's of the plan (headings of sections, tables, tags) is there still, unless it stood
 *   within something removed or moved; new ones are headings of sections that were not there, and tabs;
 * - a line of a changed thing is what it was up to what was changed of it;
 * - the blank lines between two lines that are neighbours on both pages are the same, and where something between
 *   them went, those of one of its sides; nowhere are there more than the page has;
 * - line ends are the page's.
 */
import {isDeepStrictEqual} from 'node:util'
import {areRuns} from '../arbitraries/edits/sayable.ts'
import {below, childrenOfThing, isIntact, listOf} from '../arbitraries/edits/model.ts'
import type {Facts, Kind, Origin, Thing} from '../arbitraries/edits/model.ts'
import {linesIn, linesOf, rangeOf, unitsOf} from './put-lines.ts'
import type {Line, Range, Unit} from './put-lines.ts'

/** A page, with what it says. */
export interface Sheet {
  page: string
  plan: Thing
}

/** What an edit changed of a page without need, a line each. */
export function needless(before: Sheet, after: Sheet, edited: Thing): string[] {
  const comparison = new Comparison(before, after, edited)
  return [...comparison.checkLineEnds(), ...comparison.checkLines()]
}

/** What became of a thing of the page. */
interface Fate {
  /** `undefined` for what was removed. */
  thing: Thing | undefined
  /** Whether it stands where it stood among its siblings. */
  settled: boolean
}

class Comparison {
  readonly before: Line[]
  readonly after: Line[]
  readonly sources: ReadonlyMap<string, Unit>
  readonly results: ReadonlyMap<string, Unit>
  readonly edited: Thing
  readonly pages: [string, string]
  /** Of each line of the old page, the new line that it must be. */
  readonly pairs = new Map<number, number>()
  readonly #fates = new Map<Origin, Fate>()
  readonly #twins = new Map<Thing, Thing>()
  readonly #owners: [Unit[][], Unit[][]]
  readonly #loose: Set<number>
  readonly #outcomes: ReadonlyMap<string, Origin>

  constructor(before: Sheet, after: Sheet, edited: Thing) {
    this.edited = edited
    this.pages = [before.page, after.page]
    this.before = linesOf(before.page)
    this.after = linesOf(after.page)
    const names = namesOf(before.plan)
    this.#outcomes = new Map([...names].map(([was, name]) => [name, was]))
    this.#pair(edited, after.plan)
    const sources = unitsOf(before.plan, this.before, ({was}) => names.get(was!)!)
    let count = 0
    const results = unitsOf(after.plan, this.after, (thing) => {
      const {was} = this.#twins.get(thing)!
      return was ? names.get(was)! : `new ${count++}`
    })
    this.sources = new Map(sources.map((unit) => [unit.key, unit]))
    this.results = new Map(results.map((unit) => [unit.key, unit]))
    this.#owners = [ownersOf(sources, this.before), ownersOf(results, this.after)]
    this.#fates.set(edited.was!, {thing: edited, settled: true})
    this.#settle(edited, true)
    this.#loose = this.#looseLines(before.plan)
  }

  /** The new page's things are the edited plan's, in their order. */
  #pair(edited: Thing, actual: Thing): void {
    this.#twins.set(actual, edited)
    const children = childrenOfThing(actual)
    for (const [at, child] of childrenOfThing(edited).entries()) this.#pair(child, children[at]!)
  }

  #settle(parent: Thing, settled: boolean): void {
    for (const kind of below[parent.kind]) {
      const list = listOf(parent, kind)
      const stayed = inOrder(list, parent.was)
      for (const thing of list) {
        const here = settled && stayed.has(thing)
        if (thing.was) this.#fates.set(thing.was, {thing, settled: here})
        this.#settle(thing, here)
      }
    }
  }

  #fate(was: Origin): Fate {
    return this.#fates.get(was) ?? {thing: undefined, settled: false}
  }

  /** Whether nothing of a unit was named by an edit. */
  #isFixed(unit: Unit): boolean {
    if (isTeams(unit)) return this.#areTeamsFixed(unit)
    const was = unit.things[0]!.was!
    const {thing, settled} = this.#fate(was)
    return settled && thing !== undefined && isIntact(thing)
  }

  /** Teams with one label may come to stand on the line of those with the other. */
  #areTeamsFixed({key, kind}: Unit): boolean {
    const [was, thing] = this.#outcomeOf(key)
    if (!was || !thing || !isSameList(was, thing, kind)) return false
    const other = otherTeams(kind)
    const had = was.children.some((child) => child.kind === other)
    return listOf(thing, kind).every(isIntact) && had === listOf(thing, other).length > 0
  }

  /** The outcome that some teams are of, as it was and as it is; none where it was moved. */
  #outcomeOf(key: string): [Origin, Thing] | [] {
    const was = this.#outcomes.get(key.slice(0, key.indexOf(':')))
    const {thing, settled} = was ? this.#fate(was) : {}
    return was && thing && settled ? [was, thing] : []
  }

  /** Lines of no thing within what was removed or moved: they may go with it. */
  #looseLines(plan: Thing): Set<number> {
    const loose = new Set<number>()
    const visit = (was: Origin): void => {
      const {thing, settled} = this.#fate(was)
      const range = was.kind === 'plan' ? null : rangeOf(was.node)
      if (range && (!thing || !settled || !isIntact(thing))) {
        const own = linesIn(this.before, range)
        if (isUnitMark(this.before[own[0]! - 1])) loose.add(own[0]! - 1)
        if (!thing || !settled) for (const at of own) loose.add(at)
      }
      was.children.forEach(visit)
    }
    visit(plan.was!)
    if (this.#movesPeriods()) {
      for (const [at, {text}] of this.before.entries()) if (isTab(text)) loose.add(at)
    }
    return loose
  }

  #movesPeriods(): boolean {
    const periods = this.edited.was!.children.filter(({kind}) => kind === 'period')
    return (
      periods.some((was) => !this.#fate(was).settled) ||
      listOf(this.edited, 'period').some(({was}) => was === null)
    )
  }

  /** A page's line ends are its own, if it has one kind of them. */
  checkLineEnds(): string[] {
    const kinds = new Set(this.before.map(({lineEnd}) => lineEnd).filter(Boolean))
    if (kinds.size !== 1) return []
    const wrong = this.after.findIndex(({lineEnd}) => lineEnd !== '' && !kinds.has(lineEnd))
    return wrong < 0 ? [] : [`line ${wrong + 1} does not end as the page’s lines do`]
  }

  checkLines(): string[] {
    const found = [...this.#checkUnits(), ...this.#checkOrder()]
    if (found.length > 0) return found
    return [...this.#checkKept(), ...this.#checkBlanks(), ...this.#checkNew()]
  }

  #checkUnits(): string[] {
    const found: string[] = []
    for (const [at, line] of this.before.entries()) {
      const owners = this.#owners[0][at]!
      if (owners.length === 0 || line.isBlank) continue
      if (!owners.every((unit) => this.#isFixed(unit)) || this.#isPushedOff(owners, line)) continue
      const next = this.#lineOf(owners[0]!, at)
      if (next === undefined) {
        found.push(`${quote(line)} was not named by an edit, and has no line of its own now`)
        continue
      }
      this.pairs.set(at, next)
      if (!isSame(line, this.after[next]!, this) && !this.#isOfTwin(owners, this.after[next]!))
        found.push(`${quote(line)} became ${quote(this.after[next]!)}`)
    }
    for (const unit of this.sources.values()) {
      if (isTeams(unit)) for (const said of this.#checkRenamed(unit)) found.push(said)
      else if (!this.#isFixed(unit)) for (const said of this.#checkTouched(unit)) found.push(said)
    }
    return found
  }

  /** Whether a line is that of one alike without an id, which may have changed places with it. */
  #isOfTwin(owners: readonly Unit[], {text}: Line): boolean {
    return owners.every(({kind, things}) => {
      if (!withoutId.has(kind)) return false
      return [...this.sources.values()].some(
        (unit) =>
          unit.kind === kind &&
          this.before[unit.lines[0]!]!.text.trimEnd() === text.trimEnd() &&
          isDeepStrictEqual(unit.things[0]!.facts, things[0]!.facts)
      )
    })
  }

  /**
   * Whether an update cannot stay as it stands: beside its note's date, where another is first now; as no item of
   * a list, where something stands below it now; or below a note that is an item and has lost its date.
   */
  #isPushedOff(owners: readonly Unit[], {text}: Line): boolean {
    const update = owners.find(({kind}) => kind === 'update')?.things[0]?.was
    if (update && this.#losesItem(update)) return true
    if (!update || (owners.length === 1 && /^[*#]/.test(text))) return false
    const own = this.#fate(update).thing!
    const note = this.#fate(update.parent!).thing!
    const first = owners.length === 1 || listOf(note, 'update')[0] === own
    return !first || listOf(own, 'update').length > update.children.length
  }

  /** Whether a note that is an item has lost its date, and its updates are one level up. */
  #losesItem(was: Origin): boolean {
    let note = was
    while (note.kind === 'update') note = note.parent!
    if (note.kind !== 'note') return false
    const {thing} = this.#fate(note)
    const {start} = rangeOf(note.node)
    const isItem = /[*#]/.test(this.pages[0].charAt(start))
    return isItem && note.facts.date !== null && thing?.facts.date === null
  }

  /** The line of the new page that is this line of a unit. */
  #lineOf({key, lines}: Unit, at: number): number | undefined {
    const next = this.results.get(key)?.lines
    return next?.length === lines.length ? next[lines.indexOf(at)] : undefined
  }

  /** A changed thing on a line of its own is what it was but for what was changed of it. */
  #checkTouched(unit: Unit): string[] {
    const result = this.results.get(unit.key)
    const was = unit.things[0]?.was
    if (!result || !was || unit.lines.length !== 1 || result.lines.length !== 1) return []
    const {thing, settled} = this.#fate(was)
    const [from, to] = [unit.lines[0]!, result.lines[0]!]
    if (!thing || this.#owners[0][from]!.length > 1 || this.#owners[1][to]!.length > 1) return []
    const [old, now] = [this.before[from]!, this.after[to]!]
    if (!settled) return this.#checkMoved(thing, result, old, now)
    if (this.#isPushedOff(this.#owners[0][from]!, old) || this.#losesItem(was)) return []
    this.pairs.set(from, to)
    if (isStatusNew(thing))
      return isInsertion(old, now)
        ? []
        : [`${quote(old)} became ${quote(now)}, and was only to have a status`]
    const region = regionOf(thing, old, this.pages[0])
    if (!region || isWithin(region, old, now)) return []
    const part = JSON.stringify(this.pages[0].slice(region.start, region.end))
    return [`${quote(old)} became ${quote(now)}, where ${part} alone of it was to change`]
  }

  /** A team with another name is all that changes of its line. */
  #checkRenamed({key, lines}: Unit): string[] {
    const result = this.results.get(key)
    const [was, thing] = this.#outcomeOf(key)
    if (!was || !thing || lines.length !== 1 || result?.lines.length !== 1) return []
    if (!teamKinds.every((kind) => isSameList(was, thing, kind))) return []
    const [from, to] = [lines[0]!, result.lines[0]!]
    const owners = this.#owners[0][from]!
    const renamed = teamKinds
      .flatMap((kind) => listOf(thing, kind))
      .filter((team) => !isIntact(team))
    if (renamed.length === 0 || !owners.every(isTeams)) return []
    const region = hullOf(renamed.map((team) => rangeOf(team.was!.node)))
    const [old, now] = [this.before[from]!, this.after[to]!]
    if (isWithin(region, old, now)) return []
    return [`${quote(old)} became ${quote(now)}, where teams alone were to have another name`]
  }

  /** Whether a thing stands among the siblings that it had, and nothing above it was moved. */
  #isAmongItsOwn({was, kind}: Thing): boolean {
    const {thing, settled} = this.#fate(was!.parent!)
    return settled && thing !== undefined && listOf(thing, kind).some((child) => child.was === was)
  }

  /** What was moved and not changed is marked up within as it was. */
  #checkMoved(thing: Thing, result: Unit, old: Line, now: Line): string[] {
    if (isIntact(thing) && thing.kind === 'task' && this.#isAmongItsOwn(thing))
      return isSame(old, now, this) ? [] : [`${quote(old)} was moved, and became ${quote(now)}`]
    if (!isIntact(thing) || !['goal', 'task', 'update'].includes(thing.kind)) return []
    const [a, b] = [thing.was!.node, result.things[0]!.was!.node].map((node, at) => {
      const {children = []} = node as {children?: {type: string}[]}
      const statement = children.find(({type}) => type === 'statement')
      if (!statement) return ''
      const {start, end} = rangeOf(statement)
      return this.pages[at]!.slice(start, end)
    })
    return a === b ? [] : [`${quote(old)} was moved, and became ${quote(now)}`]
  }

  #checkOrder(): string[] {
    let last = -1
    for (const [from, to] of this.#sortedPairs()) {
      if (to < last) return [`${quote(this.before[from]!)} stands before what it stood behind`]
      last = to
    }
    return []
  }

  #sortedPairs(): [number, number][] {
    return [...this.pairs].sort(([a], [b]) => a - b)
  }

  /** Lines of no thing stand between the lines between which they stood. */
  #checkKept(): string[] {
    const found: string[] = []
    const extras: Line[] = []
    let [from, to] = [-1, -1]
    for (const [nextFrom, nextTo] of [
      ...this.#sortedPairs(),
      [this.before.length, this.after.length] as const
    ]) {
      let at = to + 1
      const free = (line: number): boolean =>
        this.#owners[1][line]!.length === 0 && !this.after[line]!.isBlank
      for (let line = from + 1; line < nextFrom; line++) {
        if (
          this.before[line]!.isBlank ||
          this.#owners[0][line]!.length > 0 ||
          this.#loose.has(line)
        )
          continue
        while (at < nextTo && !(free(at) && isSame(this.before[line]!, this.after[at]!, this))) {
          if (free(at)) extras.push(this.after[at]!)
          at++
        }
        if (at >= nextTo) found.push(`${quote(this.before[line]!)} is gone`)
        else this.pairs.set(line, at++)
      }
      for (; at < nextTo; at++) if (free(at)) extras.push(this.after[at]!)
      ;[from, to] = [nextFrom, nextTo]
    }
    return found.length > 0 ? found : this.#checkExtras(extras)
  }

  /** New lines of no thing: headings of sections that were not there, tabs, and what moved with something. */
  #checkExtras(extras: Line[]): string[] {
    const moved = new Set([...this.#loose].map((at) => this.before[at]!.text))
    const strange = extras.filter(
      ({text}) => !moved.has(text) && !(this.#movesPeriods() && isTab(text))
    )
    const headings = strange.filter(({text}) => /goal|status|ziele|stand/i.test(text))
    const sections = this.#newSections(this.edited)
    const wrong = strange.filter((line) => !headings.includes(line))
    if (headings.length > sections) wrong.push(...headings)
    return wrong.map((line) => `${quote(line)} is new, and nothing asked for it`)
  }

  /** How many outcomes came to have goals, and notes; the headings of one without its own stay where it was. */
  #newSections(thing: Thing): number {
    if (thing.kind !== 'section')
      return childrenOfThing(thing).reduce((sum, child) => sum + this.#newSections(child), 0)
    const bare = thing.facts.heading === null && thing.was && !this.#fate(thing.was).settled
    return (['goal', 'note'] as const).filter((kind) => {
      const had = !bare && (thing.was?.children.some((child) => child.kind === kind) ?? false)
      return !had && listOf(thing, kind).length > 0
    }).length
  }

  /** Blank lines stay between neighbours, and are nowhere more than the page has. */
  #checkBlanks(): string[] {
    const back = new Map([...this.pairs].map(([from, to]) => [to, from]))
    const [old, now] = [gapsOf(this.before), gapsOf(this.after)]
    const places = new Map(old.map(({to}, index) => [to, index]))
    const most = Math.max(0, ...old.map(({lines}) => lines.length))
    const found: string[] = []
    for (const [index, gap] of now.entries()) {
      const first = index === 0 ? -1 : places.get(back.get(now[index - 1]!.to) ?? -1)
      const next = index === now.length - 1 ? old.length - 1 : places.get(back.get(gap.to) ?? -1)
      const said = check(gap.lines, old, first, next, most)
      if (said)
        found.push(`before ${this.after[gap.to] ? quote(this.after[gap.to]!) : 'the end'} ${said}`)
    }
    return found
  }

  /** A new thing takes a line; one that says a quarter, only where that was not plain. */
  #checkNew(): string[] {
    const found: string[] = []
    for (const unit of this.results.values()) {
      const {key, kind, things, lines} = unit
      const source = this.sources.get(key)
      const own = things[0] && this.#twins.get(things[0])
      const inferred = kind === 'period' && !source && own?.was?.facts.derived['inferred'] === true
      if (inferred && areRuns(listOf(this.edited, 'period')) && this.#isCounted())
        found.push(`${quote(this.after[lines[0]!]!)} names a quarter that is plain without it`)
      const texts = lines.map((at) => this.after[at]!.text)
      if (!source && texts.some((text) => /\s$/.test(text) && !this.#wasThere(text, unit)))
        found.push(`${JSON.stringify(texts)} is new, and ends with a blank`)
      if (lines.length > Math.max(2, source?.lines.length ?? 0)) {
        found.push(`${quote(this.after[lines[0]!]!)} takes ${lines.length} lines`)
      }
    }
    return found
  }

  /**
   * Whether a blank at the end of a new thing's line is that of one that went from there: where neither has an id,
   * or both say the same, the old one changed or moved for all that can be told.
   */
  #wasThere(text: string, {kind, things: [thing]}: Unit): boolean {
    const trailing = /\s*$/.exec(text)![0]
    return [...this.sources.values()].some((unit) => {
      if (unit.kind !== kind || isTeams(unit)) return false
      const was = unit.things[0]!.was!
      const fate = this.#fate(was)
      const isLike = withoutId.has(kind) || was.facts.text === thing!.facts.text
      const isOther = withoutId.has(kind) && !(fate.settled && fate.thing && isIntact(fate.thing))
      const went = !fate.thing || isOther
      return isLike && went && this.before[unit.lines.at(-1)!]!.text.endsWith(trailing)
    })
  }

  #isCounted(): boolean {
    return listOf(this.edited, 'period').every(
      ({facts}, index) => facts.quarter === null || facts.quarter === index + 1
    )
  }
}

/** What plan JSON tells by its place alone. */
const withoutId = new Set<Kind>(['field', 'statement', 'objective', 'update'])

const teamKinds = ['dependency', 'primaryTeam'] as const

function isTeams({kind}: Unit): boolean {
  return kind === 'dependency' || kind === 'primaryTeam'
}

/** Whether a list has the things that it had, in their order. */
function isSameList(was: Origin, thing: Thing, kind: Kind): boolean {
  const before = was.children.filter((child) => child.kind === kind)
  const now = listOf(thing, kind)
  return before.length === now.length && now.every((child, at) => child.was === before[at])
}

function otherTeams(kind: Kind): Kind {
  return kind === 'dependency' ? 'primaryTeam' : 'dependency'
}

/** A name for each thing of the page. */
function namesOf(plan: Thing): Map<Origin, string> {
  const names = new Map<Origin, string>()
  const visit = (was: Origin): void => {
    names.set(was, `${was.kind} ${names.size}`)
    was.children.forEach(visit)
  }
  visit(plan.was!)
  return names
}

function ownersOf(units: readonly Unit[], lines: readonly Line[]): Unit[][] {
  const owners: Unit[][] = lines.map(() => [])
  for (const unit of units) for (const at of unit.lines) owners[at]!.push(unit)
  return owners
}

/** The blank lines before a line that is not blank, or before the end. */
interface Gap {
  to: number
  lines: string[]
}

function gapsOf(lines: readonly Line[]): Gap[] {
  const gaps: Gap[] = []
  let blank: string[] = []
  for (const [to, {isBlank, text}] of lines.entries()) {
    if (isBlank) blank.push(text)
    else {
      gaps.push({to, lines: blank})
      blank = []
    }
  }
  return [...gaps, {to: lines.length, lines: blank}]
}

/**
 * What is wrong with the blank lines between two lines of the new page, of which `first` and `next` are the places
 * on the old one: `undefined` for a line that was not there.
 */
function check(
  lines: string[],
  old: readonly Gap[],
  first: number | undefined,
  next: number | undefined,
  most: number
): string | undefined {
  const count = (list: string[]): string => `${list.length} blank lines`
  if (first === undefined || next === undefined || next <= first) {
    return lines.length > most ? `are ${count(lines)}, and nowhere on the page` : undefined
  }
  const sides = next === first + 1 ? [old[next]!] : [old[first + 1]!, old[next]!]
  if (sides.some((side) => isDeepStrictEqual(side.lines, lines))) return undefined
  return `are ${count(lines)}, not ${sides.map((side) => count(side.lines)).join(' or ')}`
}

/** A mark of Translate on a line of its own belongs to what stands below it. */
function isUnitMark(line: Line | undefined): boolean {
  return line !== undefined && /^<!--T:\d+-->$/.test(line.text.trim())
}

function isTab(text: string): boolean {
  return /^\s*(?:<\/?tab(?:s|ber)?\b|\|-\||[^=]*=\s*$)/.test(text)
}

/** The last line of a page may have no line end. */
function isSame(a: Line, b: Line, {before, after}: Comparison): boolean {
  const last = a === before.at(-1) || b === after.at(-1)
  return a.text === b.text && (last || a.lineEnd === b.lineEnd)
}

function quote({text}: Line): string {
  return JSON.stringify(text)
}

/** Those of a list that stand in the order of the page whichever way the others are taken to have moved. */
function inOrder(list: readonly Thing[], parent: Origin | null): Set<Thing> {
  const here = list.filter(({was}) => was && was.parent === parent)
  const places = here.map(({was}) => parent!.children.indexOf(was!))
  const ends = places.map(() => 1)
  const starts = places.map(() => 1)
  for (const [at, place] of places.entries()) {
    for (let other = 0; other < at; other++)
      if (places[other]! < place) ends[at] = Math.max(ends[at]!, ends[other]! + 1)
  }
  for (let at = places.length - 1; at >= 0; at--) {
    for (let other = at + 1; other < places.length; other++)
      if (places[other]! > places[at]!) starts[at] = Math.max(starts[at]!, starts[other]! + 1)
  }
  const longest = Math.max(0, ...ends)
  const onLongest = places.map((_, at) => ends[at]! + starts[at]! - 1 === longest)
  return new Set(
    here.filter((_, at) => {
      const rivals = places.filter((_, other) => onLongest[other] && ends[other] === ends[at])
      return onLongest[at] && rivals.length === 1
    })
  )
}

/** Whether two lines differ nowhere but in a range of the old one, as offsets of its page. */
function isWithin({start, end}: Range, old: Line, now: Line): boolean {
  const head = old.text.slice(0, Math.max(0, start - old.start))
  const tail = old.text.slice(Math.max(0, end - old.start))
  return (
    now.text.length >= head.length + tail.length &&
    now.text.startsWith(head) &&
    now.text.endsWith(tail)
  )
}

/** Whether a status is all that a thing came to have: it may stand at either end. */
function isStatusNew({was, facts}: Thing): boolean {
  return was!.facts.status === null && isDeepStrictEqual({...facts, status: null}, was!.facts)
}

/** Whether a line is another one with something put into it. */
function isInsertion(old: Line, now: Line): boolean {
  let head = 0
  while (head < old.text.length && old.text[head] === now.text[head]) head++
  return now.text.endsWith(old.text.slice(head))
}

/** Characters that join a text to its status and mean nothing without it. */
const joints = /[\s:–—()[\].-]/

/** What of its line may change where some facts of a thing change; `undefined` where that is all. */
function regionOf(thing: Thing, line: Line, page: string): Range | undefined {
  const was = thing.was!
  const parts: Range[] = []
  for (const fact of Object.keys(was.facts) as (keyof Facts)[]) {
    if (JSON.stringify(was.facts[fact]) === JSON.stringify(thing.facts[fact])) continue
    const part = regions[fact]?.(was, line, page, thing.facts)
    if (!part) return undefined
    parts.push(part)
  }
  if (/^[\s:.,()[\]–—-]|[:–—-]$/.test(thing.facts.text)) return undefined
  return hullOf(parts)
}

/** From the first of some ranges to the last. */
function hullOf(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({start}) => start)),
    end: Math.max(...ranges.map(({end}) => end))
  }
}

type Region = (was: Origin, line: Line, page: string, now: Facts) => Range | undefined

function partOf(was: Origin, type: string): Range | undefined {
  const {children = []} = was.node as {children?: {type: string}[]}
  const found = children.find((child) => child.type === type)
  return found && rangeOf(found)
}

/** What goes with something that is taken off its line. */
function withJoints(part: Range, line: Line, page: string): Range {
  let {start, end} = part
  while (start > line.start && joints.test(page[start - 1]!)) start--
  while (end < line.end && joints.test(page[end]!)) end++
  return {start, end}
}

const regions: Partial<Record<keyof Facts, Region>> = {
  text: (was, {end}, page) => {
    const said = partOf(was, 'statement')
    if (said || !isLeaf(was.kind)) return said
    const whole = rangeOf(was.node)
    return page.slice(whole.end, end).trim() === '' ? {...whole, end} : whole
  },
  links: (was) => partOf(was, 'statement'),
  statuses: (was, {start}) => {
    const statement = partOf(was, 'statement')
    return statement && {start, end: statement.end}
  },
  date: (was, line, page, now) => {
    const date = partOf(was, 'date')
    return date && now.date === null ? withJoints(date, line, page) : date
  },
  stretch: (was, {start}) => {
    const statement = partOf(was, 'statement')
    return statement && {start, end: statement.start}
  },
  status: (was, line, page) => {
    const status = partOf(was, 'status')
    if (!status) return undefined
    return withJoints(status, line, page)
  }
}

function isLeaf(kind: Kind): boolean {
  return kind === 'objective' || kind === 'statement' || kind === 'field'
}
