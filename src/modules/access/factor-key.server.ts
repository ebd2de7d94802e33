import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

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
const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with the key of this place, which is looked for when it is needed first. */
export function openSealer(place: KeyPlace): Sealer {
  return {
    async seal(text, purpose) {
      const key = (await readKey(place)) ?? (await makeKey(place))
      if (key === undefined) return undefined
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(purpose),
      )
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    async unseal(sealed, purpose) {
      const key = await readKey(place)
      return key === undefined ? undefined : open(key, Buffer.from(sealed), purpose)
    },
  }
}

function open(key: Uint8Array, sealed: Buffer, purpose: string): string | undefined {
  const start = IV_BYTES + TAG_BYTES
  if (sealed.length < start) return undefined
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(sealed.subarray(IV_BYTES, start))
  try {
    return decipher.update(sealed.subarray(start), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    // Node throws where the tag does not fit.
    return undefined
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
