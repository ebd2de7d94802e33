import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { HOUR } from '#kernel/instant'
import { refuseToken } from '#modules/tokens/core'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { operation } from '../operation.server.ts'
import { instantShape } from '../shapes/common.ts'

/** As far as a motion, its votes and its reports take under any rules of ours. */
const MOST_HOURS = 8760

export const moveClock = operation({
  method: 'post',
  path: '/demonstration/clock',
  id: 'moveClock',
  tag: 'Setup',
  summary: 'Move the clock of a demonstration forward; what falls due by that is entered',
  description: 'A real organization has no such thing: there it is 404.',
  needs: 'act',
  body: z.strictObject({ hours: z.int().min(1).max(MOST_HOURS) }),
  answer: z.object({ now: instantShape }),
  async run({ asker, body: { hours } }) {
    const open = plenum()
    if (!open.demonstration) return refuseToken('unknown-thing')
    open.clock.shift(hours * HOUR)
    const entered = await open.clerk.submitAll([])
    return isRefusal(entered) ? entered : read(asker, (_, now) => ({ now }))
  },
})
