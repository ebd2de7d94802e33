import { hasBit } from '#kernel/bitmap'
import { refuse, isRefusal, type Refusal } from '#kernel/refusal'
import { readBoard as readAll, type SecretBallot } from '#modules/ballots/core'
import type { MembersSlice } from '#modules/members/core'
import { hashShape, memberIdShape } from '#modules/record/core'
import { z } from 'zod'
import { isAscending, papersTaken, readPapers, whyPollingUnfit } from './polled.ts'
import { pollingShape } from './polling-bodies.ts'
import { ballotVote, choiceForm, findChecked, keepChecked, packChoice } from './secret-ballot.ts'
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
  /** Choices on paper, base64 in ascending order. None before the sixth law. */
  paper: z.array(z.string().max(300)),
  /** Since the sixth law, where somebody voted at a polling session. */
  polling: z.exactOptional(pollingShape),
})

/** See `boardShape`. */
export type Board = z.infer<typeof boardShape>

type Voted = Pick<OpenVote, 'items' | 'ranked' | 'onRoll' | 'roll' | 'keyList'> & { readonly secret: Secret }

/** What the ballots and the papers of a board say, as open ballots are packed; or why this cannot be the board of the vote. */
export function readBoard(
  vote: Voted,
  board: Board,
  members: MembersSlice['members'],
): readonly string[] | Refusal {
  const refusal =
    whyCountsUnfit(vote, board) ??
    whyParticipationUnfit(vote, board, members) ??
    whyPollingUnfit(vote, board, members)
  if (refusal !== undefined) return refusal
  const ballots = readBallots(vote, board)
  if (isRefusal(ballots) || board.paper.length === 0) return ballots
  const papers = readPapers(choiceForm(vote, vote.secret.ranksMost), board.paper)
  return isRefusal(papers) ? papers : [...ballots, ...papers]
}

/** Issued ≥ keys ≥ cast: with several issuers each key took the signatures of several. Who took paper was given no key. */
function whyCountsUnfit({ secret, keyList, roll }: Voted, polled: Board): Refusal | undefined {
  const { issued, keys, board } = polled
  const cast = board.length
  const given = issued.reduce((sum, count) => sum + count, 0)
  const fits =
    issued.length === secret.issuers.length &&
    issued.every((count) => count <= roll.size) &&
    (issued[0] ?? 0) + papersTaken(polled) <= roll.size &&
    given >= secret.k * keys &&
    keys >= cast &&
    keys === (keyList?.length ?? cast)
  return fits ? undefined : refuse('board-counts', { issued, keys, cast })
}

/** The first issuer is the organization itself: whom it gave a key are those who took part, with those who took paper. */
function whyParticipationUnfit(
  { secret, onRoll, roll }: Voted,
  { issued, participation, ...polled }: Board,
  members: MembersSlice['members'],
): Refusal | undefined {
  if (participation.kind !== secret.participation) return refuse('board-participation')
  if (participation.kind === 'committed')
    return participation.commitments.length === roll.size ? undefined : refuse('board-participation')
  const named = participation.members
  const areOnRoll = named.every((id) => hasBit(onRoll, members.indices.get(id) ?? -1))
  const fits = named.length === (issued[0] ?? 0) + papersTaken(polled) && areOnRoll && isAscending(named)
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
