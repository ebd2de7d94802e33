import { speechIn } from '#kernel/speech'
import type { Majority } from '#modules/counting/core'
import type { DisciplineRules } from './discipline-rules.ts'
import { BALLOT_QUESTIONS, type BallotQuestion, type BallotRules } from './ballot-rules.ts'
import {
  ballotsOf,
  directoryOf,
  disciplineOf,
  electionsOf,
  reportDaysOf,
  signedActsOf,
  tendencyRulesOf,
  type Directory,
  type RuleSet,
} from './rule-set.ts'
import type { TendencyRules } from './tendency-rules.ts'
import type { OfficeMethod } from './election-rules.ts'
import { english as names } from './names.en.ts'
import { OFFICE_ACTS } from './signature-rules.ts'
import type { RuleSentences } from './rule-words.ts'

const { sayCount, sayList, sayNumber } = speechIn('en')

function ofMotions({
  motionSeconds,
  secondingDays,
  debateHours,
  amendmentFreezeHours,
  amendmentSeconds,
}: RuleSet): string[] {
  return [
    motionSeconds === 0
      ? 'A motion goes into debate as soon as it is proposed.'
      : `A motion goes into debate once ${others(motionSeconds)} it; without that it lapses after ${days(secondingDays)}.`,
    `It is debated for ${hours(debateHours)}, then put to the vote.`,
    amendmentFreezeHours === 0
      ? 'Amendments are taken until the debate ends.'
      : `Amendments are taken until ${hours(amendmentFreezeHours)} before the debate ends.`,
    amendmentSeconds === 0
      ? 'Every amendment is put to the vote.'
      : `An amendment is put to the vote if ${others(amendmentSeconds)} it.`,
  ]
}

function ofVotes(rules: RuleSet): string[] {
  const { votingHours, quorum, majorities, reportDays } = rules
  return [
    `A vote is open for ${hours(votingHours)}.`,
    `At least ${quorum} of the roll must take part, or nothing is decided. Abstaining is taking part.`,
    `Motions and amendments are adopted by ${majority(majorities.ordinary)}.`,
    `Points of unity are adopted, changed and struck by ${majority(majorities.unity)}.`,
    `Rules and units are changed by ${majority(majorities.rules)}.`,
    `Minority reports can be attached to a decision for ${days(reportDays)}.`,
    ...ofBallots(ballotsOf(rules)),
  ]
}

const SECRET: Readonly<Record<BallotQuestion, string>> = {
  motions: 'motions and amendments',
  elections: 'offices',
  recalls: 'recalls',
}

function ofBallots(rules: BallotRules): string[] {
  const { keysFirst, keyHours, participation, ranksMost, smallest } = rules
  const secret = BALLOT_QUESTIONS.filter((question) => rules[question] === 'secret')
  return [
    secret.length === 0
      ? 'All votes are open: once one has closed, every member sees who voted how.'
      : `Votes on ${sayList(secret.map((question) => SECRET[question]))} are secret: nobody sees who voted how, and everybody can count the ballots. Delegates vote openly.`,
    participation === 'named'
      ? 'After a secret vote every member sees who took part.'
      : 'After a secret vote every member sees how many took part, and each can check what is said of themselves.',
    keysFirst === null
      ? 'The keys to a secret vote are given out while it is open.'
      : `On a roll of ${sayNumber(keysFirst)} or more, the keys to a secret vote are given out for ${hours(keyHours)} before anybody votes.`,
    ranksMost === null
      ? 'A secret ballot may rank every candidate.'
      : `A secret ballot has ${sayCount(ranksMost, { one: 'rank', other: 'ranks' })} at most: a long ranking can tell whose it is.`,
    `The result of fewer than ${sayCount(smallest, { one: 'secret ballot', other: 'secret ballots' })} is not broken down.`,
  ]
}

function ofMeetings({ meetingQuorum, reviewDays, reviewShare }: RuleSet): string[] {
  return [
    `A meeting can decide at once what cannot wait, if at least ${meetingQuorum} of the roll is counted there.`,
    `For ${days(reviewDays)} after that, ${reviewShare} of the roll can demand a review: the decision is debated again and put to the vote of all.`,
  ]
}

const DIRECTORY_SENTENCES: Readonly<Record<Directory, string>> = {
  places: 'Every member sees the names of all members, with the unit they live in and their standing.',
  names:
    'Every member sees the names of all members; the unit they live in and their standing only where they share a unit.',
  'own-units': 'Members see the names of those with whom they share a unit, and of no others.',
}

function ofMembers(rules: RuleSet): string[] {
  const { vouches, admissionDays, standingDays } = rules
  return [
    vouches === 0
      ? 'Nobody has to vouch for an applicant.'
      : `Before an applicant is admitted, ${vouches === 1 ? 'one member vouches' : `${vouches} members vouch`} for them.`,
    `Whoever is admitted votes from the ${ordinal(admissionDays)} day on.`,
    `Standing lapses only after ${days(standingDays)} of notice, in which it can be mended.`,
    `${DIRECTORY_SENTENCES[directoryOf(rules)]} Whoever acts in the open (holds an office, proposes, seconds, speaks, signs, votes by open ballot) is named beside it.`,
    ofTendencies(tendencyRulesOf(rules)),
    ...ofDiscipline(disciplineOf(rules)),
  ]
}

function ofTendencies({ members, share, belowDays }: TendencyRules): string {
  return `A tendency stands with ${sayCount(members, { one: 'signatory', other: 'signatories' })}, or ${share} of the roll where that is more. With fewer it ends after ${days(belowDays)}.`
}

