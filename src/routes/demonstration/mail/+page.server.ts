import { readMailbox } from '#modules/notices'
import { plenum } from '#views/plenum.server.ts'
import { namesOf } from '#views/read.server.ts'
import { notFound } from '../../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

const SHOWN = 30

/** What the made-up members of a demonstration would have got; of a real organization there is no such page. */
export const load: PageServerLoad = async ({ url }) => {
  const open = plenum()
  if (!open.demonstration) notFound('page')
  await open.catchUp()
  const member = url.searchParams.get('member') ?? undefined
  const letters = await readMailbox(open.database, { member, count: SHOWN })
  const names = await namesOf(letters.map((letter) => letter.member))
  return {
    member: member === undefined ? null : (names.get(member) ?? null),
    letters: letters.map((letter) => ({ ...letter, name: names.get(letter.member) ?? '' })),
  }
}
