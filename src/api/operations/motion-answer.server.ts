import type { z } from 'zod'
import type { Motion } from '#modules/motions/core'
import type { AnyEnactment } from '#organization'
import { textsOf } from '#views/read.server.ts'
import type { viewMotion } from '#views/view-motion.server.ts'
import { whoIs } from '#views/who.server.ts'
import { countedAnswer } from '../shapes/counted.ts'
import type { motionShape } from '../shapes/motion.ts'

type View = NonNullable<ReturnType<typeof viewMotion>>
type Answer = z.input<typeof motionShape>
type WhoIs = Awaited<ReturnType<typeof whoIs>>

/** What the API says of a motion: the same as its page shows, with names and texts in place. */
export async function motionAnswer({
  motion,
  view,
  enactment,
  unit,
}: {
  readonly motion: Motion
  readonly view: View
  readonly enactment: AnyEnactment
  readonly unit: Answer['unit']
}): Promise<Answer> {
  const [who, texts] = await Promise.all([whoIs(view.people), textsOf(view.texts)])
  const { amendments, speeches, decision, entered, diffs, rules, steps, may } = view
  return {
    ...view.motion,
    unit,
    by: who(view.motion.by),
    enactment,
    proposed: motion.proposed,
    diffs,
    rules,
    steps,
    may,
    seconds: { ...view.seconds, by: view.seconds.by.map(who) },
    amendments: {
      ...amendments,
      items: amendments.list.map((each) => ({
        ...each,
        by: who(each.by),
        reason: each.reason === null ? null : (texts.get(each.reason) ?? ''),
      })),
    },
    speeches: speeches.total,
    decision: decision === undefined ? null : decisionAnswer(decision, who),
    entered: entered === undefined ? null : { ...entered, counted: countedAnswer(entered.counted) },
  }
}

function decisionAnswer(decision: NonNullable<View['decision']>, who: WhoIs): Answer['decision'] {
  const { counted, amendments, reports } = decision
  return {
    ...decision,
    counted: counted === null ? null : countedAnswer(counted),
    amendments:
      amendments === null
        ? null
        : {
            ...amendments,
            results: amendments.results.map((each) => ({ ...each, counted: countedAnswer(each.counted) })),
          },
    reports: reports.map((each) => ({ ...each, by: who(each.by), signers: each.signers.map(who) })),
  }
}
