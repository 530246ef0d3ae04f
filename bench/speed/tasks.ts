/** What is measured: our functions, the same work by others, and what no parser can be faster than. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import Parser from 'wikiparser-node'
import wtf from 'wtf_wikipedia'
import {setStatus} from '../../src/edit/index.ts'
import {parse, parseWikitext, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import {readWikitext} from '../../src/syntax/wikitext/read.ts'
import {recognize} from '../../src/plan/recognize/index.ts'
import {english} from '../../src/vocabulary/index.ts'
import {createCopy, sumOf} from './floor.ts'
import type {Plan} from '../../src/index.ts'

/** One thing that is measured on pages. */
export interface Task {
  name: string
  /** Makes what it works on of a page, and gives what is measured. */
  prepare: (source: string) => () => unknown
  /** The longest page that it is run on, where a longer one takes minutes. */
  longest?: number
  /** Whether its result holds anything of the heap. */
  leavesNothing?: boolean
}

const options = {from: 'wikitext'} as const

const ours: Task[] = [
  {name: 'parseWikitext', prepare: (source) => () => parseWikitext(source)},
  {name: 'parse', prepare: (source) => () => parse(source, options)},
  {name: 'document and plan', prepare: (source) => () => documentAndPlan(source)},
  {name: 'parse to plan JSON', prepare: (source) => () => toJson(parse(source, options))},
  {
    name: 'toWikitext with source',
    prepare(source) {
      const plan = parse(source, options)
      return () => toWikitext(plan, {source})
    }
  },
  {
    name: 'setStatus and toWikitext',
    prepare(source) {
      const plan = parse(source, options)
      const goal = firstGoal(plan)
      return () => toWikitext(setStatus(plan, goal, 'stalled'), {source})
    }
  }
]

/** What `parse` makes, with what it makes on the way. */
function documentAndPlan(source: string): unknown {
  const document = readWikitext(source, english)
  return [document, recognize(document, {vocabulary: english, dialect: 'wikitext', source, report})]
}

function report(): void {}

function firstGoal(plan: Plan): string {
  const [goal] = toJson(plan).periods.flatMap(({sections}) => sections.flatMap(({goals}) => goals))
  return goal!.id
}

const markdown = unified().use(remarkParse).use(remarkGfm)

const peers: Task[] = [
  {
    name: 'wikiparser-node, Parser.parse',
    prepare: (source) => () => Parser.parse(source),
    longest: 1_000_000
  },
  {
    name: 'wtf_wikipedia, .json()',
    prepare: (source) => () => wtf(source).json(),
    longest: 1_000_000
  },
  {
    name: 'remark-parse, the page in Markdown',
    prepare(source) {
      const twin = toMarkdown(parse(source, options))
      return () => markdown.parse(twin)
    },
    longest: 100_000
  }
]

const floors: Task[] = [
  {
    name: 'JSON.parse of our tree',
    prepare(source) {
      const json = JSON.stringify(parseWikitext(source))
      return () => JSON.parse(json) as unknown
    }
  },
  {
    name: 'copy of our tree',
    prepare(source) {
      const tree = parseWikitext(source)
      const copy = createCopy(tree)
      return () => copy(tree)
    }
  },
  {name: 'sum of charCodeAt', prepare: (source) => () => sumOf(source), leavesNothing: true}
]

/** All that is measured. */
export const tasks: Task[] = [...ours, ...peers, ...floors]
