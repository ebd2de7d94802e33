import { listMembers } from '#views/list-members.server.ts'
import { holdBack } from '../shared/hold-back.server.ts'
import { pageOf } from '../shared/paging.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const { page, from, count } = pageOf(event.url)
  const { searchParams } = event.url
  const part = searchParams.get('q') ?? ''
  if (part !== '') holdBack(event, 'searches')
  const list = await listMembers(event, me, { part, status: searchParams.get('status'), from, count })
  return { ...list, part, page }
}
