import { hash, verify } from '@node-rs/argon2'
import type { Refusal } from '#kernel/refusal'
import { normalizePassword } from './core/password.ts'
import { createGate } from './gate.ts'
import { newToken } from './secret.server.ts'

// OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, 2 passes, 1 lane.
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

// Hashing runs on libuv's four threads, which files and name look-ups need too.
const AT_ONCE = 2
// Some three seconds of work.
const MOST_WAITING = 200

/** Makes and checks password hashes, a few at a time. Refusal: `sign-in-busy`. */
export interface Passwords {
  hash(password: string): Promise<string | Refusal>
  /** Takes as long where there is no hash to check against. */
  verify(password: string, hashed: string | undefined): Promise<boolean | Refusal>
}

/** Hashing with argon2id. */
export async function openPasswords(): Promise<Passwords> {
  const gate = createGate(AT_ONCE, MOST_WAITING)
  const decoy = await hash(newToken(), PARAMETERS)
  return {
    hash: (password) => gate(() => hash(normalizePassword(password), PARAMETERS)),
    verify: (password, hashed) =>
      gate(async () => {
        const isRight = await verify(hashed ?? decoy, normalizePassword(password))
        return isRight && hashed !== undefined
      }),
  }
}
