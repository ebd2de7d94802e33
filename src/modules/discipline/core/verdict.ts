import { DAY, HOUR, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { vacateAll } from '#modules/delegates/core'
import { idAt, indexOf, setStatus, STANDING_LAPSE, statusAt } from '#modules/members/core'
import { heldTextShape, memberIdShape, MEMBERS, PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import { ballotsOf, majorityOfCast } from '#modules/rulebook/core'
import { clearOpening, VOTE_OPEN, type VoteSubject } from '#modules/voting/core'
import { z } from 'zod'
import type { Measure } from './measure.ts'
import { caseOfProtection, protectionVote } from './protection.ts'
import {
  CASE_BIND,
  CASE_EXPIRE,
  caseIn,
  clearDeadlines,
  commitmentToMember,
  endCase,
  endProtection,
  matterOf,
  openRound,
  putCase,
  roundId,
  rulesOf,
  SEALED_FITS,
  unitOfRound,
  type CasesRulesSlice,
} from './slice.ts'
import type { Case } from './state.ts'

const shapes = {
  'case.appeal': z.strictObject({ case: uuidShape, text: heldTextShape }),
  /**
   * A measure begins to hold. `expelled` opens the public commitment: whoever is expelled is whom the case was about from its first
   * entry on. Null for every other measure, and where whoever was charged has left.
   */
  'case.bind': z.strictObject({
    case: uuidShape,
    expelled: z.strictObject({ member: memberIdShape, salt: z.string().length(24) }).nullable(),
  }),
  /** A measure ends by itself. `former`: who was expelled and may apply again. */
  'case.expire': z.strictObject({ case: uuidShape, former: memberIdShape.nullable() }),
}

export type VerdictActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Appeals, and measures as they begin to hold and end. */
export const verdictRules: Rules<CasesRulesSlice, VerdictActs> = {
  'case.appeal': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['case.appeal'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const found = caseIn(state, body.case, ['appealable'])
      if (isRefusal(found)) return found
      const { until, round } = found.stage
      return at >= until || round >= found.appeals.length ? refuse('appeal-late', { until }) : undefined
    },
    apply(state, { at, seq, body: { case: id, text } }) {
      const found = state.cases.cases.get(id)
      if (found?.stage.kind !== 'appealable') return
      const said = { part: 'last-word' as const, witness: null, text: text.hash, at, seq }
      putCase(state, id, { statements: [...found.statements, said] })
      openRound(state, id, at, found.stage.round + 1)
    },
  },
  'case.bind': {
    since: 6,
    actors: ['clerk'],
    shape: shapes['case.bind'],
    audience: ({ expelled }) => (expelled === null ? PUBLIC : MEMBERS),
    check(state, { at, body }) {
      const found = caseIn(state, body.case, ['appealable'])
      if (isRefusal(found)) return found
      if (found.stage.until > at) return refuse('not-due', { kind: CASE_BIND })
      return checkExpelled(state, found, body.expelled)
    },
    apply(state, { at, body: { case: id, expelled } }) {
      const found = state.cases.cases.get(id)
      if (found === undefined || found.measure === null) return
      if (found.measure.kind === 'expulsion' && expelled === null) {
        const isLeft = state.head.get().law >= SEALED_FITS || state.cases.matters.has(id)
        endCase(state, id, at, isLeft ? 'left' : 'file-lost')
        return
      }
      const index = expelled === null ? null : indexOf(state.members, expelled.member)
      if (index !== null) expel(state, index, at)
      clearDeadlines(state, id)
      endProtection(state, id, at, 'over')
      const until = at + daysOf(found, found.measure) * DAY
      putCase(state, id, { stage: { kind: 'binding', since: at, until, expelled: index } })
      state.deadlines.set(CASE_EXPIRE, id, until)
    },
  },
  'case.expire': {
    since: 6,
    actors: ['clerk'],
    shape: shapes['case.expire'],
    audience: ({ former }) => (former === null ? PUBLIC : MEMBERS),
    check(state, { at, body }) {
      const found = caseIn(state, body.case, ['binding'])
      if (isRefusal(found)) return found
      const { until, expelled } = found.stage
      if (until > at) return refuse('not-due', { kind: CASE_EXPIRE })
      const former = expelled === null ? null : idAt(state.members, expelled)
      return body.former === former
        ? undefined
        : refuse('wrong-result', { expected: former, found: body.former })
    },
    apply(state, { at, body }) {
      if (body.former !== null) {
        const index = indexOf(state.members, body.former)
        setStatus(state.members, index, 'former')
        // What is held about somebody who was expelled goes with the measure: nothing names them any more.
        state.members.erased.set(index, true)
      }
      endCase(state, body.case, at, 'expired')
    },
  },
}

/** The body with which the clerk lets a measure hold: for an expulsion it says of whom. */
export function bindingBody(state: CasesRulesSlice, id: string): VerdictActs['case.bind'] {
  const [found, matter] = [state.cases.cases.get(id), state.cases.matters.get(id)]
  if (found?.measure?.kind !== 'expulsion' || matter === undefined) return { case: id, expelled: null }
  if (!isOnRollStill(state, matter.member)) return { case: id, expelled: null }
  return { case: id, expelled: { member: idAt(state.members, matter.member), salt: matter.salt } }
}

/** The body with which the clerk lets a measure end. */
export function expiryBody(state: CasesRulesSlice, id: string): VerdictActs['case.expire'] {
  const stage = state.cases.cases.get(id)?.stage
  const expelled = stage?.kind === 'binding' ? stage.expelled : null
  return { case: id, former: expelled === null ? null : idAt(state.members, expelled) }
}

/** Whatever is voted on in a case: always secret, whatever the rules say of other votes. */
export const caseSubject: VoteSubject<CasesRulesSlice> = {
  opening: (state, id, at) => voteOn(state, id).opening(state, id, at),
  opened(state, vote) {
    voteOn(state, vote.subject.id).opened(state, vote)
  },
  settle: (state, vote, ...rest) => voteOn(state, vote.subject.id).settle(state, vote, ...rest),
  settled(state, vote, ...rest) {
    voteOn(state, vote.subject.id).settled(state, vote, ...rest)
  },
}

function voteOn(state: CasesRulesSlice, id: string): VoteSubject<CasesRulesSlice> {
  return caseOfProtection(state, id) === undefined ? measureVote : protectionVote
}

/** The vote on a measure, and on each appeal. */
const measureVote: VoteSubject<CasesRulesSlice> = {
  opening(state, id, at) {
    const found = caseOfRound(state, id)
    if (found?.stage.kind !== 'found' || found.measure === null || found.stage.opens > at)
      return refuse('not-due', { kind: VOTE_OPEN })
    const { rules } = found.rules
    const share = found.measure.kind === 'expulsion' ? rulesOf(found).expulsion : rulesOf(found).measures
    return {
      unit: unitOfRound(found, found.stage.round),
      items: [{ id, majority: majorityOfCast(share) }],
      quorum: rules.quorum,
      closes: at + rules.votingHours * HOUR,
      secret: ballotsOf(rules),
    }
  },
  opened(state, vote) {
    const { id } = vote.subject
    clearOpening(state, vote.subject)
    const found = caseOfRound(state, id)
    if (found?.stage.kind !== 'found') return
    const { round } = found.stage
    putCase(state, found.id, {
      votes: [...found.votes, vote.id],
      stage: { kind: 'voting', vote: vote.id, round },
    })
  },
  settle: (_state, _vote, results) => ({ holds: results[0]?.outcome === 'adopted' }),
  settled(state, vote, settlement, { at }) {
    const parsed = z.strictObject({ holds: z.boolean() }).safeParse(settlement)
    const found = caseOfRound(state, vote.subject.id)
    if (found?.stage.kind !== 'voting' || !parsed.success) return
    const { round } = found.stage
    if (!parsed.data.holds) {
      endCase(state, found.id, at, round === 0 ? 'rejected' : 'overturned')
      return
    }
    const isLast = round >= found.appeals.length
    const until = isLast ? at : at + rulesOf(found).appealDays * DAY
    putCase(state, found.id, { stage: { kind: 'appealable', until, round } })
    state.deadlines.set(CASE_BIND, found.id, until)
  },
}

/** The case that a vote is about, whichever round of it. */
export function caseOfRound({ cases }: Pick<CasesRulesSlice, 'cases'>, id: string): Case | undefined {
  const own = cases.cases.get(id)
  if (own !== undefined) return own
  // An appeal has an id of its own only once the round before it was put to the vote.
  for (const found of cases.cases.values())
    for (let round = 1; round <= Math.min(found.appeals.length, found.votes.length); round++)
      if (roundId(found.id, round) === id) return found
  return caseOfProtection({ cases }, id)
}

/** Days that a measure holds, after which it ends by itself. */
export function daysOf(found: Case, measure: Measure): number {
  const { warningDays, barDays } = rulesOf(found)
  if (measure.kind === 'suspension') return measure.days
  return measure.kind === 'warning' ? warningDays : barDays
}

/** Whoever may not read what is sealed sees by the commitment that it is the member whom the case was about. */
function checkExpelled(
  state: CasesRulesSlice,
  found: Case,
  expelled: VerdictActs['case.bind']['expelled'],
): Refusal | undefined {
  if (expelled !== null) {
    const opens = commitmentToMember(found.id, expelled.member, expelled.salt) === found.commitment
    const index = state.members.indices.get(expelled.member)
    const may = found.measure?.kind === 'expulsion' && opens && index !== undefined
    return may && isOnRollStill(state, index) ? undefined : refuse('wrong-result', { expected: null })
  }
  if (found.measure?.kind !== 'expulsion') return undefined
  const matter = matterOf(state, found.id)
  if (isRefusal(matter)) return undefined
  return isOnRollStill(state, matter.member) ? refuse('wrong-result', { expected: null }) : undefined
}

function isOnRollStill({ members }: CasesRulesSlice, index: number): boolean {
  return ['member', 'lapsed'].includes(statusAt(members, index))
}

function expel(state: CasesRulesSlice, index: number, at: Instant): void {
  const { members, deadlines } = state
  setStatus(members, index, 'expelled')
  members.notices.delete(index)
  deadlines.clear(STANDING_LAPSE, idAt(members, index))
  vacateAll(state, index, at)
}
