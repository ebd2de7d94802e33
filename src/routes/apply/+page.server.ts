import { redirect, type RequestEvent } from '@sveltejs/kit'
import { fromBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { shortId } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { findAddresses, hashPerson, insertPerson } from '#modules/members'
import { readApplicant } from '#modules/members/core'
import { NOBODY } from '#modules/record/core'
import { organizationOf, rulesFor } from '#modules/units/core'
import { alone } from '../shared/alone.server.ts'
import { enter, formKey, readForm, type Form } from '../shared/forms.server.ts'
import { placeOptions } from '../shared/places.server.ts'
import { plenum } from '../shared/plenum.server.ts'
import { pointsOfUnity } from '../shared/points.server.ts'
import { read } from '../shared/read.server.ts'
import { createThrottle } from '../shared/throttle.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const applications = createThrottle(20, HOUR)

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
    const minutes = applications.minutesLeft(event.getClientAddress())
    if (minutes > 0) return form.fail(refuse('apply-throttled', { minutes }))
    applications.count(event.getClientAddress())
    const refusal = await applyFrom(event, form)
    return refusal === undefined ? redirect(303, '/apply?thanks') : form.fail(refusal)
  },
}

/** Whoever types an address that is held gets the same thanks: nobody learns here who is on the roll. */
async function applyFrom(event: RequestEvent, form: Form): Promise<Refusal | undefined> {
  const applicant = readApplicant(form.text('name'), form.text('email'))
  if (isRefusal(applicant)) return applicant
  if (form.text('accepted') === '') return refuse('points-not-accepted')
  const salt = fromBase64(form.key.salt) ?? new Uint8Array(16)
  const member = shortId('m', sha256(`${form.key.act} ${form.key.salt}`))
  const person = { ...applicant, member, salt }
  const body = { member, home: form.text('home'), details: hashPerson(person) }
  return alone(async () => {
    const { database } = plenum()
    const held = await findAddresses(database, applicant.email === null ? [] : [applicant.email])
    if (held.size > 0) return undefined
    const alongside = [insertPerson(database, person)]
    const answer = await enter(event, form, { by: NOBODY, type: 'member.apply', unit: null, body, alongside })
    return isRefusal(answer) ? answer : undefined
  })
}
