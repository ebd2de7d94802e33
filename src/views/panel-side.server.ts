import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { commitmentTo } from '#modules/counting/core'
import type { Held } from '#modules/record'
import { checkHeldText, NOBODY } from '#modules/record/core'
import { speaksFor, type Org } from '#organization'

/** What is entered about a panel: by the member, unless it is said by whom. */
export interface OnPanel {
  readonly body: Readonly<Record<string, Json>>
  readonly by?: string
  readonly alongside?: readonly CompiledQuery[]
}

/**
 * What a side of a panel enters: in the member's name where the record names the side, else in nobody's. Whether they speak for it is
 * asked here, because then only the server can know.
 */
export function forSide(
  org: Org,
  id: string,
  { member, side: name }: { readonly member: string; readonly side: string },
  deed: (side: string) => OnPanel | Refusal,
): OnPanel | Refusal {
  const panel = org.panels.panels.get(id)
  const side = panel?.sides.find((each) => each.name === name)
  if (panel === undefined || side === undefined || !speaksFor(org, panel, name, member))
    return refuse('not-of-side')
  const entering = deed(name)
  return isRefusal(entering) ? entering : { ...entering, ...(side.members === null ? { by: NOBODY } : {}) }
}

/** Commits a side to words for the lot. Whoever distrusts the server gives the hash itself. */
export function commitWords(words: string): (side: string) => OnPanel | Refusal {
  const isHash = /^[A-Za-z0-9+/]{43}=$/.test(words)
  return (side) =>
    words === ''
      ? refuse('words-missing')
      : { body: { side, commitment: isHash ? words : commitmentTo(words, side) } }
}

/** Opens the words that a side has committed to. */
export function openWords(seed: string): (side: string) => OnPanel | Refusal {
  return (side) => (seed === '' ? refuse('words-missing') : { body: { side, seed } })
}

/** Challenges somebody of the panel; a first challenge needs no reason, which is then empty. */
export function challenge(
  member: string,
  reason: string,
  hold: (text: string) => Held,
): (side: string) => OnPanel | Refusal {
  return (side) => {
    if (reason === '') return { body: { side, member, reason: null } }
    const refusal = checkHeldText(reason)
    if (refusal !== undefined) return refusal
    const { ref, row } = hold(reason)
    return { body: { side, member, reason: ref }, alongside: [row] }
  }
}
