import { z } from 'zod'
import { uuidShape } from '#modules/record/core'

/** A list as views hand it out. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly()
}

export const instantShape = z.int().meta({
  description: 'Milliseconds since 1970-01-01T00:00:00Z, by the clock of the organization.',
  examples: [1_795_651_200_000],
})

export const whoShape = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: '“a former member” where the person was erased.' }),
  })
  .meta({ id: 'Person' })

export const unitRefShape = z.object({ id: z.string(), name: z.string() }).meta({ id: 'UnitName' })

export const motionRefShape = z
  .object({ id: z.string(), number: z.int(), title: z.string() })
  .meta({ id: 'MotionName' })

/** An id in a path. */
export const idParams = z.object({ id: uuidShape })

export const whyNotShape = z.string().nullable().meta({
  description: 'Why the member could not do this now, as a sentence; null where nothing stands against it.',
})

/** The id of a call that brings people: what is kept of them is hashed with a salt that follows from it. */
export const secretIdShape = uuidShape.meta({
  description:
    'Made by you, at random, and told to nobody: what is sent again under it is entered once, and names are hashed with what follows from it.',
})

/** A way in for one member. */
export const linkShape = z
  .object({ member: z.string(), name: z.string(), email: z.string().nullable(), link: z.url() })
  .meta({ id: 'InvitationLink' })

/** A tendency as it is named beside what somebody did under its name. */
export const tendencyRefShape = z
  .object({ id: z.string(), name: z.string() })
  .nullable()
  .meta({ description: 'The tendency under whose name it was done, if under one.' })
