import type { Json } from '#kernel/canonical'

/** Letters of JSON. Beyond it stand boards of secret votes, which may have megabytes. */
const LONGEST = 65_536
const SHOWN = 6

/** Whether a body is too long for lists and messages: whoever wants it asks for the one entry. */
export function isLongBody(body: Json): boolean {
  return JSON.stringify(body).length > LONGEST
}

/** A body to be read by a person: where it is long, of every long list the beginning and how many more there are. */
export function bodyForPage(body: Json): { readonly text: string; readonly isCut: boolean } {
  const isCut = isLongBody(body)
  const shorten = (_key: string, value: Json): Json =>
    Array.isArray(value) && value.length > 2 * SHOWN
      ? [...(value.slice(0, SHOWN) as Json[]), `… + ${value.length - SHOWN}`]
      : value
  return { text: JSON.stringify(body, isCut ? shorten : undefined, 2), isCut }
}
