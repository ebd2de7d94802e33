import type { EnactmentRule } from '#modules/record/core'
import { z } from 'zod'

const resolveShape = z.strictObject({ kind: z.literal('resolve') })

export type MotionEnactments = { resolve: z.infer<typeof resolveShape> }

/** A resolution: its text stands as decided, and nothing else changes. */
export const motionEnactments: { readonly resolve: EnactmentRule<object, MotionEnactments['resolve']> } = {
  resolve: {
    shape: resolveShape,
    question: () => 'ordinary',
    check: () => undefined,
    apply: () => undefined,
  },
}
