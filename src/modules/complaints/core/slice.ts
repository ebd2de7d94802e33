import { canonical } from '#kernel/canonical'
import type { Deadlines } from '#kernel/deadlines'
import { sha256Base64 } from '#kernel/hash'
import { DAY, type Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Duty } from '#modules/delegates/core'
import { statusAt } from '#modules/members/core'
import { pathUp } from '#modules/units/core'
import type { RollSlice } from '#modules/voting/core'
import type { Complaint, ComplaintEnd, ComplaintsSlice, ComplaintStage } from './state.ts'

/** What the rules of complaints read and write. */
export type ComplaintsRulesSlice = RollSlice & ComplaintsSlice & { readonly deadlines: Deadlines }

/** The duty of those who are elected for complaints. */
const COMPLAINTS_DUTY: Duty = 'complaints'
export const COMPLAINT_ESCALATE = 'complaint.escalate'
/** Days in which somebody who is asked answers; then the next is asked. */
const ANSWER_DAYS = 3
/** Days for which two can be ordered to keep apart at the most: it is ordered before anybody was heard. */
export const MOST_SEPARATION_DAYS = 14

/** The complaint of this id in one of these stages, or why not. */
export function complaintIn(
  { complaints }: ComplaintsSlice,
  id: string,
  kinds: readonly ComplaintStage['kind'][],
): Complaint | Refusal {
  const found = complaints.complaints.get(id)
  if (found === undefined) return refuse('unknown-complaint', { complaint: id })
  return kinds.includes(found.stage.kind) ? found : refuse('complaint-elsewhere', { stage: found.stage.kind })
}

/** Writes some fields of a complaint anew. */
export function putComplaint(
  { complaints }: ComplaintsSlice,
  id: string,
  changed: Partial<Omit<Complaint, 'id' | 'unit'>>,
): void {
  const found = complaints.complaints.get(id)
  if (found !== undefined) complaints.complaints.set(id, { ...found, ...changed })
}

/** Ends a complaint: nobody is named in it any more, whoever could read the names and whoever could not. */
export function endComplaint(state: ComplaintsRulesSlice, id: string, at: Instant, how: ComplaintEnd): void {
  state.deadlines.clear(COMPLAINT_ESCALATE, id)
  putComplaint(state, id, { stage: { kind: 'ended', at, how } })
  state.complaints.matters.delete(id)
}

/** Asks the next of those elected, or nobody where all were asked. */
export function ask(state: ComplaintsRulesSlice, id: string, step: number, at: Instant): void {
  const persons = state.complaints.complaints.get(id)?.persons ?? 0
  if (step >= persons) {
    state.deadlines.clear(COMPLAINT_ESCALATE, id)
    putComplaint(state, id, { stage: { kind: 'unanswered', at } })
    return
  }
  const until = at + ANSWER_DAYS * DAY
  putComplaint(state, id, { stage: { kind: 'asked', step, until } })
  state.deadlines.set(COMPLAINT_ESCALATE, id, until)
}

/**
 * Those elected for complaints, by index, in the order in which they are asked: of the unit, then of each above it, in the order of their
 * mandates; without those the complaint concerns.
 */
export function personsFor(
  { units, delegates, members }: ComplaintsRulesSlice,
  unit: string,
  concerned: readonly number[],
): readonly number[] {
  const found = new Set<number>()
  for (const { id } of pathUp(units, unit))
    for (const { unit: of, holder, duties, ended } of delegates.mandates.values()) {
      const isElected = of === id && ended === null && duties.includes(COMPLAINTS_DUTY)
      if (isElected && !concerned.includes(holder) && statusAt(members, holder) === 'member')
        found.add(holder)
    }
  return [...found]
}

/** What stands in public for who complains about whom. */
export function commitmentToComplaint(id: string, complainant: string, about: string, salt: string): string {
  return sha256Base64(canonical({ what: 'plenum/complaint/1', complaint: id, complainant, about, salt }))
}
