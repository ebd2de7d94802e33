import { bug } from './bug.ts'

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * Canonical JSON after RFC 8785: no white space, keys sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them. The value must be well-formed (no lone surrogate, no NaN or infinity): anything else is a bug of the
 * caller, because outside data is parsed at the border.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : bug('a number that JSON cannot hold')
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${canonicalString(key)}:${canonical(member)}`)
  }
  return `{${members.join(',')}}`
}

function canonicalString(text: string): string {
  return text.isWellFormed() ? JSON.stringify(text) : bug('a string with a lone surrogate')
}

/** A field of a JSON object; undefined where the value is no object or has no such field. */
export function fieldOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
