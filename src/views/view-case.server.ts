import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import {
  CASE_PARTS,
  chargeableDays,
  daysOf,
  mayReadPart,
  rolesIn,
  votableIn,
  type Case,
  type CasePart,
  type CaseRole,
  type CaseStage,
  type End,
  type Ground,
  type Matter,
} from '#modules/discipline/core'
import { decisionOf, type Panel } from '#modules/panels/core'
import { disciplineOf } from '#modules/rulebook/core'
import { pathUp, rulesFor } from '#modules/units/core'
import type { Org } from '#organization'
import { viewCaseVote } from './view-case-vote.server.ts'
import { viewProtection } from './view-protection.server.ts'
import { viewWaiting } from './view-secret.server.ts'

/** What a charge rests on, in the words that everybody may read. */
function groundOf(org: Org, ground: Ground) {
  if (ground.kind === 'unity') {
    const point = org.program.points.get(ground.point)
    const text = point?.clauses.map((clause) => clause.text).join(' ') ?? ''
    return { kind: ground.kind, number: point?.number ?? 0, text, href: `/program/${ground.point}` }
  }
  const text = org.moderation.conduct.get(ground.unit)?.[ground.version - 1]?.rules[ground.number - 1]?.text
  return { kind: ground.kind, number: ground.number, text: text ?? '', href: null }
}

/** A case as everybody may know it. */
function lineOf(org: Org, found: Case) {
  const { id, number, unit, asked, measure, charged, at, charging, stage, votes, appeals } = found
  return {
    ...{ id, number, asked, measure, at, charged, charging },
    unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
    ground: groundOf(org, found.ground),
    stage: {
      kind: stage.kind,
      until: untilOf(stage),
      round: 'round' in stage ? stage.round : null,
      why: 'why' in stage ? stage.why : null,
      at: 'at' in stage ? stage.at : null,
    },
    votes: votes.length,
    appeals: appeals.map((each) => org.units.units.get(each)?.name ?? each),
  }
}

/** When the stage ends by itself, where that is fixed. */
function untilOf(stage: CaseStage): Instant | null {
  if ('until' in stage) return stage.until
  if ('findBy' in stage) return stage.findBy
  return 'opens' in stage ? stage.opens : null
}

export type CaseLine = ReturnType<typeof lineOf>

/** All cases, the newest first, and how they ended. */
export function viewCases(org: Org, me: string) {
  const cases = [...org.cases.cases.values()].sort((a, b) => b.number - a.number)
  const ends: Partial<Record<End | 'open' | 'binding', number>> = {}
  for (const { stage } of cases) {
    const end = stage.kind === 'ended' ? stage.why : stage.kind === 'binding' ? 'binding' : 'open'
    ends[end] = (ends[end] ?? 0) + 1
  }
  return {
    cases: cases.map((found) => ({ ...lineOf(org, found), roles: rolesOf(org, found.id, me) })),
    ends: Object.entries(ends).map(([end, count]) => ({ end: end as keyof typeof ends, count })),
  }
}

/** What a member is in a case. Whoever is no member is nothing in it: no index may stand for them, as -1 would be the last member. */
function rolesOf(org: Org, id: string, me: string): readonly CaseRole[] {
  const index = org.members.indices.get(me)
  return index === undefined ? [] : rolesIn(org, id, index)
}

/** What the form of a charge offers in a unit: its grounds, and what the rules say. */
export function viewChargeForm(org: Org, unit: string) {
  const rules = disciplineOf(rulesFor(org, unit).rules)
  const above = new Set(pathUp(org.units, unit).map(({ id }) => id))
  const points = org.program.order
    .values()
    .flatMap((id) => org.program.points.get(id) ?? [])
    .filter((point) => point.kind === 'unity' && above.has(point.unit))
  const conduct = [...above].flatMap((each) => org.moderation.conduct.get(each) ?? [])
  return {
    rules,
    grounds: [
      ...points.map((point) => ({
        ...{ value: `unity:${point.id}`, kind: 'unity' as const, number: point.number },
        text: point.clauses.map(({ text }) => text).join(' '),
        ...heldIn(org, { kind: 'unity', point: point.id }),
      })),
      ...conduct.flatMap(({ unit: of, version, rules: texts }) =>
        texts.map(({ text }, i) => ({
          ...{ value: `conduct:${of}:${version}:${i + 1}`, kind: 'conduct' as const, number: i + 1 },
          ...{ text, ...heldIn(org, { kind: 'conduct', unit: of, version, number: i + 1 }) },
        })),
      ),
    ],
  }
}

/** The days of deeds that a ground can be charged for; null where it still holds. */
function heldIn(org: Org, ground: Ground): { readonly first: Instant; readonly below: Instant | null } {
  const { first, below } = chargeableDays(org, ground)
  return { first, below: Number.isFinite(below) ? below : null }
}

