/** A node with its children, and what stands elsewhere and holds for it as well. */
interface WithChildren<Child> {
  children: Child[]
  shared?: Child[]
}

/** The first child of one type. */
export function childOf<Child extends {type: string}, Type extends Child['type']>(
  parent: WithChildren<Child>,
  type: Type
): Extract<Child, {type: Type}> | undefined {
  const isOfType = (child: Child): child is Extract<Child, {type: Type}> => child.type === type
  return parent.children.find(isOfType) ?? parent.shared?.find(isOfType)
}

/** The children of one type, in order. */
export function childrenOf<Child extends {type: string}, Type extends Child['type']>(
  {children, shared}: WithChildren<Child>,
  type: Type
): Extract<Child, {type: Type}>[] {
  const isOfType = (child: Child): child is Extract<Child, {type: Type}> => child.type === type
  const own = children.filter(isOfType)
  return shared ? [...own, ...shared.filter(isOfType)] : own
}
