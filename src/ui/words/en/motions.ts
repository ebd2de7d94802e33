import type { StageKind } from '#modules/motions/core'
import type { Method } from '#modules/councils/core'
import type { Choice } from '#modules/voting/core'
import type { BoundQuestion, Effect } from '../../effect.ts'
import { count, sayList } from './common.ts'
import { pointName } from './program.ts'

const DUTY_NAMES: Readonly<Record<string, string>> = {
  roll: 'keeping the roll',
  meetings: 'entering what meetings decide',
  moderation: 'moderating',
  complaints: 'answering complaints about harm',
}

/** What adopting a motion does. */
export function effectSentence(effect: Effect): string {
  switch (effect.kind) {
    case 'resolve':
      return 'Its text stands as decided; nothing else changes.'
    case 'organization.ratify':
      return effect.points
        ? 'The roll and the rules are ratified, and its clauses become points of unity.'
        : 'The roll and the rules are ratified.'
    case 'program.adopt':
      return effect.as === 'unity'
        ? `${count(effect.count, 'clause becomes a point', 'clauses become points')} of unity.`
        : `${count(effect.count, 'clause becomes a position', 'clauses become positions')} of the program.`
    case 'program.change':
      return `${pointName(effect.point)} gets this text.`
    case 'program.strike':
      return `${pointName(effect.point)} is struck from the program.`
    case 'rules.adopt':
      return `“${effect.name}” become the rules of ${effect.unit}.`
    case 'conduct.adopt':
      return `${count(effect.count, 'clause becomes the rule', 'clauses become the rules')} of conduct of ${effect.unit}, for what is written from then on.`
    case 'unit.form':
      return `${effect.name} is formed: a ${effect.as} under ${effect.parent}, decided by its ${effect.decidedBy}.`
    case 'unit.rename':
      return effect.from === effect.name
        ? `It is called ${effect.name}.`
        : `${effect.from} is called ${effect.name}.`
    case 'issuers.name':
      return effect.issuers.length === 0
        ? `In secret votes of ${effect.unit} this server alone gives out keys.`
        : `In secret votes of ${effect.unit} each key is signed by ${effect.k} of ${effect.issuers.length + 1}: this server and ${sayList(effect.issuers.map(({ name, address }) => `${name} (${address})`))}.`
    case 'mandate.give':
      return `${effect.member} is ${effect.office} for ${count(effect.days, 'day', 'days')}${duties(effect.duties)}${effect.council === null ? '' : `, as a delegate to ${effect.council}`}.`
    case 'mandate.recall':
      return `${effect.member} is recalled as ${effect.office}.`
    case 'office.open':
      return `An office is opened: ${effect.title}, ${count(effect.seats, 'seat', 'seats')} for ${count(effect.days, 'day', 'days')}, for ${count(effect.termsMost, 'term', 'terms')} in a row at most${duties(effect.duties)}${effect.council === null ? '' : `, as a delegate to ${effect.council}`}. Nominations open at once.`
    case 'office.close':
      return `The office ${effect.office} is closed: whoever holds it stays until the end of the term, and nobody follows. An election that is under way goes on.`
    case 'council.allot':
      return allotSentence(effect)
    case 'mandate.bind':
      return effect.question === null || effect.answer === null
        ? `${effect.unit} binds its delegates in ${effect.council} by this text.`
        : `${effect.unit} binds its delegates in ${effect.council} on ${onQuestion(effect.question)}: ${ANSWERS[effect.answer]}.`
    case 'mandate.release':
      return `${effect.unit} releases its delegates in ${effect.council} from “${effect.title}”.`
  }
}

const METHODS: Readonly<Record<Method, string>> = {
  'sainte-lague': 'Sainte-Laguë (highest quotients)',
  hamilton: 'Hamilton (largest remainders)',
}

const ANSWERS: Readonly<Record<Choice, string>> = {
  yes: 'to vote yes',
  no: 'to vote no',
  abstain: 'to abstain',
}

