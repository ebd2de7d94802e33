import { DAY } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { complaintIn, endComplaint, partiesIn, type ComplaintsRulesSlice } from '#modules/complaints/core'
import { checkMemberOrLapsed, indexOf } from '#modules/members/core'
import {
  countShape,
  hashShape,
  heldTextShape,
  memberIdShape,
  PUBLIC,
  uuidShape,
  type Rules,
} from '#modules/record/core'
import { isWithin } from '#modules/units/core'
import { belongs } from '#modules/voting/core'
import { z } from 'zod'
import { sealedTo } from './charge.ts'
import { groundShape } from './ground.ts'
import { measureShape } from './measure.ts'
import {
  checkCharging,
  checkDeed,
  checkNew,
  checkOpening,
  checkOutOf,
  giveNotice,
  openCase,
  putMatter,
} from './opening.ts'
import { putCase, SEALED_FITS, type CasesRulesSlice } from './slice.ts'

/** What referring a complaint reads and writes. */
type ReferralSlice = CasesRulesSlice & ComplaintsRulesSlice

/** Whoever complains, who speaks for them, and all who were asked. */
const MOST_CHARGING = 60

const shapes = {
  /** Who is charged out of a complaint, and with what. Sealed; it goes before the public part. */
  'referral.name': z.strictObject({
    case: uuidShape,
    complaint: uuidShape,
    unit: uuidShape,
    member: memberIdShape,
    /** 16 random bytes, base64: with them the public commitment can be opened. */
    salt: z.string().length(24),
    /** Whoever complains, who speaks for them, and those elected who were asked, in this order. */
    charging: z.array(memberIdShape).min(2).max(MOST_CHARGING),
    /** The day, by its first moment in UTC. */
    on: z.int().min(0).multipleOf(DAY),
    facts: heldTextShape,
  }),
  'referral.open': z.strictObject({
    case: uuidShape,
    complaint: uuidShape,
    unit: uuidShape,
    ground: groundShape,
    asked: measureShape,
    commitment: hashShape,
    charging: countShape(2, MOST_CHARGING),
  }),
}

export type ReferralActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/**
 * A complaint that somebody elected for it has answered goes to a panel by lot, as a case like any other: notice, hearing, finding, vote, appeal.
 * Whoever complains and who was asked bring it, so nobody has to look for more who charge. What was written in the complaint stays behind, and is
 * deleted: the case has the facts that were written for it.
 */
export const referralRules: Rules<ReferralSlice, ReferralActs> = {
  'referral.name': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['referral.name'],
    audience: sealedTo,
    check(state, { at, body }) {
      const { case: id, unit, member, on } = body
      return (
        checkNew(state, id) ??
        checkParties(state, body) ??
        checkDeed(state, { unit, member, deed: { kind: 'deed', on } }, at)
      )
    },
    apply(state, { body }) {
      const out = state.head.get().law < SEALED_FITS ? {} : { complaint: body.complaint }
      putMatter(state, body, { deed: { kind: 'deed', on: body.on }, signed: body.charging.length, ...out })
    },
  },
  'referral.open': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['referral.open'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const complaint = complaintIn(state, body.complaint, ['taken'])
      if (isRefusal(complaint)) return complaint
      if (!isWithin(state.units, complaint.unit, body.unit))
        return refuse('unit-elsewhere', { unit: body.unit })
      return (
        checkOpening(state, body) ??
        checkCharging(state, body.case, body.charging) ??
        checkOutOf(state, body.case, body.complaint)
      )
    },
    apply(state, { at, seq, body }) {
      openCase(state, body, { at, seq })
      giveNotice(state, body.case, body.charging, at)
      putCase(state, body.case, { complaint: body.complaint })
      endComplaint(state, body.complaint, at, 'referred')
    },
  },
}

/** It is charged whom the complaint is about, by those who know of it; nobody is put in or left out. */
function checkParties(
  state: ReferralSlice,
  { complaint, unit, member, charging }: ReferralActs['referral.name'],
): Refusal | undefined {
  const found = complaintIn(state, complaint, ['taken'])
  if (isRefusal(found)) return found
  const matter = state.complaints.matters.get(complaint)
  if (matter === undefined) return refuse('sealed-part-missing', { case: complaint })
  const { members } = state
  const gone = checkMemberOrLapsed(members, member)
  if (gone !== undefined) return gone
  if (indexOf(members, member) !== matter.about) return refuse('not-concerned')
  if (!belongs(state, unit, matter.about)) return refuse('charged-not-of-unit')
  const expected = partiesIn(found, matter).map((index) => members.ids.at(index) ?? '')
  return expected.join() === charging.join()
    ? undefined
    : refuse('wrong-result', { expected: null, found: null })
}
