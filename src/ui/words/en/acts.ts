import type { TextKind } from '#modules/moderation/core'
import type { ActType } from '#organization'
import { told, type Part, type Told } from '../../told.ts'

/** What an entry is about, as far as the reader may know it; what is not known has general words in its place. */
export interface ActFacts {
  readonly by: Part
  /** The member whom it is about, where that is not who entered it. */
  readonly member: Part
  readonly motion: Part
  readonly point: Part
  /** The unit for which it was entered, and the one that its body names. */
  readonly unit: Part
  readonly home: Part
  /** “The vote on”: a motion follows. */
  readonly vote: Part
  readonly result: string
  readonly amendment: string
  /** Of what is named in the body; of a tendency, where it is about one. */
  readonly name: Part
  readonly office: Part
  /** A text that moderation or its author is about. */
  readonly text: Part
  readonly side: 'for' | 'against'
  readonly law: number
  readonly size: number
}

/** What each type of act did, in a sentence. */
const sentences: Readonly<Record<ActType, (facts: ActFacts) => Told>> = {
  'organization.found': ({ name }) => told`${name} was set up, to be founded by its members.`,
  'founding.place': ({ name }) => told`${name} was made a place of the founding.`,
  'founding.member': ({ member, home }) => told`${member} was put on the founding roll, in ${home}.`,
  'founding.strike': ({ member }) => told`${member} was struck off the founding roll.`,
  'member.apply': ({ member, home }) => told`${member} applied for membership, in ${home}.`,
  'member.vouch': ({ by, member }) => told`${by} vouched for ${member}, who applied for membership.`,
  'member.admit': ({ by, member }) => told`${by} admitted ${member}.`,
  'member.refuse': ({ by, member }) => told`${by} refused the application of ${member}.`,
  'member.resign': ({ by }) => told`${by} resigned.`,
  'member.move': ({ by, home }) => told`${by} moved to ${home}.`,
  'member.erase': ({ member }) => told`What was held about ${member} was erased.`,
  'standing.notice': ({ by, member }) => told`${by} gave ${member} notice that their standing lapses.`,
  'standing.mend': ({ by, member }) => told`${by} mended the standing of ${member}.`,
  'standing.lapse': ({ member }) => told`The standing of ${member} lapsed.`,
  'unit.join': ({ by, unit }) => told`${by} joined ${unit}.`,
  'unit.leave': ({ by, unit }) => told`${by} left ${unit}.`,
  'mandate.resign': ({ by, office, unit }) => told`${by} laid down an office in ${unit}: ${office}.`,
  'mandate.end': ({ member, office, unit }) => told`A term of ${member} in ${unit} ended: ${office}.`,
  'mandate.report': ({ by, office, unit }) => told`${by} reported on an office in ${unit}: ${office}.`,
  'council.seat': ({ unit, size }) => told`The seats of ${unit} were shared out: ${String(size)} in all.`,
  'candidate.nominate': ({ by, member, office }) => told`${by} nominated ${member} for an office: ${office}.`,
  'candidate.accept': ({ by, office }) => told`${by} stands for an office: ${office}.`,
  'candidate.withdraw': ({ by, office }) => told`${by} no longer stands for an office: ${office}.`,
  'nominations.close': ({ office }) => told`The time for nominations ended: ${office}.`,
  'seed.open': ({ by, office }) => told`${by} opened secret words for a lot: ${office}.`,
  'election.draw': ({ office }) => told`A lot was drawn in the election to an office: ${office}.`,
  'election.call': ({ office, unit }) => told`The next election was called in ${unit}: ${office}.`,
  'term.begin': ({ office, unit }) => told`A term began in ${unit}: ${office}.`,
  'vacancy.fill': ({ office, unit }) => told`What follows on a vacancy in ${unit} was settled: ${office}.`,
  'recall.petition': ({ by, member, office }) =>
    told`${by} started a petition to recall ${member} from an office: ${office}.`,
  'recall.sign': ({ by, member, office }) =>
    told`${by} signed a petition to recall ${member} from an office: ${office}.`,
  'recall.lapse': ({ member, office }) =>
    told`A petition to recall ${member} lapsed, because its time ran out: ${office}.`,
  'rationale.add': ({ by, point }) => told`${by} wrote why they hold ${point}.`,
  'tendency.found': ({ by, name, unit }) => told`${by} founded a tendency in ${unit}: ${name}.`,
  'tendency.sign': ({ by, name }) => told`${by} signed the platform of ${name}.`,
  'tendency.take': ({ by, member, name }) => told`${by} took ${member} into ${name}.`,
  'tendency.leave': ({ by, name }) => told`${by} left ${name}.`,
  'tendency.review': ({ name, size }) => told`The signatories of ${name} were counted: ${String(size)}.`,
  'tendency.change': ({ by, name }) => told`${by} proposed a change to the signatories of ${name}.`,
  'tendency.agree': ({ by, name }) => told`${by} agreed to a change of ${name}.`,
  'unlisted.sign': ({ name, member }) => told`${member} signed the platform of ${name}, unlisted.`,
  'unlisted.take': ({ name, member }) => told`${member} took somebody into ${name}, unlisted.`,
  'unlisted.leave': ({ name, member }) => told`${member} left ${name}, unlisted.`,
  'unlisted.agree': ({ name, member }) => told`${member} agreed to a change of ${name}, unlisted.`,
  'tendency.state': ({ by, name, motion }) => told`${by} spoke for ${name} beside ${motion}.`,
  'case.name': ({ unit }) => told`It was named, under seal, who is charged in ${unit}.`,
  'case.open': ({ name, unit }) => told`${name} was opened in ${unit}; those who charge are signing.`,
  'case.sign': ({ name }) => told`Somebody signed, under seal, the charge of ${name}.`,
  'case.charge': ({ name }) => told`Notice of the charge was given in ${name}.`,
  'case.withdraw': ({ name }) => told`The charge of ${name} was withdrawn.`,
  'case.hear': ({ name }) => told`The notice of ${name} ended; the panel can find.`,
  'case.lapse': ({ name }) => told`${name} lapsed: a time had passed.`,
  'case.bar': ({ name }) => told`It was shown, under seal, that an earlier case bars ${name}.`,
  'case.stop': ({ name }) => told`${name} was stopped: the member was charged with this before.`,
  'case.call': ({ name }) => told`A witness was called, under seal, in ${name}.`,
  'case.state': ({ name }) => told`Something was said, under seal, in ${name}.`,
  'case.protect': ({ name }) => told`A protective measure was asked for in ${name}.`,
  'case.reply': ({ name }) => told`The protective measure of ${name} was answered, under seal.`,
  'case.contest': ({ name }) => told`An appeal was made against the protective measure of ${name}.`,
  'case.unprotect': ({ name }) => told`The protective measure of ${name} ended: its days have run.`,
  'case.appeal': ({ name }) => told`An appeal was made in ${name}.`,
  'case.bind': ({ name }) => told`The measure of ${name} began to hold.`,
  'case.expire': ({ name }) => told`The measure of ${name} ended.`,
  'complaint.name': ({ unit }) => told`It was named, under seal, who complains about whom in ${unit}.`,
  'complaint.open': ({ name, unit }) => told`${name} about harm was made in ${unit}.`,
  'complaint.write': ({ name }) => told`Something was written, under seal, in ${name}.`,
  'complaint.take': ({ name }) => told`Somebody elected for it answers ${name}.`,
  'complaint.separate': ({ name }) => told`Two were ordered to keep apart for a time, by ${name}.`,
  'complaint.close': ({ name }) => told`${name} was closed.`,
  'referral.name': ({ unit }) => told`It was named, under seal, whom a complaint charges in ${unit}.`,
  'referral.open': ({ name, unit }) =>
    told`${name} was opened in ${unit} out of a complaint; a panel is drawn.`,
  'complaint.escalate': ({ name }) => told`${name} went to the next, because nobody answered in time.`,
  'panel.announce': ({ name, unit }) => told`${name} in ${unit} was announced; it is drawn by lot.`,
  'panel.commit': ({ by, name }) => told`${by} committed to secret words for the lot of ${name}.`,
  'panel.seed': ({ by, name }) => told`${by} opened secret words for the lot of ${name}.`,
  'panel.draw': ({ name }) => told`${name} was drawn by lot.`,
  'panel.accept': ({ by, name }) => told`${by} took a seat on ${name}.`,
  'panel.recuse': ({ by, name }) => told`${by} stepped aside from ${name}.`,
  'panel.replace': ({ name }) => told`Who did not answer was passed over for ${name}.`,
  'panel.challenge': ({ by, member, name }) => told`${by} challenged ${member} on ${name}.`,
  'panel.grant': ({ by, member, name }) => told`${by} agreed to challenging ${member} on ${name}.`,
  'panel.propose': ({ by, name }) => told`${by} proposed a finding to ${name}.`,
  'panel.agree': ({ by, name }) => told`${by} agreed with a finding on ${name}.`,
  'panel.dissent': ({ by, name }) => told`${by} dissented on ${name}.`,
  'panel.review': ({ name }) => told`The time of ${name} was up; who was silent no longer sits.`,
  'motion.propose': ({ by, motion }) => told`${by} proposed ${motion}.`,
  'motion.second': ({ by, motion }) => told`${by} seconded ${motion}.`,
  'motion.withdraw': ({ by, motion }) => told`${by} withdrew ${motion}.`,
  'motion.lapse': ({ motion }) => told`${motion} lapsed, because its time ran out.`,
  'amendment.propose': ({ by, amendment, motion }) => told`${by} proposed ${amendment} to ${motion}.`,
  'amendment.second': ({ by, amendment, motion }) => told`${by} seconded ${amendment} to ${motion}.`,
  'amendment.withdraw': ({ by, amendment, motion }) => told`${by} withdrew ${amendment} to ${motion}.`,
  'speech.give': ({ by, side, motion }) => told`${by} spoke ${side} ${motion}.`,
  'report.file': ({ by, motion }) => told`${by} filed a minority report on ${motion}.`,
  'report.sign': ({ by, motion }) => told`${by} signed a minority report on ${motion}.`,
  'meeting.decide': ({ by, motion }) => told`${by} entered what a meeting decided: ${motion}.`,
  'meeting.confirm': ({ by, motion }) => told`${by} confirmed what a meeting decided: ${motion}.`,
  'review.petition': ({ by, motion }) => told`${by} petitioned for a review of ${motion}.`,
  'vote.open': ({ vote, motion }) => told`${vote} ${motion} was opened.`,
  'ballot.cast': ({ by, vote, motion }) => told`${by} cast a ballot in ${vote} ${motion}.`,
  'ballot.rank': ({ by, vote, motion }) => told`${by} cast a ballot in ${vote} ${motion}.`,
  'vote.keys': ({ vote, motion }) => told`The list of keys was closed: ${vote} ${motion}.`,
  'vote.renew': ({ vote, motion }) => told`${vote} ${motion} began again, with new keys.`,
  'vote.defer': ({ motion, name }) =>
    told`The secret vote on ${motion} was put off: too few issuers had delivered keys (missing: ${name}).`,
  'issuer.deliver': ({ name }) => told`An issuer delivered keys for secret votes: ${name}.`,
  'vote.close': ({ vote, motion, result }) => told`${vote} ${motion} was closed: ${result}.`,
  'hiding.appeal': ({ by, text }) => told`${by} appealed against the hiding of ${text}.`,
  'standing.contest': ({ by }) => told`${by} contested a notice about their standing.`,
  'text.hide': ({ by, member, text }) => told`${by} hid ${text} of ${member}.`,
  'text.lift': ({ by, member, text }) => told`${by} lifted the hiding of ${text} of ${member}.`,
  'text.withdraw': ({ by, text }) => told`${by} withdrew ${text} of their own.`,
  'text.erase': ({ by, text }) => told`${by} erased ${text} of their own.`,
  'polling.announce': ({ by, vote, motion }) => told`${by} announced a polling session: ${vote} ${motion}.`,
  'polling.cancel': ({ by, vote, motion }) => told`${by} cancelled a polling session: ${vote} ${motion}.`,
  'recovery.vouch': ({ by, member }) => told`${by} vouched for a recovery of access for ${member}.`,
  'recovery.cancel': ({ by, member }) => told`${by} stopped a recovery of access for ${member}.`,
  'recovery.ripen': ({ member }) => told`A recovery of access became possible for ${member}.`,
  'recovery.lapse': ({ member }) => told`A recovery of access for ${member} ran out.`,
  'recovery.complete': ({ member }) => told`${member} recovered access.`,
  'device.register': ({ by }) => told`${by} registered a device that signs what they enter.`,
  'device.revoke': ({ by }) => told`${by} revoked a device: it signs nothing any more.`,
  'law.adopt': ({ law }) => told`From here on, version ${String(law)} of the rules of procedure holds.`,
  'record.restored': ({ size }) =>
    told`The record was restored from a backup, as it stood after ${String(size)} entries.`,
}

