import { hasBit } from '#kernel/bitmap'
import { belongs, type VotingSlice } from '#modules/voting/core'
import type { PanelsSlice } from '#modules/panels/core'
import { idAt, type MembersSlice } from '#modules/members/core'
import type { Case, CasesSlice } from './state.ts'

/** What somebody is in a case at the moment. `voter`, `protection-voter`: it, or what is to hold before, is being voted on, and they stand on the roll. */
export type CaseRole = 'charged' | 'charging' | 'witness' | 'panel' | 'voter' | 'protection-voter' | 'unit'

type Slice = CasesSlice & PanelsSlice & VotingSlice & MembersSlice

/** What a member is in a case, from what they may do most to least; empty for whoever is not concerned. */
export function rolesIn(state: Slice, id: string, member: number): readonly CaseRole[] {
  const [found, matter] = [state.cases.cases.get(id), state.cases.matters.get(id)]
  if (found === undefined || matter === undefined) return []
  const { stage } = found
  // Who is asked to charge knows; who is charged is told with the notice.
  const isKnown = stage.kind !== 'signing'
  const protection = found.protection?.stage
  const isVoter = (on: string | undefined): boolean => {
    const vote = state.voting.votes.get(on ?? '')
    return vote?.status === 'open' && hasBit(vote.onRoll, member)
  }
  const roles: readonly (CaseRole | false)[] = [
    isKnown && matter.member === member && 'charged',
    // Who was asked and did not sign has no part in what those who charge bring.
    (isKnown ? matter.signed : matter.asked).includes(member) && 'charging',
    matter.witnesses.some((each) => each.member === member) && 'witness',
    isKnown && sits(state, found, member) && 'panel',
    stage.kind === 'voting' && isVoter(stage.vote) && 'voter',
    protection?.kind === 'voting' && isVoter(protection.vote) && 'protection-voter',
    stage.kind === 'binding' && belongs(state, found.unit, member) && 'unit',
  ]
  return roles.filter((role) => role !== false)
}

/** Whether somebody has taken a seat on the panel, and the panel has something to do with what is sealed. */
function sits({ panels, members }: Slice, { panel }: Case, member: number): boolean {
  const id = idAt(members, member)
  const seats = panels.panels.get(panel ?? '')?.seats ?? []
  return seats.some((seat) => seat.member === id && seat.accepted !== null)
}

/** What can be read in a case: who is charged; what was said for and against a protective measure; what is put before the voters; the whole file. */
export const CASE_PARTS = ['name', 'protection', 'finding', 'file'] as const

/** See `CASE_PARTS`. */
export type CasePart = (typeof CASE_PARTS)[number]

const READS: Readonly<Record<CaseRole, readonly CasePart[]>> = {
  charged: CASE_PARTS,
  charging: CASE_PARTS,
  panel: CASE_PARTS,
  voter: ['name', 'finding'],
  'protection-voter': ['name', 'protection'],
  // While a measure holds the members of the unit that decided it know of whom.
  unit: ['name', 'finding'],
  // A witness knows of whom they are asked, and what they said themselves.
  witness: ['name'],
}

/** Whether somebody in these roles may read a part of a case. */
export function mayReadPart(roles: readonly CaseRole[], part: CasePart): boolean {
  return roles.some((role) => READS[role].includes(part))
}
