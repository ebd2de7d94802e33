import { derivedUuid } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { statusAt } from '#modules/members/core'
import { memberOfFeed } from '#modules/notices'
import { WEEK, type Feed, type FeedEntry } from '#modules/notices/core'
import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'
import { feed as words } from '#ui/words/mail.ts'
import { speak } from '../speaking.server.ts'
import { needsOf, type Need } from '../view-home.server.ts'
import { needLine, newsLine } from './draft-weekly.server.ts'
import { happeningsIn, unitsAround } from './news.server.ts'
import { mailOffice } from './office.server.ts'
import { readReader } from './reader.server.ts'
import { readReportTimes, type ReportTimes } from './report-times.server.ts'

const SHOWN_FOR = 8 * WEEK

/** What a member's feed reader, or calendar, shows under this secret; undefined where it opens nothing. */
export async function viewFeed(secret: string, what: 'news' | 'deadlines'): Promise<Feed | undefined> {
  const office = await mailOffice()
  const { clerk, database, log } = office.plenum
  const member = await memberOfFeed(database, secret)
  if (member === undefined) return undefined
  const { language, preferences } = await readReader(office, member)
  const reported = await readReportTimes(office.plenum)
  const view = { isSpeaking: preferences.speaking, origin: office.origin }
  return speak(language, () =>
    clerk.read((org, now) => {
      const index = org.members.indices.get(member) ?? -1
      if (index < 0 || !['member', 'listed'].includes(statusAt(org.members, index))) return undefined
      const entries =
        what === 'news' ? newsFor(org, reported, index, now, view) : deadlinesFor(org, index, now, view)
      const title = view.isSpeaking ? organizationOf(org.units).name : words.title
      return { id: derivedUuid('feed', log.origin, member, what), title, language, now, entries }
    }),
  )
}

interface View {
  readonly isSpeaking: boolean
  readonly origin: string
}

function newsFor(
  org: Org,
  reported: ReportTimes,
  index: number,
  now: Instant,
  view: View,
): readonly FeedEntry[] {
  const { root } = organizationOf(org.units)
  const span = { from: now - SHOWN_FOR, until: now }
  return happeningsIn(org, reported, unitsAround(org, index), span).map((happening) => {
    const { text, href = view.origin } = newsLine(org, happening, view.origin, root)
    const id = derivedUuid('news', href, happening.at)
    return { id, at: happening.at, title: view.isSpeaking ? text : words.entry, href }
  })
}

function deadlinesFor(org: Org, index: number, now: Instant, view: View): readonly FeedEntry[] {
  const { origin, isSpeaking } = view
  const needs = needsOf(org, index, now).flatMap((need): FeedEntry[] => {
    if (isAboutOffice(need)) {
      const { text, href = origin } = needLine(need, origin)
      const neutral = need.kind === 'election' || need.kind === 'recall' ? words.vote : words.second
      return [{ id: derivedUuid('until', href), at: need.until, title: isSpeaking ? text : neutral, href }]
    }
    if (need.kind !== 'vote' && need.kind !== 'second') return []
    const { number, title } = need.motion
    const href = need.kind === 'vote' ? `${origin}/votes/${need.vote}` : `${origin}/motions/${need.motion.id}`
    const said = need.kind === 'vote' ? words.voteOn(number, title) : words.secondOn(number, title)
    return [
      { id: derivedUuid('until', href), at: need.until, title: isSpeaking ? said : words[need.kind], href },
    ]
  })
  const units = unitsAround(org, index)
  const debates = [...org.motions.motions.values()].flatMap(
    ({ id, unit, number, title, stage }): FeedEntry[] => {
      if (stage.kind !== 'debate' || stage.until < now || !units.has(unit)) return []
      const href = `${origin}/motions/${id}`
      const said = isSpeaking ? words.debateOn(number, title) : words.debate
      return [{ id: derivedUuid('debate', href), at: stage.until, title: said, href }]
    },
  )
  return [...needs, ...debates]
}

type AboutOffice = Extract<
  Need,
  { readonly kind: 'election' | 'recall' | 'nomination' | 'seed' | 'report' | 'panel' }
>

function isAboutOffice(need: Need): need is AboutOffice {
  return ['election', 'recall', 'nomination', 'seed', 'report', 'panel'].includes(need.kind)
}