function allotSentence({
  council,
  method,
  seats,
  fixed,
  everyDays,
}: Extract<Effect, { kind: 'council.allot' }>) {
  const shared =
    seats === 0
      ? ''
      : `${count(seats, 'seat', 'seats')} of ${council} by members in good standing, after ${METHODS[method]}`
  const each = fixed === 0 ? '' : `${count(fixed, 'seat', 'seats')} of ${council} for each`
  const again =
    everyDays === null ? '' : ` Members are counted again every ${count(everyDays, 'day', 'days')}.`
  return `The places below share ${sayList([shared, each].filter((part) => part !== ''))}.${again}`
}

/** A question of a council: “motion 3, “Title””, or an amendment to it. */
export function onQuestion({ number, title, amendment }: BoundQuestion): string {
  const motion = `motion ${number}, “${title}”`
  return amendment === null ? motion : `amendment ${amendment} to ${motion}`
}

/** What adopting a motion did. */
export function doneSentence(effect: Effect): string {
  return effect.kind === 'resolve' ? 'Its text stands as decided.' : `Carried out: ${effectSentence(effect)}`
}

function duties(list: readonly string[]): string {
  return list.length === 0 ? '' : `, for ${sayList(list.map((duty) => DUTY_NAMES[duty] ?? duty))}`
}

export const motions = {
  ofUnit: 'Unit',
  allUnits: 'All units',
  showUnit: 'Show',
  title: 'Motions',
  lead: 'What members propose to decide. A motion is seconded, debated for a set time, amended, and voted on.',
  propose: 'Propose a motion',
  enterMeeting: 'Enter a meeting’s decision',
  groups: {
    seconds: {
      title: 'Needs seconds',
      empty: 'No motion waits for seconds. If something should be decided, propose a motion.',
    },
    debate: {
      title: 'In debate',
      empty: 'Nothing is being debated. A motion comes here once it has its seconds.',
    },
    vote: {
      title: 'Being voted on',
      empty: 'No vote is open. Motions are put to the vote by themselves when their debate ends.',
    },
    decided: { title: 'Decided', empty: 'Nothing has been decided yet.' },
    other: { title: 'Lapsed or withdrawn', empty: 'No motion has lapsed or been withdrawn.' },
  },
  all: 'All of them',
  overview: 'Overview',
  decisions: 'Decisions',
  decisionsLead: 'What was adopted and what was not, the newest first, each with its numbers.',
  number: (number: number) => `Motion ${number}`,
  heading: (number: number, title: string) => `Motion ${number}: ${title}`,
  proposedBy: 'Proposed by',
  enteredBy: 'Entered by',
  unit: 'Decided in',
  facts: 'About this motion',
  seconds: 'Seconded by',
  effect: 'If adopted',
  effectDone: 'Adopting it meant',
  rules: 'Rules that hold for it',
  rulesVersion: (unit: string, version: number) => `${unit}, version ${version}`,
  recordEntry: 'In the record',
  entry: (seq: number) => `entry ${seq}`,
  text: 'Text',
  textNow: 'The text as amended',
  amendedBy: 'What amendments changed in it',
  textChange: (name: string) => `What would change in ${name.toLowerCase()}`,
  textChanged: (name: string) => `What it changed in ${name.toLowerCase()}`,
  textWhole: 'The text without marks',
  rulesChange: 'What would change in the rules',
  clause: (number: number) => `Clause ${number}`,
  clauseNew: (number: number) => `New clause ${number}`,
  clauseRemoved: (number: number) => `Clause ${number}, removed`,
  unchanged: 'The rest stays as it is.',
  noChange: 'Nothing changes.',
  newRules: 'All the new rules',
  belowChange: 'For the units below',
}

/** Where a motion stands, in a sentence; the time it lasts until follows. */
export const stages: Readonly<Record<StageKind, string>> = {
  seconding: 'Waiting for seconds until',
  debate: 'In debate until',
  amending: 'Vote on the amendments, open until',
  amended: 'The amendments are decided; the vote on the motion opens.',
  voting: 'Vote on the motion, open until',
  entered: 'Waiting for a second officer until',
  decided: 'Decided on',
  review: 'A meeting’s decision under review, in debate until',
  'review-voting': 'Vote on taking a meeting’s decision back, open until',
  lapsed: 'Lapsed on',
  withdrawn: 'Withdrawn on',
}

