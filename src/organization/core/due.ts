import { derivedUuid } from '#kernel/ids'
import type { Json } from '#kernel/canonical'
import type { Deadline } from '#kernel/deadlines'
import type { Instant } from '#kernel/instant'
import { bug } from '#kernel/bug'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { COMPLAINT_ESCALATE, escalationBody } from '#modules/complaints/core'
import { COUNCIL_SEAT, seatingBody } from '#modules/councils/core'
import { commitmentTo } from '#modules/counting/core'
import { MANDATE_END, VACANCY_FILL } from '#modules/delegates/core'
import {
  bindingBody,
  CASE_BIND,
  CASE_EXPIRE,
  CASE_HEAR,
  CASE_LAPSE,
  CASE_UNPROTECT,
  caseOfRound,
  expiryBody,
} from '#modules/discipline/core'
import {
  drawBody,
  ELECTION_CALL,
  ELECTION_DRAW,
  NOMINATIONS_CLOSE,
  RECALL_LAPSE,
  TERM_BEGIN,
  vacancyBody,
} from '#modules/elections/core'
import { idAt, STANDING_LAPSE } from '#modules/members/core'
import { MOTION_LAPSE, nextSubject } from '#modules/motions/core'
import { RECOVERY_LAPSE, RECOVERY_RIPEN } from '#modules/recovery/core'
import {
  announceBody,
  PANEL_ANNOUNCE,
  PANEL_DRAW,
  PANEL_REPLACE,
  PANEL_REVIEW,
  panelDrawBody,
  panelReviewBody,
  panelSeedId,
  replaceBody,
} from '#modules/panels/core'
import {
  closingBody,
  deferral,
  openingBody,
  renewalBody,
  typeOfDeadline,
  VOTE_CLOSE,
  VOTE_DEFER,
  VOTE_KEYS,
  VOTE_OPEN,
  VOTE_RENEW,
  voteIdFor,
  type Board,
  type SubjectRef,
  type VoteKeys,
} from '#modules/voting/core'
import { CLERK, type Act } from '#modules/record/core'
import { reviewBody, TENDENCY_REVIEW } from '#modules/tendencies/core'
import { subjects } from './acts.ts'
import type { Org } from './org.ts'

/** The clerk's own seed for the lots of a vote: always the same for the same vote, and known to nobody else. */
export type SeedFor = (vote: string) => string

/** What of a secret vote comes from outside the record: it is got ready before the clerk's act is made of it. */
export interface BallotBox {
  /** Keys for a vote that opens, or begins again. */
  keys(vote: string): VoteKeys | undefined
  /** The keys that were registered, and all that the closing entry carries; `lost` where nobody can open the box any more. */
  list(vote: string): readonly string[] | 'lost' | undefined
  board(vote: string): Board | 'lost' | undefined
}

/** What has to be got ready before the clerk can do what is due. */
export interface Lack {
  readonly lacks: keyof BallotBox
  readonly vote: string
}

/** What the clerk has besides the record. */
export interface Beside {
  readonly seedFor?: SeedFor | undefined
  readonly box?: BallotBox | undefined
}

/**
 * The clerk's act for what has fallen due first at this time, or undefined where nothing has. Its id comes from what is
 * due and when, so that all processes make the same.
 */
