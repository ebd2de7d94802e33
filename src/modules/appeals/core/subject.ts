import { DAY } from '#kernel/instant'
import { refuse } from '#kernel/refusal'
import { holdsDuty } from '#modules/delegates/core'
import { idAt, indexOf, STANDING_LAPSE } from '#modules/members/core'
import { endHiding, standingHiding } from '#modules/moderation/core'
import type { PanelEvent, PanelSubject } from '#modules/panels/core'
import { z } from 'zod'
import type { AppealsRulesSlice } from './acts.ts'
import type { Appeal } from './state.ts'

/** Days in which standing can still be mended once a panel has upheld a notice. */
const MEND_DAYS = 14

const outcomeShape = z.strictObject({ grant: z.boolean() })

/** What a panel finds on an appeal: whether it is granted. One that does not find in time grants it. */
export const appealSubject: PanelSubject<AppealsRulesSlice> = {
  // Whoever has the same duty does not judge a colleague.
  isInvolved(state, id, member) {
    const appeal = state.appeals.appeals.get(id)
    if (appeal === undefined) return false
    const duty = appeal.against.kind === 'hiding' ? 'moderation' : 'roll'
    return holdsDuty(state, indexOf(state.members, member), duty, appeal.unit)
  },
  checkOutcome(state, id, outcome) {
    const appeal = state.appeals.appeals.get(id)
    if (appeal === undefined) return refuse('unknown-appeal')
    const parsed = outcomeShape.safeParse(outcome)
    if (!parsed.success)
      return refuse('malformed', { field: 'outcome', problem: 'must be {"grant": true or false}' })
    return isMoot(state, appeal) ? refuse('appeal-moot') : undefined
  },
  decided(state, { subject }, { outcome }, event) {
    const parsed = outcomeShape.safeParse(outcome)
    if (!parsed.success) return
    if (parsed.data.grant) grant(state, subject.id, 'panel', event)
    else uphold(state, subject.id, event)
  },
  undecided(state, { subject }, event) {
    grant(state, subject.id, 'no-decision', event)
  },
}

/** Whether what was appealed against is over by other ways: lifted, or mended. */
function isMoot(state: AppealsRulesSlice, { against, by }: Appeal): boolean {
  if (against.kind === 'standing') return state.members.notices.get(by)?.seq !== against.seq
  return standingHiding(state.moderation.marked.get(against.text))?.seq !== against.seq
}

function grant(
  state: AppealsRulesSlice,
  id: string,
  how: 'panel' | 'no-decision',
  { at, seq }: PanelEvent,
): void {
  const appeal = state.appeals.appeals.get(id)
  if (appeal === undefined) return
  const moot = isMoot(state, appeal)
  state.appeals.appeals.set(id, { ...appeal, stage: { kind: 'granted', how, at, seq } })
  if (moot) return
  if (appeal.against.kind === 'hiding')
    endHiding(state, appeal.against.text, { kind: 'restored', how, at, seq })
  else state.members.notices.delete(appeal.by)
}

function uphold(state: AppealsRulesSlice, id: string, { at, seq }: PanelEvent): void {
  const appeal = state.appeals.appeals.get(id)
  if (appeal === undefined) return
  state.appeals.appeals.set(id, { ...appeal, stage: { kind: 'upheld', at, seq } })
  if (appeal.against.kind !== 'standing' || isMoot(state, appeal)) return
  const notice = state.members.notices.get(appeal.by)
  if (notice === undefined) return
  const until = Math.max(notice.until, at + MEND_DAYS * DAY)
  const { contested: _contested, ...rest } = notice
  state.members.notices.set(appeal.by, { ...rest, until })
  state.deadlines.set(STANDING_LAPSE, idAt(state.members, appeal.by), until)
}
