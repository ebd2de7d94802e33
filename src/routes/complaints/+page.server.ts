import { read } from '#views/read.server.ts'
import { viewComplaints } from '#views/view-complaint.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = (event) => {
  const member = requireMember(event)
  // Nothing of it stays in a browser that others use too.
  event.setHeaders({ 'cache-control': 'no-store' })
  return read(event, (org, now) => viewComplaints(org, now, member))
}
