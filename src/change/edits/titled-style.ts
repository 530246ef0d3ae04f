/** What goals and tasks have around their text, as their neighbours have it. */
import {majority} from './majority.ts'
import {
  allTitled,
  readTitledLine,
  siblingsOf,
  silentIn,
  type Titled,
  type TitledForm,
  type TitledLine
} from './titled-line.ts'
import type {State} from './state.ts'

/** `[stretch] ` as the page writes it. */
export function stretchMarker(near: Titled | undefined, state: State): string {
  const {survey, vocabulary} = state
  const parent = near && survey.parentOf(near)
  const like = survey.once(parent ?? survey, 'stretch', () => {
    const page = survey.once(survey, 'stretches', () => stretchesOf(allTitled(state), state))
    return majority([stretchesOf(siblingsOf(near, state), state), page])
  })
  return like ?? `[${vocabulary.labels.stretch[0]}] `
}

function stretchesOf(things: readonly Titled[], state: State): string[] {
  return things
    .filter(({facts}) => facts.stretch)
    .map((thing) => ({node: thing.node, range: readTitledLine(thing, state).stretch}))
    .filter(({node, range}) => silentIn(node, range).length === 0)
    .map(({range: {start, end}}) => state.page.source.slice(start, end))
    .filter((text) => text !== '')
}

/**
 * How neighbours of a form join their status.
 *
 * @param near One of them; the page's are asked where it has none beside it.
 */
export function statusModel(
  form: TitledForm,
  near: Titled | undefined,
  state: State
): TitledLine | undefined {
  const {survey} = state
  const parent = near && survey.parentOf(near)
  return survey.once(parent ?? survey, `joint ${form}`, () => {
    const page = survey.once(survey, `joints ${form}`, () =>
      modelsOf(allTitled(state), form, state)
    )
    const groups = [modelsOf(siblingsOf(near, state), form, state), page]
    const key = ({joint, tail, isStatusFirst}: TitledLine): string =>
      JSON.stringify([isStatusFirst, joint, tail])
    return majority(groups, key)
  })
}

/** The lines that have a status: a row of a table may have it in a cell of its own. */
function modelsOf(things: readonly Titled[], form: TitledForm, state: State): TitledLine[] {
  return things
    .filter(({facts}) => facts.status !== null)
    .map((thing) => readTitledLine(thing, state))
    .filter((line) => line.form === form && line.status && isModel(line))
}

/** Whether nothing but markup stands around a line's status. */
function isModel({joint, tail}: TitledLine): boolean {
  return /^[\s:–—()[\]'-]*$/.test(joint) && /^[\s)\]'=]*$/.test(tail)
}

/** Behind the text; inside a heading, but outside of bold. */
export function houseModel(form: TitledForm, suffix: string): Pick<TitledLine, 'joint' | 'tail'> {
  const isWrapped = form !== 'heading' && /^'*$/.test(suffix)
  return isWrapped ? {joint: `${suffix} `, tail: ''} : {joint: ' ', tail: suffix}
}
