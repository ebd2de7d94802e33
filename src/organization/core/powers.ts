import { fieldOf, type Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { caseOfProtection } from '#modules/discipline/core'
import { idAt } from '#modules/members/core'
import { findText, TEXT_KINDS } from '#modules/moderation/core'
import type { KeptEntry } from '#modules/record/core'
import type { Org } from './org.ts'

/** What officers, panels and majorities can do to a member: the whole list. */
export type Power =
  | 'struck'
  | 'refused'
  | 'noticed'
  | 'lapsed'
  | 'erased'
  | 'recalled'
  | 'hidden'
  | 'separated'
  | 'restricted'
  | 'bound'
  | 'recovered'

/** A use of power over a member: by which entry, by whom, and whom it hit as far as that may be read. */
export interface PowerUse {
  readonly power: Power
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly by: string
  /** Ids of members; none where the body is closed, or a sealed case or complaint names nobody. */
  readonly members: readonly string[]
  /** Whether the rules for it were kept: recomputed, found broken, or not to be recomputed because something is closed. */
  readonly rule: 'kept' | 'broken' | 'unchecked'
}

const BY_TYPE: Readonly<Record<string, Power>> = {
  'founding.strike': 'struck',
  'member.refuse': 'refused',
  'standing.notice': 'noticed',
  'standing.lapse': 'lapsed',
  'member.erase': 'erased',
  'text.hide': 'hidden',
  'complaint.separate': 'separated',
  'case.bind': 'bound',
  'recovery.complete': 'recovered',
}

/** Types of acts that are always a use of power; a vote that closes is one where it recalls somebody, or adopts a protective measure. */
export const POWER_TYPES: readonly string[] = Object.keys(BY_TYPE)

/** What power over a member an entry used, if any; asked of the organization once the entry is applied, then or later. */
export function powerIn(
  org: Org,
  entry: Pick<KeptEntry, 'seq' | 'at' | 'type' | 'by' | 'body'>,
  rule: PowerUse['rule'],
): PowerUse | undefined {
  const { seq, at, type, by, body } = entry
  if (type === 'vote.close') {
    const holder = recalledBy(org, body, seq)
    if (holder !== undefined) return { power: 'recalled', seq, at, type, by, members: [holder], rule }
    return restrictsBy(org, body, at)
      ? { power: 'restricted', seq, at, type, by, members: [], rule }
      : undefined
  }
  const power = BY_TYPE[type]
  return power === undefined ? undefined : { power, seq, at, type, by, members: membersIn(org, body), rule }
}

/** Whoever lost an office by the vote that this entry closed: on a petition, or on a motion to recall. */
function recalledBy(org: Org, body: Json | undefined, seq: number): string | undefined {
  const vote = body === undefined ? undefined : org.voting.votes.get(textIn(body, 'vote'))
  if (vote === undefined) return undefined
  const recall = vote.subject.kind === 'recall' ? org.elections.recalls.get(vote.subject.id) : undefined
  if (recall !== undefined)
    return recall.stage.kind === 'decided' && recall.stage.recalled
      ? holderOf(org, recall.mandate)
      : undefined
  const motion = org.motions.motions.get(vote.subject.id)
  if (motion?.enactment.kind !== 'mandate.recall' || motion.stage.kind !== 'decided') return undefined
  const { adopted, notCarriedOut, seq: decided } = motion.stage
  const { mandate } = motion.enactment
  return adopted && notCarriedOut === null && decided === seq && typeof mandate === 'string'
    ? holderOf(org, mandate)
    : undefined
}

/** Whether a protective measure of a case holds since this entry closed the vote on it; the record names nobody in it. */
function restrictsBy(org: Org, body: Json | undefined, at: Instant): boolean {
  const id = body === undefined ? '' : textIn(body, 'vote')
  const subject = org.voting.votes.get(id)?.subject
  const protection = subject?.kind === 'case' ? caseOfProtection(org, subject.id)?.protection : undefined
  return protection?.votes[0] === id && protection.span?.since === at
}

function holderOf({ delegates, members }: Org, mandate: string): string | undefined {
  const holder = delegates.mandates.get(mandate)?.holder
  return holder === undefined ? undefined : idAt(members, holder)
}

function membersIn(org: Org, body: Json | undefined): readonly string[] {
  if (body === undefined) return []
  const expelled = fieldOf(body, 'expelled')
  const named = [textIn(body, 'member'), expelled === undefined ? '' : textIn(expelled, 'member')]
  return [...named.filter((id) => id !== ''), ...authorIn(org, body)]
}

/** Whose text it is, where the body names one. */
function authorIn(org: Org, body: Json): readonly string[] {
  const kind = TEXT_KINDS.find((each) => each === fieldOf(body, 'kind'))
  if (kind === undefined) return []
  const found = findText(org, { kind, about: textIn(body, 'about'), id: textIn(body, 'id') })
  return isRefusal(found) ? [] : [idAt(org.members, found.author)]
}

function textIn(body: Json, field: string): string {
  const value = fieldOf(body, field)
  return typeof value === 'string' ? value : ''
}
