import { fieldOf, type Json } from '#kernel/canonical'
import { isUuid } from '#kernel/ids'
import { refuse, type Refusal } from '#kernel/refusal'
import { checkDemanded, checkSignature, checkSigner, SIGNED_SINCE } from '#modules/devices/core'
import { checkSuspended } from '#modules/discipline/core'
import { statusOf } from '#modules/members/core'
import { CLERK, NOBODY, type Actor, type Entry, type Header, type Rule } from '#modules/record/core'
import {
  VOTE_CLOSE,
  VOTE_DEFER,
  VOTE_KEYS,
  VOTE_OPEN,
  VOTE_RENEW,
  typeOfDeadline,
} from '#modules/voting/core'
import { ruleFor } from './acts.ts'
import { FOUNDING_ACTS, foundingIsOpen, NEWEST_LAW } from './founding.ts'
import type { Org } from './org.ts'
import { checkUnit } from './unit-of.ts'

/**
 * Why an entry cannot follow in this organization, or undefined where it can. The clerk asks before it appends, the
 * auditor asks again over the exported record: this function and `apply` are the only two that know the rules.
 */
export function check(org: Org, entry: Entry): Refusal | undefined {
  const rule = ruleUnder(org, entry.type)
  if (rule === undefined) return refuse('unknown-act', { type: entry.type })
  const parsed = rule.shape.safeParse(entry.body)
  if (!parsed.success) return malformed(parsed.error.issues)
  return (
    checkHeader(org, entry) ??
    checkDue(org, entry) ??
    checkFounding(org, entry) ??
    checkActor(org, entry, rule) ??
    checkUnit(org, entry) ??
    (entry.law < SIGNED_SINCE ? undefined : checkSignature(org, entry)) ??
    checkRight(org, entry) ??
    // What was parsed is thrown away: a parser drops what it does not see, and `apply` would meet it.
    rule.check(org, entry) ??
    // Last, so that a page can ask whether nothing but a signature is missing.
    (entry.law < SIGNED_SINCE ? undefined : checkDemanded(org, entry))
  )
}

/** Why an entry cannot follow whatever its body says, for one whose body is closed. */
export function checkHead(org: Org, header: Header): Refusal | undefined {
  const rule = ruleUnder(org, header.type)
  if (rule === undefined) return refuse('unknown-act', { type: header.type })
  const due = org.deadlines.next()
  const isDue = due !== undefined && due.at <= header.at && !(header.by === CLERK && header.type === due.kind)
  return (
    checkHeader(org, header) ??
    (isDue ? refuse('something-is-due', { kind: typeOfDeadline(due.kind), since: due.at }) : undefined) ??
    checkActor(org, header, rule) ??
    (header.law < SIGNED_SINCE ? undefined : checkSigner(org, header))
  )
}

/** The rule of a type of act that exists under the law in force. */
function ruleUnder(org: Org, type: string): Rule<Org, unknown> | undefined {
  const rule = ruleFor(type)
  return rule !== undefined && (rule.since ?? 1) <= org.head.get().law ? rule : undefined
}

/** Does what an entry says. It decides nothing: whether the entry may stand is asked of `check`. */
export function apply(org: Org, entry: Entry): void {
  const head = org.head.get()
  org.head.set({ ...head, size: entry.seq + 1, at: entry.at })
  ruleFor(entry.type)?.apply(org, entry)
}

