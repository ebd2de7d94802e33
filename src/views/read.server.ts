import type { Instant } from '#kernel/instant'
import { readPeople } from '#modules/members'
import { readHeldTexts } from '#modules/record'
import type { Org } from '#organization'
import { common } from '#ui/words/common.ts'
import { plenum } from './plenum.server.ts'

/** Looks at the organization, at least as far as this browser has seen it. */
export function read<Answer>(
  { locals }: { readonly locals: App.Locals },
  view: (org: Org, now: Instant) => Answer,
): Promise<Answer> {
  return plenum().clerk.read(view, locals.seen)
}

/** The names of these members; whoever was erased is "a former member". */
export async function namesOf(members: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(members)]
  const people = await readPeople(plenum().database, ids)
  return new Map(ids.map((id) => [id, people.get(id)?.name ?? common.formerMember]))
}

/** Texts that stand beside the record, by hash. */
export async function textsOf(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const held = await readHeldTexts(plenum().database, hashes)
  const found = new Map(held.map(({ hash, text }) => [hash, text]))
  return new Map(hashes.map((hash) => [hash, found.get(hash) ?? common.erasedText]))
}
