import { canonical } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { sealedTo } from './charge.ts'
import { caseIn, commitmentToMember, endCase, matterOf, type CasesRulesSlice } from './slice.ts'
import type { Ground } from './state.ts'

const shapes = {
  /** The charged member opens the commitment of an earlier case, which was theirs. Sealed: it names them in both. */
  'case.bar': z.strictObject({ case: uuidShape, earlier: uuidShape, salt: z.string().length(24) }),
  'case.stop': z.strictObject({ case: uuidShape }),
}

export type BarActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Stages in which a case can be stopped: it is known to the charged member, and no vote on it is open. */
const RUNNING = ['notice', 'hearing', 'found', 'appealable'] as const

/**
 * Nobody is charged twice. The record forgets whom an ended case was about, so it cannot see that itself: the charged member keeps the salt of
 * the case, and shows with it that what they are charged with now had to be charged then.
 */
export const barRules: Rules<CasesRulesSlice, BarActs> = {
  'case.bar': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['case.bar'],
    audience: sealedTo,
    check: (state, { body }) => checkBar(state, body),
    apply({ cases }, { body }) {
      const matter = cases.matters.get(body.case)
      if (matter !== undefined) cases.matters.set(body.case, { ...matter, barred: true })
    },
  },
  'case.stop': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['case.stop'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = caseIn(state, body.case, RUNNING)
      if (isRefusal(found)) return found
      const matter = matterOf(state, body.case)
      if (isRefusal(matter)) return matter
      return matter.barred ? undefined : refuse('not-barred')
    },
    apply(state, { at, body }) {
      endCase(state, body.case, at, 'charged-before')
    },
  },
}

/** A case bars another about the same member and the same ground, for whatever was done before it was opened, once notice was given in it. */
function checkBar(
  state: CasesRulesSlice,
  { case: id, earlier: before, salt }: BarActs['case.bar'],
): Refusal | undefined {
  const found = caseIn(state, id, RUNNING)
  if (isRefusal(found)) return found
  const earlier = state.cases.cases.get(before)
  if (earlier === undefined || before === id) return refuse('unknown-case', { case: before })
  if (earlier.stage.kind !== 'ended') return refuse('earlier-runs')
  const matter = matterOf(state, id)
  if (isRefusal(matter)) return matter
  const member = state.members.ids.at(matter.member) ?? ''
  if (commitmentToMember(before, member, salt) !== earlier.commitment) return refuse('earlier-other')
  const bars =
    earlier.charged !== null && isSame(earlier.ground, found.ground) && matter.deed.on <= earlier.at
  return bars ? undefined : refuse('earlier-bars-not')
}

/** The same point, or the same rule in whatever version. */
function isSame(a: Ground, b: Ground): boolean {
  const named = (ground: Ground) => canonical(ground.kind === 'unity' ? ground : { ...ground, version: 0 })
  return named(a) === named(b)
}
