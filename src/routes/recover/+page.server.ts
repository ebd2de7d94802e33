import { setTimeout as sleep } from 'node:timers/promises'
import { redirect } from '@sveltejs/kit'
import { HOUR } from '#kernel/instant'
import { refuse } from '#kernel/refusal'
import { requestRecovery } from '#modules/recovery'
import { readRecoveryCode } from '#modules/recovery/core'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../shared/forms.server.ts'
import { createThrottle } from '#views/throttle.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const requests = createThrottle(10, HOUR)
// Longer than it takes, so that how long an answer takes does not tell whether a login is somebody's.
const LEAST_TIME = 300

export const load: PageServerLoad = () => ({ key: formKey() })

export const actions: Actions = {
  async request(event) {
    const form = await readForm(event)
    const address = event.getClientAddress()
    const minutes = requests.minutesLeft(address)
    if (minutes > 0) return form.fail(refuse('recovery-throttled', { minutes }))
    requests.count(address)
    const { access, clock, database } = plenum()
    const asked = access
      .memberOf(form.text('login'))
      .then((member) => requestRecovery(database, member, clock.now()))
    const [{ code }] = await Promise.all([asked, sleep(LEAST_TIME)])
    redirect(303, `/recover/${code}`)
  },
  async open(event) {
    const form = await readForm(event)
    const code = readRecoveryCode(form.text('code'))
    return code === undefined ? form.fail(refuse('recovery-proof-wrong')) : redirect(303, `/recover/${code}`)
  },
}
