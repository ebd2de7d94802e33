import { refuse, type Refusal } from '#kernel/refusal'
import { checkSender } from '#modules/delegates/core'
import type { Amendment, Motion, MotionsState, StageKind } from '#modules/motions/core'
import { uuidShape, type EnactmentRule } from '#modules/record/core'
import { CHOICES } from '#modules/voting/core'
import { z } from 'zod'
import type { CouncilsSlice } from './seats.ts'
import type { Binding } from './state.ts'

export type BindingSlice = CouncilsSlice & { readonly motions: MotionsState }

const bindShape = z.strictObject({
  kind: z.literal('mandate.bind'),
  council: uuidShape,
  /** A motion of the council, or an amendment to one; null where the motion's text binds in general. */
  question: uuidShape.nullable(),
  answer: z.enum(CHOICES).nullable(),
})
/** A binding has the id of the motion that made it. */
const releaseShape = z.strictObject({ kind: z.literal('mandate.release'), binding: uuidShape })

export type BindingEnactments = {
  'mandate.bind': z.infer<typeof bindShape>
  'mandate.release': z.infer<typeof releaseShape>
}

/** Binding the delegates that a unit sends, and releasing them. It blocks no ballot: a departure is seen, not prevented. */
export const bindingEnactments: {
  readonly [Kind in keyof BindingEnactments]: EnactmentRule<BindingSlice, BindingEnactments[Kind]>
} = {
  'mandate.bind': {
    since: 3,
    shape: bindShape,
    question: () => 'ordinary',
    check(state, { unit }, { council, question, answer }) {
      const refusal = checkSender(state.units, unit, council)
      if (refusal !== undefined) return refusal
      if ((question === null) !== (answer === null)) return refuse('answer-missing')
      return question === null ? undefined : checkQuestion(state, council, question)
    },
    apply({ councils }, { seq, at, unit, motion }, { council, question, answer }) {
      const same = bindingsOf(councils.bindings.values(), unit, council).find(
        (each) => question !== null && each.question === question,
      )
      if (same !== undefined) councils.bindings.set(same.motion, { ...same, ended: at })
      councils.bindings.set(motion, { motion, unit, council, question, answer, seq, at, ended: null })
    },
  },
  'mandate.release': {
    since: 3,
    shape: releaseShape,
    question: () => 'ordinary',
    check({ councils }, { unit }, { binding: id }) {
      const binding = councils.bindings.get(id)
      if (binding?.ended !== null) return refuse('unknown-binding', { binding: id })
      return binding.unit === unit ? undefined : refuse('unit-elsewhere', { unit: binding.unit })
    },
    apply({ councils }, { at }, { binding: id }) {
      const binding = councils.bindings.get(id)
      if (binding !== undefined) councils.bindings.set(id, { ...binding, ended: at })
    },
  },
}

/** What a unit wants of its delegates in a council now. */
function bindingsOf(bindings: Iterable<Binding>, unit: string, council: string): readonly Binding[] {
  return [...bindings].filter((each) => each.ended === null && each.unit === unit && each.council === council)
}

const OPEN_TO_ALL: readonly StageKind[] = ['seconding', 'debate', 'amending']
const OPEN_TO_MOTION: readonly StageKind[] = [...OPEN_TO_ALL, 'amended', 'voting', 'review', 'review-voting']

/** A question of a council that can be bound on: a motion, or an amendment to one, that is not decided yet. */
export function questionOf(
  { motions }: { readonly motions: MotionsState },
  id: string,
): { readonly motion: Motion; readonly amendment: Amendment | null; readonly open: boolean } | undefined {
  const amendment = motions.amendments.get(id) ?? null
  const motion = motions.motions.get(amendment?.motion ?? id)
  if (motion === undefined) return undefined
  const stages = amendment === null ? OPEN_TO_MOTION : OPEN_TO_ALL
  const isLost = amendment !== null && amendment.stage.kind !== 'proposed'
  return { motion, amendment, open: stages.includes(motion.stage.kind) && !isLost }
}

function checkQuestion(state: BindingSlice, council: string, id: string): Refusal | undefined {
  const question = questionOf(state, id)
  if (question?.motion.unit !== council) return refuse('unknown-question', { question: id })
  return question.open ? undefined : refuse('question-over', { number: question.motion.number })
}
