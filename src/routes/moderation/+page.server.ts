import { read } from '#views/read.server.ts'
import { viewModeration } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const view = await read(event, (org) => viewModeration(org, me))
  const who = await whoIs([
    ...view.hidings.flatMap(({ by, author }) => [by, author]),
    ...view.byModerator.map(({ name }) => name),
    ...view.moderators.map(({ holder }) => holder),
  ])
  return {
    ...view,
    hidings: view.hidings.map((each) => ({ ...each, by: who(each.by), author: who(each.author) })),
    byModerator: view.byModerator.map((each) => ({ ...each, name: who(each.name).name })),
    moderators: view.moderators.map(({ holder, unit }) => ({ holder: who(holder), unit })),
  }
}
