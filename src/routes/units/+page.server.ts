import { organizationOf } from '#modules/units/core'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import { unitTree } from '#views/units.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  requireMember(event)
  return read(event, (org) => {
    const { root } = organizationOf(org.units)
    return { tree: unitTree(org, root) ?? null, root }
  })
}
