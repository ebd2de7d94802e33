import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  commitmentToComplaint,
  MOST_SEPARATION_DAYS,
  personsFor,
  roleInComplaint,
  type ComplaintRole,
} from '#modules/complaints/core'
import { homeAt, indexOf } from '#modules/members/core'
import type { Org } from '#organization'
import { plenum } from './plenum.server.ts'
import { holdSealed, saltFor, submitSteps, type Answer, type Sender } from './sealed-acts.server.ts'

/** A complaint as it is typed. `representative` is null where whoever complains speaks for themselves. */
export interface TypedComplaint {
  readonly about: string
  readonly representative: string | null
  readonly text: string
}

/** The complaint that somebody makes. */
export function madeComplaint({ act }: Pick<Sender, 'act'>): string {
  return derivedUuid(act, 'complaint')
}

/** Makes a complaint, in the home of whoever complains: its sealed part, then its public one, both entered by nobody. */
export async function makeComplaint(sender: Sender, typed: TypedComplaint): Answer {
  const id = madeComplaint(sender)
  const { about, representative } = typed
  const found = await plenum().clerk.read((org) => addresseesOf(org, sender.member, about, representative))
  if (isRefusal(found)) return found
  const held = await holdSealed(id, sender, typed.text)
  if (isRefusal(held)) return held
  const salt = saltFor(sender, 'complaint')
  const { unit, to } = found
  const named = { complaint: id, unit, complainant: sender.member, about, representative, to, salt }
  const commitment = commitmentToComplaint(id, sender.member, about, salt)
  return submitSteps(
    sender,
    unit,
    [
      ['complaint.name', { ...named, text: held.ref }],
      ['complaint.open', { complaint: id, unit, commitment, persons: to.length }],
    ],
    [held.row],
  )
}

/** To whom a complaint goes: those elected in the home of whoever complains and above, without whom it concerns. */
function addresseesOf(org: Org, member: string, about: string, representative: string | null) {
  const { members } = org
  const indices = [member, about, ...(representative === null ? [] : [representative])].map((id) =>
    members.indices.get(id),
  )
  const concerned = indices.filter((index) => index !== undefined)
  if (concerned.length < indices.length) return refuse('complaint-about-missing')
  const unit = homeAt(org, indexOf(members, member)).id
  const to = personsFor(org, unit, concerned).map((index) => members.ids.at(index) ?? '')
  return to.length === 0 ? refuse('no-complaint-persons') : { unit, to }
}

/** Answers a complaint: for those elected who were asked. It goes to nobody else from then on. */
export function takeComplaint(sender: Sender, id: string): Answer {
  return act(sender, id, ['person'], 'complaint.take', {})
}

/** Orders two to keep apart at once, for so many days; what it means for them is written to them. */
export async function separate(sender: Sender, id: string, days: number): Answer {
  const found = await complaintOf(sender, id, ['person'])
  if (isRefusal(found)) return found
  if (days < 1 || days > MOST_SEPARATION_DAYS)
    return refuse('separation-days', { most: MOST_SEPARATION_DAYS })
  return submitSteps(sender, found.unit, [['complaint.separate', { complaint: id, days }]])
}

/** Ends a complaint: whoever complains, or speaks for them, says that it is settled or takes it back. Nobody else can. */
export function closeComplaint(sender: Sender, id: string, how: 'settled' | 'withdrawn'): Answer {
  return act(sender, id, ['complainant', 'representative'], 'complaint.close', { how })
}

/** Writes to the others whom the complaint concerns. */
export async function writeInComplaint(sender: Sender, id: string, text: string): Answer {
  const unit = await complaintOf(sender, id, ['complainant', 'representative', 'person'])
  if (isRefusal(unit)) return unit
  const held = await holdSealed(id, sender, text)
  if (isRefusal(held)) return held
  const body = { complaint: id, by: sender.member, text: held.ref }
  return submitSteps(sender, unit.unit, [['complaint.write', body]], [held.row])
}

async function act(
  sender: Sender,
  id: string,
  roles: readonly ComplaintRole[],
  type: string,
  more: Readonly<Record<string, Json>>,
): Answer {
  const found = await complaintOf(sender, id, roles)
  if (isRefusal(found)) return found
  return submitSteps(sender, found.unit, [[type, { complaint: id, ...more }]])
}

/** The unit of a complaint, for somebody who is one of these in it: nobody else is let in, as no header tells who it was. */
export function complaintOf(
  { member }: Sender,
  id: string,
  roles: readonly ComplaintRole[],
): Promise<{ readonly unit: string } | Refusal> {
  return plenum().clerk.read((org) => {
    const role = roleInComplaint(org, id, indexOf(org.members, member), plenum().clock.now())
    const unit = org.complaints.complaints.get(id)?.unit
    if (role === undefined || unit === undefined) return refuse('unknown-complaint')
    return roles.includes(role) ? { unit } : refuse('not-concerned')
  })
}
