import { fieldOf } from '#kernel/canonical'
import type { CompiledQuery } from 'kysely'
import { eraseHeldText, findEntries } from '#modules/record'
import { plenum } from './plenum.server.ts'

const AT_ONCE = 500

/** The hashes of the reasons that keepers of the roll gave about somebody: for a refusal, or for notice; newest first. */
export async function reasonsAbout(
  member: string,
  types: readonly ('member.refuse' | 'standing.notice')[] = ['member.refuse', 'standing.notice'],
): Promise<readonly string[]> {
  const hashes: string[] = []
  for (const type of types) {
    let below: number | undefined
    do {
      const entries = await findEntries(plenum().database, { type, below, count: AT_ONCE })
      const about = entries.filter(({ body }) => fieldOf(body, 'member') === member)
      for (const { body } of about) {
        const hash = fieldOf(fieldOf(body, 'reason'), 'hash')
        if (typeof hash === 'string') hashes.push(hash)
      }
      below = entries.length < AT_ONCE ? undefined : entries.at(-1)?.seq
    } while (below !== undefined)
  }
  return hashes
}

/** Erases those reasons: to go alongside the act that erases the person. */
export async function eraseReasons(member: string): Promise<readonly CompiledQuery[]> {
  const { clock, database } = plenum()
  return (await reasonsAbout(member)).map((hash) => eraseHeldText(database, hash, clock.now()))
}
