import type { CompiledQuery } from 'kysely'
import { concat, sameBytes, toBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import { deleteVote, moveVote, putRow, readRowsOf, type Phase, type Put } from './ballots.sql.server.ts'
import {
  encodeBallot,
  makeReceipt,
  type IssuerSignature,
  type KeyRegistration,
  type SecretBallot,
  type SecretVote,
} from './core/index.ts'
import { KEY_BYTES, wholeBytes } from './core/signed.ts'
import { GIVEN_BYTES, isSigned, NO_HASH, type Given } from './given.ts'
import { changeGiven, givenIn, openPollingBox, readBatches, type PollingBox } from './polling-box.server.ts'
import { sealBytes, tagOf, unsealBytes } from './seal.server.ts'
import { createFileSeals, createTableSeals, type Seals } from './seals.server.ts'
import { tallyPolling, tookPart, type PollingTally } from './tally-polling.ts'
import { createSecrets, type VoteSecrets } from './vote-secrets.server.ts'

/** Nobody can open the box of a vote any more: what was in it is lost. */
export type Lost = 'lost'

/** What this server keeps of secret votes while they are open: whom it gave a key, and the ballots. */
export interface Ballots {
  /** The public part of the keys of a vote; made where there are none. */
  keys(vote: string): Promise<Pick<VoteSecrets, 'modulus' | 'receiptKey'>>
  /** Signs a member's blinded key, once: the same request gets the same answer, another one none. */
  issue(vote: string, phase: Phase, member: string, request: Uint8Array): Promise<Uint8Array | Refusal>
  /** Signs the blinded key of a voting screen, for the member who was given its code; otherwise as `issue`. */
  issueAtScreen(
    vote: string,
    phase: Phase,
    screen: { readonly member: string; readonly code: string },
    request: Uint8Array,
  ): Promise<Uint8Array | Refusal>
  /** Whether this member was given a key, was marked for one, or took a paper. */
  wasIssued(vote: string, member: string): Promise<boolean>
  /** Members who vote without a device of their own. */
  readonly polling: PollingBox
  /** Puts a voter's key on the list of keys. */
  register(vote: string, phase: Phase, registration: KeyRegistration): Promise<Refusal | undefined>
  /** Takes what another issuer says of how many keys it signed with this modulus: the highest number stays. */
  report(vote: string, phase: Phase, modulus: Uint8Array, count: number): Promise<Refusal | undefined>
  /** Takes a ballot that was checked, and answers with the receipt. */
  cast(vote: string, phase: Phase, asked: SecretVote, ballot: SecretBallot): Promise<Uint8Array | Refusal>
  /** Ends the registering of keys: those that are registered. Lost where the keys are not those of this modulus, which the vote announced. */
  list(vote: string, announced: Uint8Array): Promise<readonly Uint8Array[] | Lost>
  /** Ends everything: the ballots as they were cast, and who was given a key. Lost as for `list`. */
  count(vote: string, announced: Uint8Array): Promise<Counted | Lost>
  /** To go in the transaction that closes the vote. */
  end(vote: string): readonly CompiledQuery[]
  /** Destroys the seals of votes that have ended. */
  tidy(): Promise<void>
  stop(): void
}

/** What is in the box when a vote closes. */
export interface Counted {
  readonly ballots: readonly Uint8Array[]
  /** Who was given a key, and who took part: under one or on paper. */
  readonly members: readonly string[]
  readonly took: readonly string[]
  readonly polling: PollingTally
  /** What other issuers said of how many keys they signed, by SHA-256 of their moduli, base64. */
  readonly reported: ReadonlyMap<string, number>
  /** Where keys were registered: how many have the signature of each issuer, by its place. */
  readonly registered: readonly number[]
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

  /** The secrets that the vote announced. After a loss another process may have made others already, with an empty box. */
  const secretsOf = async (vote: string, announced: Uint8Array): Promise<VoteSecrets | undefined> => {
    const found = await secrets.find(vote, true)
    return found !== undefined && sameBytes(found.modulus, announced) ? found : undefined
  }

  const polling = openPollingBox(database, unlocked)

  /** Signs a request, if what was given to the member before allows it. */
  async function sign(
    { vote, phase, member }: { readonly vote: string; readonly phase: Phase; readonly member: string },
    request: Uint8Array,
    decide: (before: Given | undefined, asked: Uint8Array) => Given | Refusal | 'again',
  ): Promise<Uint8Array | Refusal> {
    const found = await unlocked(vote)
    if (isRefusal(found)) return found
    const { seal, signer } = found
    const answer = signer.sign(request)
    if (answer === undefined) return refuse('request-malformed')
    const asked = sha256(request)
    const refusal = await changeGiven<Refusal | undefined>(
      database,
      seal,
      { vote, phase, member },
      (before) => {
        const given = decide(before, asked)
        if (given === 'again') return { answer: undefined }
        if (isRefusal(given)) return { answer: given }
        // Once keys are listed an answer is only given again: a further key could not vote.
        return phase === 'listed' ? { answer: refuse('keys-over') } : { given, answer: undefined }
      },
    )
    return refusal ?? answer
  }

  return {
    polling,
    keys: (vote) => alone(() => secrets.make(vote)),
    issue: (vote, phase, member, request) =>
      sign({ vote, phase, member }, request, (before, asked) => {
        if (before === undefined) return { member, way: 'device', request: asked, code: NO_HASH, by: member }
        if (sameBytes(before.request, asked)) return 'again'
        if (before.way === 'paper') return refuse('paper-taken')
        return refuse(before.way === 'screen' ? 'marked-for-screen' : 'already-issued')
      }),
    issueAtScreen: (vote, phase, { member, code }, request) =>
      sign({ vote, phase, member }, request, (before, asked) => {
        if (before?.way !== 'screen' || !sameBytes(before.code, sha256(code))) return refuse('code-wrong')
        if (sameBytes(before.request, asked)) return 'again'
        return isSigned(before) ? refuse('code-used') : { ...before, request: asked }
      }),
    wasIssued: async (vote, member) => (await polling.given(vote, member)) !== undefined,
    async register(vote, phase, { publicKey, issued }) {
      const found = await unlocked(vote)
      if (isRefusal(found)) return found
      const { seal } = found
      const tag = tagOf(seal, 'key', publicKey)
      const put = await putRow<undefined>(database, { table: 'ballot_urn', vote, tag, phase }, (before) => ({
        ...(before === undefined
          ? { sealed: sealBytes(seal, 'key', concat(publicKey, placesOf(issued))) }
          : {}),
        answer: undefined,
      }))
      return put === 'over' ? refuse('keys-over') : undefined
    },
    async report(vote, phase, modulus, count) {
      const found = await unlocked(vote)
      if (isRefusal(found)) return found
      const { seal } = found
      const of = sha256(modulus)
      const put = await putRow<undefined>(
        database,
        { table: 'ballot_issue', vote, tag: tagOf(seal, 'count', of), phase },
        (before) => {
          const earlier = before === undefined ? undefined : unsealBytes(seal, 'count', before)
          const isLower = earlier !== undefined && countIn(earlier) >= count
          return {
            ...(isLower ? {} : { sealed: sealBytes(seal, 'count', countRow(of, count)) }),
            answer: undefined,
          }
        },
      )
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
    async list(vote, announced) {
      const found = await secretsOf(vote, announced)
      if (found === undefined) return 'lost'
      await moveVote(database, vote, 'listed')
      const rows = await readRowsOf(database, 'ballot_urn', vote)
      return rows.flatMap((row) => unsealBytes(found.seal, 'key', row)?.slice(0, KEY_BYTES) ?? [])
    },
    async count(vote, announced) {
      const found = await secretsOf(vote, announced)
      if (found === undefined) return 'lost'
      await moveVote(database, vote, 'counted')
      const [urn, issue, batches] = await Promise.all([
        readRowsOf(database, 'ballot_urn', vote),
        readRowsOf(database, 'ballot_issue', vote),
        readBatches(database, vote, found.seal),
      ])
      const given = givenIn(issue, found.seal)
      return {
        ballots: urn.flatMap((row) => unsealBytes(found.seal, 'ballot', row) ?? []),
        members: given.filter(isSigned).map(({ member }) => member),
        took: given.filter(tookPart).map(({ member }) => member),
        polling: tallyPolling(given, batches),
        reported: new Map(
          issue
            .flatMap((row) => unsealBytes(found.seal, 'count', row) ?? [])
            .map((row) => [toBase64(row.slice(0, 32)), countIn(row)]),
        ),
        registered: countPlaces(urn.flatMap((row) => unsealBytes(found.seal, 'key', row) ?? [])),
      }
    },
    end: (vote) => deleteVote(database, vote),
    tidy: () => alone(() => seals.tidy()),
    stop() {
      seals.stop()
    },
  }
}

/** Whose signatures a registered key has: a bit for each issuer by its place. */
function placesOf(issued: readonly IssuerSignature[]): Uint8Array {
  const bits = issued.reduce((all, { issuer }) => all | (1 << issuer), 0)
  return Uint8Array.of(bits >> 8, bits & 255)
}

function countPlaces(rows: readonly Uint8Array[]): readonly number[] {
  const counts = new Array<number>(16).fill(0)
  for (const row of rows) {
    const bits = ((row[KEY_BYTES] ?? 0) << 8) | (row[KEY_BYTES + 1] ?? 0)
    for (const place of counts.keys()) counts[place] = (counts[place] ?? 0) + ((bits >> place) & 1)
  }
  return counts
}

/** As long as the row of a member who was given something. */
function countRow(of: Uint8Array, count: number): Uint8Array {
  const head = concat(of, wholeBytes(count))
  return concat(head, new Uint8Array(GIVEN_BYTES - head.length))
}

function countIn(row: Uint8Array): number {
  return new DataView(row.buffer, row.byteOffset).getUint32(32)
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
