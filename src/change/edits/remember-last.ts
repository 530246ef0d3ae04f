/** How long a page is at most that is remembered, in UTF-16 code units: its tree takes some thirty times that. */
const longest = 1_000_000

/**
 * A function that knows its last result again: an editor asks for edit after edit of one page. What it gives
 * must not be changed.
 *
 * It holds that result until it is asked for another page. (A `WeakRef` would hold every result until the
 * caller's turn ends, and a bot may do all its pages in one.)
 */
export function rememberLast<Settings extends object, Result>(
  read: (source: string, settings: Settings) => Result
): (source: string, settings: Settings) => Result {
  let last: {source: string; settings: Settings; result: Result} | undefined
  return (source, settings) => {
    if (last?.source === source && isShallowlySame(last.settings, settings)) return last.result
    const result = read(source, settings)
    last = source.length > longest ? undefined : {source, settings, result}
    return result
  }
}

function isShallowlySame(a: object, b: object): boolean {
  const others = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([key, value]) => others.get(key) === value)
}
