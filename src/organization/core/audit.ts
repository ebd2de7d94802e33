import { isRefusal, type Refusal } from '#kernel/refusal'
import {
  createTreeCheck,
  type Entry,
  type ExportLine,
  type KeptEntry,
  type TreeExpectations,
  type TreeReport,
  type Violation,
} from '#modules/record/core'
import { apply, check } from './check.ts'
import { createOrg, type Org } from './org.ts'

/** What the auditor found: what was recomputed, what is wrong, and what could not be checked. */
export interface AuditReport {
  readonly tree: TreeReport
  readonly entries: number
  /** Decisions of votes and meetings, votes and ballots that were recomputed. */
  readonly decisions: number
  readonly votes: number
  readonly ballots: number
  readonly violations: readonly Violation[]
  /** Entries whose body this reader may not see, by type. */
  readonly closed: Readonly<Record<string, number>>
  /** Entries that depend on closed ones, so that their rule could not be checked. */
  readonly unchecked: readonly Violation[]
  readonly org: Org
}

/** An audit that is fed an export line by line. */
export interface Audit {
  take(line: ExportLine | Refusal): void
  finish(): AuditReport
}

/** Which refusals a closed entry of a type may explain; a type that does not stand here may explain any. */
const EXPLAINS: Readonly<Record<string, readonly string[]>> = {
  'member.vouch': ['too-few-vouches'],
  'ballot.cast': ['wrong-result'],
}

const MOST_LISTED = 1000

/** Begins an audit: the tree's own checks, and for every entry the same `check` and `apply` that the clerk runs. */
export function createAudit(expected: TreeExpectations): Audit {
  const tree = createTreeCheck(expected)
  const org = createOrg()
  const violations: Violation[] = []
  const unchecked: Violation[] = []
  const closed: Record<string, number> = {}
  const counts = { entries: 0, decisions: 0, votes: 0, ballots: 0 }

  function takeEntry(kept: KeptEntry): void {
    const head = org.head.get()
    // What stands twice or is missing was named by the tree's check; here the rest is judged where it stands.
    if (kept.seq < head.size) return
    if (kept.seq > head.size) org.head.set({ ...head, size: kept.seq })
    counts.entries++
    if (kept.body === undefined) {
      closed[kept.type] = (closed[kept.type] ?? 0) + 1
      org.head.set({ ...org.head.get(), size: kept.seq + 1, at: kept.at })
      return
    }
    judge({ ...kept, body: kept.body })
  }

  function judge(entry: Entry): void {
    const refusal = checkSafely(org, entry)
    if (refusal !== undefined) {
      const found = { seq: entry.seq, code: refusal.code, facts: { ...refusal.facts, type: entry.type } }
      const list = mayBeExplained(refusal, closed) ? unchecked : violations
      if (list.length < MOST_LISTED) list.push(found)
      if (refusal.code === 'malformed' || refusal.code === 'cannot-be-judged') {
        org.head.set({ ...org.head.get(), size: entry.seq + 1, at: Math.max(entry.at, org.head.get().at) })
        return
      }
    }
    count(entry.type)
    applySafely(org, entry)
  }

  function count(type: string): void {
    if (type === 'vote.close') counts.votes++
    if (type === 'ballot.cast') counts.ballots++
    if (type === 'vote.close' || type === 'meeting.confirm') counts.decisions++
  }

  return {
    take(line) {
      tree.take(line)
      if (!isRefusal(line) && line.kind === 'entry') takeEntry(line.entry)
    },
    finish() {
      const report = tree.finish()
      return { tree: report, ...counts, violations: [...report.violations, ...violations], closed, unchecked, org }
    },
  }
}

function mayBeExplained(refusal: Refusal, closed: Readonly<Record<string, number>>): boolean {
  return Object.keys(closed).some((type) => EXPLAINS[type]?.includes(refusal.code) ?? true)
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
