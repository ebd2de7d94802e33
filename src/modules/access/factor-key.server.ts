import { createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealFor, unsealFor } from '#modules/record'

/** Where the key of the second factors stands: never in the database, which would then open what it keeps. */
export interface KeyPlace {
  /** The text of PLENUM_SECRET_KEY. It goes before the file. */
  readonly secretKey?: string | undefined
  /** The folder of a server that is alone with its data. Several processes would each make a key of their own. */
  readonly folder?: string | undefined
}

/** Seals short texts with the key, each for one purpose: what was sealed for another does not open. */
export interface Sealer {
  /** Undefined where there is no key and none can be made. */
  seal(text: string, purpose: string): Promise<Uint8Array | undefined>
  /** Undefined where the key is missing or another, or the bytes were changed. */
  unseal(sealed: Uint8Array, purpose: string): Promise<string | undefined>
}

const FILE = 'second-factor.key'
// 32 random bytes have 43 characters in base 64; a word that somebody thinks of has fewer than this.
const LEAST_CHARACTERS = 32

/** The key of this place, which seals what is kept beside the record too; made where there is none and `make` says so. */
export async function serverKey(place: KeyPlace, make: boolean): Promise<Uint8Array | undefined> {
  return (await readKey(place)) ?? (make ? makeKey(place) : undefined)
}

/** A sealer with the key of this place, which is looked for when it is needed first. */
export function openSealer(place: KeyPlace): Sealer {
  return {
    async seal(text, purpose) {
      const key = await serverKey(place, true)
      return key === undefined ? undefined : sealFor(key, purpose, Buffer.from(text))
    },
    async unseal(sealed, purpose) {
      const key = await readKey(place)
      const bytes = key === undefined ? undefined : unsealFor(key, purpose, sealed)
      return bytes === undefined ? undefined : Buffer.from(bytes).toString()
    },
  }
}

async function readKey({ secretKey, folder }: KeyPlace): Promise<Uint8Array | undefined> {
  if (secretKey !== undefined) return keyOf(secretKey)
  if (folder === undefined) return undefined
  try {
    return keyOf(await readFile(join(folder, FILE), 'utf8'))
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined
    throw error
  }
}

async function makeKey(place: KeyPlace): Promise<Uint8Array | undefined> {
  if (place.secretKey !== undefined || place.folder === undefined) return undefined
  const text = `${randomBytes(32).toString('base64')}\n`
  try {
    await writeFile(join(place.folder, FILE), text, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    // Somebody was quicker: theirs is the key.
    if (!isFault(error, 'EEXIST')) throw error
  }
  return readKey(place)
}

function keyOf(text: string): Uint8Array | undefined {
  const trimmed = text.trim()
  return trimmed.length < LEAST_CHARACTERS ? undefined : createHash('sha256').update(trimmed).digest()
}

function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
