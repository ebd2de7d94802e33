import { organizationOf } from '#modules/units/core'
import { read } from '#views/read.server.ts'
import { listCouncils } from '#views/view-council.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  requireMember(event)
  return read(event, (org) => ({ councils: listCouncils(org), root: organizationOf(org.units).root }))
}
