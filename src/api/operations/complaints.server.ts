import { z } from 'zod'
import { refuse } from '#kernel/refusal'
import { MOST_SEPARATION_DAYS } from '#modules/complaints/core'
import { memberIdShape } from '#modules/record/core'
import { refuseToken } from '#modules/tokens/core'
import {
  closeComplaint,
  madeComplaint,
  makeComplaint,
  separate,
  takeComplaint,
  writeInComplaint,
} from '#views/enter-complaint.server.ts'
import { openComplaint } from '#views/open-sealed.server.ts'
import { read } from '#views/read.server.ts'
import { referComplaint } from '#views/refer-complaint.server.ts'
import { dayIn } from '#views/typed-charge.server.ts'
import { viewComplaint, viewComplaints } from '#views/view-complaint.server.ts'
import { deedFields, deedIn, deedOf } from '../deed.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, listOf } from '../shapes/common.ts'
import { complaintCountsShape, complaintLineShape, complaintShape } from '../shapes/complaint.ts'
import { chargeFields, dayShape, sealedTextShape } from '../shapes/deed.ts'

const tag = 'Complaints'

const count = operation({
  method: 'get',
  path: '/complaints',
  id: 'countComplaints',
  tag,
  summary: 'How many complaints there were, and what became of them; nobody is named',
  needs: 'read',
  answer: complaintCountsShape,
  run: ({ asker }) => read(asker, (org, now) => viewComplaints(org, now, asker.member ?? '')),
})

const listOwn = operation({
  method: 'get',
  path: '/me/complaints',
  id: 'listOwnComplaints',
  tag: 'Me',
  summary: 'The complaints that concern you, the newest first',
  needs: 'sealed',
  answer: z.object({ items: listOf(complaintLineShape) }),
  async run({ asker }) {
    const { mine } = await read(asker, (org, now) => viewComplaints(org, now, asker.member ?? ''))
    return { items: mine }
  },
})

const get = operation({
  method: 'get',
  path: '/complaints/{id}',
  id: 'getComplaint',
  tag,
  summary: 'A complaint that concerns you; any other is answered as one that is not there',
  needs: 'sealed',
  params: idParams,
  answer: complaintShape,
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewComplaint(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const { stage, ...opened } = await openComplaint(view)
    return { ...opened, stage: stage.kind, until: stage.until }
  },
})

const make = deedOf({
  tag,
  path: '/complaints',
  id: 'makeComplaint',
  summary: 'Make a complaint to those elected for it',
  body: z.strictObject({
    ...deedFields,
    about: memberIdShape.meta({ description: 'Whom it is about.' }),
    representative: memberIdShape.nullable().default(null).meta({ description: 'Who speaks for you.' }),
    text: sealedTextShape,
  }),
  made: madeComplaint,
  enter: (sender, { about, representative, text }) => makeComplaint(sender, { about, representative, text }),
})

const take = deedIn({
  tag,
  path: '/complaints/{id}/answer',
  id: 'answerComplaint',
  summary: 'Say that you answer it; for those elected who were asked',
  body: z.strictObject(deedFields),
  enter: takeComplaint,
})

const write = deedIn({
  tag,
  path: '/complaints/{id}/texts',
  id: 'writeInComplaint',
  summary: 'Write to the others whom it concerns',
  body: z.strictObject({ ...deedFields, text: sealedTextShape }),
  enter: (sender, id, { text }) => writeInComplaint(sender, id, text),
})

const order = deedIn({
  tag,
  path: '/complaints/{id}/separation',
  id: 'orderSeparation',
  summary: 'Order two to keep apart, once; for those elected who were asked',
  body: z.strictObject({
    ...deedFields,
    days: z.int().meta({ description: `From 1 to ${MOST_SEPARATION_DAYS}.` }),
  }),
  enter: (sender, id, { days }) => separate(sender, id, days),
})

const refer = deedIn({
  tag,
  path: '/complaints/{id}/referral',
  id: 'referComplaint',
  summary: 'Refer it to a panel by lot; what was written in it is deleted',
  description: 'The case that it becomes is the newest of `GET /me/cases`.',
  body: z.strictObject({ ...deedFields, ...chargeFields, on: dayShape }),
  async enter(sender, id, { ground, asked, facts, on: day }) {
    const on = dayIn(day)
    if (on === undefined) return refuse('deed-day-unclear')
    return referComplaint(sender, id, { ground, asked, facts, deed: { kind: 'deed', on } })
  },
})

const end = deedIn({
  tag,
  path: '/complaints/{id}/end',
  id: 'endComplaint',
  summary: 'End it, settled or taken back; for whoever complains or speaks for them',
  body: z.strictObject({ ...deedFields, how: z.enum(['settled', 'withdrawn']) }),
  enter: (sender, id, { how }) => closeComplaint(sender, id, how),
})

/** All that is read and done in complaints. */
export const complaintOperations = [listOwn, count, get, make, take, write, order, refer, end]
