import { error, redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import type { Shoes } from '#ui/demonstration.ts'
import { findShoes, suggestShoes, tourOf } from '#views/view-demonstration.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { namesOf, read } from '#views/read.server.ts'
import { stepInto } from '../../demonstration/index.ts'
import { formKey, readForm } from '../shared/forms.server.ts'
import { localPath } from '../shared/local-path.server.ts'
import { keepSession, notFound } from '../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  if (!plenum().demonstration) notFound('page')
  const { member } = event.locals
  const { shoes, tour } = await read(event, (org, now) => ({
    shoes: org.units.organization.get() === undefined ? [] : suggestShoes(org, now),
    tour: tourOf(org, now, member === undefined ? undefined : org.members.indices.get(member)),
  }))
  const names = await namesOf(shoes.flatMap(idsIn))
  const sought = event.url.searchParams.get('q')
  const found = sought === null ? null : await findShoes(sought)
  return {
    shoes: shoes.map((each) => ({
      ...each,
      name: names.get(each.member) ?? '',
      otherName: each.role === 'voucher' ? (names.get(each.other) ?? '') : '',
    })),
    tour,
    sought,
    found,
    key: formKey(),
  }
}

function idsIn(shoes: Shoes): readonly string[] {
  return shoes.role === 'voucher' ? [shoes.member, shoes.other] : [shoes.member]
}

export const actions: Actions = {
  async step(event) {
    if (!plenum().demonstration) notFound('page')
    const form = await readForm(event)
    const signedIn = await stepInto(plenum(), form.text('member'))
    if (isRefusal(signedIn)) {
      // Between the look above and the door nothing changes: whoever meets this one has met the door itself.
      if (signedIn.code === 'not-a-demonstration') error(404)
      return form.fail(signedIn)
    }
    keepSession(event, signedIn)
    redirect(303, localPath(form.text('next')))
  },
}
