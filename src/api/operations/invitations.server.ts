import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/refusal'
import { makeLink, makeLinks, mayInvite, withoutPassword } from '#views/invitations.server.ts'
import { read } from '#views/read.server.ts'
import { keepsSomeRoll } from '#views/roll.server.ts'
import { operation } from '../operation.server.ts'
import { linkShape, listOf } from '../shapes/common.ts'

const TAG = 'Members'
const ENDS = 'A link is a way in: hand it to that member alone. Making one ends the member’s earlier link.'

export const inviteMember = operation({
  method: 'post',
  path: '/members/{id}/invitation',
  id: 'inviteMember',
  tag: TAG,
  summary: 'Make a link by which a member of your roll chooses a password',
  description: ENDS,
  needs: 'roll',
  params: z.object({ id: z.string().max(40) }),
  status: 201,
  answer: linkShape,
  async run({ asker, surroundings, params: { id } }) {
    const may = await read(asker, (org) => mayInvite(org, asker.member ?? '', id))
    return may ? makeLink(surroundings.origin, id) : refuse('needs-duty', { duty: 'roll' })
  },
})

export const inviteAll = operation({
  method: 'post',
  path: '/invitations',
  id: 'inviteAll',
  tag: TAG,
  summary: 'Make links for the members of your roll who have no password yet',
  description: ENDS,
  needs: 'roll',
  body: z.strictObject({
    members: listOf(z.string().max(40))
      .nullable()
      .meta({ description: 'Only these of them; null: all who have no password.' }),
  }),
  status: 201,
  answer: z.object({ items: listOf(linkShape) }),
  async run({ asker, surroundings, body: { members } }) {
    const me = asker.member ?? ''
    const refusal = (await read(asker, (org) => keepsSomeRoll(org, me)))
      ? undefined
      : refuse('needs-duty', { duty: 'roll' })
    if (isRefusal(refusal)) return refusal
    const waiting = await withoutPassword(asker, me)
    const wanted = members === null ? waiting : waiting.filter((member) => members.includes(member))
    return { items: await makeLinks(surroundings.origin, wanted) }
  },
})
