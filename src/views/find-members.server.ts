import type { Instant } from '#kernel/instant'
import { listPeople } from '#modules/members'
import type { Org } from '#organization'
import type { Who } from '#ui/effect.ts'
import { idsInSight } from './directory.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

const SHOWN = 50
const READ = 200

/** Members found by a part of their name, for a form to choose from. */
export interface FoundMembers {
  readonly people: readonly Who[]
  /** Whether there are others by this name. */
  readonly more: boolean
}

/**
 * Those whose name contains this and who fit; all who fit, in the order of their names, where nothing is asked for. Only
 * whom the member who asks may see, unless an office lets them see whoever fits (`needs`).
 */
export async function findMembers(
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
