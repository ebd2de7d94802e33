import type { Cause, Election, Tie, WhyExcluded } from '#modules/counting/core'
import type { OfficeMethod } from '#modules/rulebook/core'
import { shortVotes } from '../../short-votes.ts'
import { count } from './common.ts'

const METHODS: Readonly<Record<OfficeMethod, string>> = {
  'scottish-stv': 'Single transferable vote (Scottish rules)',
  'wigm-prf': 'Single transferable vote (WIGM reference rule)',
  'meek-prf': 'Single transferable vote (Meek reference rule)',
  meek: 'Single transferable vote (Meek)',
  irv: 'Instant runoff',
}

export const elections = {
  title: 'Offices and elections',
  lead: 'Offices are opened by motion and filled by election. Terms end by themselves, and whoever holds an office can be recalled.',
  none: 'No office is open yet.',
  open: 'Propose to open an office',
  seats: (n: number) => count(n, 'seat', 'seats'),
  unit: 'Unit',
  holders: 'Who holds it',
  nobody: 'Nobody at the moment.',
  underWay: 'An election is under way',
  closedOffice: 'This office is closed: nobody follows whoever holds it.',
  mandate: 'The mandate',
  mandateFrom: (number: number) => `as motion ${number} gave it`,
  term: 'Term',
  termFacts: (days: number, most: number) =>
    `${count(days, 'day', 'days')}; at most ${count(most, 'term', 'terms')} in a row`,
  held: 'Who held it',
  name: 'Name',
  from: 'From',
  until: 'Until',
  endedEarly: 'ended early',
  followed: {
    countback: 'filled from the same ballots',
    'by-election': 'filled by another election',
    'left-empty': 'left empty until the next term',
  },
  list: 'Elections',
  number: (number: number, term: number) => `Election ${number}, for term ${term}`,
  heading: (title: string, number: number) => `Election ${number}: ${title}`,
  stages: {
    nominating: 'nominations are open',
    ready: 'the vote opens',
    voting: 'the vote is open',
    drawing: 'a lot decides',
    elected: 'decided; the term has not begun yet',
    over: 'decided',
    failed: 'nobody was elected',
  },
  nominationsUntil: 'Nominations are open until',
  voteUntil: 'The vote is open until',
  drawUntil: 'The votes are tied. Those who committed to secret words can open them until',
  beginsOn: 'The term begins on',
  why: {
    'no-quorum': 'Too few took part. The election is held again.',
    'office-closed': 'The office was closed meanwhile.',
  },
  candidates: 'Candidates',
  noCandidates: 'Nobody stands yet.',
  nominatedBy: 'nominated by',
  notAccepted: 'has not accepted yet',
  stand: 'Stand for election',
  standLead: 'Everybody has the same space. Your statement is kept beside the record and can be erased.',
  statement: 'Your statement',
  statementHint: (most: number) => `Up to ${most} characters.`,
  words: 'Secret words for a lot',
  wordsHint:
    'Only if votes are tied. Any words; write them down and keep them to yourself. The record gets a hash of them now, and you open them if a lot has to decide, so that nobody can arrange it. This server sees them when you send them: whoever does not trust it leaves this empty or enters a hash made elsewhere.',
  standButton: 'Stand',
  standAgain: 'Change my statement',
  withdraw: 'I do not stand',
  nominate: 'Nominate somebody',
  nominateFind: 'Find a member',
  nominateMember: 'Member',
  nominateButton: 'Nominate',
  openWords: 'Open my secret words',
  openWordsButton: 'Open them',
  ballot: 'Your ballot',
  ballotLead:
    'Write 1 beside whom you want most, then 2, 3 and so on, for as many as you like. Boxes may stay empty.',
  ballotShared: 'Those whom you like equally can have the same number.',
  openBallots: 'Ballots here are open: after the close members can read them in the record.',
  place: (name: string) => `Place of ${name}`,
  cast: 'Cast my ballot',
  change: 'Change my ballot',
  cannotVote: 'You cannot vote here.',
  result: 'The result',
  winners: 'Elected',
  nobodyElected: 'Nobody was elected.',
  took: (ballots: number, roll: number, needed: number) =>
    `${ballots} of ${roll} on the roll took part; the quorum was ${needed}.`,
  quota: (quota: string) => `Whoever has ${quota} votes is elected.`,
  quotaFrom: (ballots: number, parts: number) =>
    `That is ${ballots} ballots with a choice divided by ${parts} (one more than there are seats), rounded down, plus one: no more candidates than there are seats can reach it.`,
  method: 'Method',
  methods: METHODS,
  flow: 'How the votes moved',
  flowLead:
    'Each column is a stage of the count, each block a candidate, as high as their votes. Bands show where votes went. The table below says the same.',
  table: 'Stage by stage',
  candidate: 'Candidate',
  stage: (n: number) => `Stage ${n}`,
  exhausted: 'No further choice',
  rounding: 'Lost to rounding',
  ties: 'Ties',
  recount: 'Recount elsewhere',
  recountLead: 'The ballots without names, as files that counting programs read.',
  blt: 'Ballots as BLT',
  csv: 'Ballots as CSV',
  entries: (opened: number, closed: number) =>
    `In the record: opened by entry ${opened}, closed by entry ${closed}.`,
  recall: 'Recall',
  recallLead:
    'Any member of the unit can start a petition. With enough signatures the vote opens by itself; nobody can stop it.',
  recallWhom: 'Whom',
  recallReason: 'Why',
  recallButton: 'Start a petition',
  recallRunning: 'A petition to recall them is under way',
  recallTitle: (name: string) => `Recall of ${name}`,
  recallBy: 'Started by',
  recallSigned: (signed: number, needed: number) =>
    `${count(signed, 'member has', 'members have')} signed; ${needed} are needed.`,
  recallUntil: 'Signatures are taken until',
  recallSign: 'Sign the petition',
  recallHasSigned: 'You have signed.',
  recallStages: {
    signing: 'It gathers signatures.',
    ready: 'It goes to the vote.',
    voting: 'It is voted on.',
    lapsed: 'It lapsed for want of signatures.',
  },
  recalled: 'Recalled: the mandate has ended.',
  notRecalled: 'Not recalled: the mandate goes on.',
  recallQuestion: (name: string, office: string) => `Shall ${name} be recalled as ${office}?`,
  tally: (yes: number, no: number, abstain: number) => `Yes ${yes}, no ${no}, abstaining ${abstain}.`,
}

