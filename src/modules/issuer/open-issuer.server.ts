import { randomBytes, timingSafeEqual } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { publicKeyOf } from '#kernel/ed25519'
import { sha256 } from '#kernel/hash'
import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { makeIssuingKey, openSigner, type BlindSigner } from '#modules/ballots'
import { RSA_BYTES, signCountStatement, signKeyStatement } from '#modules/ballots/core'
import { CODE_BYTES, codeOf, plainCode, type OpenedVote } from './core/index.ts'
import * as sql from './issuer.sql.server.ts'

const FILE = 'issuer.sqlite'

/** What an issuer was made with, and the record that it trusts. */
export interface IssuerSettings {
  readonly name: string
  /** Where members reach it: protocol and host. */
  readonly address: string
  /** Where the organization's server is. */
  readonly organization: string
  /** The name and the verifier key of the organization's log. */
  readonly origin: string
  readonly logKey: string
  /** Whether the organization's clock can be moved: then the issuer goes by it. */
  readonly demonstration: boolean
}

/** A checkpoint that the issuer has seen, root in base64. */
export interface SeenCheckpoint {
  readonly size: number
  readonly root: string
}

/** A vote as the issuer knows it. */
export interface IssuerVote {
  readonly vote: string
  readonly seq: number
  readonly modulus: string
  readonly roll: number | null
  readonly until: Instant
  readonly closes: Instant
  readonly issued: number
  readonly reported: number
  /** Whether the secret key is destroyed. */
  readonly ended: boolean
}

/** One issuer in its folder: signs each member's key once in a vote, and sees none of them. */
export interface Issuer {
  readonly settings: IssuerSettings
  /** The lasting key by which members name it, base64. */
  readonly key: string
  /** The last checkpoint seen, and a place for the next. */
  seen(): SeenCheckpoint | undefined
  see(checkpoint: SeenCheckpoint): void
  /** Draws a code for each of these members, by member; who has one keeps it, unless `again`. They hold once `admit` has taken them. */
  draw(members: readonly string[], again: boolean): ReadonlyMap<string, string>
  /** Puts members on the list with their codes, of which only hashes are kept. */
  admit(codes: ReadonlyMap<string, string>): void
  /** Strikes these off the list; answers how many were on it. */
  strike(members: readonly string[]): number
  members(): number
  /** Makes keys until so many wait for a vote. */
  stock(count: number): Promise<void>
  /** Keys that no vote has used and that were not delivered yet, with the lasting key's word for them; and how many wait in all. */
  undelivered(): readonly { readonly modulus: string; readonly signature: string }[]
  waiting(): number
  delivered(moduli: readonly string[]): void
  isOwn(modulus: string): boolean
  /** Takes up a vote that announced a key of this issuer; false where the key is for another vote. */
  take(vote: OpenedVote): boolean
  knows(vote: string): boolean
  votes(): readonly IssuerVote[]
  issued(modulus: string): readonly string[]
  /** Signs a member's blinded key, once: the same request gets the same answer, another one none. */
  issue(asked: IssueRequest, now: Instant): Uint8Array | Refusal
  /** How many keys were signed with this one, in the lasting key's word. */
  report(modulus: string): { readonly count: number; readonly signature: string }
  reported(modulus: string, count: number): void
  /** Destroys the secret keys of votes that have closed; answers which. */
  endClosed(now: Instant): readonly string[]
  close(): void
}

/** What a member's device asks. */
export interface IssueRequest {
  readonly vote: string
  readonly member: string
  readonly code: string
  /** The blinded key, base64. */
  readonly request: string
}

/** Makes an issuer in a folder. Refusal: `issuer-folder-taken`. */
export function makeIssuer(folder: string, settings: IssuerSettings): Issuer | Refusal {
  if (fs.existsSync(path.join(folder, FILE))) return refuse('issuer-folder-taken', { folder })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, FILE)
  fs.writeFileSync(file, '', { mode: 0o600 })
  const database = sql.openFile(file)
  sql.inOne(database, () => {
    sql.writeSetting(database, 'seed', randomBytes(32).toString('base64'))
    sql.writeSetting(database, 'settings', JSON.stringify(settings))
  })
  database.close()
  return openIssuer(folder)
}

/** Has an issuer trust the record that the organization has now, as after a restore: keys that were delivered are of no use any more. */
export function trustAnew(
  folder: string,
  record: Pick<IssuerSettings, 'origin' | 'logKey' | 'demonstration'>,
): void {
  const database = sql.openFile(path.join(folder, FILE))
  const settings = settingsIn(sql.readSettings(database))
  sql.writeSetting(database, 'settings', JSON.stringify({ ...settings, ...record }))
  sql.writeSetting(database, 'seen', 'null')
  if (settings.origin !== record.origin) sql.dropKeys(database)
  database.close()
}

