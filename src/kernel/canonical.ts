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
  if (typeof value === 'number')
    return Number.isFinite(value) ? JSON.stringify(value) : bug('a number that JSON cannot hold')
  return isList(value) ? canonicalList(value) : canonicalObject(value)
}

// Written piece by piece onto one text: lists of pieces to be joined took twice as long.
function canonicalList(list: readonly Json[]): string {
  let text = ''
  for (const member of list) text += text === '' ? canonical(member) : `,${canonical(member)}`
  return `[${text}]`
}

function canonicalObject(object: Readonly<Record<string, Json>>): string {
  let text = ''
  for (const key of sorted(Object.keys(object))) {
    const member = object[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonical(member)}`
  }
  return `{${text}}`
}

/** Mostly they are already, as what was read stood in this order. */
function sorted(keys: string[]): readonly string[] {
  for (let i = 1; i < keys.length; i++) if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort()
  return keys
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
