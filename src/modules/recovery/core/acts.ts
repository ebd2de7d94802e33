import { fromBase64, toBase64 } from '#kernel/bytes'
import type { Deadlines } from '#kernel/deadlines'
import { sha256 } from '#kernel/hash'
import { DAY, HOUR } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { holdsDuty, type DelegatesState } from '#modules/delegates/core'
import { homeAt, idAt, indexOf, statusAt, statusOf, type MembersSlice } from '#modules/members/core'
import { hashShape, memberIdShape, MEMBERS, type Audience, type Rules } from '#modules/record/core'
import { isWithin, type Unit, type UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import { recoveriesFor, type RecoveriesSlice, type Recovery } from './state.ts'

export const RECOVERY_RIPEN = 'recovery.ripen'
export const RECOVERY_LAPSE = 'recovery.lapse'

/** No rule set makes it shorter: a member has to have the time to see it and stop it. */
export const RECOVERY_HOURS = 72
/** How long a request, one voucher, or a ripe recovery waits for the next step. */
export const RECOVERY_DAYS = 14
const VOUCHERS = 2

export type RecoveryRulesSlice = UnitsSlice &
  MembersSlice &
  RecoveriesSlice & { readonly delegates: DelegatesState; readonly deadlines: Deadlines }

const aboutShape = z.strictObject({ request: hashShape, member: memberIdShape })
const shapes = {
  'recovery.vouch': aboutShape,
  'recovery.cancel': aboutShape,
  'recovery.ripen': aboutShape,
  'recovery.lapse': aboutShape,
  'recovery.complete': z.strictObject({ request: hashShape, member: memberIdShape, proof: hashShape }),
}

export type RecoveryActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }
type About = z.infer<typeof aboutShape>

/**
 * A way back in for a member who has lost password and passkeys: two members who know them vouch, it waits, it is used. There is no
 * other, and no role that could shorten it. Nothing is entered before somebody vouches, so that no stranger fills the record.
 */
export const recoveryRules: Rules<RecoveryRulesSlice, RecoveryActs> = {
  'recovery.vouch': {
    since: 2,
    actors: ['member'],
    shape: shapes['recovery.vouch'],
    audience: ({ member }): Audience => ({ kind: 'concerned', members: [member] }),
    check: (state, { at, by, body }) => checkVoucher(state, by, at, body) ?? checkVouched(state, by, body),
    apply(state, { at, by, body: { request, member } }) {
      const { deadlines, members, recoveries } = state
      const before = recoveries.open.get(request)
      const vouchers = [...(before?.vouchers ?? []), indexOf(members, by)]
      const isEnough = vouchers.length >= VOUCHERS
      const until = at + (isEnough ? RECOVERY_HOURS * HOUR : RECOVERY_DAYS * DAY)
      const stage = { kind: isEnough ? 'waiting' : 'vouching', until } as const
      recoveries.open.set(request, { request, member: indexOf(members, member), vouchers, stage })
      if (isEnough) deadlines.clear(RECOVERY_LAPSE, request)
      deadlines.set(isEnough ? RECOVERY_RIPEN : RECOVERY_LAPSE, request, until)
    },
  },
  'recovery.cancel': {
    since: 2,
    actors: ['member', 'lapsed'],
    shape: shapes['recovery.cancel'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const recovery = find(state, body)
      if (recovery === undefined) return refuse('unknown-recovery')
      const index = indexOf(state.members, by)
      const isConcerned = recovery.member === index || recovery.vouchers.includes(index)
      return isConcerned ? undefined : refuse('recovery-not-yours')
    },
    apply(state, { body }) {
      end(state, body.request)
    },
  },
  'recovery.ripen': {
    since: 2,
    actors: ['clerk'],
    shape: shapes['recovery.ripen'],
    audience: () => MEMBERS,
    check(state, { at, body }) {
      const recovery = find(state, body)
      if (recovery === undefined) return refuse('unknown-recovery')
      const { kind, until } = recovery.stage
      return kind === 'waiting' && until <= at ? undefined : refuse('recovery-not-due')
    },
    apply({ deadlines, recoveries }, { at, body: { request } }) {
      const recovery = recoveries.open.get(request)
      if (recovery === undefined) return
      const until = at + RECOVERY_DAYS * DAY
      recoveries.open.set(request, { ...recovery, stage: { kind: 'ripe', until } })
      deadlines.clear(RECOVERY_RIPEN, request)
      deadlines.set(RECOVERY_LAPSE, request, until)
    },
  },
  'recovery.lapse': {
    since: 2,
    actors: ['clerk'],
    shape: shapes['recovery.lapse'],
    audience: () => MEMBERS,
    check(state, { at, body }) {
      const recovery = find(state, body)
      if (recovery === undefined) return refuse('unknown-recovery')
      const { kind, until } = recovery.stage
      return kind !== 'waiting' && until <= at ? undefined : refuse('recovery-not-due')
    },
    apply(state, { body }) {
      end(state, body.request)
    },
  },
  'recovery.complete': {
    since: 2,
    // Whoever has the code that the request is a hash of; they cannot sign in yet.
    actors: ['nobody'],
    shape: shapes['recovery.complete'],
    audience: () => MEMBERS,
    check: (state, { body }) => checkComplete(state, body),
    apply(state, { body }) {
      // Whatever else was under way for them is of no use to anybody any more.
      const index = indexOf(state.members, body.member)
      for (const { request } of recoveriesFor(state.recoveries, index)) end(state, request)
    },
  },
}

