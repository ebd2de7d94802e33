import { growthUntil } from '#views/growth.server.ts'
import { chancesOf } from '#views/view-chances.server.ts'
import { devicesLately } from '#views/view-devices.server.ts'
import { newsOf } from '#views/view-home.server.ts'
import { needsAndKeys, withoutGivenKeys } from '#views/view-secret.server.ts'
import { standingOf } from '#views/view-standing.server.ts'
import { pointsOfUnity } from '#views/points.server.ts'
import { turnoutOf } from '#views/view-turnout.server.ts'
import { read } from '#views/read.server.ts'
import { sinceLastVisit } from './shared/visit.server.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const { member } = event.locals
  const seen = await read(event, (org, now) => {
    if (org.units.organization.get() === undefined) return { points: [], home: null, size: 0, now }
    const index = member === undefined ? undefined : org.members.indices.get(member)
    if (index === undefined) return { points: pointsOfUnity(org), home: null, size: 0, now }
    const [waiting, chances] = [needsAndKeys(org, index, now), chancesOf(org, now, index)]
    const standing = { ...standingOf(org), turnout: turnoutOf(org) }
    const devices = devicesLately(org, index, now)
    const home = { waiting, chances, news: newsOf(org), devices, standing }
    return { points: [], home, size: org.head.get().size, now }
  })
  const { points, home, size, now } = seen
  if (home === null) return { points, home }
  const since = sinceLastVisit(event, size, now)
  const { waiting, ...rest } = home
  const [needs, growth] = await Promise.all([withoutGivenKeys(member ?? '', waiting), growthUntil(now, size)])
  return { points, home: { ...rest, needs, since, growth } }
}
