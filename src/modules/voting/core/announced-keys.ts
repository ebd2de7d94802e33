import { refuse, type Refusal } from '#kernel/refusal'
import { ISSUERS_SINCE } from './issuers.ts'
import { withNamedIssuers } from './issuing-keys.ts'
import { whyKeysUnfit, type VoteKeys } from './secret.ts'
import type { VotingSlice } from './slice.ts'

/** The keys that a vote of this unit announces, given those that the server brings, or why it cannot be these. */
export function announcedKeys(
  state: Pick<VotingSlice, 'voting' | 'units' | 'head'>,
  unit: string,
  brought: VoteKeys,
): VoteKeys | Refusal {
  const unfit = whyKeysUnfit(brought)
  if (unfit !== undefined) return unfit
  if (state.head.get().law >= ISSUERS_SINCE) return withNamedIssuers(state, unit, brought)
  // Until then nobody could be named.
  return brought.issuers.some(({ named }) => named !== undefined) ? refuse('ballot-keys-unfit') : brought
}
