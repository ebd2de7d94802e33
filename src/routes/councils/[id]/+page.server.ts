import { boundBallots } from '#views/bound-votes.server.ts'
import { read } from '#views/read.server.ts'
import { viewCouncil } from '#views/view-council.server.ts'
import { whoIs } from '#views/who.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const view = await read(event, (org, now) => viewCouncil(org, now, me, event.params.id))
  if (view === undefined) notFound('unit')
  const calls = await Promise.all(view.votes.map(({ id }) => boundBallots(event, id)))
  const who = await whoIs([...view.delegates, ...calls.flat()].map(({ holder }) => holder))
  return {
    ...view,
    delegates: view.delegates.map((each) => ({ ...each, holder: who(each.holder) })),
    votes: view.votes.map((vote, i) => ({
      ...vote,
      bound: (calls[i] ?? []).map((each) => ({ ...each, holder: who(each.holder) })),
    })),
  }
}
