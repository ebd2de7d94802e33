import type { Instant } from '#kernel/instant'
import {
  isContested,
  mayReadPart,
  spanOf,
  type Case,
  type CaseRole,
  type Matter,
} from '#modules/discipline/core'
import type { Org } from '#organization'
import { viewCaseVote } from './view-case-vote.server.ts'

/** The protective measure of a case: what everybody may know, its texts by their hashes for whoever may read them, and the vote that is open on it. */
export function viewProtection(
  org: Org,
  now: Instant,
  me: string,
  { found, matter, roles }: { found: Case; matter: Matter | undefined; roles: readonly CaseRole[] },
) {
  const { protection } = found
  if (protection === undefined) return null
  const { rights, days, said, stage, votes } = protection
  const span = spanOf(found)
  const reads = matter !== undefined && mayReadPart(roles, 'protection')
  const isCharged = matter !== undefined && roles.includes('charged')
  const vote = viewCaseVote(org, now, me, votes)
  return {
    ...{ rights, days },
    stage: stage.kind === 'announced' && stage.round > 0 ? ('contested' as const) : stage.kind,
    opens: stage.kind === 'announced' ? stage.opens : null,
    until: span?.until ?? null,
    /** To whom it can be appealed. */
    above: org.units.units.get(found.appeals[0] ?? '')?.name ?? '',
    /** A vote that goes on though there is nothing left to decide. */
    isMoot: vote?.isOpen === true && stage.kind !== 'voting',
    ended: stage.kind === 'ended' ? { at: stage.at, why: stage.why } : null,
    said: reads ? said.map(({ part, text, at }) => ({ part, text, at })) : [],
    may: {
      reply: isCharged && stage.kind === 'announced' && stage.round === 0,
      contest: isCharged && stage.kind === 'holding' && !isContested(protection),
    },
    vote: vote === null ? null : { ...vote, isOpen: vote.isOpen && stage.kind === 'voting' },
  }
}
