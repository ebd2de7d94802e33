import { bug } from '#kernel/bug'
import type { Instant } from '#kernel/instant'
import { homeAt, statusAt, type StandingNotice } from '#modules/members/core'
import { rulesFor } from '#modules/units/core'
import type { Org } from '#organization'
import type { Sight } from './directory.server.ts'
import { whyNot, SOME_TEXT } from './may.server.ts'
import { lineOf } from './motion-lines.server.ts'
import { keeperOf } from './roll.server.ts'

const MOTIONS_SHOWN = 20

/** What the image tells about one person on the roll. */
export function viewMember(org: Org, now: Instant, id: string) {
  const { members } = org
  const index = members.indices.get(id) ?? bug(`nobody has the id ${id}`)
  const home = homeAt(org, index)
  const { rules } = rulesFor(org, home.id)
  const votesFrom = members.votesFrom.get(index)
  return {
    id,
    status: statusAt(members, index),
    isErased: members.erased.has(index),
    home: { id: home.id, name: home.name },
    votesFrom: statusAt(members, index) === 'member' && votesFrom > now ? votesFrom : null,
    vouches: { had: members.vouches.get(index)?.length ?? 0, needed: rules.vouches },
    days: { admission: rules.admissionDays, standing: rules.standingDays },
    notice: members.notices.get(index) ?? null,
    mandates: mandatesOf(org, index),
    motions: motionsOf(org, index),
  }
}

/**
 * The same as far as the rules let whoever asks see it: home and standing only where all is in sight. Offices and motions
 * are acts in the open; whoever has one has a name here, as beside the act itself.
 */
export function asSeen(view: ReturnType<typeof viewMember>, sight: Sight) {
  const { id, isErased, mandates, motions } = view
  const hasName = sight !== 'none' || mandates.length > 0 || motions.length > 0
  const place = sight === 'all' ? view : null
  return {
    id,
    isErased,
    mandates,
    motions,
    hasName,
    vouches: view.vouches,
    days: view.days,
    status: place?.status ?? null,
    home: place?.home ?? null,
    votesFrom: place?.votesFrom ?? null,
    notice: place?.notice ?? null,
  }
}

function mandatesOf({ delegates, units }: Org, holder: number) {
  const held = [...delegates.mandates.values()].filter((mandate) => mandate.holder === holder)
  return held
    .sort((a, b) => b.from - a.from)
    .map(({ id, office, unit, until, ended }) => ({
      id,
      office,
      unit: units.units.get(unit)?.name ?? '',
      until,
      ended,
    }))
}

function motionsOf(org: Org, by: number) {
  const proposed = org.motions.order.values().flatMap((id) => {
    const motion = org.motions.motions.get(id)
    return motion?.by === by ? [motion] : []
  })
  return proposed
    .slice(-MOTIONS_SHOWN)
    .reverse()
    .map((motion) => lineOf(org, motion))
}

/** What the member who asks can do for this person now; for what a keeper cannot do yet, why not. */
export function viewPossible(org: Org, now: Instant, by: string, member: string) {
  const may = (type: string, body: object = {}): string | null =>
    whyNot(org, now, { by, type, unit: null, body: { member, ...body } })
  const reason = { reason: SOME_TEXT }
  const [keeper, index] = [org.members.indices.get(by) ?? -1, org.members.indices.get(member) ?? -1]
  return {
    keeps: keeperOf(org, keeper)(index),
    vouch: may('member.vouch'),
    admit: may('member.admit'),
    refuse: may('member.refuse', reason) === null,
    notice: may('standing.notice', reason) === null,
    mend: may('standing.mend') === null,
    erase: !org.members.erased.has(index) && may('member.erase') === null,
  }
}

/** Where a notice's reason may be read: by the member it concerns and by whoever keeps the roll. */
export function noticeFor(
  notice: StandingNotice | null,
  mayRead: boolean,
  texts: ReadonlyMap<string, string>,
) {
  if (notice === null) return null
  const { until, contested = false, by } = notice
  const reason = mayRead ? (texts.get(notice.reason) ?? null) : null
  return { until, reason, contested, mayContest: by !== undefined && !contested }
}
