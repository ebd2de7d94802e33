import { randomBytes } from 'node:crypto'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { proofOf, RECOVERY_DAYS, RECOVERY_HOURS, recoveryCode } from './core/index.ts'
import { keepRequest } from './recovery.sql.server.ts'

// As long as all of it can take: a voucher, the second at the end of two weeks, the delay, two weeks to use it.
const LASTS = 2 * RECOVERY_DAYS * DAY + RECOVERY_HOURS * HOUR

/** A request for the member whose login was named, or for nobody: both look alike. Only the requester gets the code. */
export async function requestRecovery(
  database: Database,
  member: string | undefined,
  now: Instant,
): Promise<{ readonly code: string }> {
  const code = recoveryCode(randomBytes(16))
  const { request, number } = proofOf(code)
  await keepRequest(database, now, { request, number, member: member ?? null, expires: now + LASTS })
  return { code }
}
