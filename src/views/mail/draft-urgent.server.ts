import { cannotWait, slotAfter, type Preferences, type WeeklyTime } from '#modules/notices/core'
import type { Told } from '#modules/notices'
import { organizationOf } from '#modules/units/core'
import type { OpenVote, Vote } from '#modules/voting/core'
import type { Org } from '#organization'
import { mail } from '#ui/words/mail.ts'
import { needsOf, voteOf } from '../view-home.server.ts'
import { needLine } from './draft-weekly.server.ts'
import type { Draft } from './reader.server.ts'

/** Whether this member is told of a vote at once, and not in the weekly message. */
export function isUrgent(
  vote: Pick<OpenVote, 'opens' | 'closes'>,
  member: string,
  { level, weekday }: Preferences,
  { hour }: WeeklyTime,
): boolean {
  if (level === 'legal') return false
  return level === 'urgent' || cannotWait(vote.closes, slotAfter(vote.opens, member, { weekday, hour }))
}

/** To whom the message goes, and what they were told before. */
export interface UrgentFor {
  readonly member: string
  readonly index: number
  readonly preferences: Preferences
  readonly told: Told
  readonly time: WeeklyTime
  readonly origin: string
}

/** The message about all votes that cannot wait and were not told yet, with the moment the last of them opened. */
export function draftUrgent(
  org: Org,
  { member, index, preferences, told, time, origin }: UrgentFor,
): (Draft & { readonly toldUntil: number }) | undefined {
  const untold = needsOf(org, index, org.head.get().at).flatMap((need) => {
    const vote = org.voting.votes.get(voteOf(need) ?? '')
    return vote !== undefined && isNew(vote, told) && isUrgent(vote, member, preferences, time)
      ? [{ need, vote }]
      : []
  })
  if (untold.length === 0) return undefined
  const { name } = organizationOf(org.units)
  return {
    subject: preferences.speaking ? mail.urgent.speaking(name) : mail.urgent.subject,
    opening: mail.urgent.opening,
    sections: [{ heading: mail.urgent.needs, lines: untold.map(({ need }) => needLine(need, origin)) }],
    toldUntil: Math.max(...untold.map(({ vote }) => vote.opens)),
  }
}

function isNew({ opens }: Vote, { urgentUntil = 0, weeklyUntil = 0 }: Told): boolean {
  return opens > Math.max(urgentUntil, weeklyUntil)
}
