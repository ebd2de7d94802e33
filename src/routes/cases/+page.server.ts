import { read } from '#views/read.server.ts'
import { viewCases } from '#views/view-case.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  return read(event, (org) => viewCases(org, member))
}
