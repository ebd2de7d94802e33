import { z } from 'zod'
import { hasBit } from '#kernel/bitmap'
import { isRefusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { readRollCall } from '#modules/voting'
import { CHOICES, type Vote } from '#modules/voting/core'
import { refuseToken } from '#modules/tokens/core'
import type { Org } from '#organization'
import { plenum } from '#views/plenum.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { viewVote } from '#views/view-vote.server.ts'
import { whoIs } from '#views/who.server.ts'
import { cursorAt, pageOf, pageShape, placeIn, slicePage } from '../cursor.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf, motionRefShape, unitRefShape, whoShape } from '../shapes/common.ts'
import { countedAnswer, countedShape, majorityShape, outcomeShape } from '../shapes/counted.ts'
import { clauseDiffShape, clauseShape, collisionShape } from '../shapes/texts.ts'

const TAG = 'Votes'

const choiceShape = z.enum(CHOICES).meta({ id: 'Choice' })

const voteLineShape = z
  .object({
    id: z.string(),
    status: z.enum(['open', 'closed']),
    about: z.string().meta({ description: '“motion”, “amendments”, “review”, “election” or “recall”.' }),
    subject: z.string().meta({ description: 'The id of the motion, the election or the petition.' }),
    motion: motionRefShape.nullable().meta({ description: 'null for elections and recalls.' }),
    unit: unitRefShape,
    opens: instantShape,
    closes: instantShape,
    onRoll: z.boolean().nullable().meta({ description: 'Whether you can vote; null once it is closed.' }),
    secret: z.boolean().meta({ description: 'Whether nobody sees who votes how.' }),
    voted: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether you have; null once it is closed, and of a secret vote.' }),
  })
  .meta({ id: 'VoteLine' })

export const listVotes = operation({
  method: 'get',
  path: '/votes',
  id: 'listVotes',
  tag: TAG,
  summary: 'Votes, those opened last first',
  needs: 'read',
  query: pageShape.extend({
    status: z.enum(['open', 'closed']).optional(),
  }),
  answer: pageOf(voteLineShape),
  async run({ asker, query: { status, limit, cursor } }) {
    const below = placeIn(cursor, Number.MAX_SAFE_INTEGER)
    if (isRefusal(below)) return below
    const found = await read(asker, (org) =>
      [...org.voting.votes.values()]
        .filter((vote) => vote.openedSeq < below && (status === undefined || vote.status === status))
        .sort((a, b) => b.openedSeq - a.openedSeq)
        .slice(0, limit + 1)
        .map((vote) => ({ seq: vote.openedSeq, line: lineOf(org, vote, asker.member ?? '') })),
    )
    const shown = found.slice(0, limit)
    return {
      items: shown.map(({ line }) => line),
      next: found.length > limit ? cursorAt(shown.at(-1)?.seq ?? 0) : null,
    }
  },
})

function lineOf(org: Org, vote: Vote, member: string) {
  const { id, status, subject, unit, opens, closes } = vote
  const motion = org.motions.motions.get(subject.id)
  const index = indexOf(org.members, member)
  const isOpen = vote.status === 'open'
  return {
    id,
    status,
    about: subject.kind,
    subject: subject.id,
    motion: motion === undefined ? null : { id: motion.id, number: motion.number, title: motion.title },
    unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
    opens,
    closes,
    onRoll: isOpen ? hasBit(vote.onRoll, index) : null,
    secret: vote.secret !== undefined,
    voted: isOpen && vote.secret === undefined ? vote.ballots.has(index) : null,
  }
}

const questionShape = z.object({
  id: z.string().meta({ description: 'Of the motion, or of the amendment that is voted on.' }),
  number: z.int().nullable(),
  by: whoShape.nullable(),
  reason: z.string().nullable(),
  majority: majorityShape,
  diffs: listOf(clauseDiffShape),
  displacedBy: z.int().nullable(),
})

const voteShape = z
  .object({
    id: z.string(),
    status: z.enum(['open', 'closed']),
    about: z.string(),
    motion: motionRefShape.extend({ clauses: listOf(clauseShape) }),
    unit: unitRefShape,
    opens: instantShape,
    closes: instantShape,
    quorum: z.string(),
    roll: z.object({ size: z.int(), digest: z.string() }),
    openedSeq: z.int(),
    questions: listOf(questionShape).meta({ description: 'A ballot answers them in this order.' }),
    point: listOf(clauseDiffShape).nullable(),
    collisions: listOf(collisionShape),
    mine: z
      .object({
        refused: z.string().nullable().meta({ description: 'Why you cannot vote, if so.' }),
        choices: listOf(choiceShape).nullable(),
      })
      .nullable()
      .meta({ description: 'Your ballot; null once it is closed.' }),
    result: z
      .object({
        seq: z.int(),
        at: instantShape,
        outcomes: listOf(outcomeShape),
        counts: listOf(countedShape).meta({ description: 'Question by question, with its arithmetic.' }),
      })
      .nullable()
      .meta({ description: 'Null while it is open: nothing is told before the close.' }),
  })
  .meta({ id: 'Vote' })

export const getVote = operation({
  method: 'get',
  path: '/votes/{id}',
  id: 'getVote',
  tag: TAG,
  summary: 'A vote: its questions, your ballot, and once it is closed its result with the arithmetic',
  description: 'Of motions; elections and recalls are read at `/elections/{id}` and `/recalls/{id}`.',
  needs: 'read',
  params: idParams,
  answer: voteShape,
  async run({ asker, params: { id } }) {
    const found = await read(asker, (org, now) => {
      const vote = org.voting.votes.get(id)
      const view = viewVote(org, now, asker.member ?? '', id)
      if (vote === undefined || view === undefined) return undefined
      return { view, line: lineOf(org, vote, asker.member ?? '') }
    })
    if (found === undefined) return refuseToken('unknown-thing')
    const { view, line } = found
    const reasons = view.questions.flatMap(({ reason }) => reason ?? [])
    const [who, texts] = await Promise.all([whoIs(view.people), textsOf(reasons)])
    const { closed, motion, questions, mine, point, collisions } = view
    return {
      ...view.vote,
      ...line,
      motion,
      point,
      collisions,
      mine,
      questions: questions.map((each) => ({
        ...each,
        by: each.by === null ? null : who(each.by),
        reason: each.reason === null ? null : (texts.get(each.reason) ?? ''),
      })),
      result: closed === null ? null : { ...closed, counts: closed.counts.map(countedAnswer) },
    }
  },
})

export const getRollCall = operation({
  method: 'get',
  path: '/votes/{id}/roll-call',
  id: 'getRollCall',
  tag: TAG,
  summary: 'Who voted how, once the vote has closed',
  description: 'Not of elections: their ballots without names are at `/elections/{id}/ballots`.',
  needs: 'read',
  params: idParams,
  query: pageShape,
  answer: pageOf(
    z.object({ by: whoShape, seq: z.int(), choices: listOf(choiceShape) }).meta({ id: 'Ballot' }),
  ),
  async run({ asker, params: { id }, query }) {
    const vote = await read(asker, ({ voting }) => voting.votes.get(id))
    if (vote?.status !== 'closed' || vote.ranked !== undefined) return refuseToken('unknown-thing')
    const ballots = [...(await readRollCall(plenum().store, vote))].sort(([, a], [, b]) => a.seq - b.seq)
    const page = slicePage(ballots, query)
    if (isRefusal(page)) return page
    const who = await whoIs(page.items.map(([member]) => member))
    return {
      items: page.items.map(([member, { seq, choices }]) => ({ by: who(member), seq, choices })),
      next: page.next,
    }
  },
})