function malformed(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Refusal {
  const [first] = issues
  return refuse('malformed', {
    field: first?.path.map(String).join('.') ?? '',
    problem: first?.message ?? '',
  })
}

function checkHeader(org: Org, { seq, at, id, law, unit }: Header): Refusal | undefined {
  const head = org.head.get()
  if (!isUuid(id)) return refuse('malformed', { field: 'id', problem: 'must be a UUID in lower case' })
  if (seq !== head.size) return refuse('wrong-position', { expected: head.size, found: seq })
  if (at < head.at) return refuse('time-goes-back', { last: head.at, found: at })
  if (law !== head.law) return refuse('wrong-law', { expected: head.law, found: law })
  if (law > NEWEST_LAW) return refuse('newer-law', { law, known: NEWEST_LAW })
  return unit === null || org.units.units.has(unit) ? undefined : refuse('unknown-unit', { unit })
}

function checkDue(org: Org, entry: Entry): Refusal | undefined {
  const due = org.deadlines.next()
  if (due === undefined || due.at > entry.at || isDueAct(entry, due)) return undefined
  return refuse('something-is-due', { kind: typeOfDeadline(due.kind), since: due.at })
}

/** Whether the entry is the clerk's act that carries out this deadline, or puts it off: keys of a secret vote were lost, or have not come. */
function isDueAct(
  { by, type, body }: Entry,
  { kind, subject }: { readonly kind: string; readonly subject: string },
): boolean {
  const own = typeOfDeadline(kind)
  const carriesOut = type === own || PUT_OFF_BY[own]?.includes(type) === true
  // What falls due apart says of what kind it is.
  const isOfKind = kind === own || kind === `${own}/${subjectKindOf(body)}`
  return by === CLERK && carriesOut && isOfKind && subjectOf(body) === subject
}

function subjectKindOf(body: Json): string {
  const kind = fieldOf(fieldOf(body, 'subject'), 'kind')
  return typeof kind === 'string' ? kind : ''
}

const PUT_OFF_BY: Readonly<Partial<Record<string, readonly string[]>>> = {
  [VOTE_OPEN]: [VOTE_DEFER],
  [VOTE_RENEW]: [VOTE_DEFER],
  [VOTE_KEYS]: [VOTE_RENEW, VOTE_DEFER],
  [VOTE_CLOSE]: [VOTE_RENEW, VOTE_DEFER],
}

/** What a due act is about: each names its subject in one of these fields. */
function subjectOf(body: Json): Json | undefined {
  const subject = fieldOf(body, 'subject')
  if (subject !== undefined) return fieldOf(subject, 'id')
  return (
    fieldOf(body, 'vote') ??
    fieldOf(body, 'motion') ??
    fieldOf(body, 'mandate') ??
    fieldOf(body, 'request') ??
    fieldOf(body, 'council') ??
    fieldOf(body, 'election') ??
    fieldOf(body, 'office') ??
    fieldOf(body, 'petition') ??
    fieldOf(body, 'tendency') ??
    fieldOf(body, 'panel') ??
    fieldOf(body, 'complaint') ??
    fieldOf(body, 'case') ??
    fieldOf(body, 'member')
  )
}

function checkFounding(org: Org, { type, seq, by, body }: Entry): Refusal | undefined {
  if (type === 'organization.found' || type === 'record.restored') return undefined
  const organization = org.units.organization.get()
  if (organization === undefined) return refuse('not-founded', { seq })
  if (FOUNDING_ACTS.has(type)) return foundingIsOpen(org) ? undefined : refuse('founding-closed')
  if (organization.status === 'ratified' || by === CLERK) return undefined
  if (type === 'motion.propose')
    return foundingIsOpen(org) && enactmentKind(body) === 'organization.ratify'
      ? undefined
      : refuse('not-ratified')
  const allowed = /^(amendment|speech|ballot|report)\./.test(type)
  return allowed ? undefined : refuse('not-ratified')
}

function enactmentKind(body: Json): Json | undefined {
  return fieldOf(fieldOf(body, 'enactment'), 'kind')
}

function checkActor(org: Org, { by, type }: Header, rule: Rule<Org, unknown>): Refusal | undefined {
  const actor = actorOf(org, by)
  if (actor === undefined) return refuse('not-a-member', { status: statusOf(org.members, by) })
  if (rule.actors.includes(actor)) return undefined
  return actor === 'lapsed' ? refuse('standing-lapsed') : refuse('not-for-you', { actor, type })
}

/** Refuses what somebody's suspension forbids. */
function checkRight(org: Org, { by, type, unit, body }: Entry): Refusal | undefined {
  const vote = fieldOf(body, 'vote')
  return checkSuspended(org, { by, type, unit, vote: typeof vote === 'string' ? vote : undefined })
}

function actorOf(org: Org, by: string): Actor | undefined {
  if (by === CLERK) return 'clerk'
  if (by === NOBODY) return 'nobody'
  const status = statusOf(org.members, by)
  if (status === 'lapsed') return 'lapsed'
  return status === 'member' || status === 'listed' ? 'member' : undefined
}
