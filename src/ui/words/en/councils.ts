import type { Method } from '#modules/councils/core'
import type { Choice } from '#modules/voting/core'
import { count, sayList, sayNumber } from './common.ts'

const VOTED: Readonly<Record<Choice, string>> = { yes: 'yes', no: 'no', abstain: 'abstain' }

export const councils = {
  title: 'Councils',
  lead: 'A council decides by delegates whom units send to it, and recall.',
  none: 'There is no council yet. Form a unit that is decided by delegates.',
  form: 'Propose to form a council',
  speaksFor: 'Speaks for',
  sit: (delegates: number, seats: number | null) =>
    seats === null
      ? count(delegates, 'delegate', 'delegates')
      : `${count(delegates, 'delegate', 'delegates')} for ${count(seats, 'seat', 'seats')}`,
  unitPage: 'Its motions and rules',

  delegates: 'Delegates',
  noDelegates: 'Nobody sits here yet. A unit sends a delegate by a motion that gives the mandate.',
  delegate: 'Delegate',
  sentBy: 'Sent by',
  term: 'Term ends',
  report: 'Report',
  overdue: (days: number) => (days === 0 ? 'none is due' : `overdue since ${count(days, 'day', 'days')}`),

  seats: 'Seats',
  noAllotment: 'Nobody has set how many seats each unit has: each may send as many delegates as it wants.',
  allot: 'Propose how seats are shared out',
  allotAgain: 'Propose to share them out otherwise',
  rule: (method: Method, seats: number, fixed: number) =>
    `${seats === 0 ? 'No seats are' : count(seats, 'seat is', 'seats are')} shared out by members in good standing, after ${METHODS[method]}${fixed === 0 ? '' : `; each place has ${count(fixed, 'seat', 'seats')} besides`}.`,
  counted: (members: number, seats: number) =>
    `${count(members, 'member', 'members')} counted; ${count(seats, 'seat', 'seats')} in all.`,
  countedBy: (seq: number) => `entry ${seq}`,
  countedIn: 'Counts and seats stand in',
  countedOn: 'Counted on',
  next: 'Counted again on',
  setBy: 'Set by',
  unit: 'Unit',
  members: 'Members',
  exactShare: 'Exact share',
  share: (whole: number, rest: number, members: number) =>
    members === 0 ? '0' : sayNumber(Math.floor((whole + rest / members) * 1000) / 1000),
  has: 'Seats',
  sitting: 'Taken',
  lastQuotient: 'Last seat won with',
  nextQuotient: 'Next seat would need',
  remainder: 'Remainder',
  quotient: (over: number, under: number) => `${sayNumber(over)} ÷ ${sayNumber(under)}`,
  noQuotient: 'none',
  lastSeat: (unit: string, over: number, under: number) =>
    `The last seat went to ${unit}, with ${sayNumber(over)} ÷ ${sayNumber(under)}.`,
  nextSeat: (unit: string, over: number, under: number) =>
    `The next one would have gone to ${unit}, with ${sayNumber(over)} ÷ ${sayNumber(under)}.`,
  tie: (won: readonly string[], lost: readonly string[]) =>
    `${sayList([...won, ...lost])} had equal claims to the last seats. Of equal claims the smaller unit’s comes first, then that of the unit formed first: ${sayList(won)} won, ${sayList(lost)} did not.`,

  bound: 'What binds delegates',
  nothingBinds: 'No unit binds its delegates at the moment.',
  bind: (unit: string) => `Propose that ${unit} binds its delegates`,
  binds: (unit: string) => `${unit} binds its delegates`,
  inGeneral: 'in general, by the text of',
  on: (question: string, answer: Choice) => `on ${question}: ${ANSWERS[answer]}`,
  inTime:
    'A unit binds in time if its own vote closes before that of the council: give a council longer debates than its units have.',

  votes: 'Last votes, beside what units wanted',
  noVotes: 'No vote of the council has closed yet.',
  nobodyBound: 'Nobody was bound on it.',
  wanted: 'Unit wanted',
  voted: 'Voted',
  outcome: 'Mandate',
  kept: 'kept',
  departed: 'departed from',
  stayedAway: 'no ballot',
  choice: (choice: Choice | null) => (choice === null ? 'no ballot' : VOTED[choice]),
  besideRollCall: 'Delegates beside what their units wanted',

  yourMandate: (unit: string, answer: Choice) => `${unit} binds you ${ANSWERS[answer]}`,
  yourAmendment: (unit: string, amendment: number, answer: Choice) =>
    `${unit} binds you on amendment ${amendment} ${ANSWERS[answer]}`,
  yourText: (unit: string) => `${unit} binds you in general`,
  yourFreedom: 'Nothing stops another ballot; your vote stands beside the mandate once the vote has closed.',
}

const METHODS: Readonly<Record<Method, string>> = { 'sainte-lague': 'Sainte-Laguë', hamilton: 'Hamilton' }
const ANSWERS: Readonly<Record<Choice, string>> = {
  yes: 'to vote yes',
  no: 'to vote no',
  abstain: 'to abstain',
}

export const mandates = {
  title: (office: string) => `Mandate: ${office}`,
  holder: 'Held by',
  givenBy: 'Given by',
  council: 'Delegate to',
  from: 'From',
  until: 'Ends on',
  ended: 'Ended on',
  entry: 'In the record',
  reports: 'Reports',
  rule: (days: number) =>
    `A report is due ${count(days, 'day', 'days')} after the last one, or after the term began.`,
  due: 'The next one is due on',
  overdue: (days: number) => `A report is overdue since ${count(days, 'day', 'days')}.`,
  silent: (days: number) =>
    `Nothing was heard for ${count(days, 'day', 'days')} beyond what the rules allow.`,
  none: 'No report was given.',
  give: 'Report on your mandate',
  text: 'What you did, how you voted, what comes next',
  send: 'Give the report',
}

export const rotation = {
  title: 'Who has held what, and how long',
  lead: 'Everybody who ever held an office, the longest first. Days in several offices at once count once.',
  none: 'Nobody has held an office yet.',
  person: 'Member',
  days: 'Days in office',
  offices: 'Offices',
  held: (days: number) => count(days, 'day', 'days'),
  inRow: (terms: number, row: number) =>
    `${count(terms, 'term', 'terms')}${row > 1 ? `, the last ${row} in a row` : ''}`,
  holding: 'in office now',
  to: 'delegate to',
}