export function dueAct(org: Org, at: Instant, beside: Beside = {}): Act | Lack | undefined {
  const due = org.deadlines.next()
  if (due === undefined || due.at > at) return undefined
  const { kind, subject } = due
  const { seedFor } = beside
  const own = typeOfDeadline(kind)
  // What falls due apart has ids apart.
  const apart = kind.slice(own.length)
  const make: Make = (unit, body, type = own, ...more) => {
    const id = derivedUuid('due', `${type}${apart}`, subject, due.at, ...more)
    return { by: 'clerk', id, type, unit, body }
  }
  switch (own) {
    case VOTE_OPEN:
      return openVote(org, subjectOf(org, apart.slice(1), subject, at), at, make, beside)
    case VOTE_KEYS:
      return listKeys(org, subject, at, make, beside)
    case VOTE_RENEW:
      return renewVote(org, subject, at, make, beside)
    case VOTE_CLOSE:
      return closeVote(org, subject, at, make, beside)
    case MOTION_LAPSE:
      return make(org.motions.motions.get(subject)?.unit ?? null, { motion: subject })
    case MANDATE_END:
      return make(org.delegates.mandates.get(subject)?.unit ?? null, { mandate: subject })
    case COUNCIL_SEAT:
      return shareOutSeats(org, subject, at, make)
    case VACANCY_FILL:
      return fillVacancy(org, subject, at, make, seedFor)
    case NOMINATIONS_CLOSE:
    case TERM_BEGIN:
      return make(org.elections.elections.get(subject)?.unit ?? null, { election: subject })
    case ELECTION_CALL:
      return make(org.elections.offices.get(subject)?.unit ?? null, { office: subject })
    case ELECTION_DRAW:
      return drawLots(org, subject, at, make, seedFor)
    case RECALL_LAPSE:
      return make(org.elections.recalls.get(subject)?.unit ?? null, { petition: subject })
    case TENDENCY_REVIEW:
      return reviewTendency(org, subject, at, make)
    case PANEL_ANNOUNCE:
    case PANEL_DRAW:
    case PANEL_REPLACE:
    case PANEL_REVIEW:
      return movePanel(org, due, at, make, seedFor)
    case CASE_HEAR:
    case CASE_LAPSE:
    case CASE_UNPROTECT:
      return make(org.cases.cases.get(subject)?.unit ?? null, { case: subject })
    case CASE_BIND:
      return make(org.cases.cases.get(subject)?.unit ?? null, bindingBody(org, subject))
    case CASE_EXPIRE:
      return make(org.cases.cases.get(subject)?.unit ?? null, expiryBody(org, subject))
    case COMPLAINT_ESCALATE:
      return escalate(org, subject, at, make)
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

/** `more` goes into the id where the same can fall due a second time at one moment. */
type Make = (unit: string | null, body: Json, type?: string, ...more: readonly number[]) => Act

function openVote(
  org: Org,
  subject: SubjectRef,
  at: Instant,
  make: Make,
  { seedFor, box }: Beside,
): Act | Lack {
  const vote = voteIdFor(subject)
  const seed = seedFor?.(vote)
  const commitment = seed === undefined ? null : commitmentTo(seed, CLERK)
  const opening = openingBody(subjects, org, subject, at, { commitment, keys: box?.keys(vote) })
  if (isRefusal(opening) && opening.code === 'ballot-keys-missing') return { lacks: 'keys', vote }
  if (isRefusal(opening) && opening.code === 'issuers-lacking') return deferVote(org, subject, opening, make)
  return isRefusal(opening)
    ? bug(`a due vote cannot be opened: ${opening.code}`)
    : make(opening.unit, opening.body)
}

/** Too few issuers have a key: the vote is put off, in the open, and never opens with fewer. */
function deferVote(org: Org, subject: SubjectRef, why: Refusal, make: Make): Act {
  const deferred = deferral(why, subject)
  // Each key that is delivered wakes all that wait: of two in one moment both can open another vote, and this waits on.
  const again = org.voting.issuers.waiting.has(subject.id) ? [org.head.get().size] : []
  return isRefusal(deferred)
    ? bug(`a vote cannot be put off: ${deferred.code}`)
    : make(deferred.unit, deferred.body, VOTE_DEFER, ...again)
}

function shareOutSeats(org: Org, council: string, at: Instant, make: Make): Act {
  const body = seatingBody(org, council, at)
  if (isRefusal(body)) bug(`due seats cannot be shared out: ${body.code}`)
  // Two motions that are decided at one moment can both change a council: each has its seats shared out then.
  const before = org.councils.seatings.get(council)
  const again = before?.at === at ? [before.seq] : []
  return make(council, body, COUNCIL_SEAT, ...again)
}

/** What is voted on: of the kind that the deadline names, or else what the organization knows by this id, as under older laws. */
function subjectOf(org: Org, kind: string, id: string, at: Instant): SubjectRef {
  if (kind !== '') return { kind, id }
  const motion = nextSubject(org, id, at)
  if (motion !== undefined) return motion
  if (org.elections.elections.has(id)) return { kind: 'election', id }
  if (org.elections.recalls.has(id)) return { kind: 'recall', id }
  if (caseOfRound(org, id) !== undefined) return { kind: 'case', id }
  return bug(`nothing about ${id} is to be voted on`)
}

function drawLots(org: Org, id: string, at: Instant, make: Make, seedFor?: SeedFor): Act {
  const election = org.elections.elections.get(id)
  const seed = ownSeed(org, voteIdFor({ kind: 'election', id }), seedFor)
  const body = drawBody(org, id, at, seed)
  return isRefusal(body) ? bug(`a due lot cannot be drawn: ${body.code}`) : make(election?.unit ?? null, body)
}

function fillVacancy(org: Org, id: string, at: Instant, make: Make, seedFor?: SeedFor): Act {
  const mandate = org.delegates.mandates.get(id)
  const vote = voteIdFor({ kind: 'election', id: mandate?.elected?.election ?? '' })
  const body = vacancyBody(org, id, at, ownSeed(org, vote, seedFor))
  return isRefusal(body)
    ? bug(`a due vacancy cannot be filled: ${body.code}`)
    : make(mandate?.unit ?? null, body)
}

function reviewTendency(org: Org, id: string, at: Instant, make: Make): Act {
  const body = reviewBody(org, id, at)
  return isRefusal(body)
    ? bug(`a due review cannot be made: ${body.code}`)
    : make(org.tendencies.tendencies.get(id)?.unit ?? null, body)
}

function escalate(org: Org, id: string, at: Instant, make: Make): Act {
  const body = escalationBody(org, id, at)
  return isRefusal(body)
    ? bug(`a due complaint cannot go to the next: ${body.code}`)
    : make(org.complaints.complaints.get(id)?.unit ?? null, body)
}

function movePanel(
  org: Org,
  { kind, subject: id }: Deadline,
  at: Instant,
  make: Make,
  seedFor?: SeedFor,
): Act {
  const panel = org.panels.panels.get(id) ?? bug(`there is no panel ${id}`)
  const seed = seedFor?.(panelSeedId(panel))
  const commitment = seed === undefined ? null : commitmentTo(seed, CLERK)
  const bodies: Readonly<Record<string, () => Json | Refusal>> = {
    [PANEL_ANNOUNCE]: () => announceBody(org, id, at, commitment),
    [PANEL_DRAW]: () => panelDrawBody(org, id, at, commitment === panel.commitment ? (seed ?? null) : null),
    [PANEL_REPLACE]: () => replaceBody(org, id, at),
    [PANEL_REVIEW]: () => panelReviewBody(org, id, at),
  }
  const body = bodies[kind]?.() ?? bug(`a panel has no deadline ${kind}`)
  // Where both sides give their seeds at the moment at which a panel is drawn anew, two of its draws fall due at once.
  return isRefusal(body)
    ? bug(`a due ${kind} cannot be made: ${body.code}`)
    : make(panel.asked, body, kind, panel.round)
}

/** The clerk's seed where it is still the one committed to: a log that was restored has another key. */
function ownSeed({ voting }: Org, vote: string, seedFor?: SeedFor): string | null {
  const commitment = voting.votes.get(vote)?.ranked?.commitment
  const seed = seedFor?.(vote)
  return seed !== undefined && commitmentTo(seed, CLERK) === commitment ? seed : null
}

function closeVote(org: Org, id: string, at: Instant, make: Make, beside: Beside): Act | Lack {
  const vote = org.voting.votes.get(id)
  const board = vote?.secret === undefined ? undefined : beside.box?.board(id)
  if (board === 'lost') return renewVote(org, id, at, make, beside)
  const body = closingBody(subjects, org, id, at, board)
  if (isRefusal(body) && body.code === 'board-missing') return { lacks: 'board', vote: id }
  return isRefusal(body) ? bug(`a due vote cannot be closed: ${body.code}`) : make(vote?.unit ?? null, body)
}

function listKeys(org: Org, id: string, at: Instant, make: Make, beside: Beside): Act | Lack {
  const keys = beside.box?.list(id)
  if (keys === 'lost') return renewVote(org, id, at, make, beside)
  if (keys === undefined) return { lacks: 'list', vote: id }
  return make(org.voting.votes.get(id)?.unit ?? null, { vote: id, count: keys.length, keys })
}

/** The vote begins again: what would end it has no ballots to count. */
function renewVote(org: Org, id: string, at: Instant, make: Make, { box }: Beside): Act | Lack {
  const body = renewalBody(org, id, at, box?.keys(id))
  if (isRefusal(body) && body.code === 'ballot-keys-missing') return { lacks: 'keys', vote: id }
  if (isRefusal(body) && body.code === 'issuers-lacking')
    return deferVote(org, { kind: 'vote', id }, body, make)
  return isRefusal(body)
    ? bug(`a vote cannot begin again: ${body.code}`)
    : make(org.voting.votes.get(id)?.unit ?? null, body, VOTE_RENEW)
}
