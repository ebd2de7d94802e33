import { derivedUuid } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  commitmentToMember,
  MOST_PROTECTION_DAYS,
  rolesIn,
  type CaseRole,
  type Ground,
  type Measure,
  type Part,
  type ProtectedRight,
} from '#modules/discipline/core'
import { indexOf } from '#modules/members/core'
import { findEntries, type Held } from '#modules/record'
import { NOBODY } from '#modules/record/core'
import { disciplineOf } from '#modules/rulebook/core'
import type { Org } from '#organization'
import { plenum } from './plenum.server.ts'
import {
  holdSealed,
  saltFor,
  submitSteps,
  type Answer,
  type Sender,
  type Step,
} from './sealed-acts.server.ts'

/** A charge as it is typed. */
export interface TypedCharge {
  readonly unit: string
  readonly member: string
  /** Who is to charge besides whoever begins. */
  readonly others: readonly string[]
  readonly ground: Ground
  readonly asked: Measure
  readonly deed: { readonly kind: 'deed' | 'advocacy'; readonly on: Instant }
  readonly facts: string
  /** The position of an entry that the charge rests on. */
  readonly cites: number | null
}

/** The case that a charge makes. */
export function chargedCase({ act }: Pick<Sender, 'act'>): string {
  return derivedUuid(act, 'case')
}

/** Brings a charge: its sealed part, then its public one, both entered by nobody. */
export async function bringCharge(sender: Sender, typed: TypedCharge): Answer {
  const id = chargedCase(sender)
  const cites = typed.cites === null ? null : await citedAt(typed.cites)
  if (isRefusal(cites)) return cites
  const held = await holdSealed(id, sender, typed.facts)
  if (isRefusal(held)) return held
  // Another salt than that of the text: this one is opened for whoever is expelled.
  const salt = saltFor(sender, 'case')
  const { unit, member, others, ground, asked, deed } = typed
  const charging = [sender.member, ...others]
  const name = { case: id, unit, member, salt, charging, deed, facts: held.ref, cites }
  const commitment = commitmentToMember(id, member, salt)
  return submitSteps(
    sender,
    unit,
    [
      ['case.name', name],
      ['case.open', { case: id, unit, ground, asked, commitment }],
    ],
    [held.row],
  )
}

/** Signs a charge; the last signature that it needs gives notice. */
export async function signCharge(sender: Sender, id: string): Answer {
  const found = await concerned(sender, id, ['charging'])
  if (isRefusal(found)) return found
  const sign: Step = ['case.sign', { case: id, by: sender.member }]
  return submitSteps(sender, found.unit, [
    sign,
    ...(found.isLast ? [['case.charge', { case: id, charging: found.signed }] as const] : []),
  ])
}

/** Calls a witness, for the side that whoever calls is of. */
export async function callWitness(sender: Sender, id: string, member: string): Answer {
  const found = await concerned(sender, id, ['charged', 'charging'])
  if (isRefusal(found)) return found
  return submitSteps(sender, found.unit, [['case.call', { case: id, side: found.role, member }]])
}

/** Says something in a case, as what somebody is in it. */
export async function stateInCase(sender: Sender, id: string, text: string, isLast: boolean): Answer {
  return say(sender, id, isLast ? ['charged'] : ['charged', 'charging', 'witness'], text, (found, ref) => {
    const part: Part = isLast ? 'last-word' : (found.role as Part)
    const witness = part === 'witness' ? found.witness : null
    return ['case.state', { case: id, part, witness, text: ref }]
  })
}

/** Appeals; what is said with it stands beside the vote. */
export async function appeal(sender: Sender, id: string, text: string): Answer {
  return say(sender, id, ['charged'], text, (_found, ref) => ['case.appeal', { case: id, text: ref }])
}

/** Those who charge ask for a protective measure, for the members of the unit to vote on. */
export async function askProtection(
  sender: Sender,
  id: string,
  { rights, days, text }: { rights: readonly ProtectedRight[]; days: number; text: string },
): Answer {
  // Whom the case does not concern is told that first, whatever was typed.
  const found = await concerned(sender, id, ['charging'])
  if (isRefusal(found)) return found
  if (rights.length === 0 || !Number.isInteger(days) || days < 1 || days > MOST_PROTECTION_DAYS)
    return refuse('protection-rights-missing')
  return say(sender, id, ['charging'], text, (_found, ref) => [
    'case.protect',
    { case: id, rights: [...rights], days, text: ref },
  ])
}

/** The charged member answers a protective measure that is asked for, or appeals against the one that holds. */
export async function answerProtection(
  sender: Sender,
  id: string,
  text: string,
  type: 'case.reply' | 'case.contest',
): Answer {
  return say(sender, id, ['charged'], text, (_found, ref) => [type, { case: id, text: ref }])
}

