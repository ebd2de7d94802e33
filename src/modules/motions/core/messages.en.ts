import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { StageKind } from './state.ts'

/** What a motion's stage is called. */
const STAGE_NAMES: Readonly<Record<StageKind, string>> = {
  seconding: 'waiting for seconds',
  debate: 'in debate',
  amending: 'vote on amendments',
  amended: 'amendments decided',
  voting: 'vote',
  entered: 'waiting for a second officer',
  decided: 'decided',
  review: 'under review',
  'review-voting': 'vote on the review',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
}

const { sayMoment, sayNumber } = speechIn('en')

/** What this module refuses. */
export type MotionCode =
  | 'unknown-motion'
  | 'wrong-stage'
  | 'not-of-unit'
  | 'not-yours'
  | 'too-many-amendments-of-tendency'
  | 'id-taken'
  | 'motion-too-long'
  | 'clause-twice'
  | 'own-second'
  | 'seconded-already'
  | 'seconded-by-others'
  | 'amendments-frozen'
  | 'too-many-amendments'
  | 'unknown-amendment'
  | 'too-many-speeches'
  | 'too-many-reports'
  | 'reports-closed'
  | 'unknown-report'
  | 'signed-already'
  | 'meeting-time'
  | 'meeting-did-not-adopt'
  | 'meeting-beyond-roll'
  | 'same-officer'
  | 'tellers-not-distinct'
  | 'teller-not-on-roll'
  | 'no-review'
  | 'review-over'
  | 'petitioned-already'
  | 'unknown-enactment'
  | 'title-missing'
  | 'title-too-long'
  | 'text-missing'
  | 'too-many-clauses'
  | 'clause-too-long'
  | 'point-unchanged'
  | 'point-emptied'
  | 'report-missing'
  | 'meeting-time-missing'
  | 'count-missing'
  | 'tellers-missing'
  | 'report-too-long'

export const english: Sentences<MotionCode> = {
  'unknown-motion': () => 'There is no such motion.',
  'wrong-stage': ({ stage }) => `This is not possible now: the motion’s stage is “${stageName(say(stage))}”.`,
  'not-of-unit': () => 'You do not belong to the unit that decides this.',
  'too-many-amendments-of-tendency': ({ most }) =>
    `This tendency has ${sayNumber(most)} amendments to this motion, which is the most that go to the vote without seconds. Propose yours in your own name.`,
  'not-yours': ({ what }) => `This ${say(what)} is not yours.`,
  'id-taken': () => 'Something with this id exists already. Load the form anew and send it again.',
  'motion-too-long': ({ length, most }) =>
    `The text has ${sayNumber(length)} characters; a motion may have ${sayNumber(most)}. Shorten it, or divide it into several motions.`,
  'clause-twice': () => 'Two clauses carry the same id. Load the form anew and send it again.',
  'own-second': () => 'A proposal is seconded by others than its proposer.',
  'seconded-already': () => 'You have seconded this already.',
  'seconded-by-others': () => 'Others have seconded this, so it is no longer its proposer’s to take back.',
  'amendments-frozen': ({ since }) =>
    `No amendment is taken since ${sayMoment(since)}, so that everybody can read the last ones before the vote.`,
  'too-many-amendments': ({ most }) =>
    `A member can propose ${say(most)} amendments to a motion at most. Join some, or second those of others.`,
  'unknown-amendment': () => 'There is no such amendment, or it is no longer open.',
  'too-many-speeches': ({ most }) => `A member can speak ${say(most)} times to a motion at most.`,
  'too-many-reports': ({ most }) =>
    `A member can file ${say(most)} minority reports on a decision at most; those of others can be signed.`,
  'reports-closed': ({ since }) => `Minority reports could be attached until ${sayMoment(since)}.`,
  'unknown-report': () => 'There is no such minority report.',
  'signed-already': () => 'You stand behind this report already.',
  'meeting-time': ({ days }) =>
    `A meeting’s decision is entered after it was made, within ${say(days)} days.`,
  'meeting-did-not-adopt': ({ outcome, took, quorumNeeded, needed, yes }) =>
    outcome === 'no-quorum'
      ? `The meeting had no quorum: ${say(took)} were counted, ${say(quorumNeeded)} are needed.`
      : `The meeting did not adopt this: ${say(yes)} voted yes, ${say(needed)} were needed.`,
  'meeting-beyond-roll': ({ took, roll }) =>
    `The meeting counted ${say(took)}, but ${say(roll)} stand on the roll. Count anew.`,
  'same-officer': () => 'Another officer has to confirm what you entered.',
  'tellers-not-distinct': () =>
    'The two tellers and the officer who enters the count are three different people.',
  'teller-not-on-roll': () => 'A teller has to be a member of the unit with a vote.',
  'no-review': () => 'Only a meeting’s decision can be petitioned against; against a vote, propose a motion.',
  'review-over': ({ since }) => `This decision could be petitioned against until ${sayMoment(since)}.`,
  'petitioned-already': () => 'You have signed this petition already.',
  'unknown-enactment': ({ kind }) => `Adopting a motion cannot do “${say(kind)}”.`,
  'title-missing': () => 'Give the motion a title: a few words by which members will know it.',
  'title-too-long': ({ length, most }) =>
    `The title has ${sayNumber(length)} characters; ${sayNumber(most)} is the most.`,
  'text-missing': () => 'Write the text that is to be decided.',
  'too-many-clauses': ({ count: found, most }) =>
    `The text has ${sayNumber(found)} paragraphs; a motion may have ${sayNumber(most)}. Join some, or divide it into several motions.`,
  'clause-too-long': ({ number, length, most }) =>
    `Paragraph ${sayNumber(number)} has ${sayNumber(length)} characters; a paragraph may have ${sayNumber(most)}. Divide it by an empty line.`,
  'meeting-time-missing': () => 'Fill in the day and time at which the meeting decided.',
  'count-missing': () => 'Fill in whole numbers for yes, no and abstaining; 0 where there was none.',
  'tellers-missing': () => 'Choose two tellers.',
  'report-missing': () => 'Write the report first.',
  'report-too-long': ({ length, most }) =>
    `The report has ${sayNumber(length)} characters; ${sayNumber(most)} is the most. Shorten it.`,
  'point-unchanged': () => 'The motion leaves the point as it is. Change, add or remove at least one clause.',
  'point-emptied': () =>
    'The motion would leave nothing of the point. To take the whole point out, propose to strike it.',
}

function stageName(stage: string): string {
  return Object.hasOwn(STAGE_NAMES, stage) ? STAGE_NAMES[stage as StageKind] : stage
}
