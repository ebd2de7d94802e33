import { read } from '#views/read.server.ts'
import { viewWhatIf } from '#views/what-if.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** How our last votes would have ended under other rules: asked by the address alone, so that it can be passed on. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  return read(event, (org) => viewWhatIf(org, event.url.searchParams))
}
