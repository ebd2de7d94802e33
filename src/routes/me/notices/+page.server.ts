import { redirect } from '@sveltejs/kit'
import { languageOf } from '#kernel/language'
import { readPeople } from '#modules/members'
import {
  deleteFeed,
  forgetUnreached,
  hasFeed,
  keepPreferences,
  makeFeedSecret,
  readPreferences,
  readUnreached,
} from '#modules/notices'
import { LEVELS, type Level } from '#modules/notices/core'
import { mailOffice, sendsMail } from '#views/mail/office.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { unproven } from '../../shared/proof.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  const { access, database } = plenum()
  const office = await mailOffice()
  const [people, preferences, unreached] = await Promise.all([
    readPeople(database, [id]),
    readPreferences(database, id),
    readUnreached(database, id),
  ])
  return {
    preferences,
    address: people.get(id)?.email ?? null,
    isUnreached: unreached !== undefined,
    sends: sendsMail(office),
    hour: office.settings.hour,
    hasFeed: await hasFeed(database, id),
    asked: await access.proofAsked(id),
    key: formKey(),
  }
}

export const actions: Actions = {
  async save(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const weekday = Number(form.text('weekday'))
    await keepPreferences(plenum().database, id, {
      level: levelOf(form.text('level')),
      weekday: Number.isInteger(weekday) && weekday >= 0 && weekday < 7 ? weekday : 0,
      speaking: form.text('speaking') !== '',
      language: languageOf(form.text('language')) ?? null,
      html: form.text('html') !== '',
    })
    redirect(303, '/me/notices?done=notices')
  },
  async reachable(event) {
    await forgetUnreached(plenum().database, requireMember(event))
    redirect(303, '/me/notices?done=notices')
  },
  async feed(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const refusal = await unproven(id, form)
    if (refusal !== undefined) return form.fail(refusal)
    const secret = await makeFeedSecret(plenum().database, id)
    const { origin } = await mailOffice()
    return { made: { feed: `${origin}/feed/${secret}`, calendar: `${origin}/calendar/${secret}.ics` } }
  },
  async endFeed(event) {
    const { database } = plenum()
    await database.kysely.executeQuery(deleteFeed(database, requireMember(event)))
    redirect(303, '/me/notices?done=notices')
  },
}

function levelOf(text: string): Level {
  return LEVELS.find((level) => level === text) ?? 'weekly'
}
