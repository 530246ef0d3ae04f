/** Updates: items below a note, lines of running text, or what stands beside the note's date. */
import {changeContent} from './change-content.ts'
import {carriedLines, carriedText, isGluedBefore} from './extent.ts'
import {marksOf, newOpening, withMarks} from './items.ts'
import {isBeside, readNoteHead, type NoteThing} from './note-head.ts'
import {contentEnd, lineAt, lineStart, lineText, rangeOf} from './page.ts'
import {beforeOf, writeText, type State} from './state.ts'
import {listOf, type EntityOf} from '../entities.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'

export type UpdateThing = EntityOf<'update'>

/** The lines of an update, and of those below it; none can stand below an indented line. */
export function updateLines(update: UpdateThing, like: string, state: State): string[] {
  const open = update.children.length > 0 ? like.replace(/^:+/, '*') : like
  const before = beforeOf(update, state)
  if (before && isItem(before, state)) {
    const lines = carriedLines(before, state, (inner) => {
      changeUpdate(before, update, inner)
      inner.putBelow(before, update, inner)
    })
    return withMarks(lines, marksOf(open))
  }
  const inner = newOpening('update', {siblings: [], outer: marksOf(open)}, state)
  const below = listOf(update, 'update').flatMap((child) => updateLines(child, inner, state))
  return [open + updateText(update, open, state), ...below]
}

/** An update's text, as the page has it where it is on the page. */
export function updateText(update: UpdateThing, left: string, state: State): string {
  const before = beforeOf(update, state)
  if (before?.content.length) {
    return carriedText(before, state, (inner) => changeUpdate(before, update, inner))
  }
  return writeText(update.content, {left, right: '', scope: scopes.line}, state)
}

/** Whether an update of the page is an item of a list. */
export function isItem({node}: UpdateThing, {page}: State): boolean {
  const {start} = rangeOf(node)
  const line = lineStart(page, lineAt(page, start))
  return !isGluedBefore(page, start) && /[*#]/.test(page.source.charAt(line))
}

/** Puts what an update says into its line. */
export function changeUpdate(before: UpdateThing, after: UpdateThing, state: State): void {
  const {page, survey} = state
  const at = contentEnd(page, lineAt(page, rangeOf(before.node).start))
  changeContent(before, after, {at, scope: scopes.line, parent: survey.parentOf(before)}, state)
}

/** Takes an update that stands beside its note off the line, with what joins it. */
export function removeBeside(update: UpdateThing, note: NoteThing, state: State): void {
  const {end} = readNoteHead(note, state)!
  state.patch.replace({start: end, end: rangeOf(update.node).end, text: ''})
}

/** The updates of a note that stand on lines of their own. */
export function ownUpdates(note: NoteThing, {page}: State): UpdateThing[] {
  return listOf(note, 'update').filter(({node}) => !isBeside(node, note.node, page))
}

/** The bullets of the note or update that an update stands under. */
export function outerMarks(parent: NoteThing | UpdateThing, {page}: State): string {
  const marks = marksOf(lineText(page, lineAt(page, rangeOf(parent.node).start)))
  return parent.kind === 'note' ? marks.replace(/[;:]/g, '') : marks
}
