import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { heldTextShape, MEMBERS, uuidShape, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { checkTendencyName } from './acts.ts'
import { checkPlatform, nameShape, platformShape } from './platform.ts'
import { checkListing } from './signing.ts'
import { livingTendency, TENDENCY_REVIEW, type TendenciesRulesSlice } from './slice.ts'
import {
  putTendency,
  type Proposal,
  type TendenciesSlice,
  type Tendency,
  type TendencyChange,
} from './state.ts'
import { checkSignatory, checkUnderName } from './under-name.ts'

/** UTF-16 units of what a tendency says beside a motion: the same space for each, and for the motion's movers. */
export const MOST_TENDENCY_STATEMENT = 5000
const MOST_PROPOSALS_EACH = 20

/** Stages of a motion in which a tendency can say something beside it, and say it anew. */
const SPEAKING: readonly string[] = [
  'seconding',
  'debate',
  'amending',
  'amended',
  'voting',
  'review',
  'review-voting',
]

const changeShape: z.ZodType<TendencyChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('platform'), platform: platformShape }),
  z.strictObject({ kind: z.literal('name'), name: nameShape }),
  z.strictObject({ kind: z.literal('end') }),
])
const shapes = {
  'tendency.change': z.strictObject({ proposal: uuidShape, tendency: uuidShape, change: changeShape }),
  'tendency.agree': z.strictObject({ tendency: uuidShape, proposal: uuidShape }),
  'tendency.state': z.strictObject({ tendency: uuidShape, motion: uuidShape, text: heldTextShape }),
}

export type TendencyOwnActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** What a tendency decides about itself, by more than half of its signatories, and what it says beside motions. */
export const tendencyOwnRules: Rules<TendenciesRulesSlice, TendencyOwnActs> = {
  'tendency.change': {
    since: 5,
    actors: ['member'],
    shape: shapes['tendency.change'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const tendency = livingTendency(state, body.tendency)
      if (isRefusal(tendency)) return tendency
      if (state.tendencies.proposals.has(body.proposal)) return refuse('id-taken', { id: body.proposal })
      const open = proposalsOf(state, tendency.id).filter(({ held }) => held === null)
      if (open.filter((each) => each.by === indexOf(state.members, by)).length >= MOST_PROPOSALS_EACH)
        return refuse('too-many-proposals', { most: MOST_PROPOSALS_EACH })
      return checkSignatory(state, tendency, by) ?? checkChange(state, tendency, body.change)
    },
    apply(state, { at, seq, by, body }) {
      const { proposal: id, tendency, change } = body
      const proposer = indexOf(state.members, by)
      const agreed = [proposer]
      holdIfAgreed(state, { id, tendency, by: proposer, at, seq, change, agreed, held: null }, { at, seq })
    },
  },
  'tendency.agree': {
    since: 5,
    actors: ['member'],
    shape: shapes['tendency.agree'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const tendency = livingTendency(state, body.tendency)
      if (isRefusal(tendency)) return tendency
      return checkListing(tendency, true) ?? checkAgrees(state, tendency, body.proposal, by)
    },
    apply(state, { at, seq, by, body }) {
      agree(state, body.proposal, indexOf(state.members, by), { at, seq })
    },
  },
  'tendency.state': {
    since: 5,
    actors: ['member'],
    shape: shapes['tendency.state'],
    audience: () => MEMBERS,
    check(state, { by, law, body }) {
      const motion = state.motions.motions.get(body.motion)
      if (motion === undefined) return refuse('unknown-motion', { motion: body.motion })
      if (!SPEAKING.includes(motion.stage.kind)) return refuse('statement-late')
      const { length } = body.text
      if (length > MOST_TENDENCY_STATEMENT)
        return refuse('statement-too-long', { length, most: MOST_TENDENCY_STATEMENT })
      return checkUnderName(state, body.tendency, { by, unit: motion.unit, law })
    },
    apply(state, { at, seq, by, body: { tendency, motion, text } }) {
      const said = state.tendencies.statements.get(motion) ?? []
      const others = said.filter((each) => each.tendency !== tendency)
      const mine = { tendency, motion, by: indexOf(state.members, by), text: text.hash, at, seq }
      state.tendencies.statements.set(motion, [...others, mine])
    },
  },
}

/** Why a member cannot agree to what is put to the signatories. */
export function checkAgrees(
  state: TendenciesRulesSlice,
  tendency: Tendency,
  id: string,
  member: string,
): Refusal | undefined {
  const proposal = state.tendencies.proposals.get(id)
  if (proposal?.tendency !== tendency.id) return refuse('unknown-proposal', { proposal: id })
  if (proposal.held !== null) return refuse('proposal-held')
  if (proposal.agreed.includes(indexOf(state.members, member))) return refuse('agreed-already')
  // What it is about may have changed since it was proposed.
  return checkSignatory(state, tendency, member) ?? checkChange(state, tendency, proposal.change)
}

/** One signatory more agrees. */
export function agree(
  state: TendenciesRulesSlice,
  id: string,
  index: number,
  when: { readonly at: Instant; readonly seq: number },
): void {
  const proposal = state.tendencies.proposals.get(id)
  if (proposal !== undefined) holdIfAgreed(state, { ...proposal, agreed: [...proposal.agreed, index] }, when)
}

/** What was proposed to the signatories of a tendency, oldest first. */
export function proposalsOf({ tendencies }: TendenciesSlice, tendency: string): readonly Proposal[] {
  return [...tendencies.proposals.values()].filter((each) => each.tendency === tendency)
}

function checkChange(
  state: TendenciesRulesSlice,
  { id, unit }: Tendency,
  change: TendencyChange,
): Refusal | undefined {
  if (change.kind === 'platform') return checkPlatform(state, unit, change.platform)
  return change.kind === 'name' ? checkTendencyName(state, unit, change.name, id) : undefined
}

/** Writes a proposal, and does what it says once more than half of the signatories agree. */
function holdIfAgreed(
  state: TendenciesRulesSlice,
  proposal: Proposal,
  { at, seq }: { readonly at: Instant; readonly seq: number },
): void {
  const { tendency: id, change } = proposal
  const tendency = state.tendencies.tendencies.get(id)
  if (tendency === undefined) return
  const agreed = proposal.agreed.filter((index) => tendency.signatories.includes(index)).length
  const holds = agreed * 2 > tendency.signatories.length
  state.tendencies.proposals.set(proposal.id, { ...proposal, held: holds ? seq : null })
  if (!holds) return
  if (change.kind === 'platform')
    putTendency(state, id, { platform: change.platform, revision: tendency.revision + 1 })
  if (change.kind === 'name') putTendency(state, id, { name: change.name })
  if (change.kind !== 'end') return
  putTendency(state, id, { stage: { kind: 'ended', at, why: 'own-decision' } })
  state.deadlines.clear(TENDENCY_REVIEW, id)
}
