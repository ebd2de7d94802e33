import { DAY } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import {
  hashShape,
  heldTextShape,
  memberIdShape,
  MEMBERS,
  PUBLIC,
  uuidShape,
  type Rules,
} from '#modules/record/core'
import { checkUnderName } from '#modules/tendencies/core'
import { belongs, MOST_STANDING, setOpening } from '#modules/voting/core'
import { z } from 'zod'
import {
  checkOfUnit,
  electionIn,
  electionsGoOn,
  NOMINATIONS_CLOSE,
  type ElectionsRulesSlice,
} from './slice.ts'
import { moveElection, standing, type Candidate, type Election, type Office } from './state.ts'

/** UTF-16 units of a candidate's statement: the same space for everybody. */
export const MOST_STATEMENT_LENGTH = 3000
const MOST_NOMINATED_EACH = 20

const electionShape = z.strictObject({ election: uuidShape })
const shapes = {
  'candidate.nominate': z.strictObject({ election: uuidShape, member: memberIdShape }),
  /** `commitment`: to a seed for lots, if the candidate wants to give one. */
  'candidate.accept': z.strictObject({
    election: uuidShape,
    statement: heldTextShape,
    commitment: hashShape.nullable(),
    /** Under whose name they stand, if under one. Since the fifth law. */
    tendency: z.exactOptional(uuidShape),
  }),
  'candidate.withdraw': electionShape,
  'nominations.close': electionShape,
}

export type NominationActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Who stands: any member of the unit nominates another or stands; nobody is a candidate without accepting. */
export const nominationRules: Rules<ElectionsRulesSlice, NominationActs> = {
  'candidate.nominate': {
    since: 3,
    actors: ['member'],
    shape: shapes['candidate.nominate'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const election = electionIn(state, body.election, 'nominating')
      if (isRefusal(election)) return election
      const index = state.roll.standing(body.member)
      if (index === undefined) return refuse('not-in-standing', { member: body.member })
      const mine = election.candidates.filter((each) => each.by === indexOf(state.members, by))
      if (mine.length >= MOST_NOMINATED_EACH)
        return refuse('too-many-nominations', { most: MOST_NOMINATED_EACH })
      if (find(election, index) !== undefined) return refuse('nominated-already')
      return checkOfUnit(state, by, election.unit) ?? checkEligible(state, election, index)
    },
    apply(state, { by, body }) {
      const [member, nominator] = [body.member, by].map((id) => indexOf(state.members, id))
      addCandidate(state, body.election, { member: member ?? 0, by: nominator ?? 0, ...NOTHING_YET })
    },
  },
  'candidate.accept': {
    since: 3,
    actors: ['member'],
    shape: shapes['candidate.accept'],
    audience: () => MEMBERS,
    check(state, { by, law, body }) {
      const election = electionIn(state, body.election, 'nominating')
      if (isRefusal(election)) return election
      const { length } = body.statement
      if (length > MOST_STATEMENT_LENGTH)
        return refuse('statement-too-long', { length, most: MOST_STATEMENT_LENGTH })
      const index = indexOf(state.members, by)
      if (
        standing(election).length >= MOST_STANDING &&
        !standing(election).some(({ member }) => member === index)
      )
        return refuse('too-many-candidates', { most: MOST_STANDING })
      return (
        checkOfUnit(state, by, election.unit) ??
        checkEligible(state, election, index) ??
        checkUnderName(state, body.tendency, { by, unit: election.unit, law })
      )
    },
    // Whoever was not nominated stands by accepting; accepting again replaces the statement.
    apply(state, { by, body: { election, statement, commitment, tendency } }) {
      const member = indexOf(state.members, by)
      const nominated = find(state.elections.elections.get(election), member)
      const name = tendency === undefined ? {} : { tendency }
      const said = { statement: statement.hash, commitment, opened: null, ...name }
      addCandidate(state, election, { member, by: nominated?.by ?? member, ...said })
    },
  },
  'candidate.withdraw': {
    since: 3,
    actors: ['member', 'lapsed'],
    shape: shapes['candidate.withdraw'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const election = electionIn(state, body.election, 'nominating')
      if (isRefusal(election)) return election
      return find(election, indexOf(state.members, by)) === undefined ? refuse('not-nominated') : undefined
    },
    apply(state, { by, body }) {
      const election = state.elections.elections.get(body.election)
      if (election === undefined) return
      const candidates = election.candidates.filter(({ member }) => member !== indexOf(state.members, by))
      state.elections.elections.set(election.id, { ...election, candidates })
    },
  },
  'nominations.close': {
    since: 3,
    actors: ['clerk'],
    shape: shapes['nominations.close'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const election = electionIn(state, body.election, 'nominating')
      if (isRefusal(election)) return election
      return election.stage.until <= at ? undefined : refuse('not-due', { kind: NOMINATIONS_CLOSE })
    },
    apply(state, { at, body }) {
      const election = state.elections.elections.get(body.election)
      if (election === undefined) return
      state.deadlines.clear(NOMINATIONS_CLOSE, election.id)
      const candidates = eligible(state, election).map(({ member }) => member)
      if (candidates.length > 0) {
        moveElection(state, election.id, { kind: 'ready', candidates })
        setOpening(state, { kind: 'election', id: election.id }, at)
        return
      }
      const isClosed = (state.elections.offices.get(election.office)?.closed ?? null) !== null
      if (isClosed && electionsGoOn(state)) {
        moveElection(state, election.id, { kind: 'failed', vote: null, why: 'office-closed', at })
        return
      }
      // Where nobody stands, nominations stay open: an office cannot be filled by nobody.
      const until = at + election.rules.nominationDays * DAY
      moveElection(state, election.id, { kind: 'nominating', until })
      state.deadlines.set(NOMINATIONS_CLOSE, election.id, until)
    },
  },
}

