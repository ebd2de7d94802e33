import { isRefusal, refuse } from '#kernel/refusal'
import { partiesIn } from '#modules/complaints/core'
import { commitmentToMember } from '#modules/discipline/core'
import { idAt } from '#modules/members/core'
import { pathUp } from '#modules/units/core'
import { belongs } from '#modules/voting/core'
import type { Org } from '#organization'
import { complaintOf } from './enter-complaint.server.ts'
import { chargedCase, type TypedCharge } from './enter-case.server.ts'
import { plenum } from './plenum.server.ts'
import { holdSealed, saltFor, submitSteps, type Answer, type Sender } from './sealed-acts.server.ts'

/** Refers a complaint to a panel by lot: for whoever complains, who speaks for them, and who answers it. What was written in it is deleted. */
export async function referComplaint(
  sender: Sender,
  complaint: string,
  { ground, asked, deed, facts }: Pick<TypedCharge, 'ground' | 'asked' | 'deed' | 'facts'>,
): Answer {
  const found = await complaintOf(sender, complaint, ['complainant', 'representative', 'person'])
  if (isRefusal(found)) return found
  const parties = await plenum().clerk.read((org) => chargeOf(org, complaint))
  if (isRefusal(parties)) return parties
  const id = chargedCase(sender)
  const held = await holdSealed(id, sender, facts)
  if (isRefusal(held)) return held
  const { unit, member, charging } = parties
  const salt = saltFor(sender, 'case')
  const both = { case: id, complaint, unit }
  const commitment = commitmentToMember(id, member, salt)
  return submitSteps(
    sender,
    unit,
    [
      ['referral.name', { ...both, member, salt, charging, on: deed.on, facts: held.ref }],
      ['referral.open', { ...both, ground, asked, commitment, charging: charging.length }],
    ],
    [held.row],
  )
}

/** Where a complaint is charged: in the unit of whoever complains, or the nearest above to which the other belongs and whose members vote. */
export function unitOfReferral(org: Org, complaint: string): string | undefined {
  const [found, matter] = [org.complaints.complaints.get(complaint), org.complaints.matters.get(complaint)]
  if (found === undefined || matter === undefined) return undefined
  return pathUp(org.units, found.unit).find(
    ({ id, kind, decidedBy }) =>
      kind === 'place' && decidedBy === 'members' && belongs(org, id, matter.about),
  )?.id
}

function chargeOf(org: Org, complaint: string) {
  const [found, matter] = [org.complaints.complaints.get(complaint), org.complaints.matters.get(complaint)]
  if (found === undefined || matter === undefined) return refuse('unknown-complaint')
  const unit = unitOfReferral(org, complaint)
  if (unit === undefined) return refuse('charged-not-of-unit')
  const id = (index: number): string => idAt(org.members, index)
  return { unit, member: id(matter.about), charging: partiesIn(found, matter).map(id) }
}
