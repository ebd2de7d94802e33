import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { refuseToken } from '#modules/tokens/core'
import { issueKeys } from '#views/secret-vote.server.ts'
import { readBoardEntry } from '#views/view-secret.server.ts'
import { memberWith } from '../asker.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, listOf } from '../shapes/common.ts'

const TAG = 'Votes'

const base64 = z.string().meta({ description: 'Base64.' })

export const issueVoteKeys = operation({
  method: 'post',
  path: '/votes/{id}/issue',
  id: 'issueVoteKeys',
  tag: TAG,
  summary: 'Have your blinded key signed in a secret vote, once; the same request gets the same answer again',
  description:
    'The only step in which anybody sees who asks. The ballot is cast with `POST /ballots/{id}/cast` of this server, and where keys come first the key is registered with `POST /ballots/{id}/key` before: both outside this API and without a token or a cookie, with the bytes that docs/ballots.md tells as application/octet-stream.',
  needs: 'vote',
  params: idParams,
  body: z.strictObject({
    requests: z
      .array(z.string().max(512))
      .min(1)
      .max(9)
      .meta({ description: 'A blinded key of 384 bytes for each issuer that this server is, base64.' }),
  }),
  answer: z.object({ answers: listOf(base64) }).meta({ id: 'IssuedKeys' }),
  async run({ asker, params: { id }, body }) {
    const member = memberWith(asker, 'vote')
    return isRefusal(member) ? member : issueKeys(member, id, body.requests)
  },
})

export const getBoard = operation({
  method: 'get',
  path: '/votes/{id}/board',
  id: 'getBoard',
  tag: TAG,
  summary: 'All ballots of a secret vote, once it has closed, and who took part',
  needs: 'read',
  params: idParams,
  answer: z
    .object({
      seq: z.int().meta({ description: 'The entry that it stands in.' }),
      issued: listOf(z.int()).meta({ description: 'Keys signed, issuer by issuer.' }),
      keys: listOf(base64).nullable().meta({ description: 'The list of keys, where keys came first.' }),
      board: listOf(base64).meta({ description: 'Ballots in order of the SHA-256 of their keys.' }),
      participation: z.union([
        z.object({ kind: z.literal('named'), members: listOf(z.string()) }),
        z.object({ kind: z.literal('committed'), commitments: listOf(z.string()) }),
      ]),
      paper: listOf(base64).meta({ description: 'Choices on paper, which two tellers read alike.' }),
      polling: z
        .object({
          officers: listOf(z.object({ member: z.string(), screens: z.int(), papers: z.int() })),
          batches: listOf(z.object({ tellers: listOf(z.string()), papers: z.int() })),
        })
        .nullable()
        .meta({ description: 'How many each officer marked at polling sessions, and who read papers.' }),
    })
    .meta({ id: 'Board' }),
  async run({ params: { id } }) {
    const found = await readBoardEntry(id)
    if (found === undefined) return refuseToken('unknown-thing')
    const { seq, keys, secret } = found
    const { issued, board, participation, paper, polling = null } = secret
    return { seq, keys, issued, board, participation, paper, polling }
  },
})
