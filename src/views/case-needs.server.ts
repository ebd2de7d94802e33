import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { isContested, rolesIn, type Case } from '#modules/discipline/core'
import { isSilent } from '#modules/panels/core'
import type { Org } from '#organization'

/** What a case asks of a member, by what they are in it; `until` is when it is too late. */
export interface CaseNeed {
  readonly kind: 'case'
  readonly id: string
  readonly number: number
  readonly what:
    'sign' | 'answer' | 'witness' | 'find' | 'appeal' | 'vote' | 'reply' | 'contest' | 'protection'
  readonly until: Instant
  /** The vote that is open, where it waits for theirs. */
  readonly vote: string | null
}

/** What waits for a member in the cases that are open. Nobody else is told that it does. */
export function casesFor(org: Org, index: number, now: Instant): readonly CaseNeed[] {
  return [...org.cases.matters.keys()].flatMap((id) => {
    const found = org.cases.cases.get(id)
    if (found === undefined) return []
    return [needIn(org, found, index, now), protectionNeed(org, found, index)].filter(
      (need) => need !== undefined,
    )
  })
}

function needIn(org: Org, found: Case, index: number, now: Instant): CaseNeed | undefined {
  const { id, number, stage, appeals, panel } = found
  const matter = org.cases.matters.get(id)
  const roles = rolesIn(org, id, index)
  const need = (what: CaseNeed['what'], until: Instant, vote: string | null = null): CaseNeed => ({
    ...{ kind: 'case', id, number, what, until, vote },
  })
  const until = 'until' in stage ? stage.until : 'findBy' in stage ? stage.findBy : now
  switch (stage.kind) {
    case 'signing':
      return matter?.asked.includes(index) === true && !matter.signed.includes(index)
        ? need('sign', until)
        : undefined
    case 'notice':
    case 'hearing': {
      if (roles.includes('charged')) return need('answer', until)
      const said = found.statements.some(({ witness }) => matter?.witnesses[witness ?? -1]?.member === index)
      if (roles.includes('witness')) return said ? undefined : need('witness', until)
      const me = idAt(org.members, index)
      const seated = org.panels.panels.get(panel ?? '')
      const waits = stage.kind === 'hearing' && roles.includes('panel')
      return waits && seated !== undefined && isSilent(seated, me) ? need('find', until) : undefined
    }
    case 'voting': {
      const vote = org.voting.votes.get(stage.vote)
      return roles.includes('voter') && vote !== undefined ? need('vote', vote.closes, vote.id) : undefined
    }
    case 'appealable':
      return roles.includes('charged') && stage.round < appeals.length ? need('appeal', until) : undefined
    case 'found':
      return roles.includes('charged') ? need('answer', stage.opens) : undefined
    case 'binding':
    case 'ended':
      return undefined
  }
}

/** What the protective measure of a case asks of a member: to answer it, to vote on it, or to appeal while it holds. */
function protectionNeed(org: Org, found: Case, index: number): CaseNeed | undefined {
  const { id, number, protection } = found
  if (protection === undefined) return undefined
  const { stage, span } = protection
  const roles = rolesIn(org, id, index)
  const need = { kind: 'case', id, number, vote: null } as const
  if (stage.kind === 'voting' && roles.includes('protection-voter')) {
    const vote = org.voting.votes.get(stage.vote)
    return vote === undefined ? undefined : { ...need, what: 'protection', until: vote.closes, vote: vote.id }
  }
  if (!roles.includes('charged')) return undefined
  if (stage.kind === 'announced' && stage.round === 0) return { ...need, what: 'reply', until: stage.opens }
  return stage.kind === 'holding' && span !== null && !isContested(protection)
    ? { ...need, what: 'contest', until: span.until }
    : undefined
}
