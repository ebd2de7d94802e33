import { z } from 'zod'
import { refuseToken } from '#modules/tokens/core'
import { METHOD_NAMES } from '#modules/counting/core'
import { BALLOT_FILES, ballotFile } from '#views/ballot-file.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { viewElection } from '#views/view-election.server.ts'
import { whoIs } from '#views/who.server.ts'
import { operation } from '../operation.server.ts'
import {
  idParams,
  instantShape,
  listOf,
  unitRefShape,
  tendencyRefShape,
  whoShape,
  whyNotShape,
} from '../shapes/common.ts'
import { countShape } from '../shapes/count.ts'
import { electionStageShape } from '../shapes/election.ts'

const TAG = 'Offices'

const hash = z.string().meta({ description: 'SHA-256, base64.' })

const nomineeShape = z
  .object({
    who: whoShape,
    by: whoShape.meta({ description: 'Who nominated them; themselves where nobody did.' }),
    statement: z.string().nullable().meta({ description: 'null until they accept.' }),
    hasSeed: z.boolean().meta({ description: 'Whether they committed to a seed for lots.' }),
    tendency: tendencyRefShape,
  })
  .meta({ id: 'Nominee' })

const lotShape = z
  .object({
    question: z.string(),
    seeds: listOf(
      z.object({
        by: z.string().meta({ description: 'A member, or “clerk”.' }),
        commitment: hash,
        opened: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Lot', description: 'What a lot is drawn from, where one is needed.' })

const voteShape = z.object({
  id: z.string().meta({ description: 'What `ballot.rank` names.' }),
  method: z.enum(METHOD_NAMES),
  mayShare: z.boolean().meta({ description: 'Whether candidates may share a rank.' }),
  candidates: listOf(whoShape).meta({
    description: 'In the order of the ballot: ranks name them by their places, from 0.',
  }),
  closes: instantShape,
  roll: z.int(),
  isOpen: z.boolean(),
  openedSeq: z.int(),
  closedSeq: z.int().nullable(),
  refused: whyNotShape,
  mine: listOf(listOf(z.int())).nullable().meta({ description: 'Your ranks while the vote is open.' }),
})

const resultShape = z.object({
  outcome: z.enum(['decided', 'open-tie', 'no-quorum']),
  took: z.int().meta({ description: 'How many took part.' }),
  needed: z.int().meta({ description: 'How many the quorum asks for.' }),
  winners: listOf(whoShape).meta({ description: 'In the order elected.' }),
  papers: hash,
  hash,
  count: countShape,
})

const electionShape = z
  .object({
    id: z.string(),
    office: z.object({ id: z.string(), title: z.string() }),
    unit: unitRefShape,
    number: z.int(),
    term: z.int(),
    seats: z.int(),
    method: z.enum(METHOD_NAMES),
    stage: electionStageShape,
    until: instantShape.nullable().meta({ description: 'When nominations, or the opening of seeds, end.' }),
    begins: instantShape.nullable().meta({ description: 'When the term of those elected begins.' }),
    failed: z.enum(['no-quorum', 'office-closed']).nullable(),
    nominees: listOf(nomineeShape),
    mayStand: whyNotShape,
    lot: lotShape.nullable(),
    vote: voteShape.nullable(),
    result: resultShape.nullable().meta({ description: 'Null until the vote has closed.' }),
  })
  .meta({ id: 'Election' })

export const getElection = operation({
  method: 'get',
  path: '/elections/{id}',
  id: 'getElection',
  tag: TAG,
  summary: 'An election: who stands, your ballot, and once it is closed its result, stage by stage',
  description: `By acts one nominates (\`candidate.nominate\`), stands or accepts (\`candidate.accept\`), withdraws (\`candidate.withdraw\`),
votes (\`ballot.rank\`) and opens a seed (\`seed.open\`).`,
  needs: 'read',
  params: idParams,
  answer: electionShape,
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewElection(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const statements = view.standing.flatMap(({ statement }) => statement ?? [])
    const [who, texts] = await Promise.all([whoIs(view.people), textsOf(statements)])
    const { office, election, standing, mayStand, lot, vote, result } = view
    const candidates = (vote?.candidates ?? []).map(who)
    return {
      ...{ ...election, ...flatStage(election.stage), office, mayStand, lot },
      nominees: standing.map(({ member, by, statement, hasSeed, tendency }) => ({
        who: who(member),
        by: who(by),
        statement: statement === null ? null : (texts.get(statement) ?? ''),
        hasSeed,
        tendency,
      })),
      vote: vote === null ? null : { ...vote, candidates },
      result: result === null ? null : resultOf(result, candidates),
    }
  },
})

type View = NonNullable<ReturnType<typeof viewElection>>
type Who = z.infer<typeof whoShape>

function flatStage(stage: View['election']['stage']) {
  return {
    stage: stage.kind,
    until: 'until' in stage ? stage.until : null,
    begins: 'begins' in stage ? stage.begins : null,
    failed: stage.kind === 'failed' ? stage.why : null,
  }
}

function resultOf({ count, result }: NonNullable<View['result']>, candidates: readonly Who[]) {
  const { outcome, ballots, needed, winners, papers } = count
  return {
    ...{ outcome, took: ballots, needed, papers, hash: count.result, count: result },
    winners: winners.flatMap((place) => candidates[place] ?? []),
  }
}

export const getBallots = operation({
  method: 'get',
  path: '/elections/{id}/ballots',
  id: 'getElectionBallots',
  tag: TAG,
  summary: 'The ballots of a closed election without names of voters, for a recount elsewhere',
  needs: 'read',
  params: idParams,
  query: z.object({
    as: z.enum(BALLOT_FILES).default('blt').meta({ description: 'BLT, or CSV of rankings.' }),
  }),
  media: 'text/plain',
  run: async ({ asker, params: { id }, query }) =>
    (await ballotFile(asker, id, query.as)) ?? refuseToken('unknown-thing'),
})
