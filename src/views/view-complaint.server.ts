import type { Instant } from '#kernel/instant'
import {
  askedIn,
  personsFor,
  readsComplaint,
  roleInComplaint,
  type Complaint,
} from '#modules/complaints/core'
import { homeAt, idAt, indexOf } from '#modules/members/core'
import type { Org } from '#organization'

/** Complaints that concern a member, newest first; and how many there are in all, which everybody may know. */
export function viewComplaints(org: Org, now: Instant, me: string) {
  const index = indexOf(org.members, me)
  const all = [...org.complaints.complaints.values()]
  const mine = all.filter(({ id }) => roleInComplaint(org, id, index, now) !== undefined)
  return {
    /** Whether somebody is elected whom a complaint of this member would go to. */
    hasPersons: hasComplaintPersons(org, me),
    mine: mine.reverse().map(({ id, number, at, stage }) => ({ id, number, at, stage: stage.kind })),
    all: all.length,
    ended: all.filter(({ stage }) => stage.kind === 'ended').length,
    separations: all.filter(({ separation }) => separation !== null).length,
    unanswered: all.filter(({ stage }) => stage.kind === 'unanswered').length,
  }
}

/** Whether anybody but the member is elected for complaints where they live, or above. */
export function hasComplaintPersons(org: Org, me: string): boolean {
  const index = indexOf(org.members, me)
  return personsFor(org, homeAt(org, index).id, [index]).length > 0
}

/** A complaint for somebody whom it concerns, or undefined: for everybody else it is as if there were none. */
export function viewComplaint(org: Org, now: Instant, me: string, id: string) {
  const index = indexOf(org.members, me)
  const role = roleInComplaint(org, id, index, now)
  const [found, matter] = [org.complaints.complaints.get(id), org.complaints.matters.get(id)]
  if (role === undefined || found === undefined || matter === undefined) return undefined
  const member = (each: number): string => idAt(org.members, each)
  const reads = readsComplaint(role)
  const concerned = {
    complainant: member(matter.complainant),
    about: member(matter.about),
    representative: matter.representative === null ? null : member(matter.representative),
    persons: askedIn(found, matter).map(member),
  }
  const texts = reads ? matter.texts.map(({ by, text, at }) => ({ by: member(by), text, at })) : []
  return {
    people: [...new Set([...Object.values(concerned).flat(), ...texts.map(({ by }) => by)])].filter(
      (each) => each !== null,
    ),
    id,
    role,
    ...{ number: found.number, at: found.at, separation: found.separation },
    stage: stageOf(found),
    // Whoever is ordered to keep apart is told from whom.
    ...{ complainant: concerned.complainant, about: concerned.about },
    representative: reads ? concerned.representative : null,
    persons: concerned.persons,
    texts,
    mayTake: role === 'person' && ['asked', 'unanswered'].includes(found.stage.kind),
    maySeparate: role === 'person' && found.stage.kind === 'taken' && found.separation === null,
    // A charge is brought where somebody answers: with one member alone behind it there would be no second pair of eyes.
    mayRefer: reads && found.stage.kind === 'taken',
    mayClose: role === 'complainant' || role === 'representative',
    mayWrite: reads,
  }
}

function stageOf({ stage }: Complaint) {
  return { kind: stage.kind, until: stage.kind === 'asked' ? stage.until : null }
}

/** What a complaint asks of a member, and until when: an answer of somebody elected for it, or to keep apart of whom it is about. */
export interface ComplaintTask {
  readonly id: string
  readonly what: 'answer' | 'apart'
  readonly until: Instant
}

/** What complaints ask of a member at the moment. */
export function complaintTasks(org: Org, index: number, now: Instant): readonly ComplaintTask[] {
  return [...org.complaints.matters.entries()].flatMap(([id, { to }]): readonly ComplaintTask[] => {
    const found = org.complaints.complaints.get(id)
    if (found === undefined) return []
    const { stage, separation } = found
    if (stage.kind === 'asked' && to[stage.step] === index)
      return [{ id, what: 'answer', until: stage.until }]
    const isApart = separation !== null && roleInComplaint(org, id, index, now) === 'apart'
    return isApart ? [{ id, what: 'apart', until: separation.until }] : []
  })
}
