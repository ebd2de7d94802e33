import { derivedUuid } from '#kernel/ids'
import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { bug } from '#kernel/bug'
import { isRefusal } from '#kernel/refusal'
import { COUNCIL_SEAT, seatingBody } from '#modules/councils/core'
import { MANDATE_END } from '#modules/delegates/core'
import { idAt, STANDING_LAPSE } from '#modules/members/core'
import { MOTION_LAPSE, nextSubject } from '#modules/motions/core'
import { RECOVERY_LAPSE, RECOVERY_RIPEN } from '#modules/recovery/core'
import { closingBody, openingBody, VOTE_CLOSE, VOTE_OPEN } from '#modules/voting/core'
import type { Act } from '#modules/record/core'
import { subjects } from './acts.ts'
import type { Org } from './org.ts'

/**
 * The clerk's act for what has fallen due first at this time, or undefined where nothing has. Its id comes from what is
 * due and when, so that all processes make the same.
 */
export function dueAct(org: Org, at: Instant): Act | undefined {
  const due = org.deadlines.next()
  if (due === undefined || due.at > at) return undefined
  const { kind, subject } = due
  const id = derivedUuid('due', kind, subject, due.at)
  const make = (unit: string | null, body: Json): Act => ({ by: 'clerk', id, type: kind, unit, body })
  switch (kind) {
    case VOTE_OPEN:
      return openVote(org, subject, at, make)
    case VOTE_CLOSE:
      return closeVote(org, subject, at, make)
    case MOTION_LAPSE:
      return make(org.motions.motions.get(subject)?.unit ?? null, { motion: subject })
    case MANDATE_END:
      return make(org.delegates.mandates.get(subject)?.unit ?? null, { mandate: subject })
    case COUNCIL_SEAT:
      return shareOutSeats(org, subject, at, make)
    case STANDING_LAPSE:
      return make(null, { member: subject })
    case RECOVERY_RIPEN:
    case RECOVERY_LAPSE:
      return make(null, { request: subject, member: recoveredBy(org, subject) })
    default:
      return bug(`nobody carries out the deadline ${kind}`)
  }
}

function recoveredBy({ members, recoveries }: Org, request: string): string {
  const recovery = recoveries.open.get(request) ?? bug(`the recovery ${request} is not under way`)
  return idAt(members, recovery.member)
}

type Make = (unit: string | null, body: Json) => Act

function openVote(org: Org, motion: string, at: Instant, make: Make): Act {
  const subject = nextSubject(org, motion, at) ?? bug(`nothing about motion ${motion} is to be voted on`)
  const opening = openingBody(subjects, org, subject, at)
  return isRefusal(opening)
    ? bug(`a due vote cannot be opened: ${opening.code}`)
    : make(opening.unit, opening.body)
}

function shareOutSeats(org: Org, council: string, at: Instant, make: Make): Act {
  const body = seatingBody(org, council, at)
  return isRefusal(body) ? bug(`due seats cannot be shared out: ${body.code}`) : make(council, body)
}

function closeVote(org: Org, vote: string, at: Instant, make: Make): Act {
  const body = closingBody(subjects, org, vote, at)
  return isRefusal(body)
    ? bug(`a due vote cannot be closed: ${body.code}`)
    : make(org.voting.votes.get(vote)?.unit ?? null, body)
}