function ofDiscipline(rules: DisciplineRules): string[] {
  const { chargers, limitationDays, noticeDays, panel, findingDays, appealDays } = rules
  const { measures, expulsion, warningDays, suspensionDays, barDays } = rules
  return [
    `A charge is brought by ${sayCount(chargers, { one: 'member', other: 'members' })} together, within ${days(limitationDays)} of the deed.`,
    `The charged member has ${days(noticeDays)} to answer; then a panel of ${sayNumber(panel)}, drawn by lot, finds within ${days(findingDays)}, or the charge lapses.`,
    `The members decide in secret: a measure needs ${measures === '1/2' ? 'more than half' : measures} of the votes cast, an expulsion ${expulsion}. It holds only after ${days(appealDays)} in which an appeal can be made.`,
    `A warning is gone after ${days(warningDays)}; a suspension lasts ${days(suspensionDays)} at most; whoever was expelled may apply again after ${days(barDays)}.`,
  ]
}

const METHODS: Readonly<Record<OfficeMethod, string>> = {
  'scottish-stv': 'single transferable vote by the Scottish rules',
  'wigm-prf': 'single transferable vote by the WIGM reference rule',
  'meek-prf': 'single transferable vote by the Meek reference rule (nine digits)',
  meek: 'single transferable vote by Meek’s rule',
  irv: 'instant runoff',
  schulze: 'comparing candidates in pairs (Schulze)',
  'ranked-pairs': 'comparing candidates in pairs (ranked pairs)',
}

function ofOffices(rules: RuleSet): string[] {
  const elections = electionsOf(rules)
  return [
    `An office is given for ${days(rules.termDays)} at most.`,
    `Offices are filled by ${METHODS[elections.method]}: nominations are open for ${days(elections.nominationDays)}, the election for ${days(elections.votingDays)}.`,
    `At least ${elections.quorum} of the roll must take part in an election, or it is held again.`,
    elections.vacancy === 'countback'
      ? 'A seat that becomes free is filled by counting the ballots of its election again, without whoever left.'
      : 'A seat that becomes free is filled by another election.',
    `Unless an office says otherwise, nobody holds it for more than ${sayCount(elections.termsMost, { one: 'term', other: 'terms' })} in a row.`,
    `Whoever holds an office is recalled by vote: ${elections.recallShare} of the roll puts it to the vote by signing within ${days(elections.recallDays)}.`,
    `Whoever holds one reports on it every ${days(reportDaysOf(rules))}; who is silent is seen.`,
    signed(signedActsOf(rules)),
  ]
}

function signed(acts: readonly string[]): string {
  const named = OFFICE_ACTS.filter((act) => acts.includes(act)).map((act) => lowered(names.signatures[act]))
  return named.length === 0
    ? 'Nothing that anybody does in an office needs the signature of a device.'
    : `What somebody does in an office counts only with the signature of a device of theirs when it is ${sayList(named)}.`
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

const BOUND_SENTENCES: RuleSentences['bounds'] = {
  debateHoursLeast: (value) => `A debate lasts ${hours(value)} at least.`,
  votingHoursLeast: (value) => `A vote is open for ${hours(value)} at least.`,
  secondsMost: (value) => `Nobody needs more than ${sayNumber(value)} seconds for a motion or an amendment.`,
  quorumLeast: (value) => `At least ${value} of the roll must take part in a vote.`,
  ordinaryLeast: (value) => `Nothing is adopted by less than ${value}, and never by exactly half.`,
  unityLeast: (value) => `Points of unity need ${value} at least.`,
  rulesLeast: (value) => `Rules and units need ${value} at least.`,
  majorityMost: (value) =>
    `No majority or quorum above ${value} is demanded, or a few could bind the many for good.`,
  admissionDaysLeast: (value) => `Whoever is admitted waits ${days(value)} at least before a first vote.`,
  vouchesMost: (value) => `No more than ${sayNumber(value)} vouches are demanded of an applicant.`,
  standingDaysLeast: (value) => `Standing lapses after ${days(value)} of notice at the earliest.`,
  meetingQuorumLeast: (value) => `A meeting that decides counts at least ${value} of the roll.`,
  reviewShareMost: (value) =>
    `A review of what a meeting decided is demanded by ${value} of the roll at most.`,
  reviewDaysLeast: (value) => `Such a review can be demanded for ${days(value)} at least.`,
  reportDaysLeast: (value) => `Minority reports can be attached for ${days(value)} at least.`,
  termDaysMost: (value) => `No office is given for more than ${days(value)}.`,
}

const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'the votes cast (yes and no)',
  present: 'the members who take part',
  roll: 'the members on the roll',
}

function majority({ share, more, of }: Majority): string {
  return `${more ? 'more than' : 'at least'} ${share} of ${BASES[of]}`
}

function others(count: number): string {
  return count === 1 ? 'another member seconds' : `${count} other members second`
}

function days(count: number): string {
  return sayCount(count, { one: 'day', other: 'days' })
}

function hours(count: number): string {
  if (count % 24 === 0 && count > 24) return days(count / 24)
  return sayCount(count, { one: 'hour', other: 'hours' })
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
}

function ordinal(count: number): string {
  return `${count}${ENDINGS[ordinals.select(count)]}`
}

export const english: RuleSentences = {
  motions: ofMotions,
  votes: ofVotes,
  meetings: ofMeetings,
  members: ofMembers,
  offices: ofOffices,
  bounds: BOUND_SENTENCES,
}