/** Opens the issuer in a folder. Refusal: `issuer-folder-none`. */
export function openIssuer(folder: string): Issuer | Refusal {
  const file = path.join(folder, FILE)
  if (!fs.existsSync(file)) return refuse('issuer-folder-none', { folder })
  const database = sql.openFile(file)
  const read = sql.readSettings(database)
  const settings = settingsIn(read)
  const seed = fromBase64(read.get('seed') ?? '') ?? new Uint8Array(32)
  const signers = new Map<string, BlindSigner>()

  function signerOf(row: sql.KeyRow): BlindSigner | undefined {
    if (row.secret === null) return undefined
    const known = signers.get(row.modulus) ?? openSigner({ modulus: bytes(row.modulus), secret: row.secret })
    signers.set(row.modulus, known)
    return known
  }

  return {
    settings,
    key: toBase64(publicKeyOf(seed)),
    seen: () =>
      (JSON.parse(sql.readSettings(database).get('seen') ?? 'null') as SeenCheckpoint | undefined) ??
      undefined,
    see(checkpoint) {
      sql.writeSetting(database, 'seen', JSON.stringify(checkpoint))
    },
    draw: (members, again) => drawAll(database, members, again),
    admit: (codes) => {
      sql.inOne(database, () => {
        for (const [member, code] of codes) sql.putMember(database, member, hashOf(code))
      })
    },
    strike: (members) =>
      sql.inOne(database, () => members.filter((member) => sql.strikeMember(database, member)).length),
    members: () => sql.countMembers(database),
    async stock(count) {
      for (let have = waitingIn(database).length; have < count; have++) {
        const { modulus, secret } = await makeIssuingKey()
        const signature = toBase64(signKeyStatement(seed, modulus))
        sql.insertKey(database, { modulus: toBase64(modulus), secret, signature })
      }
    },
    undelivered: () =>
      waitingIn(database)
        .filter(({ delivered }) => delivered === 0)
        .map(({ modulus, signature }) => ({ modulus, signature })),
    waiting: () => waitingIn(database).length,
    delivered: (moduli) => {
      sql.inOne(database, () => {
        sql.markDelivered(database, moduli)
      })
    },
    isOwn: (modulus) => sql.listKeys(database).some((row) => row.modulus === modulus),
    take(vote) {
      // By which a vote begins again says nothing of its roll, which stays.
      const before = sql.listKeys(database).find((row) => row.vote === vote.vote && row.roll !== null)
      return sql.bindKey(database, { ...vote, roll: vote.roll ?? before?.roll ?? null })
    },
    knows: (vote) => sql.keyOfVote(database, vote) !== undefined,
    votes: () => sql.listKeys(database).flatMap((row) => voteIn(database, row) ?? []),
    issued: (modulus) => sql.listIssued(database, modulus),
    issue(asked, now) {
      const row = sql.keyOfVote(database, asked.vote)
      return row === undefined
        ? refuse('issuer-vote-unknown')
        : issueWith(database, row, signerOf(row), asked, now)
    },
    report(modulus) {
      const count = sql.countIssued(database, modulus)
      return { count, signature: toBase64(signCountStatement(seed, bytes(modulus), count)) }
    },
    reported: (modulus, count) => {
      sql.markReported(database, modulus, count)
    },
    endClosed(now) {
      const over = sql
        .listKeys(database)
        .filter(({ secret, closes }) => secret !== null && closes !== null && closes <= now)
      for (const { modulus } of over) {
        sql.endKey(database, modulus)
        signers.delete(modulus)
      }
      return over.flatMap(({ vote }) => vote ?? [])
    },
    close: () => {
      database.close()
    },
  }
}

type Database = ReturnType<typeof sql.openFile>

function settingsIn(read: ReadonlyMap<string, string>): IssuerSettings {
  return JSON.parse(read.get('settings') ?? '{}') as IssuerSettings
}

function bytes(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array()
}

function waitingIn(database: Database): readonly sql.KeyRow[] {
  return sql.listKeys(database).filter(({ vote, secret }) => vote === null && secret !== null)
}

function voteIn(database: Database, row: sql.KeyRow): IssuerVote | undefined {
  const { vote, seq, modulus, roll, until, closes, reported, secret } = row
  if (vote === null || seq === null || until === null || closes === null) return undefined
  const issued = sql.countIssued(database, modulus)
  return { vote, seq, modulus, roll, until, closes, issued, reported, ended: secret === null }
}

function drawAll(
  database: Database,
  members: readonly string[],
  again: boolean,
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const member of members) {
    if (!again && sql.codeHash(database, member) !== undefined) continue
    codes.set(member, codeOf(new Uint8Array(randomBytes(CODE_BYTES))))
  }
  return codes
}

/** A code has a hundred bits of chance: one round of a hash keeps it. */
function hashOf(code: string): Uint8Array {
  return sha256(`plenum/issuer/1/code ${plainCode(code) ?? ''}`)
}

function issueWith(
  database: Database,
  { modulus, until, closes, roll }: sql.KeyRow,
  signer: BlindSigner | undefined,
  { member, code, request }: IssueRequest,
  now: Instant,
): Uint8Array | Refusal {
  const known = sql.codeHash(database, member)
  const isTheirs =
    known !== undefined && plainCode(code) !== undefined && timingSafeEqual(known, hashOf(code))
  if (!isTheirs) return refuse('issuer-code-wrong')
  if (signer === undefined || closes === null || now >= closes)
    return refuse('issuer-over', { until: until ?? 0 })
  const blinded = fromBase64(request)
  const answer = blinded?.length === RSA_BYTES ? signer.sign(blinded) : undefined
  if (blinded === undefined || answer === undefined) return refuse('request-malformed')
  const asked = sha256(blinded)
  return sql.inOne(database, () => {
    const before = sql.askedBy(database, modulus, member)
    if (before !== undefined)
      return before !== null && timingSafeEqual(before, asked) ? answer : refuse('issuer-issued-already')
    // From then on an answer is only given again: a further key could not vote.
    if (until === null || now >= until) return refuse('issuer-over', { until: until ?? 0 })
    const most = roll ?? sql.countMembers(database)
    if (sql.countIssued(database, modulus) >= most) return refuse('issuer-roll-used-up', { roll: most })
    sql.insertIssued(database, modulus, member, asked)
    return answer
  })
}
