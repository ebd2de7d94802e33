import { isUuid } from '#kernel/ids'
import { z } from 'zod'

/** A text that stays in the record for good: well-formed, trimmed, from 1 to `most` UTF-16 units. */
export function textShape(most: number): z.ZodType<string> {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && text.trim() === text, 'must be well-formed, without space around it')
}

/** A UUID made by a sender: of a motion, an amendment, a vote. */
export const uuidShape = z.string().refine(isUuid, 'must be a UUID in lower case')

/** The id of a member: `m-` and twelve letters. */
export const memberIdShape = z.string().regex(/^m-[0-9a-z]{12}$/)

/** A SHA-256 hash, base64. */
export const hashShape = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

/** A text that stands beside the record and can be erased: its salted hash and its length in UTF-16 units. */
export const heldTextShape = z.strictObject({ hash: hashShape, length: z.int().min(1).max(50_000) })

/** A whole number within bounds. */
export function countShape(least: number, most: number): z.ZodType<number> {
  return z.int().min(least).max(most)
}
