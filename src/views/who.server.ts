import type { Who } from '#ui/effect.ts'
import { common } from '#ui/words/common.ts'
import { namesOf } from './read.server.ts'

/** Names these members: the answer tells who an id is. */
export async function whoIs(ids: Iterable<string>): Promise<(id: string) => Who> {
  const names = await namesOf(ids)
  return (id) => ({ id, name: names.get(id) ?? common.formerMember })
}
