import { clearOpening, openingKind } from './opening-due.ts'
import { fromBase64 } from '#kernel/bytes'
import { canonical } from '#kernel/canonical'
import { DAY } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { isKeyStatement, issuerKey } from '#modules/ballots/core'
import {
  countShape,
  hashShape,
  PUBLIC,
  uuidShape,
  type EnactmentRule,
  type Rules,
} from '#modules/record/core'
import { z } from 'zod'
import { ISSUERS_SINCE, MOST_ISSUERS, namedIssuerShape, whyNamingUnfit } from './issuers.ts'
import { wakeWaiting } from './issuing-keys.ts'
import { VOTE_CLOSE, VOTE_KEYS, VOTE_RENEW } from './names.ts'
import type { VotingSlice } from './slice.ts'

const namingShape = z.strictObject({
  kind: z.literal('issuers.name'),
  issuers: z.array(namedIssuerShape).max(MOST_ISSUERS - 1),
  k: countShape(1, MOST_ISSUERS),
})

export type IssuerEnactments = { 'issuers.name': z.infer<typeof namingShape> }

/** Who issues keys is for members to say, by the majority that changes rules, and by a vote that is always open. */
export const issuerEnactments: {
  readonly 'issuers.name': EnactmentRule<VotingSlice, IssuerEnactments['issuers.name']>
} = {
  'issuers.name': {
    since: ISSUERS_SINCE,
    shape: namingShape,
    question: () => 'rules',
    check: (_state, _context, naming) => whyNamingUnfit(naming),
    apply(state, { unit, motion, seq, at }, { issuers, k }) {
      state.voting.issuers.namings.set(unit, { issuers, k, motion, seq })
      wakeWaiting(state, at)
    },
  },
}

/** Keys that an issuer delivers at once at most, and that lie unused at most. */
export const MOST_DELIVERED = 20
const MOST_STOCK = 60

const issuerShapes = {
  'issuer.deliver': z.strictObject({
    issuer: hashShape,
    keys: z
      .array(z.strictObject({ modulus: z.string().length(512), signature: z.string().length(88) }))
      .min(1)
      .max(MOST_DELIVERED),
  }),
  'vote.defer': z.strictObject({
    /** What was to be voted on; `vote` for a vote that was to begin again. */
    subject: z.strictObject({ kind: z.string().min(1).max(40), id: uuidShape }),
    needed: countShape(2, MOST_ISSUERS),
    ready: countShape(1, MOST_ISSUERS),
    lacking: z.array(z.string().min(1).max(100)).min(1),
  }),
}

export type IssuerActs = { [Type in keyof typeof issuerShapes]: z.infer<(typeof issuerShapes)[Type]> }

/** After so long a vote that could not open is looked at again, if no key that was delivered has opened it before. */
const LOOK_AGAIN = DAY

/** Why the vote about a subject cannot open, or begin again, now; undefined where it can. */
type WhyNot<State> = (
  state: State,
  subject: IssuerActs['vote.defer']['subject'],
  at: number,
) => Refusal | undefined

/** Keys that issuers deliver ahead, and votes that wait for some. */
export function createIssuerRules<State extends VotingSlice>(
  whyNot: WhyNot<State>,
): Rules<State, IssuerActs> {
  return {
    'issuer.deliver': {
      since: ISSUERS_SINCE,
      // Whoever hands it in: the signatures say whose keys they are.
      actors: ['nobody'],
      shape: issuerShapes['issuer.deliver'],
      audience: () => PUBLIC,
      check: (state, { body }) => whyNotDelivered(state, body),
      apply(state, { at, body: { issuer, keys } }) {
        const { stock, delivered } = state.voting.issuers
        stock.set(issuer, [...(stock.get(issuer) ?? []), ...keys])
        for (const { modulus } of keys) delivered.set(modulus, true)
        wakeWaiting(state, at)
      },
    },
    'vote.defer': {
      since: ISSUERS_SINCE,
      actors: ['clerk'],
      shape: issuerShapes['vote.defer'],
      audience: () => PUBLIC,
      check(state, { at, unit, body }) {
        const expected = deferral(whyNot(state, body.subject, at), body.subject)
        if (isRefusal(expected)) return expected
        if (expected.unit !== unit) return refuse('wrong-unit', { unit: expected.unit })
        return canonical(expected.body) === canonical(body) ? undefined : refuse('wrong-opening')
      },
      apply(state, { at, unit, body: { subject, needed, lacking } }) {
        const { waiting } = state.voting.issuers
        const kind = subject.kind === 'vote' ? VOTE_RENEW : openingKind(state, subject.kind)
        if (kind === VOTE_RENEW)
          for (const ended of [VOTE_KEYS, VOTE_CLOSE]) state.deadlines.clear(ended, subject.id)
        // What fell due under an older law would else be due still, and be put off without end.
        else clearOpening(state, subject)
        state.deadlines.set(kind, subject.id, at + LOOK_AGAIN)
        const since = waiting.get(subject.id)?.since ?? at
        waiting.set(subject.id, { kind, unit: unit ?? '', since, needed, lacking })
      },
    },
  }
}

/** The entry that puts off a vote for this refusal, and its unit; another refusal, or none, puts nothing off. */
export function deferral(
  why: Refusal | undefined,
  subject: IssuerActs['vote.defer']['subject'],
): { readonly unit: string; readonly body: IssuerActs['vote.defer'] } | Refusal {
  if (why?.code !== 'issuers-lacking') return why ?? refuse('not-due', { kind: 'vote.defer' })
  const { unit, needed, ready, lacking } = why.facts as { unit: string } & Omit<
    IssuerActs['vote.defer'],
    'subject'
  >
  return { unit, body: { subject, needed, ready, lacking } }
}

/** Why these keys are not taken. */
function whyNotDelivered(
  { voting: { issuers } }: VotingSlice,
  { issuer, keys }: IssuerActs['issuer.deliver'],
): Refusal | undefined {
  const isNamed = [...issuers.namings.values()].some((naming) =>
    naming.issuers.some(({ key }) => key === issuer),
  )
  if (!isNamed) return refuse('issuer-unknown')
  const left = issuers.stock.get(issuer)?.length ?? 0
  if (left + keys.length > MOST_STOCK) return refuse('issuer-stock-full', { left, most: MOST_STOCK })
  const isNew = new Set(keys.map(({ modulus }) => modulus)).size === keys.length
  if (!isNew || keys.some(({ modulus }) => issuers.delivered.has(modulus))) return refuse('issuer-key-known')
  const key = fromBase64(issuer) ?? new Uint8Array()
  const areSound = keys.every(({ modulus, signature }) => {
    const [bytes, signed] = [fromBase64(modulus), fromBase64(signature)]
    const isKey = bytes !== undefined && issuerKey(bytes) !== undefined
    return isKey && signed !== undefined && isKeyStatement(key, bytes, signed)
  })
  return areSound ? undefined : refuse('issuer-key-unfit')
}