/** What came of a motion. */
export const outcomes = {
  adopted: 'Adopted',
  rejected: 'Not adopted',
  notDecided: 'Not decided',
  revoked: 'Adopted, then taken back',
}

export const timeline = {
  title: 'The way of this motion',
  steps: {
    held: 'The meeting decided',
    proposed: 'Proposed',
    entered: 'Entered by one officer, to be confirmed by another',
    seconds: 'Waits for seconds',
    debate: 'Debate',
    frozen: 'Last amendments are taken',
    amendments: 'Vote on the amendments',
    vote: 'Vote on the motion',
    decided: 'Decided',
    'open-to-review': 'Open to petition for a review',
    review: 'Debate of the review',
    'review-vote': 'Vote on taking it back',
    revoked: 'Taken back',
    lapsed: 'Lapsed',
    withdrawn: 'Withdrawn',
  },
  done: 'done',
  now: 'now',
  next: 'to come',
  until: 'until',
  upTo: 'by',
}

export const seconds = {
  title: 'Seconds',
  needed: (had: number, needed: number) =>
    needed === 0
      ? 'No seconds are needed.'
      : `${had} of ${count(needed, 'second', 'seconds')} that it needs to be debated.`,
  second: 'Second this motion',
  explain: 'To second a motion is to want it debated, not to agree with it.',
  withdraw: 'Withdraw the motion',
}

export const speeches = {
  title: 'Debate',
  for: 'For',
  against: 'Against',
  noneFor: 'Nobody has spoken for it yet.',
  noneAgainst: 'Nobody has spoken against it yet.',
  add: 'Speak',
  side: 'I speak',
  sideFor: 'for the motion',
  sideAgainst: 'against the motion',
  text: 'What I say',
  hint: 'Members can read it, now and later. The record itself carries only its fingerprint.',
  send: 'Speak',
  older: (number: number) => `Show all ${number} speeches`,
}

export const reports = {
  title: 'Minority reports',
  lead: 'Dissent that stays with this decision for good.',
  none: 'None has been attached.',
  open: 'Reports can be attached until',
  file: 'Attach a minority report',
  text: 'The report',
  hint: 'It stays in the record for good, with your name until you have it deleted.',
  send: 'Attach it',
  sign: 'Stand behind this report',
  by: 'Written by',
  signers: 'Behind it stand',
}

export const decision = {
  title: 'The decision',
  why: (adopted: boolean): string => (adopted ? 'Why did this pass?' : 'Why did this not pass?'),
  notCarriedOut: 'It was adopted, but could not be carried out:',
  vote: 'The vote, and who voted how',
  amendmentsVote: 'The vote on the amendments, and who voted how',
  pinnedMeeting: 'Counted by the rules that were in force when it was entered:',
  pinned: 'Counted by the rules that were in force when its debate opened:',
  amendments: 'The amendments',
  displaced: (number: number) =>
    `Had its majority, but collides with amendment ${number}, which had more votes.`,
  meeting: 'Decided by a meeting on',
  meetingUnconfirmed:
    'One officer entered this as a meeting’s decision. It stands once another officer confirms it.',
  confirm: 'Confirm that the meeting decided this',
  reviewTitle: 'Review',
  upheld: 'Members demanded a review, and a vote of all let the decision stand.',
  review:
    'This was decided by a meeting. Members who find that it should not have been can have it reviewed: it is debated again and put to the vote of all.',
  petitioned: (had: number, needed: number) => `${had} of ${needed} who are needed have signed so far.`,
  petitionUntil: 'The petition is open until',
  petition: 'Sign the petition for a review',
  signed: 'You have signed the petition.',
  revoked: 'A vote of all took this decision back.',
  underReview: 'Members demanded a review. Until the vote the decision stands.',
}
