import { listPeople, type Person } from '#modules/members'
import { homeAt, idAt, statusAt, type MemberStatus } from '#modules/members/core'
import type { Org } from '#organization'
import { idsInSight, sightOf } from './directory.server.ts'
import { plenum } from './plenum.server.ts'
import { namesOf, read } from './read.server.ts'
import { countByStatus, keeperOf, keepsSomeRoll, keepsWholeRoll } from './roll.server.ts'

/** Whom members see in the list; whoever keeps a roll also sees who left or was refused. */
const SHOWN: readonly MemberStatus[] = ['member', 'lapsed', 'applicant', 'listed']
const KEPT: readonly MemberStatus[] = ['former', 'expelled', 'refused', 'struck']

/** Which members are asked for: by a part of their name, or all of a status. */
export interface MembersAsked {
  readonly part: string
  readonly status: string | null
  readonly from: number
  readonly count: number
}

/** A line of the list; home and standing are null where the rules keep them from whoever asks. */
export interface MemberLine {
  readonly id: string
  readonly name: string
  readonly status: MemberStatus | null
  readonly home: string | null
}

/** The list of members as one of them may see it. */
export async function listMembers(event: { readonly locals: App.Locals }, me: string, asked: MembersAsked) {
  const { part, from, count } = asked
  const seen = await read(event, (org) => ({
    keeps: keepsSomeRoll(org, me),
    // A search by address tells whose it is, and of which branch they are does not show before.
    keepsAll: keepsWholeRoll(org, me),
    counts: countByStatus(org),
    among: idsInSight(org, org.members.indices.get(me)),
  }))
  const { keeps, keepsAll, counts, among } = seen
  const shown = keeps ? [...SHOWN, ...KEPT] : SHOWN
  const status = shown.find((each) => each === asked.status) ?? null
  const found =
    status === null
      ? await listPeople(plenum().database, { part, addresses: keepsAll, from, count: count + 1, among })
      : await withStatus(event, me, status, from, count + 1)
  const rows = await read(event, (org) => linesOf(org, me, found.slice(0, count)))
  const numbers = shown.flatMap((each) =>
    counts[each] === undefined ? [] : [{ status: each, count: counts[each] }],
  )
  return { rows, numbers, status, keeps, keepsAll, limited: among !== undefined, more: found.length > count }
}

type Named = Pick<Person, 'member' | 'name'>

function linesOf(org: Org, me: string, found: readonly Named[]): readonly MemberLine[] {
  const viewer = org.members.indices.get(me)
  const [sight, keeps] = [sightOf(org, viewer), keeperOf(org, viewer ?? -1)]
  return found.flatMap<MemberLine>(({ member, name }) => {
    const index = org.members.indices.get(member)
    if (index === undefined) return []
    const status = statusAt(org.members, index)
    if (!SHOWN.includes(status) && !keeps(index)) return []
    switch (sight(index)) {
      case 'all':
        return [{ id: member, name, status, home: homeAt(org, index).name }]
      case 'name':
        return [{ id: member, name, status: null, home: null }]
      case 'none':
        return []
    }
  })
}

/** Those with a status whose status the member who asks may see, whoever came last first. */
async function withStatus(
  event: { readonly locals: App.Locals },
  me: string,
  status: MemberStatus,
  from: number,
  count: number,
): Promise<readonly Named[]> {
  const ids = await read(event, (org) => {
    const { members } = org
    const sight = sightOf(org, members.indices.get(me))
    const found: string[] = []
    for (let index = members.ids.length - 1, skip = from; index >= 0 && found.length < count; index--)
      if (statusAt(members, index) === status && sight(index) === 'all' && skip-- <= 0)
        found.push(idAt(members, index))
    return found
  })
  const names = await namesOf(ids)
  return ids.map((member) => ({ member, name: names.get(member) ?? '' }))
}
