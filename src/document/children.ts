/** The first child of one type. */
export function childOf<Child extends {type: string}, Type extends Child['type']>(
  parent: {children: Child[]},
  type: Type
): Extract<Child, {type: Type}> | undefined {
  return parent.children.find((child): child is Extract<Child, {type: Type}> => {
    return child.type === type
  })
}

/** The children of one type, in order. */
export function childrenOf<Child extends {type: string}, Type extends Child['type']>(
  parent: {children: Child[]},
  type: Type
): Extract<Child, {type: Type}>[] {
  return parent.children.filter((child): child is Extract<Child, {type: Type}> => {
    return child.type === type
  })
}
