import { derivedUuid } from '#kernel/ids'
import { DAY, type Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { electionsOf } from '#modules/rulebook/core'
import type { TendenciesSlice } from '#modules/tendencies/core'
import { rulesFor } from '#modules/units/core'
import { belongs, ROLL_AT_ANNOUNCEMENT, type VotingSlice } from '#modules/voting/core'
import type { Election, ElectionsSlice, ElectionStage, Office } from './state.ts'

/** What the rules of elections read and write. */
export type ElectionsRulesSlice = VotingSlice &
  TendenciesSlice &
  ElectionsSlice & {
    readonly roll: { standing(id: string): number | undefined }
    readonly councils: { seatsOf(council: string, unit: string): number | undefined }
  }

export const NOMINATIONS_CLOSE = 'nominations.close'
export const ELECTION_CALL = 'election.call'
export const ELECTION_DRAW = 'election.draw'
export const TERM_BEGIN = 'term.begin'
export const RECALL_LAPSE = 'recall.lapse'

/** How long those who committed to a seed have to open it, where only a lot decides. */
export const DRAWING_DAYS = 2

/** The office of this id that is not closed, or why not. */
export function openOffice({ elections }: ElectionsSlice, id: string): Office | Refusal {
  const office = elections.offices.get(id)
  if (office === undefined) return refuse('unknown-office', { office: id })
  return office.closed === null ? office : refuse('office-closed', { office: office.title })
}

/** The election of this id in this stage, or why not. */
export function electionIn<Kind extends ElectionStage['kind']>(
  { elections }: ElectionsSlice,
  id: string,
  kind: Kind,
): (Election & { readonly stage: Extract<ElectionStage, { kind: Kind }> }) | Refusal {
  const election = elections.elections.get(id)
  if (election === undefined) return refuse('unknown-election', { election: id })
  const { stage } = election
  return isOf(stage, kind)
    ? { ...election, stage }
    : refuse('election-elsewhere', { stage: stage.kind, wanted: kind })
}

function isOf<Kind extends ElectionStage['kind']>(
  stage: ElectionStage,
  kind: Kind,
): stage is Extract<ElectionStage, { kind: Kind }> {
  return stage.kind === kind
}

/** Refuses whoever does not belong to the unit. */
export function checkOfUnit(state: ElectionsRulesSlice, by: string, unit: string): Refusal | undefined {
  return belongs(state, unit, indexOf(state.members, by)) ? undefined : refuse('not-of-unit', { unit })
}

/** For which term, from when, and for a by-election for how many seats until when. */
interface Call {
  readonly term: number
  readonly seats: number
  readonly begins: Instant
  readonly ends: Instant | null
}

/** Calls an election: nominations open at once, and everything after them comes by itself. */
export function callElection(
  state: ElectionsRulesSlice,
  office: Office,
  { at, seq }: { readonly at: Instant; readonly seq: number },
  { term, seats, begins, ends }: Call,
): void {
  const held = rulesFor(state, office.unit).rules
  const [rules, ballots] = [electionsOf(held), held.ballots]
  const number = office.elections + 1
  const id = derivedUuid('election', office.id, number)
  const until = at + rules.nominationDays * DAY
  const terms = Math.max(office.terms, term)
  state.elections.offices.set(office.id, { ...office, elections: number, terms })
  const stage = { kind: 'nominating', until } as const
  const { unit } = office
  const called = { id, office: office.id, unit, number, term, seats, begins, ends, rules, at, seq }
  state.elections.elections.set(id, {
    ...called,
    ...(ballots === undefined ? {} : { ballots }),
    stage,
    candidates: [],
    drawn: null,
    seed: null,
  })
  state.deadlines.set(NOMINATIONS_CLOSE, id, until)
}

/** The law from which on closing an office leaves its election alone. */
const ELECTIONS_GO_ON = 6

/** Whether closing an office leaves an election that is under way alone. */
export function electionsGoOn({ head }: Pick<ElectionsRulesSlice, 'head'>): boolean {
  return head.get().law >= ELECTIONS_GO_ON
}

/** When members were told of an election or a recall: it was called, or the petition began. */
export function announcedAt(
  { head }: Pick<ElectionsRulesSlice, 'head'>,
  { at }: { readonly at: Instant },
): Instant | undefined {
  return head.get().law >= ROLL_AT_ANNOUNCEMENT ? at : undefined
}

/** Days from the call of an election to its end at the latest, where nothing is held again. */
export function daysOfElection(state: ElectionsRulesSlice, unit: string): number {
  const { nominationDays, votingDays } = electionsOf(rulesFor(state, unit).rules)
  return nominationDays + votingDays + DRAWING_DAYS
}
