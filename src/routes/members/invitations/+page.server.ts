import { withoutPassword } from '../../shared/invitations.server.ts'
import { requireKeeper } from '../../shared/keeper.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const waiting = await withoutPassword(event, await requireKeeper(event))
  return { waiting: waiting.length }
}
