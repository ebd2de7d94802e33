import type { CompiledQuery } from 'kysely'
import { sameBytes } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import { putRow, readRow, readRowsOf, type Phase, type Put } from './ballots.sql.server.ts'
import { encodeGiven, isSigned, NO_HASH, readGiven, type Given, type Way } from './given.ts'
import { agreedPapers, encodeBatch, readBatch, type Batch } from './papers.ts'
import { screenCode } from './screen-code.ts'
import { sealBytes, tagOf, unsealBytes } from './seal.server.ts'
import type { VoteSecrets } from './vote-secrets.server.ts'

/** Whom an officer marks on the roll at a polling session, and what they are given there. */
export interface Mark {
  readonly member: string
  /** Of the member on the roll. */
  readonly index: number
  readonly officer: string
  readonly way: Exclude<Way, 'device'>
}

/** What this server keeps of polling sessions while their vote is open. */
export interface PollingBox {
  /**
   * Marks a member on the roll, once; the queries go in the same transaction. A voting screen gets a new code (sixteen letters) as often as
   * asked: once a key was signed, none opens it for another slip.
   */
  mark(
    vote: string,
    phase: Phase,
    mark: Mark,
    alongside: (way: Way) => readonly CompiledQuery[],
  ): Promise<{ readonly code: string } | Refusal>
  /** Takes back the mark of a member who was given nothing yet, or who gave their paper back unused. */
  unmark(vote: string, phase: Phase, member: string): Promise<Refusal | undefined>
  /** What a member was given; undefined where nothing. */
  given(vote: string, member: string): Promise<Given | undefined>
  /** Whether a code opens the screen for this member: `used` where a key was signed with it or one before. */
  codeFor(vote: string, member: string, code: string): Promise<'fresh' | 'used' | undefined>
  /** Who was marked at polling sessions, in no order that says anything. */
  marks(vote: string): Promise<readonly Given[]>
  /** Papers that were entered, in order of their ids. */
  batches(vote: string): Promise<readonly Batch[]>
  /** Opens a batch of papers for two tellers. */
  openBatch(vote: string, phase: Phase, batch: Omit<Batch, 'read'>): Promise<Refusal | undefined>
  /** Enters what one of the tellers of a batch read, until both read alike. */
  readPapers(
    vote: string,
    phase: Phase,
    read: { readonly batch: string; readonly teller: string; readonly papers: readonly string[] },
  ): Promise<Refusal | undefined>
}

type Unlock = (vote: string) => Promise<VoteSecrets | Refusal>

/** The part of the box that polling sessions need. */
export function openPollingBox(database: Database, unlock: Unlock): PollingBox {
  const find = async (vote: string, member: string): Promise<Given | undefined> => {
    const found = await unlock(vote)
    if (isRefusal(found)) return undefined
    const row = await readRow(database, 'ballot_issue', vote, tagOf(found.seal, 'issue', Buffer.from(member)))
    const bytes = row === undefined ? undefined : unsealBytes(found.seal, 'issue', row)
    return bytes === undefined ? undefined : readGiven(bytes)
  }

  async function change<Answer>(at: GivenPlace, decide: Decide<Answer>): Promise<Answer | Refusal> {
    const found = await unlock(at.vote)
    return isRefusal(found) ? found : changeGiven(database, found.seal, at, decide)
  }

  return {
    given: find,
    async mark(vote, phase, { member, index, officer, way }, alongside) {
      const code = screenCode(index)
      return change<{ code: string } | Refusal>({ vote, phase, member }, (before) => {
        const refusal = whyNoMark(before, way, phase)
        if (refusal !== undefined) return { answer: refusal }
        const request = before?.request ?? NO_HASH
        const given = { member, way, request, code: way === 'screen' ? sha256(code) : NO_HASH, by: officer }
        return { answer: { code }, given, alongside: alongside(way) }
      })
    },
    async unmark(vote, phase, member) {
      return change<Refusal | undefined>({ vote, phase, member }, (before) => {
        if (before === undefined || before.way === 'device') return { answer: refuse('not-marked') }
        return isSigned(before) ? { answer: refuse('mark-used') } : { answer: undefined, given: 'gone' }
      })
    },
    async codeFor(vote, member, code) {
      const given = await find(vote, member)
      if (given?.way !== 'screen' || !sameBytes(given.code, sha256(code))) return undefined
      return isSigned(given) ? 'used' : 'fresh'
    },
    async marks(vote) {
      const found = await unlock(vote)
      if (isRefusal(found)) return []
      const rows = await readRowsOf(database, 'ballot_issue', vote)
      return givenIn(rows, found.seal).filter(({ way }) => way !== 'device')
    },
    async batches(vote) {
      const found = await unlock(vote)
      return isRefusal(found) ? [] : readBatches(database, vote, found.seal)
    },
    async openBatch(vote, phase, batch) {
      return changeBatch({ database, unlock, vote, phase, id: batch.id }, (before) =>
        before === undefined ? { ...batch, read: [null, null] } : refuse('id-taken'),
      )
    },
    async readPapers(vote, phase, { batch: id, teller, papers }) {
      return changeBatch({ database, unlock, vote, phase, id }, (before) => {
        if (before === undefined) return refuse('unknown-batch')
        const place = before.tellers.indexOf(teller)
        if (place < 0) return refuse('not-teller')
        if (agreedPapers(before) !== undefined) return refuse('papers-agreed')
        const [one, other] = before.read
        const sorted = [...papers].sort()
        return { ...before, read: place === 0 ? [sorted, other] : [one, sorted] }
      })
    },
  }
}

