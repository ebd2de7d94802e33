import { heldTextShape, memberIdShape, uuidShape } from '#modules/record/core'
import { z } from 'zod'

/** The bodies of the acts about polling sessions. */
export const pollingShapes = {
  'polling.announce': z.strictObject({
    vote: uuidShape,
    session: uuidShape,
    from: z.int().min(0),
    until: z.int().min(0),
    /** Where it is held, beside the record: it can be somebody's home. */
    place: heldTextShape,
  }),
  'polling.cancel': z.strictObject({ vote: uuidShape, session: uuidShape }),
}

/** See `pollingShapes`. */
export type PollingActs = {
  'polling.announce': z.infer<(typeof pollingShapes)['polling.announce']>
  'polling.cancel': z.infer<(typeof pollingShapes)['polling.cancel']>
}

const wholeShape = z.int().min(0)

/** What was done at the polling sessions of a secret vote, as its closing entry says it. */
export const pollingShape = z.strictObject({
  /** Who marked members on the roll, in order of their ids: how many keys they gave out at a screen, and how many papers. */
  officers: z
    .array(z.strictObject({ member: memberIdShape, screens: wholeShape, papers: wholeShape }))
    .min(1),
  /** Papers that two tellers read alike, each by themselves: who, in order of their ids, and how many. */
  batches: z.array(
    z.strictObject({ tellers: z.tuple([memberIdShape, memberIdShape]), papers: wholeShape.min(1) }),
  ),
})

/** See `pollingShape`. */
export type Polling = z.infer<typeof pollingShape>