/** Why a stage moved votes, in a sentence. */
export function sayCause(cause: Cause, name: (candidate: number) => string): string {
  switch (cause.kind) {
    case 'first-preferences':
      return 'The first choices are counted.'
    case 'surplus':
      return `${name(cause.candidate)} has ${shortVotes(cause.surplus)} votes more than needed. They go on to the next choices, each ballot at a part of its value.`
    case 'exclusion':
      return `${WHY_OUT[cause.because]} Out: ${cause.candidates.map(name).join(', ')}.${cause.because === 'seats-filled' ? '' : ' Those ballots go on to their next choices.'}`
    case 'keep-values':
      return 'Whoever is elected keeps only the votes needed; the rest goes on to the next choices until it settles.'
  }
}

const WHY_OUT: Readonly<Record<WhyExcluded, string>> = {
  fewest: 'Whoever has the fewest votes drops out.',
  'cannot-catch-up': 'Whoever cannot catch up any more drops out.',
  'seats-filled': 'All seats are taken.',
}

const BECAUSE: Readonly<Record<Election['because'], string>> = {
  quota: 'has enough votes',
  majority: 'has more than half of the votes',
  remaining: 'is left, with as many candidates as seats',
  most: 'has the most votes',
}

/** Why somebody is elected, in a sentence. */
export function sayElected({ because }: Election, name: string): string {
  return `${name} ${BECAUSE[because]} and is elected.`
}

/** How a tie ended, in a sentence. */
export function sayTie(tie: Tie, name: (candidate: number) => string): string {
  const who = tie.among.map(name).join(', ')
  const { settled } = tie
  if (settled.by === 'open')
    return `After stage ${tie.stage + 1} these were tied, and only a lot decides: ${who}.`
  const how = {
    'earlier-stage': 'by the votes of an earlier stage',
    lot: 'by lot',
    order: 'by an order given beforehand',
    'no-matter': 'in any order, as none of them had a vote',
  }[settled.by]
  const drawn =
    settled.by === 'lot'
      ? ` The lot drew this order: ${settled.drawn.map(name).join(', ')}. Anybody can draw it again from the secret words that the record shows opened.`
      : ''
  return `After stage ${tie.stage + 1} these were tied: ${who}. It was settled ${how}: ${name(settled.chosen)}.${drawn}`
}