function find({ members, recoveries }: RecoveryRulesSlice, { request, member }: About): Recovery | undefined {
  const recovery = recoveries.open.get(request)
  return recovery !== undefined && idAt(members, recovery.member) === member ? recovery : undefined
}

function end({ deadlines, recoveries }: RecoveryRulesSlice, request: string): void {
  recoveries.open.delete(request)
  deadlines.clear(RECOVERY_RIPEN, request)
  deadlines.clear(RECOVERY_LAPSE, request)
}

function checkRecovered({ members }: MembersSlice, member: string): Refusal | undefined {
  const status = statusOf(members, member)
  const wanted = ['member', 'lapsed']
  return wanted.includes(status) ? undefined : refuse('wrong-status', { status, wanted })
}

/** Who has no vote yet vouches for nobody, or invented members could open every door. */
function checkVoucher(
  state: RecoveryRulesSlice,
  by: string,
  at: number,
  { member }: About,
): Refusal | undefined {
  const { members, units } = state
  const refusal = checkRecovered(state, member)
  if (refusal !== undefined) return refusal
  if (by === member) return refuse('recovery-own')
  const from = members.votesFrom.get(indexOf(members, by))
  if (from > at) return refuse('no-vote-yet', { from })
  const near = neighbourhood(state, indexOf(members, member))
  const isNear = isWithin(units, homeAt(state, indexOf(members, by)).id, near.id)
  return isNear ? undefined : refuse('recovery-far', { unit: near.name })
}

/** Where somebody is known: the place they live in and the one around it, since two may not be left in a small one. */
function neighbourhood(state: UnitsSlice & MembersSlice, member: number): Unit {
  const home = homeAt(state, member)
  return state.units.units.get(home.parent ?? '') ?? home
}

/** Two different members, of whom one at most keeps the roll: whoever lets members in must not need only a friend. */
function checkVouched(
  state: RecoveryRulesSlice,
  by: string,
  { request, member }: About,
): Refusal | undefined {
  const { members, recoveries } = state
  const [voucher, about] = [indexOf(members, by), indexOf(members, member)]
  if (recoveriesFor(recoveries, about).some(({ vouchers }) => vouchers.includes(voucher)))
    return refuse('vouched-already')
  const recovery = recoveries.open.get(request)
  if (recovery === undefined) return undefined
  if (recovery.member !== about) return refuse('recovery-of-another')
  if (recovery.stage.kind !== 'vouching') return refuse('recovery-vouched')
  const keeps = (index: number): boolean => holdsDuty(state, index, 'roll', homeAt(state, about).id)
  return keeps(voucher) && recovery.vouchers.some(keeps) ? refuse('recovery-keepers') : undefined
}

function checkComplete(
  state: RecoveryRulesSlice,
  body: RecoveryActs['recovery.complete'],
): Refusal | undefined {
  const recovery = find(state, body)
  if (recovery === undefined) return refuse('unknown-recovery')
  const { kind, until } = recovery.stage
  if (kind !== 'ripe') return refuse('recovery-not-ripe', { until: kind === 'waiting' ? until : null })
  const gone = recovery.vouchers.some((index) => statusAt(state.members, index) !== 'member')
  if (gone) return refuse('recovery-voucher-gone')
  const hashed = toBase64(sha256(fromBase64(body.proof) ?? new Uint8Array()))
  return hashed === body.request ? checkRecovered(state, body.member) : refuse('recovery-proof-wrong')
}
