import type { Instant } from '#kernel/instant'
import { holdsDuty } from '#modules/delegates/core'
import { listPeople } from '#modules/members'
import { indexOf, statusAt } from '#modules/members/core'
import { isOnRoll } from '#modules/voting/core'
import type { Org } from '#organization'
import type { Who } from '#ui/effect.ts'
import { idsInSight } from './directory.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

const SHOWN = 50
const READ = 200

/** Members found by a part of their name, for a form to choose from. */
interface FoundMembers {
  readonly people: readonly Who[]
  /** Whether there are others by this name. */
  readonly more: boolean
}

/**
 * Those whose name contains this and who fit; all who fit, in the order of their names, where nothing is asked for. Only
 * whom the member who asks may see, unless an office lets them see whoever fits (`needs`).
 */
async function findMembers(
  event: { readonly locals: App.Locals },
  part: string,
  fits: (org: Org, index: number, now: Instant) => boolean,
  needs: (org: Org) => boolean = () => false,
): Promise<FoundMembers> {
  const { member } = event.locals
  const among = await read(event, (org) =>
    needs(org)
      ? undefined
      : idsInSight(org, member === undefined ? undefined : org.members.indices.get(member)),
  )
  const search = { part, addresses: false, among, from: 0, count: READ + 1 }
  const found = await listPeople(plenum().database, search)
  const fitting = await read(event, (org, now) =>
    found.flatMap(({ member, name }) => {
      const index = org.members.indices.get(member)
      return index !== undefined && fits(org, index, now) ? [{ id: member, name }] : []
    }),
  )
  return { people: fitting.slice(0, SHOWN), more: fitting.length > SHOWN || found.length > READ }
}

/** Members in good standing, who can be given an office. */
export function findForOffice(event: { readonly locals: App.Locals }, part: string): Promise<FoundMembers> {
  return findMembers(event, part, (org, index) => statusAt(org.members, index) === 'member')
}

/** Members with a vote in the unit. Whoever enters what its meetings decide has sat there with all of them. */
export function findTellers(
  event: { readonly locals: App.Locals },
  unit: string,
  part: string,
): Promise<FoundMembers> {
  const { member } = event.locals
  return findMembers(
    event,
    part,
    (org, index, now) => isOnRoll(org, unit, index, now),
    (org) => member !== undefined && holdsDuty(org, indexOf(org.members, member), 'meetings', unit),
  )
}
