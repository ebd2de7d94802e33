import { atLeast } from '#kernel/fraction'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { vacate } from '#modules/delegates/core'
import { indexOf } from '#modules/members/core'
import { heldTextShape, MEMBERS, PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import { electionsOf } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import {
  isOnRoll,
  rollOf,
  secrecyOf,
  VOTE_OPEN,
  type VoteSubject,
  clearOpening,
  setOpening,
} from '#modules/voting/core'
import { z } from 'zod'
import { announcedAt, RECALL_LAPSE, type ElectionsRulesSlice } from './slice.ts'
import type { Recall } from './state.ts'

/** Days after a recall was voted down in which the same mandate cannot be put to the vote again. */
const RECALL_REST_DAYS = 90

/** The law from which on a petition keeps the rules under which it began. */
const RULES_PINNED = 6

const petitionShape = z.strictObject({ petition: uuidShape })
const shapes = {
  'recall.petition': z.strictObject({ petition: uuidShape, mandate: uuidShape, reason: heldTextShape }),
  'recall.sign': petitionShape,
  'recall.lapse': petitionShape,
}

export type RecallActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Recalling whoever holds an office: enough signatures put it to the vote by themselves, and nobody can stop it. */
export const recallRules: Rules<ElectionsRulesSlice, RecallActs> = {
  'recall.petition': {
    since: 3,
    actors: ['member'],
    shape: shapes['recall.petition'],
    audience: () => MEMBERS,
    check(state, { at, by, body }) {
      const mandate = state.delegates.mandates.get(body.mandate)
      if (mandate?.ended !== null) return refuse('unknown-mandate', { mandate: body.mandate })
      if (state.elections.recalls.has(body.petition)) return refuse('id-taken', { id: body.petition })
      return checkVoter(state, mandate.unit, by, at) ?? checkRest(state, mandate.id, by, at)
    },
    apply(state, { at, by, seq, body: { petition, mandate, reason } }) {
      const unit = state.delegates.mandates.get(mandate)?.unit ?? ''
      const version = rulesFor(state, unit)
      const rules = electionsOf(version.rules)
      const needed = Math.max(1, atLeast(rules.recallShare, rollOf(state, unit, at).size))
      const until = at + rules.recallDays * DAY
      const index = indexOf(state.members, by)
      put(state, {
        ...{ id: petition, mandate, unit, by: index, signers: [index], needed, reason: reason.hash, at, seq },
        ...(state.head.get().law < RULES_PINNED ? {} : { rules: version }),
        stage: { kind: 'signing', until },
      })
      state.deadlines.set(RECALL_LAPSE, petition, until)
      openIfSigned(state, petition, at)
    },
  },
  'recall.sign': {
    since: 3,
    actors: ['member'],
    shape: shapes['recall.sign'],
    audience: () => MEMBERS,
    check(state, { at, by, body }) {
      const recall = state.elections.recalls.get(body.petition)
      if (recall === undefined) return refuse('unknown-petition', { petition: body.petition })
      if (recall.stage.kind !== 'signing') return refuse('petition-over')
      if (state.delegates.mandates.get(recall.mandate)?.ended !== null)
        return refuse('unknown-mandate', { mandate: recall.mandate })
      if (recall.signers.includes(indexOf(state.members, by))) return refuse('signed-already')
      return checkVoter(state, recall.unit, by, at)
    },
    apply(state, { at, by, body }) {
      const recall = state.elections.recalls.get(body.petition)
      if (recall === undefined) return
      put(state, { ...recall, signers: [...recall.signers, indexOf(state.members, by)] })
      openIfSigned(state, recall.id, at)
    },
  },
  'recall.lapse': {
    since: 3,
    actors: ['clerk'],
    shape: shapes['recall.lapse'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const stage = state.elections.recalls.get(body.petition)?.stage
      return stage?.kind === 'signing' && stage.until <= at
        ? undefined
        : refuse('not-due', { kind: RECALL_LAPSE })
    },
    apply(state, { at, body }) {
      state.deadlines.clear(RECALL_LAPSE, body.petition)
      const recall = state.elections.recalls.get(body.petition)
      if (recall !== undefined) put(state, { ...recall, stage: { kind: 'lapsed', at } })
    },
  },
}

/** The vote on a recall: yes or no, by the majority that motions have. */
export const recallSubject: VoteSubject<ElectionsRulesSlice> = {
  opening(state, id, at) {
    const recall = state.elections.recalls.get(id)
    if (recall?.stage.kind !== 'ready') return refuse('not-due', { kind: VOTE_OPEN })
    const { rules } = recall.rules ?? rulesFor(state, recall.unit)
    const { majorities, quorum, votingHours } = rules
    const secret = secrecyOf(state, recall.unit, rules.ballots, 'recalls')
    const announced = announcedAt(state, recall)
    const items = [{ id, majority: majorities.ordinary }]
    return { unit: recall.unit, items, quorum, closes: at + votingHours * HOUR, announced, secret }
  },
  opened(state, vote) {
    clearOpening(state, vote.subject)
    const recall = state.elections.recalls.get(vote.subject.id)
    if (recall !== undefined) put(state, { ...recall, stage: { kind: 'voting', vote: vote.id } })
  },
  settle: (_state, _vote, results) => ({ recalled: results[0]?.outcome === 'adopted' }),
  settled(state, vote, settlement, { at }) {
    const parsed = z.strictObject({ recalled: z.boolean() }).safeParse(settlement)
    const recall = state.elections.recalls.get(vote.subject.id)
    if (recall === undefined || !parsed.success) return
    const { recalled } = parsed.data
    put(state, { ...recall, stage: { kind: 'decided', vote: vote.id, recalled, at } })
    if (recalled) vacate(state, recall.mandate, at)
  },
}

function put({ elections }: ElectionsRulesSlice, recall: Recall): void {
  elections.recalls.set(recall.id, recall)
}

function openIfSigned(state: ElectionsRulesSlice, id: string, at: Instant): void {
  const recall = state.elections.recalls.get(id)
  if (recall === undefined || recall.signers.length < recall.needed) return
  put(state, { ...recall, stage: { kind: 'ready' } })
  state.deadlines.clear(RECALL_LAPSE, id)
  setOpening(state, { kind: 'recall', id }, at)
}

/** Whoever has a vote in the unit may petition and sign. */
function checkVoter(state: ElectionsRulesSlice, unit: string, by: string, at: Instant): Refusal | undefined {
  return isOnRoll(state, unit, indexOf(state.members, by), at) ? undefined : refuse('not-of-unit', { unit })
}

/**
 * One petition about a mandate at a time, and none for a while after the members voted one down. One that lapsed shields nobody:
 * a friend of whoever holds the office could start it for that; only who started it has to leave the next to others.
 */
function checkRest(
  { elections, members }: ElectionsRulesSlice,
  mandate: string,
  by: string,
  at: Instant,
): Refusal | undefined {
  for (const { stage, mandate: about, by: starter } of elections.recalls.values()) {
    if (about !== mandate) continue
    if (stage.kind === 'lapsed') {
      if (starter === indexOf(members, by)) return refuse('petitioned-before')
    } else if (stage.kind !== 'decided') return refuse('petition-under-way')
    else if (at < stage.at + RECALL_REST_DAYS * DAY)
      return refuse('recall-rests', { until: stage.at + RECALL_REST_DAYS * DAY })
  }
  return undefined
}
