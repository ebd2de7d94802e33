import { refuse, type Refusal } from '#kernel/refusal'
import { CLERK, NOBODY, type Header } from '#modules/record/core'
import { signedActsOf } from '#modules/rulebook/core'
import { rulesFor, type UnitsSlice } from '#modules/units/core'

/** Why an act of office cannot be entered unsigned: the rules of its unit demand a signature for it. */
export function checkDemanded(state: UnitsSlice, { by, sig, type, unit }: Header): Refusal | undefined {
  if (sig !== undefined || by === CLERK || by === NOBODY) return undefined
  const place = unit ?? state.units.organization.get()?.root
  if (place === undefined || !signedActsOf(rulesFor(state, place).rules).includes(type)) return undefined
  return refuse('signature-demanded', { type })
}
