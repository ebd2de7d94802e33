import { fromBase64, toBase64 } from '#kernel/bytes'
import { sha256Base64 } from '#kernel/hash'
import { isRefusal } from '#kernel/refusal'
import type { Ballots, Counted } from '#modules/ballots'
import { boardOrder, listKeys, readBallot } from '#modules/ballots/core'
import { giveWay } from '#modules/record'
import {
  ballotVote,
  findChecked,
  keepChecked,
  OWN_ISSUER,
  secretVote,
  VOTE_CLOSE,
  type Board,
  type SecretVote,
  type VoteKeys,
} from '#modules/voting/core'
import type { Lack, Org, SeedFor } from './core/index.ts'
import type { ReadyBox } from './enter-batch.server.ts'
import { participationOf } from './participation.server.ts'

export interface BallotBoxOptions {
  readonly ballots: Ballots
  /** The name of the log. */
  readonly origin: string
  readonly seedFor: SeedFor
}

/** Gets ready what the clerk's acts in secret votes are made of, and remembers it until they are durable. */
export function createBallotBox({ ballots, origin, seedFor }: BallotBoxOptions): ReadyBox {
  const keys = new Map<string, VoteKeys>()
  const lists = new Map<string, readonly string[] | 'lost'>()
  const boards = new Map<string, Board | 'lost'>()

  async function makeKeys(vote: string): Promise<VoteKeys> {
    const { modulus, receiptKey } = await ballots.keys(vote)
    const issuers = [{ name: OWN_ISSUER, modulus: toBase64(modulus) }]
    return { origin, issuers, k: 1, receiptKey: toBase64(receiptKey) }
  }

  async function makeList(org: Org, vote: string): Promise<readonly string[] | 'lost'> {
    const found = secretVote(org, vote)
    const registered = isRefusal(found) ? 'lost' : await ballots.list(vote, ownModulus(found))
    return registered === 'lost' ? 'lost' : listKeys(registered)
  }

  async function makeBoard(org: Org, vote: string): Promise<Board | 'lost'> {
    const found = secretVote(org, vote)
    if (isRefusal(found)) return 'lost'
    const counted = await ballots.count(vote, ownModulus(found))
    if (counted === 'lost') return 'lost'
    const { board, signed } = await soundBallots(found, counted.ballots)
    return {
      issued: issuedBy(found, counted, signed),
      participation: participationOf(org.members, found, counted.took, seedFor),
      keys: found.keyList?.length ?? board.length,
      board,
      ...polledOf(counted.polling),
    }
  }

  /** What the box holds is of the vote as it was announced; after a loss it is of a vote that is to be announced anew. */
  function remember<Value>(map: Map<string, Value | 'lost'>, vote: string, value: Value | 'lost'): void {
    map.set(vote, value)
    if (value === 'lost') keys.delete(vote)
  }

  return {
    keys: (vote) => keys.get(vote),
    list: (vote) => lists.get(vote),
    board: (vote) => boards.get(vote),
    async ready({ lacks, vote }: Lack, org: Org) {
      switch (lacks) {
        case 'keys':
          keys.set(vote, await makeKeys(vote))
          return
        case 'list':
          remember(lists, vote, await makeList(org, vote))
          return
        case 'board':
          remember(boards, vote, await makeBoard(org, vote))
      }
    },
    alongside: ({ type, body }) => (type === VOTE_CLOSE ? ballots.end((body as { vote: string }).vote) : []),
    async tidy() {
      for (const map of [keys, lists, boards]) map.clear()
      await ballots.tidy()
    },
  }
}

/** The modulus of this server's own key, as the vote announced it. */
function ownModulus({ secret: { issuers } }: SecretVote): Uint8Array {
  return fromBase64(issuers[0]?.modulus ?? '') ?? new Uint8Array()
}

/** What polling sessions came to; before the sixth law, and where nobody went to one, there is nothing to say. */
function polledOf({ paper, officers, batches }: Counted['polling']): Pick<Board, 'paper' | 'polling'> {
  return officers.length === 0 ? { paper: [] } : { paper: [...paper], polling: { officers, batches } }
}

/**
 * Keys signed, issuer by issuer: of this server what it gave out, of others what they last reported, and never less than came in with their
 * signatures. The close waits for nobody.
 */
function issuedBy(
  { secret, roll }: SecretVote,
  { members, reported, registered }: Counted,
  signed: readonly number[],
): number[] {
  return secret.issuers.map(({ modulus }, i) => {
    if (i === 0) return members.length
    const said = reported.get(sha256Base64(fromBase64(modulus) ?? new Uint8Array())) ?? 0
    return Math.min(roll.size, Math.max(said, signed[i] ?? 0, registered[i] ?? 0))
  })
}

/** Ballots as a board, each checked; those that this process took were checked then. Others take time, and others get their turn. */
async function soundBallots(
  vote: SecretVote,
  taken: readonly Uint8Array[],
): Promise<{ readonly board: string[]; readonly signed: readonly number[] }> {
  const signed = vote.secret.issuers.map(() => 0)
  const asked = ballotVote(vote)
  const sound: { readonly order: string; readonly text: string }[] = []
  for (const bytes of taken) {
    const text = toBase64(bytes)
    const known = findChecked(vote.secret, text)
    const ballot = known ?? readBallot(asked, bytes)
    // It was checked when it was taken: what has been damaged since cannot be counted, and its receipt tells.
    if (isRefusal(ballot)) continue
    if (known === undefined) {
      keepChecked(vote.secret, text, ballot)
      await giveWay()
    }
    for (const { issuer } of ballot.issued) signed[issuer] = (signed[issuer] ?? 0) + 1
    sound.push({ order: boardOrder(ballot.publicKey), text })
  }
  const board = sound.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ text }) => text)
  return { board, signed }
}
