import { viewHealth } from '#views/view-health.server.ts'
import { requireOperator } from '../shared/operator.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  await requireOperator(event)
  return { health: await viewHealth() }
}
