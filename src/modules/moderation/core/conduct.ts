import { refuse } from '#kernel/refusal'
import type { EnactmentRule } from '#modules/record/core'
import { pathUp, type UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import type { Conduct, ModerationSlice } from './state.ts'

/** Rules of conduct that a unit can have: more than anybody would read are none. */
const MOST_CONDUCT_RULES = 50

const adoptShape = z.strictObject({ kind: z.literal('conduct.adopt') })

export type ModerationEnactments = { 'conduct.adopt': z.infer<typeof adoptShape> }

type ConductSlice = ModerationSlice & UnitsSlice

/** Adopting rules of conduct: each clause of the motion is one. They replace those before, and count for what is written from then on. */
export const moderationEnactments: {
  readonly 'conduct.adopt': EnactmentRule<ConductSlice, ModerationEnactments['conduct.adopt']>
} = {
  'conduct.adopt': {
    since: 6,
    shape: adoptShape,
    question: () => 'rules',
    check: (_state, { clauses }) =>
      clauses.length > MOST_CONDUCT_RULES
        ? refuse('too-many-conduct-rules', { most: MOST_CONDUCT_RULES })
        : undefined,
    apply({ moderation }, { unit, seq, at, motion, clauses }) {
      const before = moderation.conduct.get(unit) ?? []
      const rules = clauses.map(({ id, text }) => ({ id, text }))
      const version = before.length + 1
      moderation.conduct.set(unit, [...before, { unit, version, rules, motion, seq, at }])
    },
  },
}

/**
 * The rules of conduct that held in a unit before an entry: its own, or those of the nearest unit above that had some. Texts are
 * judged by the rules of their time, so nobody makes one up for a text that stands already.
 */
export function conductBefore(
  { moderation, units }: ConductSlice,
  unit: string,
  seq: number,
): Conduct | undefined {
  for (const { id } of pathUp(units, unit)) {
    const found = moderation.conduct.get(id)?.findLast((each) => each.seq < seq)
    if (found !== undefined) return found
  }
  return undefined
}