const NOTHING_YET = { statement: null, commitment: null, opened: null }

function find(election: Election | undefined, member: number): Candidate | undefined {
  return election?.candidates.find((each) => each.member === member)
}

function addCandidate({ elections }: ElectionsRulesSlice, id: string, candidate: Candidate): void {
  const election = elections.elections.get(id)
  if (election === undefined) return
  const others = election.candidates.filter(({ member }) => member !== candidate.member)
  elections.elections.set(id, { ...election, candidates: [...others, candidate] })
}

/** Candidates who still are in good standing and of the unit, in the order in which they were nominated. */
function eligible(state: ElectionsRulesSlice, election: Election): readonly Candidate[] {
  return standing(election).filter(({ member }) => mayHold(state, election.unit, member))
}

/** Whether somebody is a member in good standing who belongs to the unit. */
export function mayHold(state: ElectionsRulesSlice, unit: string, member: number): boolean {
  const id = state.members.ids.at(member)
  return id !== undefined && state.roll.standing(id) !== undefined && belongs(state, unit, member)
}

function checkEligible(state: ElectionsRulesSlice, election: Election, member: number): Refusal | undefined {
  const office = state.elections.offices.get(election.office)
  if (office === undefined) return refuse('unknown-office', { office: election.office })
  if (!belongs(state, election.unit, member)) return refuse('nominee-not-of-unit')
  const had = termsInARow(state, office, election.term, member)
  return had >= office.termsMost ? refuse('terms-used-up', { had, most: office.termsMost }) : undefined
}

/** How many terms of an office somebody held, without a break, up to the one before this. */
function termsInARow(
  { delegates }: ElectionsRulesSlice,
  office: Pick<Office, 'id'>,
  term: number,
  member: number,
): number {
  const held = new Set<number>()
  for (const { holder, elected } of delegates.mandates.values())
    if (holder === member && elected?.office === office.id) held.add(elected.term)
  let had = 0
  while (held.has(term - 1 - had)) had++
  return had
}
