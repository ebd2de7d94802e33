import { createHash, randomBytes } from 'node:crypto'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { HOUR, type Instant } from '#kernel/instant'
import { hashBody } from '#modules/record/core'
import type { NewEntry } from '#modules/record'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'
import { apply, check, createOrg, dueAct, NEWEST_LAW, type Org } from '#organization'

export const ROOT = derivedUuid('bench', 'root')
export const RULES: RuleSet = { ...PRESETS.branch, motionSeconds: 0, amendmentSeconds: 0 }

/** Makes entries that the rules accept, without a store. */
export interface RecordMaker {
  readonly org: Org
  readonly enter: (by: string, type: string, body: Json, unit?: string | null) => NewEntry
  /** Moves the clock; the answer is what falls due by that. */
  readonly pass: (time: number) => Generator<NewEntry>
  /** Founds an organization with so many members, who ratify it, under the newest law. */
  readonly found: (members: number, demonstration: boolean) => Generator<NewEntry>
  /** A motion with so many open ballots, a fifth of them against it, from the member of this number on. */
  readonly decide: (n: number, enactment: Json, ballots: number, offset?: number) => Generator<NewEntry>
}

/** Acts of which there are very many. Checking every one would take the time of an audit; those that start something are checked. */
const UNCHECKED: ReadonlySet<string> = new Set(['ballot.cast', 'ballot.rank', 'founding.member'])

/** Begins a record. */
export function createRecordMaker(): RecordMaker {
  const org = createOrg()
  let now: Instant = Date.UTC(2027, 0, 4)
  // Fast and not secret: salts of a benchmark.
  const salts = createHash('sha256').update('bench').digest()
  let made = 0

  function write(by: string, id: string, type: string, unit: string | null, body: Json): NewEntry {
    const { size, law } = org.head.get()
    const entry = { seq: size, at: now, by, id, type, law, unit, body }
    if (!UNCHECKED.has(type)) must(check(org, entry)?.code)
    apply(org, entry)
    salts.writeUInt32LE(made++ >>> 0)
    const salt = salts.subarray(0, 16)
    return { ...entry, salt: toBase64(salt), bodyHash: hashBody(salt, body) }
  }

  const maker: RecordMaker = {
    org,
    enter: (by, type, body, unit = ROOT) => write(by, uuid(), type, unit, body),
    *pass(time) {
      now += time
      for (let act = dueAct(org, now); act !== undefined && 'by' in act; act = dueAct(org, now))
        yield write(act.by, act.id, act.type, act.unit, act.body)
    },
    *found(members, demonstration) {
      const body = { name: 'Bench', root: ROOT, rules: RULES, demonstration }
      yield maker.enter('nobody', 'organization.found', body, null)
      for (let n = 0; n < members; n++) {
        const founder = { member: member(n), home: ROOT, organizer: n < 3, details: `${'A'.repeat(43)}=` }
        yield maker.enter('nobody', 'founding.member', founder, null)
      }
      yield* maker.decide(0, { kind: 'organization.ratify', points: false }, Math.ceil(members / 5))
      for (let law = org.head.get().law + 1; law <= NEWEST_LAW; law++)
        yield write('clerk', derivedUuid('law', law), 'law.adopt', null, { law })
    },
    *decide(n, enactment, ballots, offset = 0) {
      const motion = derivedUuid('bench', 'motion', n)
      const text = `Resolved, in motion ${n}, that we go on as we have begun.`
      const clauses = [{ id: derivedUuid('bench', 'clause', n), text }]
      yield maker.enter(member(0), 'motion.propose', { motion, title: `Motion ${n}`, clauses, enactment })
      yield* maker.pass(RULES.debateHours * HOUR)
      const vote = derivedUuid('vote', 'motion', motion)
      const { length } = org.members.ids
      for (let i = 0; i < ballots; i++)
        yield maker.enter(member((i + offset) % length), 'ballot.cast', {
          vote,
          choices: [i % 5 === 0 ? 'no' : 'yes'],
        })
      yield* maker.pass(RULES.votingHours * HOUR)
    },
  }
  return maker
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
