import { z } from 'zod'

/**
 * The acts of office for which a rule set can demand the signature of a device. It is the floor that no other act can be demanded:
 * a right of members (motions, ballots, their defence, erasure, leaving) must never hang on a device or on scripts.
 */
export const OFFICE_ACTS = [
  'member.admit',
  'member.refuse',
  'standing.notice',
  'standing.mend',
  'meeting.decide',
  'meeting.confirm',
  'mandate.report',
  'text.hide',
  'text.lift',
] as const

/** See `OFFICE_ACTS`. */
export type OfficeAct = (typeof OFFICE_ACTS)[number]

const MOST_ACTS = 50

/** Acts that count only when a device of whoever enters them signed them. In order and each once, so that the same rules have one text. */
export const signatureRulesShape = z.strictObject({
  acts: z
    .array(
      z
        .string()
        .max(60)
        .regex(/^[a-z]+\.[a-z]+$/),
    )
    .min(1)
    .max(MOST_ACTS)
    .refine(
      (acts) => acts.every((act, i) => i === 0 || (acts[i - 1] ?? '') < act),
      'must be in order, each once',
    ),
})

/** See `signatureRulesShape`. */
export type SignatureRules = z.infer<typeof signatureRulesShape>

/** The first act in these rules for which no signature can be demanded. */
export function notDemandable(rules: SignatureRules | undefined): string | undefined {
  return rules?.acts.find((act) => !OFFICE_ACTS.some((each) => each === act))
}
