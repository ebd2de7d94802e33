import { toBase64 } from '#kernel/bytes'
import { isRefusal, type Refusal } from '#kernel/refusal'
import {
  CLERK,
  NOBODY,
  createTreeCheck,
  type Entry,
  type ExportLine,
  type Header,
  type KeptEntry,
  type TreeExpectations,
  type TreeReport,
  type Violation,
} from '#modules/record/core'
import { isSigned } from '#modules/devices/core'
import type { VotingActs } from '#modules/voting/core'
import { ACT_KINDS, SEALED_ACTS } from './acts.ts'
import { apply, check } from './check.ts'
import { createClosedEntries } from './closed-entries.ts'
import { nextOrigin, restoredShape } from './founding.ts'
import { createOrg, type Org } from './org.ts'
import { powerIn, type PowerUse } from './powers.ts'

/** What the auditor found: what was recomputed, what is wrong, and what could not be checked. */
export interface AuditReport {
  readonly tree: TreeReport
  readonly entries: number
  /** Decisions of votes and meetings, votes and ballots that were recomputed and agree with what is recorded. */
  readonly decisions: number
  readonly votes: number
  readonly ballots: number
  /** Acts of members by how it is known who entered them. */
  readonly signatures: Signatures
  /** The first of them, the tree's and then the rules'; `count` is how many there are in all. */
  readonly violations: readonly Violation[]
  readonly count: number
  /** Where the record says that it was restored from a backup, and which log it continues. */
  readonly restored: readonly Restored[]
  /** Entries whose body this reader may not see, by type. */
  readonly closed: Readonly<Record<string, number>>
  /** Entries that depend on closed ones, so that their rule could not be checked. */
  readonly unchecked: readonly Violation[]
  /** Every use of power over a member, in the whole history. */
  readonly powers: readonly PowerUse[]
  readonly org: Org
}

/**
 * Acts of members: those whose signature was checked, those that only the server says they entered, and those that are signed but
 * closed to this reader.
 */
export interface Signatures {
  signed: number
  attested: number
  closed: number
}

/** A restore that the record tells of. */
export interface Restored {
  readonly seq: number
  readonly origin: string
  readonly size: number
}

/** An audit that is fed an export line by line. */
export interface Audit {
  take(line: ExportLine | Refusal): void
  /** The last thing that was found wrong so far, if anything was. */
  found(): Violation | undefined
  finish(): AuditReport
}

/** What to check an export against. */
export interface AuditExpectations extends TreeExpectations {
  /** The export was made for members: what every member may read must be in it. */
  readonly forMembers?: boolean
}

/** What can be closed to a member. */
const CLOSED_TO_MEMBERS: ReadonlySet<string> = new Set([
  'member.vouch',
  'recovery.vouch',
  'ballot.cast',
  'ballot.rank',
  ...SEALED_ACTS,
  ...ACT_KINDS.flatMap(({ type, unnamed }) => (unnamed ? type : [])),
])

function isBallot(type: string): boolean {
  return type === 'ballot.cast' || type === 'ballot.rank'
}

const MOST_LISTED = 1000

