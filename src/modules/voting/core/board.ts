import { hasBit } from '#kernel/bitmap'
import { refuse, isRefusal, type Refusal } from '#kernel/refusal'
import { readBoard as readAll, type SecretBallot } from '#modules/ballots/core'
import type { MembersSlice } from '#modules/members/core'
import { hashShape, memberIdShape } from '#modules/record/core'
import { z } from 'zod'
import { ballotVote, findChecked, keepChecked, packChoice } from './secret-ballot.ts'
import type { Secret } from './secret.ts'
import type { OpenVote } from './state.ts'

const wholeShape = z.int().min(0)

/** Who took part: their ids in order, or for each member on the roll a commitment to whether they did. */
const participationShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), members: z.array(memberIdShape) }),
  z.strictObject({ kind: z.literal('committed'), commitments: z.array(hashShape) }),
])

/** What stands in the closing entry of a secret vote, so that anybody counts again: every ballot, and how many keys there were. */
export const boardShape = z.strictObject({
  /** Keys signed, issuer by issuer. */
  issued: z.array(wholeShape).min(1),
  participation: participationShape,
  /** Keys that were registered; where they are not registered before anybody votes, those that voted. */
  keys: wholeShape,
  /** Every ballot, base64, in order of the hash of its key. */
  board: z.array(z.string().min(4).max(8192)),
  /** Choices on paper, of which there are none yet. */
  paper: z.array(z.string()).max(0),
})

/** See `boardShape`. */
export type Board = z.infer<typeof boardShape>

type Voted = Pick<OpenVote, 'items' | 'ranked' | 'onRoll' | 'roll' | 'keyList'> & { readonly secret: Secret }

/** What the ballots of a board say, as open ballots are packed; or why this cannot be the board of the vote. */
export function readBoard(
  vote: Voted,
  board: Board,
  members: MembersSlice['members'],
): readonly string[] | Refusal {
  return (
    whyCountsUnfit(vote, board) ?? whyParticipationUnfit(vote, board, members) ?? readBallots(vote, board)
  )
}

/** Issued ≥ keys ≥ cast: with several issuers each key took the signatures of several. */
function whyCountsUnfit(
  { secret, keyList, roll }: Voted,
  { issued, keys, board }: Board,
): Refusal | undefined {
  const cast = board.length
  const given = issued.reduce((sum, count) => sum + count, 0)
  const fits =
    issued.length === secret.issuers.length &&
    issued.every((count) => count <= roll.size) &&
    given >= secret.k * keys &&
    keys >= cast &&
    keys === (keyList?.length ?? cast)
  return fits ? undefined : refuse('board-counts', { issued, keys, cast })
}

/** The first issuer is the organization itself: whom it gave a key are those who took part. */
function whyParticipationUnfit(
  { secret, onRoll, roll }: Voted,
  { issued, participation }: Board,
  members: MembersSlice['members'],
): Refusal | undefined {
  if (participation.kind !== secret.participation) return refuse('board-participation')
  if (participation.kind === 'committed')
    return participation.commitments.length === roll.size ? undefined : refuse('board-participation')
  const named = participation.members
  const areOnRoll = named.every((id) => hasBit(onRoll, members.indices.get(id) ?? -1))
  const fits = named.length === issued[0] && areOnRoll && isAscending(named)
  return fits ? undefined : refuse('board-participation')
}

/** Each issuer signed at least as many keys as ballots stand here with its signature. */
function readBallots(vote: Voted, { issued, board }: Board): readonly string[] | Refusal {
  const known = (text: string): SecretBallot | undefined => findChecked(vote.secret, text)
  const asked = ballotVote(vote)
  const ballots = readAll(asked, board, { keys: vote.keyList, known })
  if (isRefusal(ballots)) return ballots
  const signed = issued.map(() => 0)
  for (const [i, ballot] of ballots.entries()) {
    if (known(board[i] ?? '') === undefined) keepChecked(vote.secret, board[i] ?? '', ballot)
    for (const { issuer } of ballot.issued) signed[issuer] = (signed[issuer] ?? 0) + 1
  }
  if (signed.some((count, i) => count > (issued[i] ?? 0)))
    return refuse('board-counts', { issued, keys: ballots.length, cast: ballots.length })
  return ballots.map(({ choice }) => packChoice(asked.form, choice))
}

/** In order and none twice. */
function isAscending(texts: readonly string[]): boolean {
  return texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') < text)
}
