import { read } from '#views/read.server.ts'
import { viewTendencies } from '#views/view-tendency.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  requireMember(event)
  return { tendencies: await read(event, viewTendencies) }
}
