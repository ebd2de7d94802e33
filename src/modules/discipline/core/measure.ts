import { z } from 'zod'
import { countShape } from '#modules/record/core'

/** Rights that can be suspended. Nobody loses the right to read, to speak, to sign a platform, to be heard and to appeal. */
export const RIGHTS = ['vote', 'propose', 'stand'] as const

/** See `RIGHTS`: casting ballots in votes that open later, proposing motions and amendments, standing for office. */
export type Right = (typeof RIGHTS)[number]

/** What can be asked for, from the mildest on. Removal from office is not here: that is a recall. */
export const MEASURES = ['warning', 'suspension', 'expulsion'] as const

/** See `MEASURES`. */
export type MeasureKind = (typeof MEASURES)[number]

const MOST_DAYS = 3660

const rightsShape = eachOnce(RIGHTS)

/** Rights that a protective measure can suspend before anything is found. Nobody loses their vote by one. */
export const PROTECTED_RIGHTS = ['propose', 'stand'] as const

/** See `PROTECTED_RIGHTS`. */
export type ProtectedRight = (typeof PROTECTED_RIGHTS)[number]

export const protectedRightsShape = eachOnce(PROTECTED_RIGHTS)

function eachOnce<const Of extends Right>(rights: readonly Of[]) {
  return z
    .array(z.enum(rights))
    .min(1)
    .refine((some) => rights.filter((right) => some.includes(right)).join() === some.join(), {
      message: `each right once, in the order ${rights.join(', ')}`,
    })
}

/** A measure as an act names it. Days are whole. */
export const measureShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('warning') }),
  z.strictObject({ kind: z.literal('suspension'), rights: rightsShape, days: countShape(1, MOST_DAYS) }),
  z.strictObject({ kind: z.literal('expulsion') }),
])

/** A warning, the suspension of named rights for some days, or expulsion. */
export type Measure = z.infer<typeof measureShape>

/** Whether a measure goes further than another in anything: its kind, its days, or a right that the other leaves. */
export function isHarsher(measure: Measure, than: Measure): boolean {
  if (measure.kind !== than.kind) return MEASURES.indexOf(measure.kind) > MEASURES.indexOf(than.kind)
  if (measure.kind !== 'suspension' || than.kind !== 'suspension') return false
  return measure.days > than.days || measure.rights.some((right) => !than.rights.includes(right))
}
