/** Pages of the wiki as Markdown addresses: `./Target`, as in Parsoid's HTML. */

/** What ends a Markdown address, or means something in any address. */
const reserved = /[\s"%()<>?[\\\]^`{|}\u0000-\u001F\u007F]/g

/** `Night boats` as `./Night%20boats`. Letters beyond ASCII stay as they are, to be read. */
export function toWikiAddress(target: string): string {
  return './' + target.replace(reserved, encode)
}

/** The page that an address means; `undefined` where it is no page of the wiki. */
export function fromWikiAddress(address: string): string | undefined {
  if (!address.startsWith('./') || address.length === 2) return undefined
  try {
    return decodeURIComponent(address.slice(2))
  } catch {
    return address.slice(2)
  }
}

function encode(character: string): string {
  return encodeURIComponent(character).replace(/[()]/, (d) => (d === '(' ? '%28' : '%29'))
}
