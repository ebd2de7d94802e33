import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { reportDaysOf } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import type { Org } from '#organization'
import { SOME_ID, SOME_TEXT, whyNot } from './may.server.ts'
import { named, reportsOf } from './view-council.server.ts'

/** A mandate with what was reported on it, newest first. */
export function viewMandate(org: Org, now: Instant, me: string, id: string) {
  const mandate = org.delegates.mandates.get(id)
  if (mandate === undefined) return undefined
  const { unit, council, office, from, until, ended, seq } = mandate
  const { given, due, overdueDays } = reportsOf(org, mandate, now)
  const body = { report: SOME_ID, mandate: id, text: SOME_TEXT }
  const holder = idAt(org.members, mandate.holder)
  return {
    id,
    unit: named(org, unit),
    council: council === null ? null : named(org, council),
    office,
    holder,
    from,
    until,
    ended,
    seq,
    everyDays: reportDaysOf(rulesFor(org, unit).rules),
    due: ended === null ? due : null,
    overdueDays,
    reports: given
      .toReversed()
      .map((report) => ({ id: report.id, at: report.at, seq: report.seq, text: report.text })),
    mayReport: holder === me && whyNot(org, now, { by: me, type: 'mandate.report', unit, body }) === null,
  }
}
