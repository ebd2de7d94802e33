import { read } from '#views/read.server.ts'
import { viewOffices } from '#views/view-office.server.ts'
import { whoIs } from '#views/who.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const offices = await read(event, viewOffices)
  const who = await whoIs(offices.flatMap(({ holders }) => holders.map(({ holder }) => holder)))
  return {
    offices: offices.map((office) => ({
      ...office,
      holders: office.holders.map(({ holder, until }) => ({ who: who(holder), until })),
    })),
  }
}
