import { read } from '#views/read.server.ts'
import { viewRotation } from '#views/view-rotation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { pageOf } from '../shared/paging.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

const PAGE = 100

export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const { page, from, count } = pageOf(event.url, PAGE)
  const all = await read(event, viewRotation)
  const shown = all.slice(from, from + count)
  const who = await whoIs(shown.map(({ holder }) => holder))
  return {
    people: shown.map((each) => ({ ...each, holder: who(each.holder) })),
    page,
    more: all.length > from + count,
  }
}
