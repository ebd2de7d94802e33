import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromBase64, sameBytes, toBase64 } from '#kernel/bytes'
import { publicKeyOf } from '#kernel/ed25519'
import type { Database } from '#modules/record'
import { findVote, insertVote } from './ballots.sql.server.ts'
import { makeIssuingKey, openSigner, type BlindSigner } from './issue.server.ts'
import { makeSeal, sealBytes, unsealBytes } from './seal.server.ts'
import type { Seals } from './seals.server.ts'

/** What a server knows of a vote as long as it is open. */
export interface VoteSecrets {
  readonly seal: Uint8Array
  readonly modulus: Uint8Array
  readonly signer: BlindSigner
  readonly receiptSeed: Uint8Array
  readonly receiptKey: Uint8Array
}

const keptShape = z.strictObject({ modulus: z.base64(), secret: z.base64(), receiptSeed: z.base64() })

/** The secrets of votes: those that stand in the database, or new ones. */
export interface SecretsOfVotes {
  /** Undefined where there are none, or nobody can open them any more; see `Seals`. */
  find(vote: string, patient?: boolean): Promise<VoteSecrets | undefined>
  /** Makes them where there are none that can be opened. */
  make(vote: string): Promise<VoteSecrets>
}

/** Opens what is sealed about votes; what was opened is remembered while the same stands there. */
export function createSecrets(database: Database, seals: Seals): SecretsOfVotes {
  const opened = new Map<string, { readonly sealed: Uint8Array; readonly secrets: VoteSecrets }>()

  async function find(vote: string, patient = false): Promise<VoteSecrets | undefined> {
    const sealed = await findVote(database, vote)
    const known = opened.get(vote)
    if (sealed === undefined) {
      opened.delete(vote)
      return undefined
    }
    if (known !== undefined && sameBytes(known.sealed, sealed)) return known.secrets
    const seal = await seals.read(vote, patient)
    const secrets = seal === undefined ? undefined : open(seal, sealed)
    if (secrets !== undefined) opened.set(vote, { sealed, secrets })
    return secrets
  }

  return {
    find,
    async make(vote) {
      const known = await find(vote)
      if (known !== undefined) return known
      const before = await findVote(database, vote)
      const seal = makeSeal()
      const { modulus, secret } = await makeIssuingKey()
      const kept = { modulus, secret, receiptSeed: new Uint8Array(randomBytes(32)) }
      const text = JSON.stringify(
        Object.fromEntries(Object.entries(kept).map(([key, bytes]) => [key, toBase64(bytes)])),
      )
      const inDatabase = await seals.begin(vote, seal)
      await insertVote(database, vote, sealBytes(seal, 'vote', Buffer.from(text)), inDatabase, before)
      // Where another process was quicker, theirs are the secrets.
      return (await find(vote)) ?? failed(vote)
    },
  }
}

function failed(vote: string): never {
  throw new Error(`the secrets of the vote ${vote} were made and cannot be opened`)
}

function open(seal: Uint8Array, sealed: Uint8Array): VoteSecrets | undefined {
  const bytes = unsealBytes(seal, 'vote', sealed)
  if (bytes === undefined) return undefined
  const parsed = keptShape.parse(JSON.parse(Buffer.from(bytes).toString()))
  const [modulus, secret, receiptSeed] = [parsed.modulus, parsed.secret, parsed.receiptSeed].map(
    (text) => fromBase64(text) ?? new Uint8Array(),
  ) as [Uint8Array, Uint8Array, Uint8Array]
  const signer = openSigner({ modulus, secret })
  return { seal, modulus, signer, receiptSeed, receiptKey: publicKeyOf(receiptSeed) }
}
