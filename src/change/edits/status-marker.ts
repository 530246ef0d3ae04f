/** How a status is spelt on its page: as its neighbours are. */
import {majority} from './majority.ts'
import {commentsIn} from '../../syntax/wikitext/comments.ts'
import {findStatus, type Vocabulary} from '../../vocabulary/index.ts'
import {isMarkerOf, markerName} from '../../write/wikitext/phrasing.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/** How a marker is written, whichever status it is of. */
interface Style {
  opening: '{{' | '<<'
  isLower: boolean
}

const closings = {'{{': '}}', '<<': '>>'} as const

const houseStyle: Style = {opening: '{{', isLower: false}

/**
 * The marker of a status: as the nearest neighbours write this status, else as they write others, else as
 * `{{In progress}}`. Neighbours that are malformed, rendered text, or have arguments are no models.
 *
 * @param neighbours Groups of statuses, the nearest first.
 * @throws {TypeError} for a status that has neither a label nor a value to be called by.
 */
export function spellStatus(
  status: {value: string; label: string},
  neighbours: readonly (readonly StatusJson[])[],
  vocabulary: Vocabulary
): string {
  const models = neighbours.map((group) => group.filter(isModel))
  const same = models.map((group) => group.filter(({value}) => value === status.value))
  const style = majority(
    models.map((group) => group.map(styleOf)),
    ({opening, isLower}) => `${opening}${isLower}`
  )
  const name = nameOf(status, vocabulary)
  const spellings = [
    majority(same.map((group) => group.map(({raw}) => raw))),
    style && spell(name, style),
    spell(name, houseStyle)
  ].filter((spelling) => spelling !== undefined)
  return spellings.find((raw) => isMarkerOf(raw, status.value, vocabulary)) ?? spellings.at(-1)!
}

/** A status in the place of another, whose comments stay: `{{<!-- ask -->done}}`. */
export function spellInPlace(
  was: StatusJson,
  is: StatusJson,
  spell: (status: StatusJson) => string,
  vocabulary: Vocabulary
): string {
  return spellLike(was, is, spell, vocabulary) + commentsIn(was.raw).join('')
}

/** Words in brackets, and words alone, which a status column has. */
const bare: {readonly [F in StatusJson['form']]?: (name: string) => string} = {
  bracket: (name) => `[${name}]`,
  text: (name) => name
}

/**
 * A status like another: in brackets or as words where that one is so, and with its letters' case where it
 * is malformed.
 *
 * @param spell How statuses are spelt there else.
 */
export function spellLike(
  was: StatusJson,
  is: StatusJson,
  spell: (status: StatusJson) => string,
  vocabulary: Vocabulary
): string {
  const write = bare[was.form]
  if (write) return write(cased(nameOf(is, vocabulary), was.raw))
  if (was.form !== 'malformed') return spell(is)
  const name = isLower(was.raw) ? lowered(was.label) : was.label
  return spellStatus(is, [[{...was, form: 'template', raw: `{{${name}}}`}]], vocabulary)
}

/** A name in capitals, or with a small letter first, as another text is. */
function cased(name: string, like: string): string {
  if (/\p{Lu}{2}/u.test(like) && like === like.toUpperCase()) return name.toUpperCase()
  return isLower(like) ? lowered(name) : name
}

/** Whether the first letter of a text is a small one. */
function isLower(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  return letter !== letter.toUpperCase()
}

function lowered(name: string): string {
  const [first = ''] = name
  return first.toLowerCase() + name.slice(first.length)
}

/** Whether a marker is one that a new one may be like. */
function isModel({form, raw}: StatusJson): boolean {
  return (
    (form === 'template' || form === 'angle') &&
    !raw.includes('|') &&
    Boolean(markerName(raw)?.trim())
  )
}

function styleOf({raw}: StatusJson): Style {
  const [first = ''] = markerName(raw)!.trim()
  return {opening: raw.startsWith('<<') ? '<<' : '{{', isLower: first !== first.toUpperCase()}
}

function spell(name: string, {opening, isLower}: Style): string {
  return opening + (isLower ? lowered(name) : name) + closings[opening]
}

/** What a marker calls a status: its label, where that means it, else the vocabulary's. */
function nameOf({value, label}: {value: string; label: string}, vocabulary: Vocabulary): string {
  const known = vocabulary.statuses.find((entry) => entry.value === value)
  const names = [label, known?.label ?? value, value].map(toName)
  const name =
    names.find((candidate) => isNameOf(candidate, value, vocabulary)) ?? names.find(Boolean)
  if (!name)
    throw new TypeError('Expected a status with a label or a value, and neither says anything')
  return name
}

function isNameOf(name: string, value: string, vocabulary: Vocabulary): boolean {
  const found = findStatus(vocabulary, name)
  return found?.value === value && !found.misspelt
}

/** A name without what would end a marker. */
function toName(label: string): string {
  return label.replace(/[{}[\]<>|\s]+/g, ' ').trim()
}
