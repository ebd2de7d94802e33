import { needsOf, newsOf, standingOf } from '#views/view-home.server.ts'
import { pointsOfUnity } from '#views/points.server.ts'
import { turnoutOf } from '#views/view-turnout.server.ts'
import { read } from '#views/read.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = (event) => {
  const { member } = event.locals
  return read(event, (org) => {
    if (org.units.organization.get() === undefined) return { points: [], home: null }
    const index = member === undefined ? undefined : org.members.indices.get(member)
    if (index === undefined) return { points: pointsOfUnity(org), home: null }
    const standing = { ...standingOf(org), turnout: turnoutOf(org) }
    return { points: [], home: { needs: needsOf(org, index), news: newsOf(org), standing } }
  })
}
