import { MINUTE, type Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { findByMember, type Account } from './access.sql.server.ts'
import { refuseAccess } from './core/messages.ts'
import type { FactorAccess, NewFactor, RecoveryCodes } from './factor.ts'
import type { Proof } from './proof.ts'
import { countCodes, deleteFactor, exchangeCodes, findFactor, insertFactor } from './factors.sql.server.ts'
import { keptFor, proveMember, takeCode, type Doorkeeper } from './prove-member.server.ts'
import { hashSecret, newPaperCode } from './secret.server.ts'
import { signInByCode } from './sign-in-by-code.server.ts'
import { addressOf, newFactorSecret, stepOf } from './totp.server.ts'

const RECOVERY_CODES = 10
// To install an app and find one's way in it.
const PENDING_LASTS = 15 * MINUTE

/** Second factors: time-based codes by otpauth, on tables, clock and key of our own. */
export function openFactor(keeper: Doorkeeper): FactorAccess {
  const { database } = keeper
  return {
    async state(member) {
      const factor = await findFactor(database, member)
      return factor && { since: factor.since, codesLeft: await countCodes(database, member) }
    },
    begin: (member, proof, issuer, now) => begin(keeper, member, proof, issuer, now),
    async resume(member, pending, issuer, now) {
      const secret = await readPending(keeper, member, pending, now)
      const account = await findByMember(database, member)
      return secret === undefined || account === undefined
        ? undefined
        : shown(secret, pending, account, issuer)
    },
    confirm: (member, pending, code, now) => confirm(keeper, member, pending, code, now),
    async renewCodes(member, proof, now) {
      const proven = await proveWithFactor(keeper, member, proof, now)
      if (isRefusal(proven)) return proven
      const codes = newCodes()
      await exchangeCodes(database, member, codes.map(hashSecret))
      return { codes }
    },
    async end(member, proof, now) {
      const proven = await proveWithFactor(keeper, member, proof, now)
      if (isRefusal(proven)) return proven
      await deleteFactor(database, member)
      return 'done'
    },
    signIn: (challenge, code, now, from, device) =>
      signInByCode(database, challenge, now, device, (account) => takeCode(keeper, account, code, now, from)),
  }
}

async function begin(
  keeper: Doorkeeper,
  member: string,
  proof: Proof,
  issuer: string,
  now: Instant,
): Promise<NewFactor | Refusal> {
  if ((await findFactor(keeper.database, member)) !== undefined) return refuseAccess('factor-on')
  const account = await proveMember(keeper, member, proof, now)
  if (isRefusal(account)) return account
  const secret = newFactorSecret()
  const sealed = await keeper.sealer.seal(`${now + PENDING_LASTS} ${secret}`, pendingOf(member))
  if (sealed === undefined) return refuseAccess('factor-no-key')
  return shown(secret, Buffer.from(sealed).toString('base64url'), account, issuer)
}

function shown(secret: string, pending: string, { login }: Account, issuer: string): NewFactor {
  return { secret, address: addressOf(secret, login, issuer), pending }
}

async function readPending(
  { sealer }: Doorkeeper,
  member: string,
  pending: string,
  now: Instant,
): Promise<string | undefined> {
  const opened = await sealer.unseal(Buffer.from(pending, 'base64url'), pendingOf(member))
  const [until, secret] = opened?.split(' ') ?? []
  return Number(until) > now ? secret : undefined
}

async function confirm(
  keeper: Doorkeeper,
  member: string,
  pending: string,
  code: string,
  now: Instant,
): Promise<RecoveryCodes | Refusal> {
  const secret = await readPending(keeper, member, pending, now)
  if (secret === undefined) return refuseAccess('factor-over')
  // Nothing to guess: whoever asks holds the secret.
  const lastStep = stepOf(secret, code, now)
  if (lastStep === undefined) return refuseAccess('factor-wrong')
  const sealed = await keeper.sealer.seal(secret, keptFor(member))
  if (sealed === undefined) return refuseAccess('factor-no-key')
  const codes = newCodes()
  const factor = { member, secret: sealed, since: now, lastStep }
  const kept = await insertFactor(keeper.database, factor, codes.map(hashSecret))
  return kept === 'done' ? { codes } : refuseAccess('factor-on')
}

async function proveWithFactor(
  keeper: Doorkeeper,
  member: string,
  proof: Proof,
  now: Instant,
): Promise<Account | Refusal> {
  const factor = await findFactor(keeper.database, member)
  return factor === undefined ? refuseAccess('factor-off') : proveMember(keeper, member, proof, now)
}

function newCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, newPaperCode)
}

// What was sealed for the form opens nothing of another member's.
function pendingOf(member: string): string {
  return `plenum second factor begun by ${member}`
}
