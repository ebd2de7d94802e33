import { coloursOf } from '#ui/colours.ts'
import { sayRefusal } from '#ui/refusals.ts'
import { statusOf } from '#modules/members/core'
import { nextThing } from '#views/view-demonstration.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { namesOf, read } from '#views/read.server.ts'
import { COLOURS_COOKIE } from './shared/session.server.ts'
import { holdsSetup } from './shared/setup.server.ts'
import type { LayoutServerLoad } from './$types.js'

/** What every page needs: the organization, who asks, what time it is here, and whether anything can be entered. */
export const load: LayoutServerLoad = async (event) => {
  const { member } = event.locals
  const { clerk, demonstration } = plenum()
  const { now, organization, status, next } = await read(event, (org, now) => ({
    now,
    organization: org.units.organization.get() ?? null,
    status: member === undefined ? undefined : statusOf(org.members, member),
    next: demonstration ? nextThing(org) : null,
  }))
  const trouble = clerk.trouble()
  const names = await namesOf(member === undefined ? [] : [member])
  return {
    now,
    colours: coloursOf(event.cookies.get(COLOURS_COOKIE)),
    organization,
    me:
      member === undefined || status === undefined
        ? null
        : { id: member, name: names.get(member) ?? '', status },
    trouble: trouble === undefined ? null : sayRefusal(trouble),
    demonstration: demonstration
      ? { canMove: member !== undefined || (await holdsSetup(event)), next }
      : null,
  }
}
