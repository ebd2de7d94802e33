import { canonical } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { commitmentTo } from '#modules/counting/core'
import { giveMandate, VACANCY_FILL, vacate, type Mandate } from '#modules/delegates/core'
import { idAt, indexOf } from '#modules/members/core'
import { memberIdShape, PUBLIC, textShape, uuidShape, type Rules } from '#modules/record/core'
import { rankedCountShape } from '#modules/voting/core'
import { z } from 'zod'
import { countWithLot, lotOf } from './election.ts'
import { mayHold } from './nominations.ts'
import {
  callElection,
  daysOfElection,
  ELECTION_CALL,
  electionIn,
  openOffice,
  TERM_BEGIN,
  type ElectionsRulesSlice,
} from './slice.ts'
import { electionUnderWay, moveElection, type Election, type Office } from './state.ts'

const shapes = {
  'term.begin': z.strictObject({ election: uuidShape }),
  'election.call': z.strictObject({ office: uuidShape }),
  /** Who follows, and by which count; `seed`: the clerk's, opened because only a lot decides. */
  'vacancy.fill': z.strictObject({
    mandate: uuidShape,
    how: z.enum(['countback', 'by-election', 'left-empty']),
    follows: memberIdShape.nullable(),
    seed: textShape(200).nullable(),
    count: rankedCountShape.nullable(),
  }),
}

export type TermActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** What comes by itself once somebody is elected: the term, the next election before it ends, who follows on a vacancy. */
export const termRules: Rules<ElectionsRulesSlice, TermActs> = {
  'term.begin': {
    since: 3,
    actors: ['clerk'],
    shape: shapes['term.begin'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const election = electionIn(state, body.election, 'elected')
      if (isRefusal(election)) return election
      return election.stage.begins <= at ? undefined : refuse('not-due', { kind: TERM_BEGIN })
    },
    apply(state, { at, seq, body }) {
      state.deadlines.clear(TERM_BEGIN, body.election)
      const election = state.elections.elections.get(body.election)
      const office = state.elections.offices.get(election?.office ?? '')
      if (election?.stage.kind !== 'elected' || office === undefined) return
      const { vote, winners, begins } = election.stage
      const until = election.ends ?? at + office.termDays * DAY
      for (const holder of winners) seat(state, office, election, { holder, from: at, until, seq })
      moveElection(state, election.id, { kind: 'over', vote, winners, begins })
      if (election.ends !== null || office.closed !== null) return
      const next = Math.max(at, until - daysOfElection(state, office.unit) * DAY)
      state.deadlines.set(ELECTION_CALL, office.id, next)
    },
  },
  'election.call': {
    since: 3,
    actors: ['clerk'],
    shape: shapes['election.call'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const office = openOffice(state, body.office)
      return isRefusal(office) ? office : undefined
    },
    apply(state, { at, seq, body }) {
      state.deadlines.clear(ELECTION_CALL, body.office)
      const office = state.elections.offices.get(body.office)
      if (office === undefined) return
      const begins = Math.max(at, endOfTerm(state, office))
      callElection(
        state,
        office,
        { at, seq },
        { term: office.terms + 1, seats: office.seats, begins, ends: null },
      )
    },
  },
  'vacancy.fill': {
    since: 3,
    actors: ['clerk'],
    shape: shapes['vacancy.fill'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const expected = vacancyBody(state, body.mandate, at, body.seed)
      if (isRefusal(expected)) return expected
      return canonical(expected) === canonical(body)
        ? undefined
        : refuse('wrong-result', { expected, found: body })
    },
    apply(state, { at, seq, body }) {
      const mandate = state.delegates.mandates.get(body.mandate)
      state.deadlines.clear(VACANCY_FILL, body.mandate)
      if (mandate?.elected === undefined) return
      const follows = body.follows === null ? null : indexOf(state.members, body.follows)
      const { how, count } = body
      state.elections.vacancies.set(mandate.id, { mandate: mandate.id, how, follows, count, at, seq })
      const election = state.elections.elections.get(mandate.elected.election)
      const office = state.elections.offices.get(mandate.elected.office)
      if (election === undefined || office === undefined) return
      if (follows !== null)
        seat(state, office, election, { holder: follows, from: at, until: mandate.until, seq })
      if (how !== 'by-election') return
      const { term } = mandate.elected
      callElection(state, office, { at, seq }, { term, seats: 1, begins: at, ends: mandate.until })
    },
  },
}

