import type { Instant } from '#kernel/instant'
import type { Complaint, ComplaintMatter, ComplaintsSlice } from './state.ts'

/**
 * What somebody is in a complaint at the moment. `person`: elected for complaints, and asked so far. `apart`: the complaint is about them,
 * and they were ordered to keep apart; before that they are told nothing.
 */
export type ComplaintRole = 'complainant' | 'representative' | 'person' | 'apart'

/** What a member is in a complaint; undefined for whoever is not concerned, or is not to know. */
export function roleInComplaint(
  { complaints }: ComplaintsSlice,
  id: string,
  member: number,
  now: Instant,
): ComplaintRole | undefined {
  const [found, matter] = [complaints.complaints.get(id), complaints.matters.get(id)]
  if (found === undefined || matter === undefined) return undefined
  if (matter.complainant === member) return 'complainant'
  if (matter.representative === member) return 'representative'
  if (askedIn(found, matter).includes(member)) return 'person'
  const { separation } = found
  return matter.about === member && separation !== null && separation.until > now ? 'apart' : undefined
}

/** Whether somebody in this role reads the file. Whoever is ordered to keep apart reads the order, and the file once charged. */
export function readsComplaint(role: ComplaintRole | undefined): boolean {
  return role !== undefined && role !== 'apart'
}

/** Those elected for complaints who were asked so far, by index, in their order. */
export function askedIn({ stage }: Complaint, { to }: ComplaintMatter): readonly number[] {
  return to.slice(0, 'step' in stage ? stage.step + 1 : to.length)
}

/** Whoever complains, who speaks for them, and who was asked so far: those who read the file, by index. */
export function partiesIn(found: Complaint, matter: ComplaintMatter): readonly number[] {
  const { complainant, representative } = matter
  return [complainant, ...(representative === null ? [] : [representative]), ...askedIn(found, matter)]
}