/** What a member sees of a case: the public part, and of the sealed one what their part in it lets them read. */
export function viewCase(org: Org, now: Instant, me: string, id: string) {
  const [found, matter] = [org.cases.cases.get(id), org.cases.matters.get(id)]
  if (found === undefined) return undefined
  const index = org.members.indices.get(me) ?? -1
  const roles = rolesOf(org, id, me)
  const reads = (part: CasePart): boolean => mayReadPart(roles, part)
  const panel = org.panels.panels.get(found.panel ?? '')
  const complaint = org.complaints.complaints.get(found.complaint ?? '')
  const apartUntil = complaint?.separation?.until ?? 0
  const isSide = roles.includes('charged') || roles.includes('charging')
  return {
    ...lineOf(org, found),
    complaint: complaint?.number ?? null,
    // What was ordered in the complaint lasts its days, and is told to whom it was ordered.
    apartUntil: isSide && matter !== undefined && apartUntil > now ? apartUntil : null,
    days: found.measure === null ? null : daysOf(found, found.measure),
    panel: found.panel,
    said: found.statements.map(({ part, at }) => ({ part, at })),
    roles,
    me,
    reads: CASE_PARTS.filter(reads),
    sealed: matter === undefined ? null : sealedOf(org, found, matter, { roles, index, panel }),
    may: mayOf(found, matter, roles, index, { panel, now, me }),
    waiting: votableIn(found).flatMap((subject) => viewWaiting(org, subject) ?? []),
    vote: viewCaseVote(org, now, me, found.votes),
    protection: viewProtection(org, now, me, { found, matter, roles }),
  }
}

interface Reader {
  readonly roles: readonly CaseRole[]
  readonly index: number
  readonly panel: Panel | undefined
}

/** What of the sealed part this reader may read; texts stand by their hashes. */
function sealedOf(org: Org, found: Case, matter: Matter, { roles, index, panel }: Reader) {
  const reads = (part: CasePart): boolean => mayReadPart(roles, part)
  const member = (each: number): string => idAt(org.members, each)
  const decision = panel === undefined ? undefined : decisionOf(panel)
  const witness = matter.witnesses.findIndex((each) => each.member === index)
  const statements = found.statements.filter((said) => {
    if (said.part === 'last-word') return reads('finding')
    return reads('file') || (said.part === 'witness' && said.witness === witness)
  })
  const findings = reads('file') ? (panel?.proposals ?? []) : reads('finding') && decision ? [decision] : []
  return {
    charged: reads('name') ? member(matter.member) : null,
    /** With it the charged member can show later that this case was theirs. */
    code: roles.includes('charged') ? matter.salt : null,
    charging: reads('file') ? matter.asked.map(member) : [],
    signed: reads('file') ? matter.signed.map(member) : [],
    deed: reads('file') ? matter.deed : null,
    facts: reads('file') ? matter.facts : null,
    witnesses: reads('file')
      ? matter.witnesses.map((each) => ({ ...each, member: member(each.member) }))
      : [],
    statements,
    findings: findings.map(({ id, by, outcome, reasons, agreed, at }) => ({
      ...{ id, by, reasons, agreed, at },
      measure: outcome as Case['measure'],
      holds: id === decision?.id,
    })),
    dissents: reads('finding') ? (panel?.dissents ?? []) : [],
  }
}

interface Asking {
  readonly panel: Panel | undefined
  readonly now: Instant
  readonly me: string
}

/** What this member can do in the case now. */
function mayOf(
  { stage, appeals, protection }: Case,
  matter: Matter | undefined,
  roles: readonly CaseRole[],
  index: number,
  { panel, now, me }: Asking,
) {
  const is = (role: CaseRole): boolean => roles.includes(role)
  const isHeard = stage.kind === 'notice' || stage.kind === 'hearing'
  const isBeforeVote = isHeard || stage.kind === 'signing' || (stage.kind === 'found' && stage.round === 0)
  const agreed = panel?.proposals.some((each) => each.agreed.includes(me)) === true
  const sitting = panel?.stage.kind === 'sitting' ? panel.stage : undefined
  return {
    sign: stage.kind === 'signing' && is('charging') && matter?.signed.includes(index) === false,
    withdraw: isBeforeVote && matter?.asked[0] === index,
    call: isHeard && (is('charging') || is('charged')),
    protect: isHeard && is('charging') && protection === undefined,
    state: isHeard && (is('charging') || is('charged') || is('witness')),
    bar: is('charged') && stage.kind !== 'voting' && stage.kind !== 'binding',
    lastWord: is('charged') && (isHeard || stage.kind === 'found'),
    appeal: is('charged') && stage.kind === 'appealable' && now < stage.until && stage.round < appeals.length,
    find: is('panel') && stage.kind === 'hearing' && sitting !== undefined && now >= sitting.from,
    dissent: is('panel') && !agreed && (sitting !== undefined || stage.kind === 'found'),
  }
}
