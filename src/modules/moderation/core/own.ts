import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { MEMBERS, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { findCited, type HidingActs } from './hide.ts'
import { keyShape, refFields } from './shapes.ts'
import { findText, type FoundText, type TextsModerationSlice } from './texts.ts'
import type { ModerationRulesSlice } from './hide.ts'

const shape = z.strictObject({ ...refFields, text: keyShape })

export type OwnTextActs = { 'text.withdraw': z.infer<typeof shape>; 'text.erase': z.infer<typeof shape> }

/** What an author can do to a text, and nobody else: take it back, or erase it. That it existed stays. */
export const ownTextRules: Rules<ModerationRulesSlice, OwnTextActs> = {
  'text.withdraw': {
    since: 6,
    actors: ['member', 'lapsed'],
    shape,
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const found = findOwn(state, by, body)
      if (isRefusal(found)) return found
      const did = state.moderation.marked.get(found.key)?.own?.did
      if (did !== undefined) return refuse(did === 'erased' ? 'text-erased' : 'text-withdrawn')
      return checkOthers(state, body)
    },
    apply(state, { at, seq, body }) {
      markOwn(state, body, { did: 'withdrawn', at, seq })
    },
  },
  'text.erase': {
    since: 6,
    actors: ['member', 'lapsed'],
    shape,
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const found = findOwn(state, by, body)
      if (isRefusal(found)) return found
      if (state.moderation.marked.get(found.key)?.own?.did === 'erased') return refuse('text-erased')
      return found.held ? undefined : refuse('text-in-record')
    },
    apply(state, { at, seq, body }) {
      markOwn(state, body, { did: 'erased', at, seq })
    },
  },
}

function findOwn(
  state: TextsModerationSlice,
  by: string,
  body: HidingActs['text.lift'],
): FoundText | Refusal {
  const found = findCited(state, body)
  if (isRefusal(found)) return found
  return found.author === indexOf(state.members, by) ? found : refuse('not-your-text')
}

/** Once somebody else signed a report, it is no longer its author's to take back. */
function checkOthers(
  { motions }: TextsModerationSlice,
  { kind, id }: HidingActs['text.lift'],
): Refusal | undefined {
  const signers = kind === 'report' ? motions.reports.get(id)?.signers.length : 0
  return (signers ?? 0) > 0 ? refuse('report-signed-by-others') : undefined
}

function markOwn(
  state: TextsModerationSlice,
  { kind, about, id }: HidingActs['text.lift'],
  own: { readonly did: 'withdrawn' | 'erased'; readonly at: number; readonly seq: number },
): void {
  const ref = { kind, about, id }
  const found = findText(state, ref)
  if (isRefusal(found)) return
  const { key, unit, author } = found
  const hidings = state.moderation.marked.get(key)?.hidings ?? []
  state.moderation.marked.set(key, { key, ref, unit, author, hidings, own })
}
