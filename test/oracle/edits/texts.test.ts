/**
 * Texts that would be markup, put wherever plan JSON has a text: the wiki shows them as they are, and the page
 * around them is the page that it is around any other word.
 */
import type {Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {apply} from '../../../src/apply.ts'
import {EditError} from '../../../src/change/edit-error.ts'
import {parse, toJson, type PlanJson, type ItemJson, type UpdateJson} from '../../../src/index.ts'
import {readFile} from '../../utils/fixtures.ts'
import {hasWiki, legacyHtml} from '../wiki.ts'
import {newGoal, newTask, newUpdate} from './json.ts'
import {withoutNumbers} from './sections.ts'

const fixtures = [
  'house-style',
  'goals-as-bold-paragraphs',
  'definition-lists',
  'notes-in-many-styles',
  'statements-and-teams',
  'translated'
]

const texts = [
  "Wind ''all'' clocks",
  "''Wind all clocks''",
  "'''Wind''' all clocks",
  "'''''Wind all clocks",
  "Wind l'''amour",
  'Wind [[all]] clocks',
  'Wind [[all|the]] clocks',
  '[[File:Clock.png|thumb|Wind]] all',
  'Wind [[Category:Clocks]] all',
  'Wind [https://clocks.example all] clocks',
  'Wind {{done}} clocks',
  'Wind all clocks }} {{',
  'Wind {{{1}}} clocks',
  'Wind {{!}} clocks',
  'Wind <b>all</b> clocks',
  'Wind <br> all <br/> clocks',
  'Wind </div> clocks',
  'Wind <div class="x">clocks',
  'Wind <!-- all --> clocks',
  'Wind <!-- all clocks',
  'Wind --> clocks',
  'Wind <nowiki>all</nowiki> clocks',
  'Wind <nowiki> clocks',
  'Wind </nowiki> clocks',
  'Wind <pre>all</pre> clocks',
  'Wind <ref>all</ref> clocks',
  'Wind &amp; &lt;all&gt; &#91; clocks',
  '* Wind all clocks',
  '# Wind all clocks',
  ': Wind all clocks',
  '; Wind : all clocks',
  'Wind: all clocks',
  'Wind : all clocks',
  '= Wind all clocks =',
  '== Wind all clocks ==',
  'Wind all clocks ==',
  '== Wind all clocks',
  '---- Wind all clocks',
  '{| Wind all clocks |}',
  '| Wind || all !! clocks',
  '|- Wind all clocks',
  '! Wind all clocks',
  '#REDIRECT [[Wind all clocks]]',
  'Wind __NOTOC__ clocks',
  'Wind ~~~~ clocks',
  'Wind {{subst:all}} clocks',
  'Wind -{all}- clocks',
  'Wind | all = clocks',
  'Wind "all" \'clocks\' \\n $1',
  'Wind ]] all [[ clocks',
  "Wind '' all ''' clocks ''''",
  'Wind <script>alert(1)</script> clocks'
]

// These stand where a text, and a team's name, are to stand.
const word = 'Qwertyword'
const team = 'Teamword'

/** What no team's name can hold. */
const partsTeams = /[,;]|^[^[]*\]/

/**
 * What a page has no place for: punctuation between a status and the title behind it is no part of the title.
 */
const refused: Record<string, string[]> = {
  'goals-as-bold-paragraphs': [': Wind all clocks', '---- Wind all clocks']
}

describe.runIf(hasWiki).concurrent.each(fixtures)('on %s the wiki shows as it is', (fixture) => {
  const source = readFile(fixture, 'page.wiki')!
  const page = apply(source, withTexts(source, word, team))

  test.each(texts)('%s', async (text) => {
    const teamText = partsTeams.test(text) ? team : text
    const edit = () => apply(source, withTexts(source, text, teamText))
    if (refused[fixture]?.includes(text)) return expect(edit).toThrow(EditError)
    const expected = (await shown(page))
      .replaceAll(word, () => text)
      .replaceAll(team, () => teamText)
    expect(await shown(edit())).toBe(expected)
  })
})

/** The plan JSON of a page, with a text in each place that can hold it. */
function withTexts(source: string, text: string, teamText: string): PlanJson {
  const plan = toJson(parse(source))
  for (const field of plan.fields) Object.assign(field, {value: text, links: []})
  for (const outcome of plan.periods.flatMap(({sections}) => sections)) {
    if (outcome.statement !== null) outcome.statement = text
    outcome.dependencies = outcome.dependencies.map(() => teamText)
    outcome.primaryTeams = outcome.primaryTeams.map(() => teamText)
    outcome.objectives = outcome.objectives.map(() => text)
    for (const goal of outcome.goals) {
      goal.text = text
      goal.tasks.forEach((task) => retype(task, text))
      goal.tasks.push(newTask(text))
    }
    outcome.goals.push(newGoal(text))
    for (const note of outcome.notes) {
      note.updates.forEach((update) => retype(update, text))
      note.updates.push(newUpdate(text))
    }
  }
  return plan
}

function retype(thing: ItemJson | UpdateJson, text: string): void {
  if ('tasks' in thing) thing.tasks.forEach((task) => retype(task, text))
  else thing.updates.forEach((update) => retype(update, text))
  if (thing.text !== '' && !('statuses' in thing && thing.statuses.length > 0)) thing.text = text
}

/** What the wiki makes of a page, as tags and text; spaces are alike. */
async function shown(page: string): Promise<string> {
  const tree = unified()
    .use(rehypeParse, {fragment: true})
    .parse(withoutNumbers(await legacyHtml(page)))
  const parts: string[] = []
  visit(tree, (node: Nodes) => {
    if (node.type === 'element') parts.push(`\n<${node.tagName}>`)
    if (node.type === 'text') parts.push(node.value.replaceAll('\u00a0', ' '))
  })
  return parts.join('')
}
