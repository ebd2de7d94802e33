import { setTimeout as sleep } from 'node:timers/promises'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { fromBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { derivedUuid, shortId } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { findAddresses, hashPerson, insertPerson } from '#modules/members'
import { readApplicant } from '#modules/members/core'
import { NOBODY } from '#modules/record/core'
import { organizationOf, rulesFor } from '#modules/units/core'
import { alone } from '../shared/alone.server.ts'
import { formKey, readForm, type Form } from '../shared/forms.server.ts'
import { refusalOf } from '#views/may.server.ts'
import { placeOptions } from '#views/places.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { pointsOfUnity } from '#views/points.server.ts'
import { read } from '#views/read.server.ts'
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
    const [refusal] = await Promise.all([applyFrom(event, form), sleep(LEAST_TIME)])
    return refusal === undefined ? redirect(303, '/apply?thanks') : form.fail(refusal)
  },
}

// Longer than entering takes, so that how long an answer takes does not tell whether anything was entered.
const LEAST_TIME = 300

/**
 * Whoever types an address that is held gets the same thanks, after the same checks, in the same time and with the same
 * cookies: no answer tells who is on the roll. Ids follow from what was typed, so that a form sent again with another
 * address is another application and not a refusal.
 */
async function applyFrom(event: RequestEvent, form: Form): Promise<Refusal | undefined> {
  const applicant = readApplicant(form.text('name'), form.text('email'))
  if (isRefusal(applicant)) return applicant
  if (form.text('accepted') === '') return refuse('points-not-accepted')
  const home = form.text('home')
  const typed = [form.key.act, form.key.salt, applicant.name, applicant.email ?? '', home]
  const salt = fromBase64(form.key.salt) ?? new Uint8Array(16)
  const member = shortId('m', sha256(JSON.stringify(typed)))
  const person = { ...applicant, member, salt }
  const body = { member, home, details: hashPerson(person) }
  const act = { by: NOBODY, type: 'member.apply', unit: null, body }
  return alone(async () => {
    const { clerk, database } = plenum()
    const held = await findAddresses(database, applicant.email === null ? [] : [applicant.email])
    const refusal = clerk.trouble() ?? (await read(event, (org, now) => refusalOf(org, now, act)))
    // The same form sent twice is the same application.
    const again = refusal?.code === 'id-taken'
    if (refusal !== undefined && !again) return refusal
    if (again || held.size > 0) return undefined
    const answer = await clerk.submit({ ...act, id: derivedUuid(...typed) }, [insertPerson(database, person)])
    return isRefusal(answer) ? answer : undefined
  })
}
