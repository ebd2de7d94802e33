import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf, statusOf } from '#modules/members/core'
import { memberIdShape, uuidShape, type Audience, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { agree, checkAgrees } from './own-acts.ts'
import { checkListing, checkSigns, checkTaken, leave, sign, takeIn } from './signing.ts'
import { livingTendency, type TendenciesRulesSlice } from './slice.ts'
import type { Tendency } from './state.ts'
import { checkSignatory } from './under-name.ts'

/** `member` is who does it: the header of such an entry names nobody. */
const unlistedShape = z.strictObject({ tendency: uuidShape, member: memberIdShape })
const shapes = {
  'unlisted.sign': unlistedShape,
  'unlisted.take': unlistedShape.extend({ taken: memberIdShape }),
  'unlisted.leave': unlistedShape,
  'unlisted.agree': unlistedShape.extend({ proposal: uuidShape }),
}

export type UnlistedActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }
type Unlisted = z.infer<typeof unlistedShape>

/** Bodies are open to the signatories and to whom they name; to everybody else a closed entry of nobody. */
const audience = ({ tendency, member }: Unlisted): Audience => ({ kind: 'signatories', tendency, member })
const kind = { since: 6, actors: ['nobody'], unnamed: true, audience } as const

/**
 * Signing, taking in, leaving and agreeing in a tendency that does not list its signatories. The server knows who asks, and enters it
 * for nobody; so only the server attests who it was, and no device key signs it.
 */
export const unlistedRules: Rules<TendenciesRulesSlice, UnlistedActs> = {
  'unlisted.sign': {
    ...kind,
    shape: shapes['unlisted.sign'],
    check(state, { body }) {
      const tendency = unlistedTendency(state, body)
      if (isRefusal(tendency)) return tendency
      return checkStanding(state, body) ?? checkSigns(state, tendency, indexOf(state.members, body.member))
    },
    apply(state, { body }) {
      sign(state, body.tendency, indexOf(state.members, body.member))
    },
  },
  'unlisted.take': {
    ...kind,
    shape: shapes['unlisted.take'],
    check(state, { body }) {
      const tendency = unlistedTendency(state, body)
      if (isRefusal(tendency)) return tendency
      return (
        checkStanding(state, body) ??
        checkTaken(state, tendency, body.taken) ??
        checkSignatory(state, tendency, body.member)
      )
    },
    apply(state, { at, body }) {
      takeIn(state, body.tendency, indexOf(state.members, body.taken), at)
    },
  },
  'unlisted.leave': {
    ...kind,
    shape: shapes['unlisted.leave'],
    check(state, { body }) {
      const tendency = unlistedTendency(state, body)
      if (isRefusal(tendency)) return tendency
      const index = state.members.indices.get(body.member) ?? -1
      return tendency.waiting.includes(index) ? undefined : checkSignatory(state, tendency, body.member)
    },
    apply(state, { body }) {
      leave(state, body.tendency, indexOf(state.members, body.member))
    },
  },
  'unlisted.agree': {
    ...kind,
    shape: shapes['unlisted.agree'],
    check(state, { body }) {
      const tendency = unlistedTendency(state, body)
      if (isRefusal(tendency)) return tendency
      return checkStanding(state, body) ?? checkAgrees(state, tendency, body.proposal, body.member)
    },
    apply(state, { at, seq, body }) {
      agree(state, body.proposal, indexOf(state.members, body.member), { at, seq })
    },
  },
}

function unlistedTendency(state: TendenciesRulesSlice, { tendency: id }: Unlisted): Tendency | Refusal {
  const tendency = livingTendency(state, id)
  return isRefusal(tendency) ? tendency : (checkListing(tendency, false) ?? tendency)
}

/** What the header of a named act says of who enters it, asked of the member in the body. */
function checkStanding({ members }: TendenciesRulesSlice, { member }: Unlisted): Refusal | undefined {
  const status = statusOf(members, member)
  if (status === 'lapsed') return refuse('standing-lapsed')
  return status === 'member' ? undefined : refuse('not-a-member', { status })
}
