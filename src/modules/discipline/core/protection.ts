import { DAY, HOUR } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { countShape, heldTextShape, PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import { ballotsOf, majorityOfCast } from '#modules/rulebook/core'
import { clearOpening, setOpening, VOTE_OPEN, type VoteSubject } from '#modules/voting/core'
import { z } from 'zod'
import { protectedRightsShape } from './measure.ts'
import { spanOf } from './rights.ts'
import {
  CASE_UNPROTECT,
  caseIn,
  endProtection,
  matterOf,
  protectionId,
  putCase,
  rulesOf,
  type CasesRulesSlice,
} from './slice.ts'
import type { Case, Matter, Protection, ProtectionStage } from './state.ts'

/** A protective measure holds for no more days than this, whatever the rules say. */
export const MOST_PROTECTION_DAYS = 30
/** Days between the asking and the vote, in which the charged member answers. */
export const PROTECTION_NOTICE_DAYS = 3
/** Days that a vote on it lasts at the most. */
const MOST_VOTING_DAYS = 7
const MOST_REPLIES = 5

const shapes = {
  /** Those who charge ask for a protective measure until the case is decided. */
  'case.protect': z.strictObject({
    case: uuidShape,
    rights: protectedRightsShape,
    days: countShape(1, MOST_PROTECTION_DAYS),
    text: heldTextShape,
  }),
  /** The charged member answers it, before the vote. */
  'case.reply': z.strictObject({ case: uuidShape, text: heldTextShape }),
  /** The charged member appeals against it while it holds. */
  'case.contest': z.strictObject({ case: uuidShape, text: heldTextShape }),
  'case.unprotect': z.strictObject({ case: uuidShape }),
}

export type ProtectionActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/**
 * The one thing that can hold before a finding: it is asked for once in a case, answered, voted on by the unit in secret with the majority of an expulsion,
 * can be appealed against at once, takes nobody's vote, and is over with the case or after its days.
 */
export const protectionRules: Rules<CasesRulesSlice, ProtectionActs> = {
  'case.protect': {
    since: 7,
    actors: ['nobody'],
    shape: shapes['case.protect'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = caseIn(state, body.case, ['notice', 'hearing'])
      if (isRefusal(found)) return found
      if (found.protection !== undefined) return refuse('protection-asked-already')
      const matter = matterOf(state, body.case)
      if (isRefusal(matter)) return matter
      return isAskedElsewhere(state, matter) ? refuse('protection-asked-already') : undefined
    },
    apply(state, { at, seq, body: { case: id, rights, days, text } }) {
      const opens = at + PROTECTION_NOTICE_DAYS * DAY
      const said = [{ part: 'asking' as const, text: text.hash, at, seq }]
      const stage: ProtectionStage = { kind: 'announced', opens, round: 0 }
      putCase(state, id, { protection: { rights, days, said, votes: [], span: null, stage } })
      setOpening(state, { kind: 'case', id: protectionId(id, 0) }, opens)
    },
  },
  'case.reply': {
    since: 7,
    actors: ['nobody'],
    shape: shapes['case.reply'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = protectionIn(state, body.case, ['announced'])
      if (isRefusal(found)) return found
      const replies = found.said.filter(({ part }) => part === 'reply').length
      return replies >= MOST_REPLIES ? refuse('too-many-statements', { most: MOST_REPLIES }) : undefined
    },
    apply(state, { at, seq, body: { case: id, text } }) {
      say(state, id, { part: 'reply', text: text.hash, at, seq })
    },
  },
  'case.contest': {
    since: 7,
    actors: ['nobody'],
    shape: shapes['case.contest'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const found = protectionIn(state, body.case, ['holding'])
      if (isRefusal(found)) return found
      const until = found.span?.until ?? at
      if (at >= until) return refuse('appeal-late', { until })
      return isContested(found) ? refuse('contested-already') : undefined
    },
    apply(state, { at, seq, body: { case: id, text } }) {
      say(state, id, { part: 'contest', text: text.hash, at, seq })
      putProtection(state, id, { stage: { kind: 'announced', opens: at, round: 1 } })
      setOpening(state, { kind: 'case', id: protectionId(id, 1) }, at)
    },
  },
  'case.unprotect': {
    since: 7,
    actors: ['clerk'],
    shape: shapes['case.unprotect'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const span = spanOf(state.cases.cases.get(body.case))
      return span !== null && span.until <= at ? undefined : refuse('not-due', { kind: CASE_UNPROTECT })
    },
    apply(state, { at, body: { case: id } }) {
      endProtection(state, id, at, 'expired')
    },
  },
}

/** The unit's vote on a protective measure, and that of the unit above on the appeal against it. */
export const protectionVote: VoteSubject<CasesRulesSlice> = {
  opening(state, id, at) {
    const found = caseOfProtection(state, id)
    const stage = found?.protection?.stage
    if (found === undefined || stage?.kind !== 'announced' || stage.opens > at)
      return refuse('not-due', { kind: VOTE_OPEN })
    const { rules } = found.rules
    return {
      unit: stage.round === 0 ? found.unit : (found.appeals[0] ?? found.unit),
      items: [{ id, majority: majorityOfCast(rulesOf(found).expulsion) }],
      quorum: rules.quorum,
      // Where votes last as long as the measure an appeal would come to nothing.
      closes: at + Math.min(rules.votingHours * HOUR, MOST_VOTING_DAYS * DAY),
      secret: ballotsOf(rules),
    }
  },
  opened(state, vote) {
    const { id } = vote.subject
    clearOpening(state, vote.subject)
    const found = caseOfProtection(state, id)
    const protection = found?.protection
    if (found === undefined || protection?.stage.kind !== 'announced') return
    const { round } = protection.stage
    const votes = [...protection.votes, vote.id]
    putProtection(state, found.id, { votes, stage: { kind: 'voting', vote: vote.id, round } })
  },
  settle: (_state, _vote, results) => ({ holds: results[0]?.outcome === 'adopted' }),
  settled(state, vote, settlement, { at }) {
    const parsed = z.strictObject({ holds: z.boolean() }).safeParse(settlement)
    const found = caseOfProtection(state, vote.subject.id)
    const protection = found?.protection
    // Where the case has ended, or the days have run, the vote decides nothing any more.
    if (found === undefined || protection?.stage.kind !== 'voting' || !parsed.success) return
    const { round } = protection.stage
    if (!parsed.data.holds) {
      endProtection(state, found.id, at, round === 0 ? 'rejected' : 'lifted')
      return
    }
    const span = protection.span ?? { since: at, until: at + protection.days * DAY }
    putProtection(state, found.id, { span, stage: { kind: 'holding' } })
    state.deadlines.set(CASE_UNPROTECT, found.id, span.until)
  },
}

/** The case whose protective measure a vote is about, whichever of its two rounds. */
export function caseOfProtection({ cases }: Pick<CasesRulesSlice, 'cases'>, id: string): Case | undefined {
  for (const found of cases.cases.values())
    if (found.protection !== undefined && [0, 1].some((round) => protectionId(found.id, round) === id))
      return found
  return undefined
}

/** Whether the one appeal against it has been made. */
export function isContested({ said }: Protection): boolean {
  return said.some(({ part }) => part === 'contest')
}

/** Several charges at once do not add up: as long as one that has had a protective measure, or asks for one, is undecided, no other asks for one. */
function isAskedElsewhere({ cases }: CasesRulesSlice, { member }: Matter): boolean {
  return cases.matters.entries().some(([id, matter]) => {
    const found = matter.member === member ? cases.cases.get(id) : undefined
    if (found?.protection === undefined || found.stage.kind === 'binding') return false
    return found.protection.span !== null || found.protection.stage.kind !== 'ended'
  })
}

function protectionIn(
  { cases }: CasesRulesSlice,
  id: string,
  kinds: readonly ProtectionStage['kind'][],
): Protection | Refusal {
  const found = cases.cases.get(id)
  if (found === undefined) return refuse('unknown-case', { case: id })
  if (found.protection === undefined) return refuse('no-protection')
  const { kind } = found.protection.stage
  return kinds.includes(kind) ? found.protection : refuse('protection-elsewhere', { stage: kind })
}

function putProtection(state: CasesRulesSlice, id: string, changed: Partial<Protection>): void {
  const protection = state.cases.cases.get(id)?.protection
  if (protection !== undefined) putCase(state, id, { protection: { ...protection, ...changed } })
}

function say(state: CasesRulesSlice, id: string, said: Protection['said'][number]): void {
  const before = state.cases.cases.get(id)?.protection?.said ?? []
  putProtection(state, id, { said: [...before, said] })
}
