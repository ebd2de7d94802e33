import { plenum } from '#views/plenum.server.ts'
import { requireOperator } from '../../shared/operator.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  await requireOperator(event)
  const { database, log } = plenum()
  return { log, engine: database.engine }
}
