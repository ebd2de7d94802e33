import { canonical } from '#kernel/canonical'
import { sha256Base64 } from '#kernel/hash'
import { idAt, type MembersSlice } from '#modules/members/core'
import type { PanelsSlice } from '#modules/panels/core'
import type { Case, CaseStage, Matter, ProtectionStage } from './state.ts'

type Slice = MembersSlice & PanelsSlice

type Stage = `${CaseStage['kind']}/${number}`
/** Steps of a case, each of which its people are told of once: where the case stands, and what is to hold before it is decided. */
export type CaseStep = Stage | `${Stage} protection/${ProtectionStage['kind']}/${number}` | 'called' | 'over'

/** Somebody to be told that a case has come to a step, and the name under which they are told once. */
export interface CaseLetter {
  readonly member: string
  /** Made with what is sealed: whoever finds it cannot tell the case. */
  readonly key: string
}

/** Who is told of where a case stands now: whoever was asked to charge, and from the notice on all whom it concerns. */
export function lettersOf(state: Slice, found: Case, matter: Matter): readonly CaseLetter[] {
  const { stage } = found
  const step: Stage = `${stage.kind}/${'round' in stage ? stage.round : 0}`
  const letter = letterOf(state, found, matter)
  if (stage.kind === 'signing')
    return matter.asked.filter((each) => !matter.signed.includes(each)).map(letter(step))
  return [
    ...partiesOf(state, found, matter).map(letter(withProtection(found, step))),
    ...matter.witnesses.map(({ member }) => member).map(letter('called')),
  ]
}

function withProtection({ protection }: Case, step: Stage): CaseStep {
  if (protection === undefined) return step
  const { stage } = protection
  return `${step} protection/${stage.kind}/${'round' in stage ? stage.round : protection.votes.length}`
}

/** Who is told that a case is over, by what was sealed in it before: nobody is left in it to be asked. */
export function lettersOfEnd(state: Slice, before: Case, matter: Matter): readonly CaseLetter[] {
  // Whoever would have been charged was never told, and is not told that it came to nothing.
  const told = before.charged === null ? matter.asked : partiesOf(state, before, matter)
  return told.map(letterOf(state, before, matter)('over'))
}

function letterOf(state: Slice, { id }: Case, { salt }: Matter) {
  return (step: CaseStep) =>
    (index: number): CaseLetter => {
      const member = idAt(state.members, index)
      const text = canonical({ what: 'plenum/case-letter/1', case: id, salt, step, member })
      return { member, key: `case/${sha256Base64(text)}` }
    }
}

/** Both sides, and whoever has taken a seat on the panel. */
function partiesOf({ members, panels }: Slice, { panel }: Case, matter: Matter): readonly number[] {
  const seats = panels.panels.get(panel ?? '')?.seats ?? []
  const sitting = seats.flatMap(({ member, accepted }) =>
    accepted === null ? [] : (members.indices.get(member) ?? []),
  )
  return [...new Set([matter.member, ...matter.signed, ...sitting])]
}