/** Whose row it is, of which vote. */
interface GivenPlace {
  readonly vote: string
  readonly phase: Phase
  readonly member: string
}

/** What a member is given now, seen what they were given before. */
type Decide<Answer> = (
  before: Given | undefined,
) => Omit<Put<Answer>, 'sealed'> & { readonly given?: Given | 'gone' }

/** Changes what was given to a member. Refusal: `keys-over`. */
export async function changeGiven<Answer>(
  database: Database,
  seal: Uint8Array,
  { vote, phase, member }: GivenPlace,
  decide: Decide<Answer>,
): Promise<Answer | Refusal> {
  const tag = tagOf(seal, 'issue', Buffer.from(member))
  const put = await putRow<Answer | Refusal>(database, { table: 'ballot_issue', vote, tag, phase }, (row) => {
    const bytes = row === undefined ? undefined : unsealBytes(seal, 'issue', row)
    const { given, ...rest } = decide(bytes === undefined ? undefined : readGiven(bytes))
    if (given === undefined) return rest
    return { ...rest, sealed: given === 'gone' ? given : sealBytes(seal, 'issue', encodeGiven(given)) }
  })
  return put === 'over' ? refuse('keys-over') : put
}

/** A member is given one thing: a key from their own device, one at a screen, or a paper. */
function whyNoMark(before: Given | undefined, way: Way, phase: Phase): Refusal | undefined {
  if (before?.way === 'device') return refuse('key-given-online')
  if (before?.way === 'paper') return refuse('paper-taken')
  if (before !== undefined && way === 'paper') return refuse('marked-for-screen')
  const isTooLate = phase === 'listed' && way === 'screen' && (before === undefined || !isSigned(before))
  return isTooLate ? refuse('keys-over') : undefined
}

interface BatchPlace {
  readonly database: Database
  readonly unlock: Unlock
  readonly vote: string
  readonly phase: Phase
  readonly id: string
}

async function changeBatch(
  { database, unlock, vote, phase, id }: BatchPlace,
  decide: (before: Batch | undefined) => Batch | Refusal,
): Promise<Refusal | undefined> {
  const found = await unlock(vote)
  if (isRefusal(found)) return found
  const { seal } = found
  const tag = tagOf(seal, 'paper', Buffer.from(id))
  const put = await putRow<Refusal | undefined>(
    database,
    { table: 'ballot_paper', vote, tag, phase },
    (row) => {
      const bytes = row === undefined ? undefined : unsealBytes(seal, 'paper', row)
      const batch = decide(bytes === undefined ? undefined : readBatch(bytes))
      if (isRefusal(batch)) return { answer: batch }
      return { answer: undefined, sealed: sealBytes(seal, 'paper', encodeBatch(batch)) }
    },
  )
  return put === 'over' ? refuse('ballots-over') : put
}

/** What was given to members, of all that is kept of issuing in a vote. */
export function givenIn(rows: readonly Uint8Array[], seal: Uint8Array): readonly Given[] {
  return rows.flatMap((row) => {
    const bytes = unsealBytes(seal, 'issue', row)
    return bytes === undefined ? [] : [readGiven(bytes)]
  })
}

/** All batches of a vote, in order of their ids. */
export async function readBatches(
  database: Database,
  vote: string,
  seal: Uint8Array,
): Promise<readonly Batch[]> {
  const rows = await readRowsOf(database, 'ballot_paper', vote)
  return rows
    .flatMap((row) => {
      const bytes = unsealBytes(seal, 'paper', row)
      return bytes === undefined ? [] : [readBatch(bytes)]
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