/**
 * The body with which the clerk fills a vacancy: by a countback where the rules have it and somebody is left; else by an election, if
 * it can be over before the term is; else the seat stays empty until the next term. The seed is opened only for a tie.
 */
export function vacancyBody(
  state: ElectionsRulesSlice,
  id: string,
  at: Instant,
  seed: string | null,
): TermActs['vacancy.fill'] | Refusal {
  const mandate = state.delegates.mandates.get(id)
  const election = state.elections.elections.get(mandate?.elected?.election ?? '')
  const office = state.elections.offices.get(mandate?.elected?.office ?? '')
  const isVacant = typeof mandate?.ended === 'number' && !state.elections.vacancies.has(id)
  if (!isVacant || election === undefined || office === undefined)
    return refuse('no-vacancy', { mandate: id })
  const empty = { mandate: id, follows: null, seed: null, count: null }
  if (office.closed !== null || mandate.until <= at) return { ...empty, how: 'left-empty' }
  if (election.rules.vacancy === 'countback') {
    const counted = countBack(state, office, election, seed)
    if (isRefusal(counted)) return counted
    if (counted !== undefined) return { ...empty, ...counted, how: 'countback' }
  }
  const isTooLate = at + daysOfElection(state, office.unit) * DAY >= mandate.until
  const isUnderWay = electionUnderWay(state, office.id)?.term === mandate.elected?.term
  return { ...empty, how: isTooLate || isUnderWay ? 'left-empty' : 'by-election' }
}

/**
 * The same ballots again, without those who left and those who may not hold the office any more: the first elected who does not
 * hold a seat follows. Undefined where nobody is left.
 */
function countBack(
  state: ElectionsRulesSlice,
  office: Office,
  election: Election,
  seed: string | null,
): Pick<TermActs['vacancy.fill'], 'follows' | 'seed' | 'count'> | Refusal | undefined {
  if (election.stage.kind !== 'over') return undefined
  const vote = state.voting.votes.get(election.stage.vote)
  if (vote?.ranked === undefined) return undefined
  const { candidates, commitment } = vote.ranked
  if (seed !== null && (commitment === null || commitmentTo(seed, 'clerk') !== commitment))
    return refuse('seed-other')
  const members = candidates.map((candidate) => indexOf(state.members, candidate))
  const terms = [...state.delegates.mandates.values()].filter(({ elected }) => isOfTerm(elected, election))
  const sits = (member: number): boolean =>
    terms.some(({ holder, ended }) => holder === member && ended === null)
  const left = (member: number): boolean => terms.some(({ holder }) => holder === member) && !sits(member)
  const out = members.flatMap((member, i) =>
    left(member) || !mayHold(state, office.unit, member) ? [i] : [],
  )
  if (members.every((member, i) => sits(member) || out.includes(i))) return undefined
  const plain = countWithLot(vote, lotOf(state, election, vote, null), out)
  const drawn = plain?.ties.some(({ by }) => by === 'lot' || by === 'open') === true
  const count = drawn ? countWithLot(vote, lotOf(state, election, vote, seed), out) : plain
  const next = count?.winners.find((i) => !sits(members[i] ?? -1))
  if (count === undefined || next === undefined) return undefined
  return { follows: candidates[next] ?? null, seed: drawn ? seed : null, count }
}

function isOfTerm(elected: Mandate['elected'], { office, term }: Election): boolean {
  return elected?.office === office && elected.term === term
}

/** When the mandates of an office's last term end. */
function endOfTerm({ delegates }: ElectionsRulesSlice, { id, terms }: Office): Instant {
  let end = 0
  for (const { elected, until } of delegates.mandates.values())
    if (elected?.office === id && elected.term === terms) end = Math.max(end, until)
  return end
}

/** Gives the mandate to who was elected. Who may not hold it any more makes a vacancy at once. */
function seat(
  state: ElectionsRulesSlice,
  office: Office,
  election: Election,
  { holder, from, until, seq }: Pick<Mandate, 'holder' | 'from' | 'until' | 'seq'>,
): void {
  const { unit, council, title, duties } = office
  const id = derivedUuid('mandate', election.id, idAt(state.members, holder))
  giveMandate(state, {
    ...{ id, unit, council, office: title, duties, holder, from, until, seq },
    ...{ motion: null, ended: null },
    elected: { election: election.id, office: office.id, term: election.term },
  })
  if (!mayHold(state, unit, holder)) vacate(state, id, from)
}
