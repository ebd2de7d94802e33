import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { holdsDuty } from '#modules/delegates/core'
import { indexOf } from '#modules/members/core'
import { countShape, MEMBERS, textShape, uuidShape, type Rules } from '#modules/record/core'
import type { UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import { conductBefore } from './conduct.ts'
import { keyShape, refFields } from './shapes.ts'
import { standingHiding, type Hiding, type HidingStage, type Marked, type TextRef } from './state.ts'
import { findText, type FoundText, type TextsModerationSlice } from './texts.ts'

export const MOST_REASON_LENGTH = 1000

/** Days in which an author can appeal. The floor is 14; no rules change it. */
const APPEAL_DAYS = 30

/** What one moderator can hide: in any 24 hours, and of one author in any seven days. Nobody is talked down by a moderator. */
const MOST_HIDDEN_A_DAY = 10
const MOST_OF_ONE_AUTHOR = 3
const AUTHOR_DAYS = 7

export type ModerationRulesSlice = TextsModerationSlice & UnitsSlice

const shapes = {
  'text.hide': z.strictObject({
    ...refFields,
    text: keyShape,
    rule: z.strictObject({
      unit: uuidShape,
      version: countShape(1, 1_000_000),
      number: countShape(1, 1000),
    }),
    /** Stays in the record for good: power gives an account of itself. */
    reason: textShape(MOST_REASON_LENGTH),
  }),
  'text.lift': z.strictObject({ ...refFields, text: keyShape }),
}

export type HidingActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Hiding a text that breaks a rule of conduct, and taking that back. Neither deletes anything: no moderator can erase. */
export const hidingRules: Rules<ModerationRulesSlice, HidingActs> = {
  'text.hide': {
    since: 6,
    actors: ['member'],
    shape: shapes['text.hide'],
    audience: () => MEMBERS,
    check(state, { at, by, body }) {
      const found = findCited(state, body)
      if (isRefusal(found)) return found
      const moderator = indexOf(state.members, by)
      const marked = state.moderation.marked.get(found.key)
      return (
        checkModerator(state, moderator, found) ??
        checkFree(marked) ??
        checkRule(state, found, body.rule) ??
        checkRate(state, moderator, found.author, at)
      )
    },
    apply(state, { at, seq, by, body: { kind, about, id, rule, reason } }) {
      const found = findText(state, { kind, about, id })
      if (isRefusal(found)) return
      const { key, unit, author } = found
      const before = state.moderation.marked.get(key)
      const hiding: Hiding = {
        ...{ by: indexOf(state.members, by), at, seq, rule, reason },
        ...{ appealUntil: at + APPEAL_DAYS * DAY, stage: { kind: 'hidden' } },
      }
      const hidings = [...(before?.hidings ?? []), hiding]
      const own = before?.own ?? null
      state.moderation.marked.set(key, { key, ref: { kind, about, id }, unit, author, hidings, own })
    },
  },
  'text.lift': {
    since: 6,
    actors: ['member'],
    shape: shapes['text.lift'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const marked = state.moderation.marked.get(body.text)
      if (marked === undefined || standingHiding(marked) === undefined) return refuse('not-hidden')
      if (!isSameRef(marked.ref, body)) return refuse('unknown-text', { ...marked.ref })
      const may = holdsDuty(state, indexOf(state.members, by), 'moderation', marked.unit)
      return may ? undefined : refuse('needs-duty', { duty: 'moderation' })
    },
    apply(state, { at, seq, body }) {
      endHiding(state, body.text, { kind: 'restored', how: 'lifted', at, seq })
    },
  },
}

/** Ends the hiding of a text that stands, if one does. */
export function endHiding({ moderation }: TextsModerationSlice, key: string, stage: HidingStage): void {
  const marked = moderation.marked.get(key)
  const hiding = standingHiding(marked)
  if (marked === undefined || hiding === undefined) return
  moderation.marked.set(key, { ...marked, hidings: [...marked.hidings.slice(0, -1), { ...hiding, stage }] })
}

/** The text that an act is about, which has to be the one that its sender saw: a statement can be replaced meanwhile. */
export function findCited(
  state: TextsModerationSlice,
  { kind, about, id, text }: HidingActs['text.lift'],
): FoundText | Refusal {
  const found = findText(state, { kind, about, id })
  if (isRefusal(found)) return found
  if (found.key !== text) return refuse('text-replaced')
  // Salts are drawn by the server, so no two texts have one hash; if one was copied, it is not the text that was marked.
  const marked = state.moderation.marked.get(text)
  return marked === undefined || isSameRef(marked.ref, { kind, about, id }) ? found : refuse('text-replaced')
}

/** Whether two references are to one text. */
export function isSameRef(a: TextRef, b: TextRef): boolean {
  return a.kind === b.kind && a.about === b.about && a.id === b.id
}

function checkModerator(
  state: ModerationRulesSlice,
  moderator: number,
  { unit, author, concerned }: FoundText,
): Refusal | undefined {
  if (!holdsDuty(state, moderator, 'moderation', unit)) return refuse('needs-duty', { duty: 'moderation' })
  if (author === moderator) return refuse('own-text')
  return concerned.includes(moderator) ? refuse('moderator-concerned') : undefined
}

/** A text that was restored stays so: else whoever lost an appeal could begin again. */
function checkFree(marked: Marked | undefined): Refusal | undefined {
  if (standingHiding(marked) !== undefined) return refuse('hidden-already')
  if (marked !== undefined && marked.own !== null)
    return refuse(marked.own.did === 'erased' ? 'text-erased' : 'text-withdrawn')
  const restored = marked?.hidings.find(({ stage }) => stage.kind === 'restored' && stage.how !== 'lifted')
  return restored === undefined ? undefined : refuse('restored-before')
}

function checkRule(
  state: ModerationRulesSlice,
  { unit, seq }: FoundText,
  cited: HidingActs['text.hide']['rule'],
): Refusal | undefined {
  const conduct = conductBefore(state, unit, seq)
  if (conduct === undefined) return refuse('no-conduct-rules')
  const isThat = conduct.unit === cited.unit && conduct.version === cited.version
  return isThat && cited.number <= conduct.rules.length ? undefined : refuse('other-conduct-rule')
}

function checkRate(
  { moderation }: ModerationRulesSlice,
  moderator: number,
  author: number,
  now: Instant,
): Refusal | undefined {
  let today = 0
  let ofAuthor = 0
  for (const marked of moderation.marked.values())
    for (const { by, at } of marked.hidings) {
      if (by !== moderator) continue
      if (at > now - DAY) today++
      if (marked.author === author && at > now - AUTHOR_DAYS * DAY) ofAuthor++
    }
  if (today >= MOST_HIDDEN_A_DAY) return refuse('hidden-too-many', { most: MOST_HIDDEN_A_DAY })
  return ofAuthor >= MOST_OF_ONE_AUTHOR
    ? refuse('hidden-too-many-of-one', { most: MOST_OF_ONE_AUTHOR, days: AUTHOR_DAYS })
    : undefined
}
