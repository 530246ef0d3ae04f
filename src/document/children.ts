/** The children of one type, in order. */
export function childrenOf<Child extends {type: string}, Type extends Child['type']>(
  parent: {children: Child[]},
  type: Type
): Extract<Child, {type: Type}>[] {
  return parent.children.filter((child): child is Extract<Child, {type: Type}> => {
    return child.type === type
  })
}
