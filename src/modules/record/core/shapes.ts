import { isUuid } from '#kernel/ids'
import type { Refusal } from '#kernel/refusal'
import { refuseRecord } from './messages.ts'
import { z } from 'zod'

/** A text that stays in the record for good: well-formed, trimmed, from 1 to `most` UTF-16 units. */
export function textShape(most: number): z.ZodType<string> {
  return z
    .string()
    .min(1)
    .max(most)
    .refine(
      (text) => text.isWellFormed() && text.trim() === text,
      'must be well-formed, without space around it',
    )
}

/** A UUID made by a sender: of a motion, an amendment, a vote. */
export const uuidShape = z.string().refine(isUuid, 'must be a UUID in lower case').meta({ format: 'uuid' })

/** The id of a member: `m-` and twelve letters. */
export const memberIdShape = z.string().regex(/^m-[0-9a-z]{12}$/)

/** A SHA-256 hash, base64. */
export const hashShape = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

/** UTF-16 units that a held text may have. */
export const MOST_HELD_LENGTH = 50_000

/** A text that stands beside the record and can be erased: its salted hash and its length in UTF-16 units. */
export const heldTextShape = z.strictObject({ hash: hashShape, length: z.int().min(1).max(MOST_HELD_LENGTH) })
/** Why a typed text cannot be held. Asked at the form, because the act's shape could only say "malformed". */
export function checkHeldText(text: string): Refusal | undefined {
  if (text === '') return refuseRecord('held-text-missing')
  const { length } = text
  return length > MOST_HELD_LENGTH
    ? refuseRecord('held-text-too-long', { length, most: MOST_HELD_LENGTH })
    : undefined
}

/** A whole number within bounds. */
export function countShape(least: number, most: number): z.ZodType<number> {
  return z.int().min(least).max(most)
}
