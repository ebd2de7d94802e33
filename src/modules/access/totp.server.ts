import { Secret, TOTP } from 'otpauth'
import { SECOND, type Instant } from '#kernel/instant'

const PERIOD = 30 * SECOND
// What every authenticator app takes without asking: six digits of HMAC-SHA-1, one every 30 seconds (RFC 6238).
const CODES = { algorithm: 'SHA1', digits: 6, period: PERIOD / SECOND } as const
const SECRET_BYTES = 20
// Clocks go wrong, and typing takes a while: RFC 6238, 5.2, advises one step.
const WINDOW = 1

/** A new secret, 160 random bits in base 32, as apps take it when it is typed. */
export function newFactorSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What an app reads from the QR code. */
export function addressOf(secret: string, label: string, issuer: string): string {
  return new TOTP({ ...CODES, issuer, label, secret: Secret.fromBase32(secret) }).toString()
}

/** The time step whose code this is, however it was spaced; undefined where it is none of now or beside it. */
export function stepOf(secret: string, typed: string, now: Instant): number | undefined {
  const token = typed.replaceAll(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const beside = TOTP.validate({
    ...CODES,
    token,
    secret: Secret.fromBase32(secret),
    timestamp: now,
    window: WINDOW,
  })
  return beside === null ? undefined : Math.floor(now / PERIOD) + beside
}
