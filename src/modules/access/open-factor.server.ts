import { MINUTE, type Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { findByMember, type Account } from './access.sql.server.ts'
import { refuseAccess } from './core/messages.ts'
import type { Sealer } from './factor-key.server.ts'
import type { FactorAccess, NewFactor, RecoveryCodes } from './factor.ts'
import {
  countCodes,
  deleteFactor,
  exchangeCodes,
  findFactor,
  insertFactor,
  useCode,
  useStep,
  type KeptFactor,
} from './factors.sql.server.ts'
import { hashSecret, newPaperCode, normalizeInvitation } from './secret.server.ts'
import { signInByCode } from './sign-in-by-code.server.ts'
import { confirmPassword, type Doorkeeper } from './sign-in.server.ts'
import { addressOf, newFactorSecret, stepOf } from './totp.server.ts'

const RECOVERY_CODES = 10
// To install an app and find one's way in it.
const PENDING_LASTS = 15 * MINUTE

/** What the second factor needs beside what the ways of signing in share. */
export interface FactorKeeper extends Doorkeeper {
  readonly sealer: Sealer
}

/** Second factors: time-based codes by otpauth, on tables, clock and key of our own. */
export function openFactor(keeper: FactorKeeper): FactorAccess {
  const { database } = keeper
  return {
    async state(member) {
      const factor = await findFactor(database, member)
      return factor && { since: factor.since, codesLeft: await countCodes(database, member) }
    },
    begin: (member, password, issuer, now) => begin(keeper, member, password, issuer, now),
    async resume(member, pending, issuer, now) {
      const secret = await readPending(keeper, member, pending, now)
      const account = await findByMember(database, member)
      return secret === undefined || account === undefined
        ? undefined
        : shown(secret, pending, account, issuer)
    },
    confirm: (member, pending, code, now) => confirm(keeper, member, pending, code, now),
    async renewCodes(member, password, code, now) {
      const proven = await proveBoth(keeper, member, password, code, now)
      if (isRefusal(proven)) return proven
      const codes = newCodes()
      await exchangeCodes(database, member, codes.map(hashSecret))
      return { codes }
    },
    async end(member, password, code, now) {
      const proven = await proveBoth(keeper, member, password, code, now)
      if (isRefusal(proven)) return proven
      await deleteFactor(database, member)
      return 'done'
    },
    signIn: (challenge, code, now, from, device) =>
      signInByCode(database, challenge, now, device, (account) => takeCode(keeper, account, code, now, from)),
  }
}

async function begin(
  keeper: FactorKeeper,
  member: string,
  password: string,
  issuer: string,
  now: Instant,
): Promise<NewFactor | Refusal> {
  const account = await confirmPassword(keeper, member, password, now)
  if (isRefusal(account)) return account
  if ((await findFactor(keeper.database, member)) !== undefined) return refuseAccess('factor-on')
  const secret = newFactorSecret()
  const sealed = await keeper.sealer.seal(`${now + PENDING_LASTS} ${secret}`, pendingOf(member))
  if (sealed === undefined) return refuseAccess('factor-no-key')
  return shown(secret, Buffer.from(sealed).toString('base64url'), account, issuer)
}

function shown(secret: string, pending: string, { login }: Account, issuer: string): NewFactor {
  return { secret, address: addressOf(secret, login, issuer), pending }
}

async function readPending(
  { sealer }: FactorKeeper,
  member: string,
  pending: string,
  now: Instant,
): Promise<string | undefined> {
  const opened = await sealer.unseal(Buffer.from(pending, 'base64url'), pendingOf(member))
  const [until, secret] = opened?.split(' ') ?? []
  return Number(until) > now ? secret : undefined
}

async function confirm(
  keeper: FactorKeeper,
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

async function proveBoth(
  keeper: FactorKeeper,
  member: string,
  password: string,
  code: string,
  now: Instant,
): Promise<Account | Refusal> {
  const account = await confirmPassword(keeper, member, password, now)
  if (isRefusal(account)) return account
  const fault = await takeCode(keeper, account, code, now)
  return fault ?? account
}

/** Uses a code up, of an app or a recovery code. Undefined where it was right. */
async function takeCode(
  keeper: FactorKeeper,
  { member }: Account,
  typed: string,
  now: Instant,
  from?: string,
): Promise<Refusal | undefined> {
  const factor = await findFactor(keeper.database, member)
  if (factor === undefined) return refuseAccess('factor-off')
  // Counted apart from passwords: whoever knows the password could forgive themselves all wrong codes by it.
  const attempt = keeper.throttle.begin(`factor of ${member}`, from, now)
  if (isRefusal(attempt)) return attempt
  const paper = normalizeInvitation(typed)
  const isUsed = await useCode(keeper.database, member, hashSecret(paper))
  const fault = isUsed ? undefined : await takeStep(keeper, factor, typed, now)
  if (fault === undefined) attempt.succeeded()
  else if (fault.code === 'factor-key-wrong') attempt.withdraw()
  return fault
}

async function takeStep(
  { database, sealer }: FactorKeeper,
  { member, secret: sealed }: KeptFactor,
  typed: string,
  now: Instant,
): Promise<Refusal | undefined> {
  const secret = await sealer.unseal(sealed, keptFor(member))
  if (secret === undefined) return refuseAccess('factor-key-wrong')
  const step = stepOf(secret, typed, now)
  const isRight = step !== undefined && (await useStep(database, member, step))
  return isRight ? undefined : refuseAccess('factor-wrong')
}

function newCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, newPaperCode)
}

// What was sealed for one member, or for the form, opens nothing of another's.
function keptFor(member: string): string {
  return `plenum second factor of ${member}`
}

function pendingOf(member: string): string {
  return `plenum second factor begun by ${member}`
}
