import type { Json } from '#kernel/canonical'
import {
  countShape,
  hashShape,
  heldTextShape,
  memberIdShape,
  textShape,
  uuidShape,
} from '#modules/record/core'
import { z } from 'zod'

/** How many sit on a panel at the most. */
const MOST_SEATS_OF_PANEL = 15
const MOST_DRAWN = 60
const MOST_SIDES = 4
const MOST_EXCLUDED = 100

/** What a side is called: a word of the subject's, such as `charged`. */
const sideShape = z.string().regex(/^(?!clerk$)[a-z-]{1,30}$/)
const seedShape = textShape(200)
const panelShape = z.strictObject({ panel: uuidShape })
const poolShape = z.strictObject({ size: countShape(0, 10_000_000), root: hashShape })
const drawnShape = z.strictObject({
  member: memberIdShape,
  place: countShape(0, 10_000_000),
  proof: z.array(hashShape).max(30),
})
const jsonShape: z.ZodType<Json> = z.json()

export const drawShapes = {
  /** `unit`: whose roll, frozen here; another than the act's own where too few were there. */
  'panel.announce': z.strictObject({
    panel: uuidShape,
    round: countShape(1, 9),
    about: z.strictObject({ kind: z.string().regex(/^[a-z-]{1,30}$/), id: uuidShape }),
    size: countShape(1, MOST_SEATS_OF_PANEL),
    decideDays: countShape(1, 366),
    sides: z
      .array(z.strictObject({ name: sideShape, members: z.array(memberIdShape).max(20).nullable() }))
      .max(MOST_SIDES),
    excluded: z.array(memberIdShape).max(MOST_EXCLUDED),
    unit: uuidShape,
    pool: poolShape,
    commitment: hashShape.nullable(),
  }),
  'panel.commit': z.strictObject({ panel: uuidShape, side: sideShape, commitment: hashShape }),
  'panel.seed': z.strictObject({ panel: uuidShape, side: sideShape, seed: seedShape }),
  /** The clerk opens its own seed last; `null` where it cannot any more (the log was restored with another key). */
  'panel.draw': z.strictObject({
    panel: uuidShape,
    round: countShape(1, 9),
    seed: seedShape.nullable(),
    drawn: z.array(drawnShape).max(MOST_DRAWN),
  }),
}

export const seatShapes = {
  'panel.accept': panelShape,
  'panel.recuse': panelShape,
  'panel.challenge': z.strictObject({
    panel: uuidShape,
    side: sideShape,
    member: memberIdShape,
    reason: heldTextShape.nullable(),
  }),
  'panel.grant': z.strictObject({ panel: uuidShape, member: memberIdShape }),
  /** `silent`: who was asked to sit and did not answer in time. */
  'panel.replace': z.strictObject({
    panel: uuidShape,
    silent: z.array(memberIdShape).max(MOST_SEATS_OF_PANEL),
  }),
}

export const findingShapes = {
  'panel.propose': z.strictObject({
    panel: uuidShape,
    proposal: uuidShape,
    outcome: jsonShape,
    reasons: heldTextShape,
  }),
  'panel.agree': z.strictObject({ panel: uuidShape, proposal: uuidShape }),
  'panel.dissent': z.strictObject({ panel: uuidShape, reasons: heldTextShape }),
  /** `silent`: who sits and said nothing; they are replaced. With nobody, the panel ends without a decision. */
  'panel.review': z.strictObject({
    panel: uuidShape,
    silent: z.array(memberIdShape).max(MOST_SEATS_OF_PANEL),
  }),
}

type Bodies<Shapes extends Record<string, z.ZodType>> = { [Type in keyof Shapes]: z.infer<Shapes[Type]> }

export type PanelDrawActs = Bodies<typeof drawShapes>
export type PanelSeatActs = Bodies<typeof seatShapes>
export type PanelFindingActs = Bodies<typeof findingShapes>
