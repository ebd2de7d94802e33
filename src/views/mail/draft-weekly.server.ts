import type { Instant } from '#kernel/instant'
import type { LetterLine, Preferences } from '#modules/notices/core'
import { slotAfter, type WeeklyTime } from '#modules/notices/core'
import { organizationOf } from '#modules/units/core'
import { stageMoment, type Motion } from '#modules/motions/core'
import type { Org } from '#organization'
import type { Told } from '#modules/notices'
import { cases } from '#ui/words/cases.ts'
import { home } from '#ui/words/home.ts'
import { mail } from '#ui/words/mail.ts'
import { recovery } from '#ui/words/recovery.ts'
import { sayMoment } from '#ui/words/time.ts'
import { outcomeOf } from '../motion-lines.server.ts'
import { needsOf, voteOf, type Need } from '../view-home.server.ts'
import { happeningsIn, unitsAround, type Happening, type Span } from './news.server.ts'
import type { Draft } from './reader.server.ts'
import type { ReportTimes } from './report-times.server.ts'

const MOST_NEWS = 30

/** Whose week it is. */
export interface Week {
  readonly member: string
  readonly index: number
  readonly span: Span
  readonly reported: ReportTimes
  readonly now: Instant
  readonly told: Told
  readonly time: WeeklyTime
  readonly preferences: Preferences
  readonly origin: string
}

/** The weekly message, or undefined where there is nothing to say. */
export function draftWeekly(org: Org, week: Week): Draft | undefined {
  const { origin, preferences } = week
  const needs = needsToTell(org, week)
  const inNeeds = new Set(
    needs.flatMap((need) => ('motion' in need ? [need.motion.id] : 'id' in need ? [need.id] : [])),
  )
  const news = happeningsIn(org, week.reported, unitsAround(org, week.index), week.span).filter(
    (each) => !inNeeds.has(aboutOf(each)),
  )
  if (needs.length === 0 && news.length === 0) return undefined
  const { name, root } = organizationOf(org.units)
  const newsLines = news.slice(0, MOST_NEWS).map((each) => newsLine(org, each, origin, root))
  const more = news.length - newsLines.length
  return {
    subject: preferences.speaking ? mail.weekly.speaking(name) : mail.weekly.subject,
    opening: mail.weekly.opening,
    sections: [
      { heading: mail.weekly.needs, lines: needs.map((need) => needLine(need, origin)) },
      {
        heading: mail.weekly.news,
        lines:
          more > 0 ? [...newsLines, { text: mail.weekly.more(more), href: `${origin}/motions` }] : newsLines,
      },
    ].filter(({ lines }) => lines.length > 0),
  }
}

/**
 * What waits and was not told yet, and what would be over before the next message: nothing stands in two messages unless it
 * is the last call. Standing has a notice of its own.
 */
function needsToTell(org: Org, { member, index, span, told, time, now }: Week): readonly Need[] {
  const next = slotAfter(span.until, member, time)
  return needsOf(org, index, now).filter((need) => {
    switch (need.kind) {
      case 'vote':
      case 'election':
      case 'recall':
      case 'case': {
        // What else a case asks of somebody is told at once, by a mail of its own.
        if (need.kind === 'case' && need.vote === null) return false
        const opens = org.voting.votes.get(voteOf(need) ?? '')?.opens ?? 0
        const isTold = opens <= Math.max(span.from, told.urgentUntil ?? 0)
        return !isTold || (opens <= span.from && need.until < next)
      }
      case 'second':
        return (org.motions.motions.get(need.motion.id)?.at ?? 0) > span.from
      case 'confirm':
      case 'nomination':
      case 'seed':
      case 'report':
      case 'panel':
      case 'complaint':
        return true
      case 'applicants':
        return need.ready > 0
      // Told at once, by a mail of its own.
      case 'recovery':
      case 'notice':
      case 'found':
      case 'lapsed':
        return false
    }
  })
}