/** Begins an audit: the tree's own checks, and for every entry the same `check` and `apply` that the clerk runs. */
export function createAudit(expected: AuditExpectations): Audit {
  const tree = createTreeCheck(expected)
  const org = createOrg()
  const violations: Violation[] = []
  const unchecked: Violation[] = []
  const closed = createClosedEntries(org)
  const powers: PowerUse[] = []
  const restored: Restored[] = []
  const closedBallots: number[] = []
  const counts = { entries: 0, decisions: 0, votes: 0, ballots: 0 }
  const signatures: Signatures = { signed: 0, attested: 0, closed: 0 }
  let broken = 0
  let last: Violation | undefined
  let origin: string | undefined

  function note(found: Violation): void {
    broken++
    last = found
    if (violations.length < MOST_LISTED) violations.push(found)
  }

  function takeEntry(kept: KeptEntry): void {
    const head = org.head.get()
    // What stands twice or is missing was named by the tree's check; here the rest is judged where it stands.
    if (kept.seq < head.size) return
    if (kept.seq > head.size) org.head.set({ ...head, size: kept.seq })
    counts.entries++
    if (!isOpen(kept)) {
      takeClosed(kept)
      org.head.set({ ...org.head.get(), size: kept.seq + 1, at: Math.max(kept.at, org.head.get().at) })
      return
    }
    judge(kept)
  }

  function takeClosed(kept: KeptEntry): void {
    const { seq, type } = kept
    const refusal = closed.take(kept)
    const rule = weigh(kept, refusal, closed.leaves(kept))
    notePower(kept, rule === 'broken' ? rule : 'unchecked')
    if (refusal === undefined) countSignature(kept, 'closed')
    if (expected.forMembers !== true) return
    if (!CLOSED_TO_MEMBERS.has(type)) note({ seq, code: 'body-withheld', facts: { type } })
    if (isBallot(type) && closedBallots.length < MOST_LISTED) closedBallots.push(seq)
  }

  /** A ballot is closed until its vote is: before the first vote that is still open none may be. */
  function checkClosedBallots(): void {
    const open = [...org.voting.votes.values()].flatMap((vote) =>
      vote.status === 'open' ? vote.openedSeq : [],
    )
    const first = Math.min(...open)
    for (const seq of closedBallots)
      if (seq < first) note({ seq, code: 'body-withheld', facts: { type: 'ballot.cast' } })
  }

  function judge(entry: Entry): void {
    const refusal = checkSafely(org, entry)
    const isUnfit = refusal?.code === 'malformed' || refusal?.code === 'cannot-be-judged'
    const open = isUnfit ? undefined : closed.leaveOpen(entry)
    const rule = weigh(entry, refusal, open)
    if (isUnfit) {
      org.head.set({ ...org.head.get(), size: entry.seq + 1, at: Math.max(entry.at, org.head.get().at) })
      return
    }
    if (refusal === undefined) countSignature(entry, 'signed')
    if (refusal === undefined && open === undefined) count(entry)
    applySafely(org, entry)
    notePower(entry, rule)
  }

  function notePower(entry: KeptEntry | Entry, rule: PowerUse['rule']): void {
    const use = powerIn(org, entry, rule)
    if (use !== undefined) powers.push(use)
  }

  /** A refusal is a violation unless what is closed explains it; then, and where something is left open, it is unchecked. */
  function weigh(
    entry: KeptEntry | Entry,
    refusal: Refusal | undefined,
    open: Refusal | undefined,
  ): PowerUse['rule'] {
    const named = ({ code, facts }: Refusal): Violation => ({
      seq: entry.seq,
      code,
      facts: { ...facts, type: entry.type },
    })
    if (refusal !== undefined && !closed.explain(refusal, entry)) {
      note(named(refusal))
      return 'broken'
    }
    const unsure = open ?? refusal
    if (unsure === undefined) return 'kept'
    if (unchecked.length < MOST_LISTED) unchecked.push(named(unsure))
    return 'unchecked'
  }

  /** A signature under an older law was never asked for, and says nothing. */
  function countSignature(header: Header, kind: 'signed' | 'closed'): void {
    if (header.by === CLERK || header.by === NOBODY) return
    signatures[isSigned(header) ? kind : 'attested']++
  }

  function count({ type, body }: Entry): void {
    if (type === 'vote.close') {
      counts.votes++
      counts.ballots += (body as VotingActs['vote.close']).secret?.board.length ?? 0
    }
    if (isBallot(type)) counts.ballots++
    if (type === 'vote.close' || type === 'meeting.confirm') counts.decisions++
  }

  /** The tree knows no rules and the rules no tree: that a restore names the root before it is asked here. */
  function takeRestored({ seq, type, body }: KeptEntry): void {
    if (type !== 'record.restored') return
    const parsed = restoredShape.safeParse(body)
    if (!parsed.success) return
    restored.push({ seq, origin: parsed.data.origin, size: parsed.data.size })
    checkSignedOrigin(seq, parsed.data.origin)
    const root = tree.root()
    if (root !== undefined && toBase64(root) !== parsed.data.root)
      note({ seq, code: 'restored-other-root', facts: { type } })
  }

  /** What devices signed was for the log in which it stands: as it was called until a restore, or is called now. */
  function checkSignedOrigin(seq: number | undefined, called: string | undefined): void {
    const named = org.devices.origin.get()
    if (named !== undefined && named !== called)
      note({ seq, code: 'signed-for-other-log', facts: { signed: named, origin: called ?? null } })
  }

  /** A log that was restored carries the next number of the one it names, and one that carries a number above 1 was. */
  function checkOrigin(): void {
    const expected = restored.reduce<string | undefined>((_, each) => nextOrigin(each.origin), undefined)
    const isFirst = origin === undefined || nextOrigin(origin) === undefined || origin.endsWith('/1')
    const fits = expected === undefined ? isFirst : expected === origin
    if (!fits)
      note({ seq: restored.at(-1)?.seq, code: 'restored-other-origin', facts: { origin: origin ?? null } })
  }

  return {
    take(line) {
      if (!isRefusal(line) && line.kind === 'entry') takeRestored(line.entry)
      if (!isRefusal(line) && line.kind === 'head') origin ??= line.origin
      tree.take(line)
      if (!isRefusal(line) && line.kind === 'entry') takeEntry(line.entry)
    },
    found: () => tree.found() ?? last,
    finish() {
      const report = tree.finish()
      checkOrigin()
      checkSignedOrigin(undefined, origin)
      checkClosedBallots()
      const all = [...report.violations, ...violations]
      return {
        tree: report,
        ...counts,
        signatures,
        violations: all,
        count: report.count + broken,
        restored,
        closed: closed.types,
        unchecked,
        powers,
        org,
      }
    },
  }
}

function isOpen(kept: KeptEntry): kept is KeptEntry & Entry {
  return kept.body !== undefined
}

/** Once an entry is wrong or closed, a later one can meet a state that no clerk would have made: that is a finding, not a crash. */
function checkSafely(org: Org, entry: Entry): Refusal | undefined {
  try {
    return check(org, entry)
  } catch (error) {
    return { refused: true, code: 'cannot-be-judged', facts: { why: String(error) } }
  }
}

function applySafely(org: Org, entry: Entry): void {
  try {
    apply(org, entry)
  } catch {
    org.head.set({ ...org.head.get(), size: entry.seq + 1 })
  }
}
