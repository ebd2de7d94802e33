import { derivedUuid } from '#kernel/ids'
import { isRefusal, refuse } from '#kernel/refusal'
import { homeAt, idAt, indexOf, STANDING_LAPSE } from '#modules/members/core'
import {
  findText,
  isSameRef,
  keyShape,
  refFields,
  standingHiding,
  type ModerationRulesSlice,
} from '#modules/moderation/core'
import { callPanel, type PanelsRulesSlice } from '#modules/panels/core'
import { heldTextShape, MEMBERS, uuidShape, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { appealAgainst, type Appeal, type AppealsSlice } from './state.ts'

export type AppealsRulesSlice = ModerationRulesSlice & PanelsRulesSlice & AppealsSlice

/** Members of a panel on an appeal, and days it has from when all sit. */
const PANEL_SIZE = 3
const DECIDE_DAYS = 14
const MOST_EXCLUDED = 100

const shapes = {
  'hiding.appeal': z.strictObject({ appeal: uuidShape, ...refFields, text: keyShape, reason: heldTextShape }),
  'standing.contest': z.strictObject({ appeal: uuidShape, reason: heldTextShape }),
}

export type AppealActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Asking a panel drawn by lot to look at what an officer did. */
export const appealRules: Rules<AppealsRulesSlice, AppealActs> = {
  'hiding.appeal': {
    since: 6,
    actors: ['member', 'lapsed'],
    shape: shapes['hiding.appeal'],
    audience: () => MEMBERS,
    check(state, { at, by, body }) {
      if (state.appeals.appeals.has(body.appeal)) return refuse('id-taken', { id: body.appeal })
      const marked = state.moderation.marked.get(body.text)
      const hiding = standingHiding(marked)
      if (marked === undefined || hiding === undefined) return refuse('not-hidden')
      if (!isSameRef(marked.ref, body)) return refuse('unknown-text', { ...marked.ref })
      if (marked.author !== indexOf(state.members, by)) return refuse('not-your-text')
      if (at >= hiding.appealUntil) return refuse('appeal-late', { until: hiding.appealUntil })
      return appealAgainst(state, hiding.seq) === undefined ? undefined : refuse('appealed-already')
    },
    apply(state, { at, seq, by, body }) {
      const marked = state.moderation.marked.get(body.text)
      const hiding = standingHiding(marked)
      if (marked === undefined || hiding === undefined) return
      const found = findText(state, marked.ref)
      const concerned = isRefusal(found) ? [] : found.concerned
      const against = { kind: 'hiding' as const, text: body.text, seq: hiding.seq }
      const [author, officer] = [indexOf(state.members, by), hiding.by]
      open(
        state,
        {
          ...{ id: body.appeal, against, unit: marked.unit, by: author, officer },
          ...{ reason: body.reason.hash, at, seq },
        },
        concerned,
      )
    },
  },
  'standing.contest': {
    since: 6,
    actors: ['member'],
    shape: shapes['standing.contest'],
    audience: () => MEMBERS,
    check(state, { at, by, body }) {
      if (state.appeals.appeals.has(body.appeal)) return refuse('id-taken', { id: body.appeal })
      const notice = state.members.notices.get(indexOf(state.members, by))
      if (notice?.by === undefined || at >= notice.until) return refuse('no-notice')
      return notice.contested === true ? refuse('appealed-already') : undefined
    },
    // The notice runs no further: until the panel has decided, nothing lapses.
    apply(state, { at, seq, by, body }) {
      const member = indexOf(state.members, by)
      const notice = state.members.notices.get(member)
      if (notice?.by === undefined) return
      state.deadlines.clear(STANDING_LAPSE, by)
      state.members.notices.set(member, { ...notice, contested: true })
      const against = { kind: 'standing' as const, seq: notice.seq }
      const { id: unit } = homeAt(state, member)
      open(
        state,
        {
          ...{ id: body.appeal, against, unit, by: member, officer: notice.by },
          ...{ reason: body.reason.hash, at, seq },
        },
        [],
      )
    },
  },
}

function open(
  state: AppealsRulesSlice,
  appeal: Omit<Appeal, 'panel' | 'stage'>,
  concerned: readonly number[],
): void {
  const { id, unit, by, officer, at } = appeal
  const panel = derivedUuid('panel', id)
  state.appeals.appeals.set(id, { ...appeal, panel, stage: { kind: 'pending' } })
  const [member, other] = [by, officer].map((index) => idAt(state.members, index))
  const excluded = [...new Set([by, officer, ...concerned])].slice(0, MOST_EXCLUDED)
  callPanel(
    state,
    {
      ...{
        id: panel,
        subject: { kind: 'appeal', id },
        asked: unit,
        size: PANEL_SIZE,
        decideDays: DECIDE_DAYS,
      },
      sides: [
        { name: 'member', members: [member ?? ''] },
        { name: 'officer', members: [other ?? ''] },
      ],
      excluded: excluded.map((index) => idAt(state.members, index)),
    },
    at,
  )
}
