import { isRefusal, type Refusal } from '#kernel/refusal'
import { refuseToken } from '#modules/tokens/core'

const DEEPEST = 32

/** Reads a JSON body: its kind, its size, its letters and its depth are looked at before any shape is. */
export async function readJson(
  request: Request,
  most: number,
): Promise<{ readonly json: unknown } | Refusal> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    return refuseToken('media-type-wrong', { expected: 'application/json' })
  const text = await textOf(request, most)
  if (isRefusal(text)) return text
  try {
    const json: unknown = JSON.parse(text)
    return isSound(json, 0) ? { json } : refuseToken('json-unsound')
  } catch {
    return refuseToken('not-json')
  }
}

async function textOf(request: Request, most: number): Promise<string | Refusal> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuseToken('content-too-large')
  const bytes = await bytesOf(request, most)
  if (isRefusal(bytes)) return bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuseToken('not-json')
  }
}

/** The body, as far as it is not too large; the server itself stops what is larger than it takes at all. */
async function bytesOf({ body }: Request, most: number): Promise<Uint8Array | Refusal> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of body ?? []) {
      parts.push(part)
      length += part.length
      if (length > most) return refuseToken('content-too-large')
    }
  } catch {
    return refuseToken('content-too-large')
  }
  return Buffer.concat(parts)
}

/**
 * Whether everything downstream can take it: NUL is in no text that PostgreSQL takes, half a surrogate pair in none that can be
 * hashed, `__proto__` in no object that is copied, and what is nested deep costs whoever walks it.
 */
function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  if (depth === DEEPEST) return false
  return Object.entries(value).every(
    ([key, member]) => key !== '__proto__' && isSound(key, depth) && isSound(member, depth + 1),
  )
}
