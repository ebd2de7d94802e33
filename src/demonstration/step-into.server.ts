import { refuse, type Refusal } from '#kernel/refusal'
import type { SignedIn } from '#modules/access'
import { statusOf, type MemberStatus } from '#modules/members/core'
import type { Plenum } from '#organization/server'

const MAY_SIGN_IN: readonly MemberStatus[] = ['listed', 'member', 'lapsed']

/**
 * A session of any member of a demonstration. On a real organization it refuses whoever is asked for
 * (`not-a-demonstration`): the door of access asks the record's first entry, whatever this server was told.
 */
export async function stepInto(plenum: Plenum, member: string): Promise<SignedIn | Refusal> {
  const { access, clerk, clock, demonstration } = plenum
  if (!demonstration) return refuse('not-a-demonstration')
  const status = await clerk.read((org) => statusOf(org.members, member))
  return MAY_SIGN_IN.includes(status)
    ? access.stepInto(member, clock.now())
    : refuse('wrong-status', { status, wanted: [...MAY_SIGN_IN] })
}
