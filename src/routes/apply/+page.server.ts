import { redirect } from '@sveltejs/kit'
import { fromBase64 } from '#kernel/bytes'
import { organizationOf, rulesFor } from '#modules/units/core'
import { applyForMembership } from '#views/apply.server.ts'
import { placeOptions } from '#views/places.server.ts'
import { pointsOfUnity } from '#views/points.server.ts'
import { read } from '#views/read.server.ts'
import { formKey, readForm } from '../shared/forms.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const open = await read(event, (org) => {
    if (org.units.organization.get()?.status !== 'ratified') return null
    const { rules } = rulesFor(org, organizationOf(org.units).root)
    return { rules, places: placeOptions(org), points: pointsOfUnity(org) }
  })
  return { open, key: formKey(), isDone: event.url.searchParams.has('thanks') }
}

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const refusal = await applyForMembership(event, event.getClientAddress(), {
      id: form.key.act,
      salt: fromBase64(form.key.salt) ?? new Uint8Array(16),
      name: form.text('name'),
      email: form.text('email'),
      home: form.text('home'),
      accepted: form.text('accepted') !== '',
    })
    return refusal === undefined ? redirect(303, '/apply?thanks') : form.fail(refusal)
  },
}
