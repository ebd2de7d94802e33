import type { Json } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { findText, type TextRef } from '#modules/moderation/core'
import type { Entry } from '#modules/record/core'
import { ruleFor, type Acts, type ActType } from './acts.ts'
import type { Org } from './org.ts'

/** The unit of the thing an act is about; undefined where there is no such thing, or where the act itself names it. */
type UnitOf<Body> = (org: Org, body: Body) => string | null | undefined

const whole = (): null => null
const named = (): undefined => undefined
const ofMotion: UnitOf<{ motion: string }> = ({ motions }, { motion }) => motions.motions.get(motion)?.unit
const ofVote: UnitOf<{ vote: string }> = ({ voting }, { vote }) => voting.votes.get(vote)?.unit
const ofMandate: UnitOf<{ mandate: string }> = ({ delegates }, { mandate }) =>
  delegates.mandates.get(mandate)?.unit
const ofElection: UnitOf<{ election: string }> = ({ elections }, { election }) =>
  elections.elections.get(election)?.unit
const ofPetition: UnitOf<{ petition: string }> = ({ elections }, { petition }) =>
  elections.recalls.get(petition)?.unit
const ofTendency: UnitOf<{ tendency: string }> = ({ tendencies }, { tendency }) =>
  tendencies.tendencies.get(tendency)?.unit
const ofText: UnitOf<TextRef> = (org, ref) => {
  const found = findText(org, ref)
  return isRefusal(found) ? undefined : found.unit
}
const ofComplaint: UnitOf<{ complaint: string }> = ({ complaints }, { complaint }) =>
  complaints.complaints.get(complaint)?.unit
const ofPanel: UnitOf<{ panel: string }> = ({ panels }, { panel }) => panels.panels.get(panel)?.asked
const ofCase: UnitOf<{ case: string }> = ({ cases }, { case: id }) =>
  cases.cases.get(id)?.unit ?? cases.matters.get(id)?.unit
const ofAmendment: UnitOf<{ amendment: string }> = (org, { amendment }) =>
  ofMotion(org, { motion: org.motions.amendments.get(amendment)?.motion ?? '' })

/**
 * The one place that says to which unit each type of act belongs: what is about a motion, a vote, an office or a point
 * belongs to its unit; roll, founding and record belong to the whole (null); whoever proposes, enters a meeting's
 * decision, joins or leaves names the unit, and the act's own rule asks whether they may.
 */
