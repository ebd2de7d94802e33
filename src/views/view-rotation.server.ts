import type { Instant } from '#kernel/instant'
import { rotation } from '#modules/councils/core'
import { idAt, statusOf } from '#modules/members/core'
import type { Org } from '#organization'
import { named } from './view-council.server.ts'

/**
 * Who has held what, and how long: offices are held in the open, so every member sees them. Those who left, and whose
 * data are erased, stand in it as former members: the office was held.
 */
export function viewRotation(org: Org, now: Instant) {
  return rotation([...org.delegates.mandates.values()], now).map(({ holder, days, isHolding, tenures }) => ({
    holder: idAt(org.members, holder),
    isMember: statusOf(org.members, idAt(org.members, holder)) === 'member',
    days,
    isHolding,
    tenures: tenures.map((tenure) => ({
      office: tenure.office,
      unit: named(org, tenure.unit),
      council: tenure.council === null ? null : named(org, tenure.council),
      days: tenure.days,
      consecutive: tenure.consecutive,
      terms: tenure.terms.map(({ id, from, until, ended }) => ({ id, from, until, ended })),
    })),
  }))
}
