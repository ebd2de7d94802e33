import { keepPreferences, readPreferences } from '#modules/notices'
import { lower } from '#modules/notices/core'
import { mailOffice } from '#views/mail/office.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { notFound } from '../../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

/** Looking changes nothing: programs that check links in mails open them too. */
export const load: PageServerLoad = async ({ params }) => {
  const { member, level } = await readLink(params)
  if (member === undefined) return { wanted: level, level: null }
  return { wanted: level, level: (await readPreferences(plenum().database, member)).level }
}

export const actions: Actions = {
  /** One click, by a person here or by their mail program (RFC 8058), which follows no redirect. It only ever lowers. */
  async default({ params }) {
    const { member, level } = await readLink(params)
    if (member === undefined) notFound('page')
    const { database } = plenum()
    const preferences = await readPreferences(database, member)
    await keepPreferences(database, member, { ...preferences, level: lower(preferences.level, level) })
    return { done: true }
  },
}

async function readLink({ token, level }: { readonly token: string; readonly level: string }) {
  if (level !== 'urgent' && level !== 'legal') return notFound('page')
  const { links } = await mailOffice()
  return { member: links.memberOf(token), level } as const
}
