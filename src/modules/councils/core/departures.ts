import type { Mandate } from '#modules/delegates/core'
import { bindingsAt, type Binding, type CouncilsState } from './state.ts'
import type { Choice, CountedBallot, Vote } from '#modules/voting/core'

type ClosedVote = Extract<Vote, { status: 'closed' }>

/** What became of a binding at the hands of one delegate. */
export interface BoundVote {
  readonly binding: Binding
  readonly mandate: Mandate
  /** The question of the vote, by its place on the ballot. */
  readonly question: number
  /** What the delegate voted; null where no ballot was cast. */
  readonly choice: Choice | null
  readonly kept: boolean
}

/**
 * The roll call of a council beside what its units had bound their delegates to at the close: every delegate who sat for a
 * bound unit when the vote closed. Whoever casts no ballot has departed too: a unit that wants that binds to abstain.
 */
export function boundVotes(
  { councils, mandates }: { readonly councils: CouncilsState; readonly mandates: readonly Mandate[] },
  vote: ClosedVote,
  ballotOf: (holder: number) => CountedBallot | undefined,
): readonly BoundVote[] {
  const sitting = mandates.filter((mandate) => mandate.council === vote.unit && satAt(mandate, vote.closedAt))
  return bindingsAt(councils, vote.unit, vote.closedAt).flatMap((binding) => {
    const question = vote.items.findIndex(({ id }) => id === binding.question)
    if (question < 0) return []
    return sitting
      .filter(({ unit }) => unit === binding.unit)
      .map((mandate) => {
        const choice = ballotOf(mandate.holder)?.choices[question] ?? null
        return { binding, mandate, question, choice, kept: choice === binding.answer }
      })
  })
}

function satAt({ from, ended }: Mandate, at: number): boolean {
  return from <= at && (ended === null || ended >= at)
}
