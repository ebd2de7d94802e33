import type { Outcome } from '#modules/counting/core'
import type { Choice } from '#modules/voting/core'
import { count } from './common.ts'

export const CHOICE_NAMES: Readonly<Record<Choice, string>> = { yes: 'Yes', no: 'No', abstain: 'Abstain' }

/** What a vote is called, by the kind of its subject. */
export function voteHeading(kind: string, number: number): string {
  if (kind === 'amendments') return `Vote on the amendments to motion ${number}`
  return kind === 'review' ? `Vote on taking motion ${number} back` : `Vote on motion ${number}`
}

/** How a question ended. */
export function voteOutcome(outcome: Outcome): string {
  if (outcome === 'adopted') return 'Adopted'
  return outcome === 'no-quorum' ? 'Not decided' : 'Not adopted'
}

export const rollCall = {
  title: 'Who voted how',
  lead: (number: number) =>
    number === 0
      ? 'Nobody voted.'
      : `${count(number, 'member', 'members')} voted. Of several ballots of a member the last one counted.`,
  notYet: 'Who voted how can be seen once the vote has closed.',
  member: 'Member',
  choice: 'Ballot',
  entry: 'In the record',
}

export const votes = {
  open: 'Open votes',
  motions: 'Motions',
  noneOpen: 'No vote is open. Motions are put to the vote by themselves when their debate ends.',
  motion: (number: number, title: string) => `Motion ${number}: ${title}`,
  closes: 'Open until',
  closed: 'Closed on',
  secretNow:
    'Until a vote closes no page shows anybody a count, officers included. Who has voted stands in the record at once; how, from the close on.',
  openBallots: 'Ballots here are open: after the close members can see who voted how.',
  cast: 'Cast my ballot',
  change: 'Change my ballot',
  yours: 'Your ballot',
  yoursLead: 'You can change your ballot until the vote closes; the last one counts.',
  entered: (seq: number) =>
    `Your ballot was entered as entry ${seq}; it is closed to others until the vote closes.`,
  showEntry: 'Show the entry',
  hasVoted: 'You have voted.',
  notCast: 'You have not voted yet.',
  notOnRoll: 'You cannot vote here.',
  question: {
    amendment: (number: number) => `Amendment ${number}`,
    motion: 'Shall this motion be adopted?',
    review: 'Shall this decision of a meeting be taken back?',
  },
  questionBy: 'proposed by',
  reviewText: 'The decision',
  motionText: 'The motion as proposed',
  finalText: 'The whole text',
  displaced: (number: number) =>
    `It had its majority, but collides with amendment ${number}, which had more: so it is not in the text.`,
  rollCallShow: 'Who voted how',
  facts: 'About this vote',
  unit: 'Unit',
  threshold: 'Adopted by',
  share: (share: string, more: boolean, of: string) => `${more ? 'more than' : 'at least'} ${share} of ${of}`,
  bases: {
    cast: 'the votes cast (yes and no)',
    present: 'those who take part',
    roll: 'the members on the roll',
  },
  quorum: 'Quorum',
  quorumShare: (share: string) => `at least ${share} of the roll must take part`,
  roll: 'Roll',
  rollSize: (size: number) => count(size, 'member can vote', 'members can vote'),
  rollFixed: (announced: string | null) =>
    announced === null
      ? 'It was fixed when the vote opened.'
      : `It was fixed when the vote was announced, on ${announced}: whoever came later has no vote in it.`,
  digest: 'Fingerprint of the roll',
  openedEntry: 'Opened by',
  closedEntry: 'Closed by',
  entry: (seq: number) => `entry ${seq}`,
  tally: { yes: 'yes', no: 'no', abstain: 'abstaining' },
}
