import fc from 'fast-check'
import { ACT_NAMES, type Step } from './random-history.ts'

// How often each is tried, where not once: what makes a history go on comes more often.
const OFTEN: Partial<Record<Step['act'], number>> = {
  pass: 9,
  propose: 8,
  second: 2,
  support: 8,
  amend: 10,
  back: 2,
  everybody: 8,
  ballot: 3,
  meet: 2,
  confirm: 4,
  petition: 4,
  apply: 2,
  vouch: 4,
  admit: 6,
  move: 2,
  join: 6,
  leave: 3,
  erase: 2,
  recover: 4,
  stopRecovery: 2,
  comeBack: 2,
  revokeDevice: 2,
  registerDevice: 2,
  stand: 3,
  rank: 3,
  recall: 2,
  signRecall: 2,
  foundTendency: 3,
  signTendency: 6,
  stateTendency: 4,
  changeTendency: 3,
  agreeTendency: 4,
  charge: 3,
  seedPanel: 2,
  seatPanel: 4,
  findPanel: 4,
  hide: 2,
  appealHiding: 2,
  complain: 2,
  closeComplaint: 2,
  carry: 4,
  elect: 3,
  strike: 5,
  withdraw: 2,
  unamend: 5,
  report: 2,
  sign: 2,
}

/** In a history that leans to due process, charges, appeals and hidden texts go far: what leads on comes more often, the rest once. */
const DUE_PROCESS_OFTEN: Partial<Record<Step['act'], number>> = {
  pass: 30,
  sleep: 3,
  speak: 8,
  silence: 3,
  propose: 3,
  support: 3,
  everybody: 3,
  charge: 5,
  answerCharge: 3,
  appealCase: 6,
  barCharge: 4,
  withdrawCharge: 2,
  pursue: 14,
  seedPanel: 4,
  seatPanel: 16,
  challengePanel: 5,
  findPanel: 20,
  dissentPanel: 3,
  hide: 8,
  appealHiding: 6,
  lift: 5,
  contest: 3,
  notice: 3,
  foundTendency: 3,
  signTendency: 4,
  complain: 4,
  answerComplaint: 3,
  separate: 2,
  refer: 4,
  writeComplaint: 2,
  closeComplaint: 2,
  protect: 4,
  contestProtection: 3,
}

/** Where all is voted on in secret, what comes before and after a vote comes more often: issuers and their keys, and polling sessions. */
const SECRET_OFTEN: Partial<Record<Step['act'], number>> = {
  ...OFTEN,
  pass: 24,
  everybody: 3,
  nameIssuers: 4,
  deliver: 10,
  poll: 24,
  recall: 3,
  carry: 10,
}

/** A majority and officers who want to be rid of others: they try everything, and above all what works. */
const HOSTILE_OFTEN: Partial<Record<Step['act'], number>> = {
  ...DUE_PROCESS_OFTEN,
  pass: 20,
  speak: 12,
  attack: 8,
  everybody: 6,
  pursue: 40,
  purge: 2,
  silence: 8,
  frame: 4,
  packOffice: 5,
  poll: 6,
  forge: 10,
  packMeeting: 2,
  rationale: 3,
  report: 3,
  resign: 2,
  foundTendency: 5,
  signTendency: 8,
  desertTendency: 8,
  changeTendency: 3,
  agreeTendency: 4,
}

const OFTEN_BY_LEANING = {
  everything: OFTEN,
  'due-process': DUE_PROCESS_OFTEN,
  secret: SECRET_OFTEN,
  hostile: HOSTILE_OFTEN,
} as const

/** How often each thing is tried. */
export type Leaning = keyof typeof OFTEN_BY_LEANING

function kindsFor(leaning: Leaning): readonly Step['act'][] {
  const often = OFTEN_BY_LEANING[leaning]
  return ACT_NAMES.flatMap((act) => Array.from({ length: often[act] ?? 1 }, () => act))
}

const number = fc.nat(9_999)

/** Steps of a history: so many at the most, and half as many at least. */
export const steps = (most: number, leaning: Leaning = 'everything'): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ act: fc.constantFrom(...kindsFor(leaning)), a: number, b: number, c: number }), {
    minLength: most >> 1,
    maxLength: most,
    size: 'max',
  })
