import {toContent, toSomeContent, type Content} from './content.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {contentOf, withContent} from './statement.ts'
import {withValue} from './set-field.ts'
import {find, type Target} from './target.ts'
import {toTeam} from './teams.ts'
import {flatten, mark, slice} from '../document/phrasing.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Field, Goal, Objective, Plan, Task, Team, Update} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

type Texted = Field | Objective | Team | Goal | Task | Update

/**
 * Changes a text: a goal's title, a task's or update's text, an objective, a team's name, a field's value.
 * The statuses that open an update stay, and only a field's value may be blank.
 *
 * A section's texts have functions of their own: `setHeading` and `setStatement`.
 *
 * @throws {TargetError} where the plan has no such thing.
 * @throws {TypeError} for what is no text, or cannot stand there.
 */
export function setText(
  plan: Plan,
  target: Target,
  text: Content,
  options?: VocabularyOptions | null
): Plan {
  const types: Texted['type'][] = ['goal', 'task', 'update', 'objective', 'team', 'field']
  const {node, path} = find(plan, target, 'setText', types)
  return planWith(path, withText(node, text, vocabularyOf(options)))
}

function withText(node: Texted, text: Content, vocabulary: Vocabulary): Texted {
  if (node.type === 'team') return {...node, children: toTeam(text, vocabulary).children}
  if (node.type === 'field') return withValue(node, toContent(text, 'text'))
  if (node.type === 'objective') return {...node, children: toSomeContent(text, 'text')}
  if (node.type !== 'update') return withContent(node, toSomeContent(text, 'text'))
  const opening = openingOf(contentOf(node))
  const isOpened = flatten(opening).includes(mark)
  const content = isOpened ? toContent(text, 'text') : toSomeContent(text, 'text')
  return withContent(node, [...opening, ...content])
}

/** The statuses that open an update, with the blanks around them. */
function openingOf(content: PhrasingContent[]): PhrasingContent[] {
  const text = flatten(content)
  const opening = /^(?:\s*\uFFFC)*\s*/.exec(text)![0].length
  return slice(content, 0, opening)
}
