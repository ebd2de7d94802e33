import { indexOf } from '#modules/members/core'
import type { Org } from '#organization'
import { GROUPS, lineOf, motionsIn, type Group, type MotionLine } from '#views/motion-lines.server.ts'
import { pageOf } from '../shared/paging.server.ts'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import type { PageServerLoad } from './$types.js'

const SHOWN = 10

/** All groups with the newest few motions of each, or one group page by page. */
export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const asked = GROUPS.find((group) => group === event.url.searchParams.get('group'))
  const { page, from, count } = asked === undefined ? { page: 1, from: 0, count: SHOWN } : pageOf(event.url)
  const { groups, isOfficer, units, unit } = await read(event, (org) => {
    const unit = org.units.units.get(event.url.searchParams.get('unit') ?? '')?.id
    return {
      groups: (asked === undefined ? GROUPS : [asked]).map((group) => groupOf(org, group, unit, from, count)),
      isOfficer: entersMeetings(org, member),
      units: org.units.order.values().map((id) => ({ id, name: org.units.units.get(id)?.name ?? id })),
      unit: unit ?? null,
    }
  })
  const who = await whoIs(groups.flatMap(({ lines }) => lines.map(({ by }) => by)))
  const named = groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => ({ ...line, by: who(line.by) })),
  }))
  return { groups: named, isOfficer, units, unit, page, asked: asked ?? null }
}

interface Part {
  readonly group: Group
  readonly lines: readonly MotionLine[]
  readonly more: boolean
}

function groupOf(org: Org, group: Group, unit: string | undefined, from: number, count: number): Part {
  const found = motionsIn(org, group, unit)
  const lines = found.slice(from, from + count).map((motion) => lineOf(org, motion))
  return { group, lines, more: found.length > from + count }
}

/** Whether somebody holds an office that enters what meetings decide. */
function entersMeetings({ delegates, members }: Org, member: string): boolean {
  const holder = indexOf(members, member)
  return delegates.mandates
    .values()
    .some(
      (mandate) => mandate.ended === null && mandate.holder === holder && mandate.duties.includes('meetings'),
    )
}
