import type { CompiledQuery } from 'kysely'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
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
import { checkHeldText, NOBODY, type Act, type Receipt } from '#modules/record/core'
import type { Org } from '#organization'
import { plenum } from './plenum.server.ts'

/** Who enters something in a complaint, under an id that follows from the form's own, and a salt for its text. */
export interface ComplaintSender {
  readonly member: string
  readonly act: string
  readonly salt: Uint8Array
}

/** A complaint as it is typed. `representative` is null where whoever complains speaks for themselves. */
export interface TypedComplaint {
  readonly about: string
  readonly representative: string | null
  readonly text: string
}

type Answer = Promise<readonly Receipt[] | Refusal>

/** Makes a complaint, in the home of whoever complains: its sealed part, then its public one, both entered by nobody. */
export async function makeComplaint(sender: ComplaintSender, typed: TypedComplaint): Answer {
  const id = derivedUuid(sender.act, 'complaint')
  const { about, representative } = typed
  const found = await plenum().clerk.read((org) => addresseesOf(org, sender.member, about, representative))
  if (isRefusal(found)) return found
  const held = await hold(id, sender, typed.text)
  if (isRefusal(held)) return held
  // Another salt than that of the text.
  const salt = toBase64(sha256(`complaint ${toBase64(sender.salt)}`).subarray(0, 16))
  const { unit, to } = found
  const named = { complaint: id, unit, complainant: sender.member, about, representative, to, salt }
  const commitment = commitmentToComplaint(id, sender.member, about, salt)
  return submit(
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
export function takeComplaint(sender: ComplaintSender, id: string): Answer {
  return act(sender, id, ['person'], 'complaint.take', {})
}

/** Orders two to keep apart at once, for so many days; what it means for them is written to them. */
export async function separate(sender: ComplaintSender, id: string, days: string): Answer {
  const found = await unitOf(sender, id, ['person'])
  if (isRefusal(found)) return found
  const number = /^[1-9]\d?$/.test(days) ? Number(days) : 0
  if (number < 1 || number > MOST_SEPARATION_DAYS)
    return refuse('separation-days', { most: MOST_SEPARATION_DAYS })
  return submit(sender, found.unit, [['complaint.separate', { complaint: id, days: number }]])
}

/** Ends a complaint: whoever complains, or speaks for them, says that it is settled or takes it back. Nobody else can. */
export function closeComplaint(sender: ComplaintSender, id: string, how: 'settled' | 'withdrawn'): Answer {
  return act(sender, id, ['complainant', 'representative'], 'complaint.close', { how })
}

/** Writes to the others whom the complaint concerns. */
export async function writeInComplaint(sender: ComplaintSender, id: string, text: string): Answer {
  const unit = await unitOf(sender, id, ['complainant', 'representative', 'person'])
  if (isRefusal(unit)) return unit
  const held = await hold(id, sender, text)
  if (isRefusal(held)) return held
  const body = { complaint: id, by: sender.member, text: held.ref }
  return submit(sender, unit.unit, [['complaint.write', body]], [held.row])
}

async function act(
  sender: ComplaintSender,
  id: string,
  roles: readonly ComplaintRole[],
  type: string,
  more: Readonly<Record<string, Json>>,
): Answer {
  const found = await unitOf(sender, id, roles)
  if (isRefusal(found)) return found
  return submit(sender, found.unit, [[type, { complaint: id, ...more }]])
}

/** The unit of a complaint, for somebody who is one of these in it: nobody else is let in, as no header tells who it was. */
function unitOf(
  { member }: ComplaintSender,
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

async function submit(
  { act: key }: ComplaintSender,
  unit: string,
  steps: readonly (readonly [type: string, body: Json])[],
  alongside: readonly CompiledQuery[] = [],
): Answer {
  const acts = steps.map(([type, body]): Act => {
    return { by: NOBODY, id: derivedUuid(key, type), type, unit, body }
  })
  return plenum().clerk.submitAll(acts, alongside)
}

/** Holds a text of a complaint sealed. Refusals: what is wrong with the text, `seal-missing`. */
async function hold(id: string, { salt }: ComplaintSender, text: string) {
  const refusal = checkHeldText(text)
  if (refusal !== undefined) return refusal
  const { sealed } = plenum()
  if (!(await sealed.ready())) return refuse('seal-missing')
  return sealed.hold(id, salt, text)
}
