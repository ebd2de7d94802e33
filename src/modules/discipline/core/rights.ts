import { refuse, type Refusal } from '#kernel/refusal'
import type { Instant } from '#kernel/instant'
import { isWithin, type UnitsSlice } from '#modules/units/core'
import type { MembersSlice } from '#modules/members/core'
import type { VotingState } from '#modules/voting/core'
import type { Right } from './measure.ts'
import type { Case, CasesSlice, Protection } from './state.ts'

/** A suspension that holds, by a measure or until a case is decided: of which rights, in which unit and those below it, since when and until when. */
export interface Suspension {
  readonly case: string
  readonly unit: string
  readonly rights: readonly Right[]
  readonly since: Instant
  readonly until: Instant
}

/** What of somebody's rights is suspended now. */
export function suspensionsOf({ cases }: CasesSlice, member: number): readonly Suspension[] {
  const found: Suspension[] = []
  for (const [id, matter] of cases.matters.entries()) {
    const each = matter.member === member ? cases.cases.get(id) : undefined
    if (each === undefined) continue
    const { unit, stage, measure, protection } = each
    if (stage.kind === 'binding' && measure?.kind === 'suspension')
      found.push({ case: id, unit, rights: measure.rights, since: stage.since, until: stage.until })
    const span = spanOf(each)
    if (protection !== undefined && span !== null)
      found.push({ case: id, unit, rights: protection.rights, ...span })
  }
  return found
}

/** Since when and until when the protective measure of a case holds; null where none does. It holds while its appeal is voted on. */
export function spanOf(found: Case | undefined): Protection['span'] {
  const protection = found?.protection
  return protection === undefined || protection.stage.kind === 'ended' ? null : protection.span
}

const RIGHT_OF_ACTS: Readonly<Record<string, Right>> = {
  'ballot.cast': 'vote',
  'ballot.rank': 'vote',
  'motion.propose': 'propose',
  'amendment.propose': 'propose',
  'candidate.nominate': 'stand',
  'candidate.accept': 'stand',
}

type Slice = CasesSlice & MembersSlice & UnitsSlice & { readonly voting: VotingState }

/** Refuses an act of somebody whose right to it is suspended; a vote that was open before goes on as it began. */
export function checkSuspended(
  state: Slice,
  {
    by,
    type,
    unit,
    vote,
  }: {
    readonly by: string
    readonly type: string
    readonly unit: string | null
    readonly vote?: string | undefined
  },
): Refusal | undefined {
  const right = RIGHT_OF_ACTS[type]
  const index = state.members.indices.get(by)
  if (right === undefined || index === undefined || state.cases.matters.size === 0) return undefined
  if (right === 'vote') return checkVoteSuspended(state, index, vote ?? '')
  return suspended(state, index, right, unit)
}

/** Refuses the vote of somebody whose vote was suspended before this one opened. On what concerns themselves they always vote. */
export function checkVoteSuspended(state: Slice, member: number, id: string): Refusal | undefined {
  const vote = state.voting.votes.get(id)
  if (vote === undefined) return undefined
  const holding = suspended(state, member, 'vote', vote.unit)
  const since = Number(holding?.facts['since'] ?? Infinity)
  return since <= vote.opens && vote.subject.kind !== 'case' ? holding : undefined
}

function suspended(state: Slice, member: number, right: Right, unit: string | null): Refusal | undefined {
  for (const { unit: of, rights, since, until } of suspensionsOf(state, member))
    if (rights.includes(right) && unit !== null && isWithin(state.units, unit, of))
      return refuse('right-suspended', { right, since, until })
  return undefined
}