export const UNIT_OF_ACTS: { readonly [Type in ActType]: UnitOf<Acts[Type]> } = {
  'organization.found': whole,
  'law.adopt': whole,
  'record.restored': whole,
  'founding.place': whole,
  'founding.member': whole,
  'founding.strike': whole,
  'member.apply': whole,
  'member.vouch': whole,
  'member.admit': whole,
  'member.refuse': whole,
  'member.resign': whole,
  'member.move': whole,
  'member.erase': whole,
  'standing.notice': whole,
  'standing.mend': whole,
  'standing.lapse': whole,
  'unit.join': named,
  'unit.leave': named,
  'mandate.resign': ofMandate,
  'mandate.end': ofMandate,
  'mandate.report': ofMandate,
  'council.seat': (_org, { council }) => council,
  'candidate.nominate': ofElection,
  'candidate.accept': ofElection,
  'candidate.withdraw': ofElection,
  'nominations.close': ofElection,
  'seed.open': ofElection,
  'election.draw': ofElection,
  'election.call': ({ elections }, { office }) => elections.offices.get(office)?.unit,
  'term.begin': ofElection,
  'vacancy.fill': ofMandate,
  'recall.petition': ofMandate,
  'recall.sign': ofPetition,
  'recall.lapse': ofPetition,
  'rationale.add': ({ program }, { point }) => program.points.get(point)?.unit,
  'motion.propose': named,
  'motion.second': ofMotion,
  'motion.withdraw': ofMotion,
  'motion.lapse': ofMotion,
  'amendment.propose': ofMotion,
  'amendment.second': ofAmendment,
  'amendment.withdraw': ofAmendment,
  'speech.give': ofMotion,
  'report.file': ofMotion,
  'report.sign': (org, { report }) =>
    ofMotion(org, { motion: org.motions.reports.get(report)?.motion ?? '' }),
  'meeting.decide': named,
  'meeting.confirm': ofMotion,
  'review.petition': ofMotion,
  // Its own rule asks the subject for the unit.
  'vote.open': named,
  'vote.defer': named,
  // Its keys may serve several units.
  'issuer.deliver': whole,
  'ballot.cast': ofVote,
  'ballot.rank': ofVote,
  'vote.keys': ofVote,
  'vote.renew': ofVote,
  'vote.close': ofVote,
  'polling.announce': ofVote,
  'polling.cancel': ofVote,
  'tendency.found': named,
  'tendency.sign': ofTendency,
  'tendency.take': ofTendency,
  'tendency.leave': ofTendency,
  'tendency.review': ofTendency,
  'tendency.change': ofTendency,
  'tendency.agree': ofTendency,
  'tendency.state': ofTendency,
  'hiding.appeal': ofText,
  'standing.contest': whole,
  'unlisted.sign': ofTendency,
  'unlisted.take': ofTendency,
  'unlisted.leave': ofTendency,
  'unlisted.agree': ofTendency,
  'text.hide': ofText,
  'text.lift': ofText,
  'text.withdraw': ofText,
  'text.erase': ofText,
  'panel.announce': ofPanel,
  'panel.commit': ofPanel,
  'panel.seed': ofPanel,
  'panel.draw': ofPanel,
  'panel.accept': ofPanel,
  'panel.recuse': ofPanel,
  'panel.replace': ofPanel,
  'panel.challenge': ofPanel,
  'panel.grant': ofPanel,
  'panel.propose': ofPanel,
  'panel.agree': ofPanel,
  'panel.dissent': ofPanel,
  'panel.review': ofPanel,
  // Sealed, and before the case is there: it names its unit.
  'case.name': (_org, { unit }) => unit,
  'case.open': (_org, { unit }) => unit,
  'case.sign': ofCase,
  'case.charge': ofCase,
  'case.withdraw': ofCase,
  'case.hear': ofCase,
  'case.lapse': ofCase,
  'case.call': ofCase,
  'case.bar': ofCase,
  'case.stop': ofCase,
  'case.state': ofCase,
  'case.protect': ofCase,
  'case.reply': ofCase,
  'case.contest': ofCase,
  'case.unprotect': ofCase,
  'case.appeal': ofCase,
  'case.bind': ofCase,
  'case.expire': ofCase,
  'complaint.name': (_org, { unit }) => unit,
  'complaint.open': (_org, { unit }) => unit,
  'complaint.write': ofComplaint,
  'complaint.take': ofComplaint,
  'complaint.separate': ofComplaint,
  'complaint.close': ofComplaint,
  'complaint.escalate': ofComplaint,
  'referral.name': (_org, { unit }) => unit,
  'referral.open': (_org, { unit }) => unit,
  'recovery.vouch': whole,
  'recovery.cancel': whole,
  'recovery.ripen': whole,
  'recovery.lapse': whole,
  'recovery.complete': whole,
  'device.register': whole,
  'device.revoke': whole,
}

// An act's own shape has parsed what its entry here takes.
const byType: Readonly<Record<string, UnitOf<never>>> = UNIT_OF_ACTS

/** The unit that an act of this type with this body belongs to; undefined where whoever enters it has to name one. */
export function unitOf(org: Org, type: string, body: Json): string | null | undefined {
  const parsed = ruleFor(type)?.shape.safeParse(body)
  return parsed?.success === true ? byType[type]?.(org, parsed.data as never) : undefined
}

/** Refuses an entry whose header names another unit than its body belongs to. */
export function checkUnit(org: Org, { type, unit, body }: Entry): Refusal | undefined {
  const expected = byType[type]?.(org, body as never)
  return expected === undefined || expected === unit ? undefined : refuse('wrong-unit', { unit: expected })
}
