import type { CompiledQuery } from 'kysely'
import { concat, sameBytes } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import {
  deleteVote,
  hasRow,
  moveVote,
  putRow,
  readRowsOf,
  type Phase,
  type Put,
} from './ballots.sql.server.ts'
import { encodeBallot, makeReceipt, type SecretBallot, type SecretVote } from './core/index.ts'
import { KEY_BYTES } from './core/signed.ts'
import { sealBytes, tagOf, unsealBytes } from './seal.server.ts'
import { createFileSeals, createTableSeals, type Seals } from './seals.server.ts'
import { createSecrets, type VoteSecrets } from './vote-secrets.server.ts'

/** Nobody can open the box of a vote any more: what was in it is lost. */
export type Lost = 'lost'

/** What this server keeps of secret votes while they are open: whom it gave a key, and the ballots. */
export interface Ballots {
  /** The public part of the keys of a vote; made where there are none. */
  keys(vote: string): Promise<Pick<VoteSecrets, 'modulus' | 'receiptKey'>>
  /** Signs a member's blinded key, once: the same request gets the same answer, another one none. */
  issue(vote: string, phase: Phase, member: string, request: Uint8Array): Promise<Uint8Array | Refusal>
  /** Whether this member was given a key. */
  wasIssued(vote: string, member: string): Promise<boolean>
  /** Puts a voter's key on the list of keys. */
  register(vote: string, phase: Phase, publicKey: Uint8Array): Promise<Refusal | undefined>
  /** Takes a ballot that was checked, and answers with the receipt. */
  cast(vote: string, phase: Phase, asked: SecretVote, ballot: SecretBallot): Promise<Uint8Array | Refusal>
  /** Ends the registering of keys: those that are registered. */
  list(vote: string): Promise<readonly Uint8Array[] | Lost>
  /** Ends everything: the ballots as they were cast, and who was given a key. */
  count(vote: string): Promise<Counted | Lost>
  /** To go in the transaction that closes the vote. */
  end(vote: string): readonly CompiledQuery[]
  /** Destroys the seals of votes that have ended. */
  tidy(): Promise<void>
  stop(): void
}

/** What is in the box when a vote closes. */
export interface Counted {
  readonly ballots: readonly Uint8Array[]
  readonly members: readonly string[]
}

/** Opens the boxes of the votes in this database. `data`: the folder beside a database that one process has for itself. */
export function openBallots(database: Database, data: string): Ballots {
  const seals: Seals =
    database.engine === 'sqlite' ? createFileSeals(database, data) : createTableSeals(database)
  const secrets = createSecrets(database, seals)
  // A vote that begins has a seal before it has a row: tidying must not come in between.
  let work: Promise<unknown> = Promise.resolve()
  const alone = <Answer>(task: () => Promise<Answer>): Promise<Answer> => {
    const done = work.then(task)
    work = done.catch(() => undefined)
    return done
  }
  const unlocked = async (vote: string): Promise<VoteSecrets | Refusal> =>
    (await secrets.find(vote)) ?? refuse('ballot-keys-lost')

  return {
    keys: (vote) => alone(() => secrets.make(vote)),
    async issue(vote, phase, member, request) {
      const found = await unlocked(vote)
      if (isRefusal(found)) return found
      const { seal, signer } = found
      const tag = tagOf(seal, 'issue', Buffer.from(member))
      const row = concat(Buffer.from(member), sha256(request))
      const answer = signer.sign(request)
      if (answer === undefined) return refuse('request-malformed')
      const put = await putRow<Refusal | undefined>(
        database,
        { table: 'ballot_issue', vote, tag, phase },
        (before) => {
          // Once keys are listed an answer is only given again: a further key could not vote.
          if (before === undefined && phase === 'listed') return { answer: refuse('keys-over') }
          if (before === undefined) return { sealed: sealBytes(seal, 'issue', row), answer: undefined }
          const given = unsealBytes(seal, 'issue', before)
          const isSame = given !== undefined && sameBytes(given, row)
          return { answer: isSame ? undefined : refuse('already-issued') }
        },
      )
      return put === 'over' ? refuse('keys-over') : (put ?? answer)
    },
    async wasIssued(vote, member) {
      const found = await secrets.find(vote)
      if (found === undefined) return false
      return hasRow(database, 'ballot_issue', vote, tagOf(found.seal, 'issue', Buffer.from(member)))
    },
    async register(vote, phase, publicKey) {
      const found = await unlocked(vote)
      if (isRefusal(found)) return found
      const { seal } = found
      const tag = tagOf(seal, 'key', publicKey)
      const put = await putRow<undefined>(database, { table: 'ballot_urn', vote, tag, phase }, (before) => ({
        ...(before === undefined ? { sealed: sealBytes(seal, 'key', publicKey) } : {}),
        answer: undefined,
      }))
      return put === 'over' ? refuse('keys-over') : undefined
    },
    async cast(vote, phase, asked, ballot) {
      const found = await unlocked(vote)
      if (isRefusal(found)) return found
      const { seal, receiptSeed } = found
      const tag = tagOf(seal, 'ballot', ballot.publicKey)
      const put = await putRow(database, { table: 'ballot_urn', vote, tag, phase }, (before) =>
        takeBallot(seal, ballot, before),
      )
      if (put === 'over') return refuse('ballots-over')
      return isRefusal(put) ? put : makeReceipt(receiptSeed, asked.context, ballot)
    },
    async list(vote) {
      const found = await secrets.find(vote, true)
      if (found === undefined) return 'lost'
      await moveVote(database, vote, 'listed')
      const rows = await readRowsOf(database, 'ballot_urn', vote)
      return rows.flatMap((row) => unsealBytes(found.seal, 'key', row) ?? [])
    },
    async count(vote) {
      const found = await secrets.find(vote, true)
      if (found === undefined) return 'lost'
      await moveVote(database, vote, 'counted')
      const [urn, issue] = await Promise.all([
        readRowsOf(database, 'ballot_urn', vote),
        readRowsOf(database, 'ballot_issue', vote),
      ])
      const given = issue.flatMap((row) => unsealBytes(found.seal, 'issue', row) ?? [])
      return {
        ballots: urn.flatMap((row) => unsealBytes(found.seal, 'ballot', row) ?? []),
        members: given.map((row) => Buffer.from(row.subarray(0, -32)).toString()),
      }
    },
    end: (vote) => deleteVote(database, vote),
    tidy: () => alone(() => seals.tidy()),
    stop() {
      seals.stop()
    },
  }
}

const NUMBER_AT = 1 + KEY_BYTES

/** Of several ballots of one key the one with the highest number stays; the same sent again is taken again. */
function takeBallot(
  seal: Uint8Array,
  ballot: SecretBallot,
  before: Uint8Array | undefined,
): Put<Refusal | undefined> {
  const bytes = encodeBallot(ballot)
  const earlier = before === undefined ? undefined : unsealBytes(seal, 'ballot', before)
  if (earlier !== undefined) {
    const number = new DataView(earlier.buffer, earlier.byteOffset).getUint32(NUMBER_AT)
    const saysSame = sameBytes(earlier, bytes)
    if (number > ballot.number || (number === ballot.number && !saysSame))
      return { answer: refuse('ballot-superseded', { number }) }
    if (saysSame) return { answer: undefined }
  }
  return { sealed: sealBytes(seal, 'ballot', bytes), answer: undefined }
}
