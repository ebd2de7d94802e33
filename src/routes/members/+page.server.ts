import { listPeople, type Person } from '#modules/members'
import { homeAt, idAt, statusAt, statusOf, type MemberStatus } from '#modules/members/core'
import type { Org } from '#organization'
import { pageOf } from '../shared/paging.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { namesOf, read } from '#views/read.server.ts'
import { countByStatus, keeperOf, keepsSomeRoll, keepsWholeRoll } from '#views/roll.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** Whom every member sees in the list; whoever keeps a roll also sees who left or was refused. */
const SHOWN: readonly MemberStatus[] = ['member', 'lapsed', 'applicant', 'listed']
const KEPT: readonly MemberStatus[] = ['former', 'refused', 'struck']

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const { page, from, count } = pageOf(event.url)
  const part = event.url.searchParams.get('q') ?? ''
  const { keeps, keepsAll, counts } = await read(event, (org) => ({
    keeps: keepsSomeRoll(org, me),
    // A search by address tells whose it is, and of which branch they are does not show before.
    keepsAll: keepsWholeRoll(org, me),
    counts: countByStatus(org),
  }))
  const shown = keeps ? [...SHOWN, ...KEPT] : SHOWN
  const status = shown.find((each) => each === event.url.searchParams.get('status')) ?? null
  const found =
    status === null
      ? await listPeople(plenum().database, { part, addresses: keepsAll, from, count: count + 1 })
      : await withStatus(event, status, from, count + 1)
  const rows = await read(event, (org) => found.slice(0, count).flatMap((person) => rowOf(org, person, me)))
  const numbers = shown.flatMap((each) =>
    counts[each] === undefined ? [] : [{ status: each, count: counts[each] }],
  )
  return { rows, numbers, part, status, keeps, keepsAll, page, more: found.length > count }
}

type Named = Pick<Person, 'member' | 'name'>

function rowOf(org: Org, { member, name }: Named, me: string) {
  const index = org.members.indices.get(member)
  const status = statusOf(org.members, member)
  if (index === undefined) return []
  const keeps = keeperOf(org, org.members.indices.get(me) ?? -1)
  if (!SHOWN.includes(status) && !keeps(index)) return []
  return [{ id: member, name, status, home: homeAt(org, index).name }]
}

/** Those with a status, whoever came last first. */
async function withStatus(
  event: { readonly locals: App.Locals },
  status: MemberStatus,
  from: number,
  count: number,
): Promise<readonly Named[]> {
  const ids = await read(event, ({ members }) => {
    const found: string[] = []
    for (let index = members.ids.length - 1, skip = from; index >= 0 && found.length < count; index--)
      if (statusAt(members, index) === status && skip-- <= 0) found.push(idAt(members, index))
    return found
  })
  const names = await namesOf(ids)
  return ids.map((member) => ({ member, name: names.get(member) ?? '' }))
}
