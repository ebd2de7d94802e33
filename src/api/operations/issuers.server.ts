import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { formatProof } from '#modules/record/core'
import { MOST_DELIVERED } from '#modules/voting/core'
import { proveOpening, standingForIssuers, takeIssuerCount, takeIssuerKeys } from '#views/issuers.server.ts'
import { operation } from '../operation.server.ts'
import { receiptShape } from '../shapes/acts.ts'
import { listOf } from '../shapes/common.ts'

const TAG = 'Issuers'
const ABOUT = 'For the servers of issuers that members named for their secret votes: see docs/issuers.md. '

const modulusShape = z.string().length(512).meta({ description: 'The modulus of an issuing key, base64.' })
const signatureShape = z
  .string()
  .length(88)
  .meta({ description: 'Ed25519 by the issuer’s lasting key, base64.' })

export const getIssuers = operation({
  method: 'get',
  path: '/issuers',
  id: 'getIssuers',
  tag: TAG,
  summary: 'Whose record this is, which issuers are named, and in which open votes they sign',
  description: ABOUT,
  needs: 'public',
  answer: z
    .object({
      origin: z.string().meta({ description: 'The name of the log.' }),
      key: z.string().meta({ description: 'The verifier key of the log.' }),
      demonstration: z.boolean(),
      now: z.int().meta({ description: 'The time of this server, in milliseconds UTC.' }),
      issuers: listOf(
        z.object({
          key: z.string(),
          unused: z.int().meta({ description: 'Keys delivered that no vote has used.' }),
        }),
      ),
      votes: listOf(
        z.object({
          vote: z.string(),
          seq: z.int().meta({ description: 'The entry that announced the keys of the vote.' }),
        }),
      ),
    })
    .meta({ id: 'IssuersStanding' }),
  run: () => standingForIssuers(),
})

export const getOpening = operation({
  method: 'get',
  path: '/issuers/openings/{seq}',
  id: 'getVoteOpening',
  tag: TAG,
  summary: 'The proof that an entry which opened a vote, or began it again, stands in the record',
  description: ABOUT,
  needs: 'public',
  params: z.object({ seq: z.coerce.number().int().min(0).max(1e15) }),
  answer: z.record(z.string(), z.unknown()),
  async run({ params: { seq } }) {
    const proof = await proveOpening(seq)
    return isRefusal(proof) ? proof : (JSON.parse(formatProof(proof)) as Record<string, unknown>)
  },
})

export const deliverIssuerKeys = operation({
  method: 'post',
  path: '/issuers/keys',
  id: 'deliverIssuerKeys',
  tag: TAG,
  summary: 'Deliver keys for secret votes to come; each is used for one vote',
  description: `${ABOUT}The signatures say whose keys they are: no token is needed.`,
  needs: 'public',
  body: z.strictObject({
    issuer: z.string().length(44).meta({ description: 'The issuer’s lasting key, base64.' }),
    keys: z
      .array(z.strictObject({ modulus: modulusShape, signature: signatureShape }))
      .min(1)
      .max(MOST_DELIVERED),
  }),
  answer: receiptShape,
  run: ({ body: { issuer, keys } }) => takeIssuerKeys(issuer, keys),
})

export const reportIssuerCount = operation({
  method: 'post',
  path: '/issuers/counts',
  id: 'reportIssuerCount',
  tag: TAG,
  summary: 'Report how many keys an issuer has signed in an open vote; the highest number counts',
  description: ABOUT,
  needs: 'public',
  body: z.strictObject({
    vote: z.string().max(40),
    modulus: modulusShape,
    count: z.int().min(0).max(10_000_000),
    signature: signatureShape,
  }),
  answer: z.object({ taken: z.literal(true) }),
  run: ({ body }) => takeIssuerCount(body),
})
