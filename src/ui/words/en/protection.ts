import type { ProtectedRight, ProtectionEnd } from '#modules/discipline/core'
import { count } from './common.ts'

const days = (n: number): string => count(n, 'day', 'days')

const RIGHTS: Readonly<Record<ProtectedRight, string>> = {
  propose: 'to propose motions and amendments',
  stand: 'to stand for office',
}

/** What may hold before a case is decided. */
export const protection = {
  title: 'Protective measure',
  what: (rights: readonly ProtectedRight[], n: number) =>
    `The right ${rights.map((right) => RIGHTS[right]).join(' and ')} rests until the case is decided, for ${days(n)} at most. Nobody loses their vote.`,
  asked: 'Asked for:',
  contested: (unit: string) => `An appeal was made against it, on which ${unit} votes.`,
  moot: 'A vote on it is still open, and decides nothing any more.',
  stages: {
    announced: 'It was asked for. The charged member can answer; the vote opens by itself.',
    voting: 'The members vote on it, in secret.',
  },
  opens: 'The vote opens',
  holdsUntil: 'It holds until',
  ends: {
    rejected: 'The members did not adopt it',
    lifted: 'Lifted on appeal',
    expired: 'Its days have run',
    over: 'The case was over, or its measure holds',
  } satisfies Record<ProtectionEnd, string>,
  parts: {
    asking: 'Why it is asked for',
    reply: 'The answer of the charged member',
    contest: 'The appeal of the charged member',
  },
  noReply: 'The charged member has not answered.',
  round: (round: number): string => (round === 0 ? 'The vote on it' : 'The vote on the appeal against it'),
  question: (what: string) => `Shall this hold before the case is decided: ${what}`,
  ballot: 'Your vote on the protective measure',
  // forms
  ask: 'Ask for a protective measure',
  askLead:
    'Nothing has been found yet, so this asks much: at least two thirds of the votes cast, in secret, once as long as somebody is charged. The charged member answers for three days before the vote, can appeal at once, and keeps the vote, the floor and every other right. Who has been nominated already stays a candidate.',
  rights: 'What shall rest until the case is decided',
  rightNames: RIGHTS,
  days: (most: number) => `Days, ${most} at most`,
  why: 'Why this cannot wait for the panel',
  whyHint: 'The members who vote on it read this, and who is charged. It is deleted with the case.',
  reply: 'Answer the protective measure',
  replyLead: 'It stands beside what was asked, when the members vote.',
  replyText: 'Your answer',
  contest: 'Appeal against the protective measure',
  contestLead: (unit: string) =>
    `${unit} votes on it at once. It is lifted unless at least two thirds adopt it again.`,
  contestText: 'Why it should not hold',
}
