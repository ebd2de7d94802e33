import { read } from '#views/read.server.ts'
import { usesOfPower } from '#views/view-powers.server.ts'
import { whoIs } from '#views/who.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const uses = await usesOfPower(me, (view) => read(event, view))
  const who = await whoIs(uses.flatMap(({ by, members }) => [by, ...members]))
  return {
    uses: uses.map(({ by, members, ...use }) => ({
      ...use,
      by: by.startsWith('m-') ? who(by) : null,
      members: members.map(who),
    })),
  }
}
