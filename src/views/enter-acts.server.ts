import { randomBytes } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import { fieldOf, type Json } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { statusAt } from '#modules/members/core'
import { holdWithSalt, readHeldTexts } from '#modules/record'
import type { Act, Receipt } from '#modules/record/core'
import type { Org } from '#organization'
import { forgottenWith } from './forget.server.ts'
import { plenum } from './plenum.server.ts'

/** An act whose texts are still plain: `texts` by the field of the body that is to carry their hash. */
export interface PlainAct extends Act {
  readonly texts: Readonly<Record<string, string>>
}

/**
 * Enters acts of one sender, all or none, with what goes with them. Sent again they give the same receipts: texts that were held with
 * a salt of their own the first time are hashed with that one, wherever and whenever they come the second time.
 */
export async function enterActs(acts: readonly PlainAct[]): Promise<readonly Receipt[] | Refusal> {
  const fresh = acts.map(({ texts }) => new Map(Object.keys(texts).map((field) => [field, randomBytes(16)])))
  const answer = await submit(acts, fresh)
  if (!isRefusal(answer) || answer.code !== 'id-reused') return answer
  return submit(acts, await Promise.all(acts.map(async (act, i) => (await saltsOf(act)) ?? fresh[i])))
}

type Salts = ReadonlyMap<string, Uint8Array>

async function submit(
  acts: readonly PlainAct[],
  salts: readonly (Salts | undefined)[],
): Promise<readonly Receipt[] | Refusal> {
  const { clerk, database } = plenum()
  const alongside: CompiledQuery[] = []
  const entered: Act[] = []
  for (const [i, { texts, ...act }] of acts.entries()) {
    const held = Object.entries(texts).map(([field, text]) => {
      const { ref, row } = holdWithSalt(database, salts[i]?.get(field) ?? randomBytes(16), text)
      alongside.push(row)
      return [field, ref] as const
    })
    entered.push({ ...act, body: withFields(act.body, held) })
    alongside.push(...(await forgottenWith(act.type, act.by, act.body)))
  }
  return clerk.submitAll(entered, alongside)
}

function withFields(body: Json, fields: readonly (readonly [string, Json])[]): Json {
  // The body of every act is an object.
  return { ...(body as Readonly<Record<string, Json>>), ...Object.fromEntries(fields) }
}

/** The salts under which the texts of an act that was entered are held; undefined where there is no such act. */
async function saltsOf({ by, id, texts }: PlainAct): Promise<Salts | undefined> {
  const { database, store } = plenum()
  const kept = await store.find(by, id)
  if (kept === undefined) return undefined
  const hashes = new Map(
    Object.keys(texts).map((field) => [fieldOf(fieldOf(kept.body, field), 'hash'), field] as const),
  )
  const wanted = [...hashes.keys()].filter((hash) => typeof hash === 'string')
  const held = await readHeldTexts(database, wanted)
  return new Map(held.map(({ hash, salt }) => [hashes.get(hash) ?? '', salt]))
}

/** Whether somebody is an organizer on a founding roll. */
export function isOrganizer({ members }: Pick<Org, 'members'>, member: string): boolean {
  const index = members.indices.get(member) ?? -1
  return members.organizers.has(index) && statusAt(members, index) === 'listed'
}

/** Why somebody may not put the founding before the members: that is its organizers' to do. */
export function whyNotRatify(org: Org, { by, body }: Pick<Act, 'by' | 'body'>): Refusal | undefined {
  const kind = fieldOf(fieldOf(body, 'enactment'), 'kind')
  return kind === 'organization.ratify' && !isOrganizer(org, by) ? refuse('not-an-organizer') : undefined
}
