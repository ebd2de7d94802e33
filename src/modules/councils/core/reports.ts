import { DAY, type Instant } from '#kernel/instant'
import { refuse } from '#kernel/refusal'
import type { DelegatesSlice, Mandate } from '#modules/delegates/core'
import { heldTextShape, MEMBERS, uuidShape, type Rules } from '#modules/record/core'
import { z } from 'zod'
import type { CouncilsState, MandateReport } from './state.ts'

/** Reports on one mandate: nobody fills the record by reporting. */
const MOST_REPORTS = 200

const reportShape = z.strictObject({ report: uuidShape, mandate: uuidShape, text: heldTextShape })

export type ReportActs = { 'mandate.report': z.infer<typeof reportShape> }

/** Reporting on a mandate, while it runs or after: whoever was recalled may still give an account. */
export const reportRules: Rules<
  Pick<DelegatesSlice, 'delegates' | 'roll'> & { readonly councils: CouncilsState },
  ReportActs
> = {
  'mandate.report': {
    since: 3,
    actors: ['member'],
    shape: reportShape,
    audience: () => MEMBERS,
    check({ delegates, roll, councils }, { by, body }) {
      const mandate = delegates.mandates.get(body.mandate)
      if (mandate === undefined) return refuse('unknown-mandate', { mandate: body.mandate })
      if (roll.standing(by) !== mandate.holder) return refuse('not-yours', { what: 'mandate' })
      const given = councils.reports.get(mandate.id) ?? []
      if (given.some(({ id }) => id === body.report)) return refuse('id-taken', { id: body.report })
      return given.length < MOST_REPORTS
        ? undefined
        : refuse('too-many-mandate-reports', { most: MOST_REPORTS })
    },
    apply({ councils }, { seq, at, body: { report: id, mandate, text } }) {
      const given = councils.reports.get(mandate) ?? []
      councils.reports.set(mandate, [...given, { id, mandate, seq, at, text: text.hash }])
    },
  },
}

/** Where a mandate stands with its reports: one is due so many days after the last one, or after it began. */
export interface ReportState {
  readonly given: readonly MandateReport[]
  /** When the next one is due; for a mandate that ended, when the last one was. */
  readonly due: Instant
  /** Days of silence beyond that, begun ones counted; 0 where there is none. */
  readonly overdueDays: number
}

/** Silence is visible: how long nothing was heard of a mandate beyond the day by which the rules want a report. */
export function reportState(
  { from, ended }: Mandate,
  given: readonly MandateReport[],
  everyDays: number,
  now: Instant,
): ReportState {
  const due = (given.at(-1)?.at ?? from) + everyDays * DAY
  const until = ended ?? now
  return { given, due, overdueDays: until > due ? Math.ceil((until - due) / DAY) : 0 }
}
