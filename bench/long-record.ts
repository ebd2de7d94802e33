import { createHash, randomBytes } from 'node:crypto'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { HOUR, type Instant } from '#kernel/instant'
import { hashBody } from '#modules/record/core'
import type { NewEntry } from '#modules/record'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'
import { apply, check, createOrg, dueAct, type Org } from '#organization'

/** How large a made record is: people on the roll, votes held, and entries in all (the rest are open ballots). */
export interface Size {
  readonly members: number
  readonly votes: number
  readonly entries: number
  /** A demonstration's clock goes on from its last entry, wherever the machine's stands. */
  readonly demonstration?: boolean
}

export const ROOT = derivedUuid('bench', 'root')
export const RULES: RuleSet = { ...PRESETS.branch, motionSeconds: 0, amendmentSeconds: 0 }

/** A history that the rules accept: founding, ratification, then motions with as many open ballots each as the size asks. */
export function* longRecord({ members, votes, entries, demonstration = false }: Size): Generator<NewEntry> {
  const org = createOrg()
  let now: Instant = Date.UTC(2027, 0, 4)
  // Fast and not secret: salts of a benchmark.
  const salts = createHash('sha256').update('bench').digest()
  let made = 0

  function enter(by: string, id: string, type: string, unit: string | null, body: Json): NewEntry {
    const { size, law } = org.head.get()
    const entry = { seq: size, at: now, by, id, type, law, unit, body }
    // Checking every one of a million would take the time of an audit; those that start something are checked.
    if (type !== 'ballot.cast' && type !== 'founding.member') must(check(org, entry)?.code)
    apply(org, entry)
    salts.writeUInt32LE(made++ >>> 0)
    const salt = salts.subarray(0, 16)
    return { ...entry, salt: toBase64(salt), bodyHash: hashBody(salt, body) }
  }
  function* due(): Generator<NewEntry> {
    for (let act = dueAct(org, now); act !== undefined; act = dueAct(org, now))
      yield enter(act.by, act.id, act.type, act.unit, act.body)
  }
  function* decide(n: number, enactment: Json, ballots: number, offset: number): Generator<NewEntry> {
    const motion = derivedUuid('bench', 'motion', n)
    const clauses = [
      {
        id: derivedUuid('bench', 'clause', n),
        text: `Resolved, in motion ${n}, that we go on as we have begun.`,
      },
    ]
    yield enter(member(0), uuid(), 'motion.propose', ROOT, {
      motion,
      title: `Motion ${n}`,
      clauses,
      enactment,
    })
    now += RULES.debateHours * HOUR
    yield* due()
    const vote = [...org.voting.votes.keys()].at(-1) ?? ''
    for (let i = 0; i < ballots; i++)
      yield enter(member((i + offset) % members), uuid(), 'ballot.cast', ROOT, {
        vote,
        choices: [i % 5 === 0 ? 'no' : 'yes'],
      })
    now += RULES.votingHours * HOUR
    yield* due()
  }

  const found = { name: 'Bench', root: ROOT, rules: RULES, demonstration }
  yield enter('nobody', uuid(), 'organization.found', null, found)
  for (let n = 0; n < members; n++) {
    const body = { member: member(n), home: ROOT, organizer: n < 3, details: `${'A'.repeat(43)}=` }
    yield enter('nobody', uuid(), 'founding.member', null, body)
  }
  const quorum = Math.ceil(members / 5)
  yield* decide(0, { kind: 'organization.ratify', points: false }, quorum, 0)
  const left = entries - org.head.get().size
  const each = Math.max(1, Math.floor(left / votes) - 3)
  for (let n = 1; n <= votes; n++) yield* decide(n, { kind: 'resolve' }, each, n * each)
}

/** What the image of such a record is: folded without checks. */
export function foldLong(size: Size): Org {
  const org = createOrg()
  for (const entry of longRecord(size)) apply(org, entry)
  return org
}

/** The id of the member of this number, from 0. */
export function member(n: number): string {
  return `m-${String(n).padStart(12, '0')}`
}

let pool = randomBytes(1 << 16)
let taken = 0

function uuid(): string {
  if (taken + 16 > pool.length) {
    pool = randomBytes(1 << 16)
    taken = 0
  }
  const bytes = pool.subarray(taken, (taken += 16))
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

function must(code: string | undefined): void {
  if (code !== undefined) throw new Error(`the made record is refused: ${code}`)
}
