import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { recoveriesFor, type Recovery, type RecoveryStage } from '#modules/recovery/core'
import type { Org } from '#organization'

/** A recovery under way, as a page or a mail tells of it; members stand in it as ids. */
export interface RecoveryLine {
  readonly request: string
  readonly member: string
  readonly vouchers: readonly string[]
  readonly stage: RecoveryStage['kind']
  readonly until: Instant
}

/** Those that somebody is told of: ways into their own account, which they can stop. */
export function recoveriesAbout(org: Org, index: number): readonly RecoveryLine[] {
  return recoveriesFor(org.recoveries, index).map((recovery) => lineOf(org, recovery))
}

/** Those that somebody vouches for, and can stop as well. */
export function recoveriesVouchedBy(org: Org, index: number): readonly RecoveryLine[] {
  return [...org.recoveries.open.values()]
    .filter(({ vouchers }) => vouchers.includes(index))
    .map((recovery) => lineOf(org, recovery))
}

function lineOf({ members }: Org, { request, member, vouchers, stage }: Recovery): RecoveryLine {
  return {
    request,
    member: idAt(members, member),
    vouchers: vouchers.map((index) => idAt(members, index)),
    stage: stage.kind,
    until: stage.until,
  }
}