/** Shows that the same was charged before, by the code of that case, and so ends this one. */
export async function barCase(sender: Sender, id: string, number: number, code: string): Answer {
  const found = await concerned(sender, id, ['charged'])
  if (isRefusal(found)) return found
  const earlier = await plenum().clerk.read((org) =>
    [...org.cases.cases.values()].find((each) => each.number === number),
  )
  if (earlier === undefined) return refuse('unknown-case')
  // A code of another length fits no case, and is refused as one that fits another.
  const salt = code.padEnd(24, ' ').slice(0, 24)
  return submitSteps(sender, found.unit, [
    ['case.bar', { case: id, earlier: earlier.id, salt }],
    ['case.stop', { case: id }],
  ])
}

/** Withdraws a charge: for whoever began it. */
export async function withdrawCharge(sender: Sender, id: string): Answer {
  const found = await concerned(sender, id, ['charging'])
  if (isRefusal(found)) return found
  if (!found.began) return refuse('not-concerned')
  return submitSteps(sender, found.unit, [['case.withdraw', { case: id }]])
}

/** Proposes what the panel finds; members of a panel are known, and enter in their own name. */
export async function proposeFinding(
  sender: Sender,
  id: string,
  measure: Measure | null,
  reasons: string,
): Answer {
  const proposal = derivedUuid(sender.act, 'finding')
  return say(sender, id, ['panel'], reasons, ({ panel }, ref) => [
    'panel.propose',
    { panel, proposal, outcome: measure, reasons: ref },
  ])
}

/** Agrees with what somebody of the panel proposed to find. */
export async function agreeToFinding(sender: Sender, id: string, proposal: string): Answer {
  const found = await concerned(sender, id, ['panel'])
  if (isRefusal(found)) return found
  return submitSteps(
    sender,
    found.unit,
    [['panel.agree', { panel: found.panel, proposal }]],
    [],
    sender.member,
  )
}

/** Says why somebody of the panel does not agree. */
export async function dissent(sender: Sender, id: string, text: string): Answer {
  return say(sender, id, ['panel'], text, ({ panel }, ref) => ['panel.dissent', { panel, reasons: ref }])
}

/** Enters something with a text of the case, for whoever is in it in one of these roles; members of the panel in their own name. */
async function say(
  sender: Sender,
  id: string,
  wanted: readonly CaseRole[],
  text: string,
  stepOf: (found: Concerned, ref: Held['ref']) => Step,
): Answer {
  const found = await concerned(sender, id, wanted)
  if (isRefusal(found)) return found
  const held = await holdSealed(id, sender, text)
  if (isRefusal(held)) return held
  const by = found.role === 'panel' ? sender.member : NOBODY
  return submitSteps(sender, found.unit, [stepOf(found, held.ref)], [held.row], by)
}

type Concerned = Exclude<ReturnType<typeof roleOf>, Refusal>

/** What the server knows of whoever acts in a case: nobody else is let in, as no header tells who it was. */
async function concerned(
  { member }: Sender,
  id: string,
  wanted: readonly CaseRole[],
): Promise<ReturnType<typeof roleOf>> {
  return plenum().clerk.read((org) => roleOf(org, id, member, wanted))
}

function roleOf(org: Org, id: string, member: string, wanted: readonly CaseRole[]) {
  const index = indexOf(org.members, member)
  const [found, matter] = [org.cases.cases.get(id), org.cases.matters.get(id)]
  if (found === undefined || matter === undefined) return refuse('unknown-case')
  const roles = rolesIn(org, id, index)
  // Whom it does not concern is told what they are told of a case that is not there.
  if (roles.length === 0) return refuse('unknown-case')
  const role = wanted.find((each) => roles.includes(each))
  if (role === undefined) return refuse('not-concerned')
  const needed = disciplineOf(found.rules.rules).chargers
  const place = matter.signed.indexOf(index)
  // Whoever signs again signed in the same place.
  const signed = place === -1 ? matter.signed.length + 1 : place + 1
  return {
    role,
    unit: found.unit,
    panel: found.panel,
    began: matter.asked[0] === index,
    signed,
    isLast: signed >= needed,
    witness: matter.witnesses.findIndex((each) => each.member === index),
  }
}

async function citedAt(seq: number): Promise<{ readonly seq: number; readonly type: string } | Refusal> {
  const [entry] = await findEntries(plenum().database, { from: seq, below: seq + 1, count: 1 })
  return entry === undefined ? refuse('cites-unknown-entry') : { seq, type: entry.type }
}