/** Entries of the record in words. */
export const acts = {
  sentences,
  /** Where the body is closed to the reader; the type of act follows. */
  closed: (by: Part, type: string): Told => told`${by} entered this: ${type}.`,
  case: (number: number) => `case ${number}`,
  motion: (number: number, title: string) => `motion ${number}, “${title}”`,
  amendment: (number: number) => `amendment ${number}`,
  point: (kind: 'unity' | 'position', number: number) =>
    kind === 'unity' ? `point of unity ${number}` : `position ${number}`,
  complaint: 'a complaint',
  panel: 'a panel',
  nobody: 'somebody whom the record does not name',
  votes: {
    motion: 'the vote on',
    amendments: 'the vote on the amendments to',
    review: 'the vote on the review of',
    election: 'the election to',
    recall: 'the vote on a recall from',
    case: 'the vote on',
    protection: 'the vote on the protective measure of',
  } as Readonly<Record<string, string>>,
  results: {
    decided: 'somebody was elected',
    'open-tie': 'only a lot decides',
    adopted: 'adopted',
    rejected: 'not adopted',
    'no-quorum': 'not decided, because too few took part',
    revoked: 'the decision was taken back',
    upheld: 'the decision stands',
  },
  /** How many of the amendments were taken. */
  taken: (n: number, of: number) => `${n} of ${of} adopted`,
  /** In place of what the reader may not know, or what is not there any more. */
  unknown: {
    member: 'a member',
    motion: 'a motion',
    amendment: 'an amendment',
    point: 'a point of the program',
    unit: 'a unit',
    office: 'an office',
    text: 'a text',
  },
  texts: {
    speech: 'a speech',
    rationale: 'a rationale',
    reason: 'the reason of an amendment',
    report: 'a minority report',
    candidacy: 'a candidate’s statement',
    statement: 'a statement of a tendency',
    account: 'a report on a mandate',
    recall: 'the reason of a petition for a recall',
  } satisfies Record<TextKind, string>,
}
