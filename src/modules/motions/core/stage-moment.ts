import type { Instant } from '#kernel/instant'
import type { VotingState } from '#modules/voting/core'
import type { Stage } from './state.ts'

/** When a stage ends, or when it was reached where nothing follows; null for the moment between two votes. */
export function stageMoment({ voting }: { readonly voting: VotingState }, stage: Stage): Instant | null {
  switch (stage.kind) {
    case 'seconding':
    case 'debate':
    case 'entered':
    case 'review':
      return stage.until
    case 'amending':
    case 'voting':
    case 'review-voting':
      return voting.votes.get(stage.vote)?.closes ?? null
    case 'amended':
      return null
    case 'decided':
    case 'lapsed':
    case 'withdrawn':
      return stage.at
  }
}
