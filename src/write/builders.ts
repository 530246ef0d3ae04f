/** Document nodes without positions, as writers make them. */
import {headingDepth} from '../document/depth.ts'
import type {
  Emphasis,
  FlowContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Text,
  Title
} from '../document/types.ts'

export function text(value: string): Text {
  return {type: 'text', value}
}

export function strong(children: PhrasingContent[]): Strong {
  return {type: 'strong', children}
}

export function emphasis(children: PhrasingContent[]): Emphasis {
  return {type: 'emphasis', children}
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children}
}

export function title(value: string): Title {
  return {type: 'title', children: [text(value)]}
}

export function heading(depth: number, children: PhrasingContent[]): Heading {
  return {type: 'heading', depth: headingDepth(depth), children}
}

/** A list item: a line, and the lists nested below it. */
export function item(line: PhrasingContent[], nested: FlowContent[] = []): ListItem {
  return {type: 'listItem', children: [paragraph(line), ...nested]}
}

/** Runs of items as bullet lists, and what stands between them; no dialect can write an empty list. */
export function bullets(parts: readonly (ListItem | FlowContent)[]): FlowContent[] {
  const content: FlowContent[] = []
  let list: List | undefined
  for (const part of parts) {
    if (part.type !== 'listItem') {
      list = undefined
      content.push(part)
    } else if (list) list.children.push(part)
    else content.push((list = {type: 'list', ordered: false, children: [part]}))
  }
  return content
}
