import type {EntityOf} from '../entities.ts'
import type {HeadingWithParts, KeptContent} from '../../plan/types.ts'
import type {PhrasingContent} from '../../document/types.ts'

/** A heading's content without the nodes of what it says: the code, numbers and so on as text. */
export function phrasingOf(children: HeadingWithParts['children']): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'code' || child.type === 'number')
      return [{type: 'text', value: child.value, position: child.position}]
    const isPart =
      child.type === 'qualifier' || child.type === 'statement' || child.type === 'label'
    return isPart ? child.children : [child]
  })
}

/** The heading of a section of the page; `undefined` for goals under no section. */
export function headingOf({node, facts}: EntityOf<'section'>): KeptContent | undefined {
  return facts.heading === null ? undefined : (node.children[0] as KeptContent)
}