/** Something that waits for a member, as a line of a letter. */
export function needLine(need: Need, origin: string): LetterLine {
  switch (need.kind) {
    case 'vote': {
      const { about, motion, vote, until } = need
      return {
        text: home.vote(about, motion.number, motion.title),
        href: `${origin}/votes/${vote}`,
        detail: `${home.voteUntil} ${sayMoment(until)}`,
      }
    }
    case 'second':
    case 'confirm': {
      const { kind, motion, until } = need
      const text = home[kind](motion.number, motion.title)
      return { text, href: `${origin}/motions/${motion.id}`, detail: `${mail.until} ${sayMoment(until)}` }
    }
    case 'applicants':
      return {
        text: home.applicants(need.waiting),
        href: `${origin}/members`,
        detail: home.ready(need.ready),
      }
    case 'election':
    case 'recall':
      return {
        text: home[need.kind](need.office),
        href: `${origin}/${need.kind}s/${need.id}`,
        detail: `${home.voteUntil} ${sayMoment(need.until)}`,
      }
    // What it is stands on the page alone: letters pass through many hands.
    case 'case':
      return {
        text: cases.waits(need.number),
        href: `${origin}/cases/${need.id}`,
        detail: `${mail.until} ${sayMoment(need.until)}`,
      }
    case 'nomination':
      return {
        text: home.nomination(need.office),
        href: `${origin}/elections/${need.id}`,
        detail: `${home.nominationUntil} ${sayMoment(need.until)}`,
      }
    case 'seed':
      return {
        text: home.seed(need.office),
        href: `${origin}/elections/${need.id}`,
        detail: `${home.seedUntil} ${sayMoment(need.until)}`,
      }
    case 'report':
      return {
        text: home.report(need.office),
        href: `${origin}/mandates/${need.mandate}`,
        detail: `${home.reportUntil} ${sayMoment(need.until)}`,
      }
    case 'panel':
      return {
        text: home.panel[need.what],
        href: `${origin}/panels/${need.id}`,
        detail: `${home.panelUntil} ${sayMoment(need.until)}`,
      }
    case 'complaint':
      return {
        text: home.complaint[need.what],
        href: `${origin}/complaints/${need.id}`,
        detail: `${home.complaintUntil[need.what]} ${sayMoment(need.until)}`,
      }
    case 'notice':
      return {
        text: home.notice,
        href: `${origin}/me`,
        detail: `${home.noticeUntil} ${sayMoment(need.until)}`,
      }
    case 'recovery':
      return {
        text: home.recovery,
        href: `${origin}/me/security`,
        detail: `${recovery.list.stages[need.stage]} ${sayMoment(need.until)}`,
      }
    case 'found':
      return { text: home.found, href: `${origin}/` }
    case 'lapsed':
      return { text: home.lapsed, href: `${origin}/me` }
  }
}

/** The motion or election that a happening moved, where it is one of these; its reports are news beside it. */
function aboutOf(happening: Happening): string {
  if (happening.kind === 'motion') return happening.motion.id
  return happening.kind === 'election' ? happening.election.id : ''
}

/** Something that happened, as a line of a letter. */
export function newsLine(org: Org, happening: Happening, origin: string, root: string): LetterLine {
  const place = happening.unit === root ? undefined : org.units.units.get(happening.unit)?.name
  const detail = place === undefined ? {} : { detail: place }
  switch (happening.kind) {
    case 'motion': {
      const { motion } = happening
      return { text: sayMotion(org, motion), href: `${origin}/motions/${motion.id}`, ...detail }
    }
    case 'election': {
      const { id, office, stage } = happening.election
      const { title = '' } = org.elections.offices.get(office) ?? {}
      return { text: mail.election[stage.kind](title), href: `${origin}/elections/${id}`, ...detail }
    }
    case 'report': {
      const { id, number, title } = happening.motion
      return { text: mail.report(number, title), href: `${origin}/motions/${id}#reports`, ...detail }
    }
    case 'office': {
      const { isEnded, mandate } = happening
      const text = isEnded ? mail.officeEnded(mandate.office) : mail.officeGiven(mandate.office)
      return { text, href: `${origin}/units/${mandate.unit}`, ...detail }
    }
  }
}

function sayMotion(org: Org, motion: Motion): string {
  const { number, title, stage } = motion
  const until = sayMoment(stageMoment(org, stage) ?? motion.at)
  switch (stage.kind) {
    case 'seconding':
    case 'entered':
      return mail.seconding(number, title, until)
    case 'debate':
    case 'review':
      return mail.debate(number, title, until)
    case 'amending':
    case 'amended':
    case 'voting':
    case 'review-voting':
      return mail.voting(number, title, until)
    case 'decided':
      return home.decided[outcomeOf(org, stage)](number, title)
    case 'lapsed':
    case 'withdrawn':
      return mail.ended(number, title)
  }
}
