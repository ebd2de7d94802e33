import { isRefusal, type Refusal } from '#kernel/refusal'
import { readPeople } from '#modules/members'
import { statusAt } from '#modules/members/core'
import type { Org } from '#organization'
import { compareNames } from '#ui/language.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'
import { keeperOf } from './roll.server.ts'

/** An invitation as it is handed over: whose it is, and the link. */
export interface InvitationLink {
  readonly member: string
  readonly name: string
  readonly email: string | null
  readonly link: string
}

/** The members whose roll somebody keeps and who have no password yet. */
export async function withoutPassword(
  asker: { readonly locals: App.Locals },
  keeper: string,
): Promise<readonly string[]> {
  const accounts = await plenum().access.accounts()
  return read(asker, (org) => {
    const keeps = keeperOf(org, org.members.indices.get(keeper) ?? -1)
    return org.members.ids
      .values()
      .filter((id, index) => statusAt(org.members, index) === 'member' && !accounts.has(id) && keeps(index))
  })
}

/** New links for those of these members who have no password yet; each ends the member's earlier link. */
export async function makeLinks(
  origin: string,
  members: readonly string[],
): Promise<readonly InvitationLink[]> {
  const { access, clock, database } = plenum()
  const accounts = await access.accounts(members)
  const without = members.filter((member) => !accounts.has(member))
  const people = await readPeople(database, without)
  const invited = await access.inviteAll(
    without.filter((member) => people.has(member)),
    clock.now(),
  )
  const links = invited.flatMap(({ member, token }) => {
    const person = people.get(member)
    if (person === undefined) return []
    return [{ member, name: person.name, email: person.email, link: `${origin}/invitation/${token}` }]
  })
  return links.sort((a, b) => compareNames(a.name, b.name))
}

/** Whether somebody keeps the roll on which this member stands, and may hand them a link. */
export function mayInvite(org: Org, keeper: string, member: string): boolean {
  const index = org.members.indices.get(member)
  if (index === undefined) return false
  const status = statusAt(org.members, index)
  const isMember = status === 'member' || status === 'lapsed'
  return isMember && keeperOf(org, org.members.indices.get(keeper) ?? -1)(index)
}

/** A new link for one member who has no password yet. */
export async function makeLink(origin: string, member: string): Promise<InvitationLink | Refusal> {
  const { access, clock, database } = plenum()
  const people = await readPeople(database, [member])
  const invited = await access.invite(member, clock.now())
  if (isRefusal(invited)) return invited
  const person = people.get(member)
  return {
    member,
    name: person?.name ?? member,
    email: person?.email ?? null,
    link: `${origin}/invitation/${invited.token}`,
  }
}
