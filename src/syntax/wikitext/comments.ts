/** Comments, in source that nothing has read yet. One without an end goes on to the end of the source. */
const comment = /<!--.*?(-->|$)/gs

/** Source that comments are nothing in. */
export function withoutComments(source: string): string {
  return source.includes('<!--') ? source.replace(comment, '') : source
}

/** The comments that have an end, as they are written. */
export function commentsIn(source: string): string[] {
  return Array.from(source.matchAll(comment)).flatMap(([all, end]) => (end === '' ? [] : [all]))
}
