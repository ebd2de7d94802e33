import { redirect, type RequestEvent } from '@sveltejs/kit'
import { fromBase64 } from '#kernel/bytes'
import { isRefusal, refuse } from '#kernel/refusal'
import { insertDeviceName } from '#modules/devices'
import { DEVICE_REGISTER, DEVICE_REVOKE, deviceId } from '#modules/devices/core'
import { plenum } from '#views/plenum.server.ts'
import { viewDevices } from '#views/view-devices.server.ts'
import { answerToSign, enter, formKey, readForm, type Entered } from '../../shared/forms.server.ts'
import { unproven } from '../../shared/proof.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const MOST_NAME_LENGTH = 60

export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  return {
    devices: await viewDevices(event, id),
    origin: plenum().log.origin,
    asked: await plenum().access.proofAsked(id),
    key: formKey(),
  }
}

export const actions: Actions = {
  register: (event) =>
    act(event, 'device', (member, form) => {
      const [key, name] = [form.text('key'), form.text('name')]
      if (key === '') return refuse('device-without-key')
      if (name === '' || name.length > MOST_NAME_LENGTH)
        return refuse('device-name-unfit', { most: MOST_NAME_LENGTH })
      const body = { member, algorithm: form.text('algorithm'), key, origin: form.text('origin') }
      const device = deviceId(fromBase64(key) ?? new Uint8Array())
      const alongside = [insertDeviceName(plenum().database, device, member, name)]
      return { type: DEVICE_REGISTER, unit: null, body, alongside }
    }),
  revoke: (event) =>
    act(event, 'device-revoked', (member, form) => {
      return { type: DEVICE_REVOKE, unit: null, body: { member, device: form.text('device') } }
    }),
}

/** Both last, and shut others out or let them in: the member proves anew that it is them, once the act is signed. */
async function act(
  event: RequestEvent,
  done: string,
  enteredOf: (
    member: string,
    form: Awaited<ReturnType<typeof readForm>>,
  ) => Entered | ReturnType<typeof refuse>,
) {
  const member = requireMember(event)
  const form = await readForm(event)
  const entered = enteredOf(member, form)
  if (isRefusal(entered)) return form.fail(entered)
  const refusal = (await answerToSign(event, form, entered)) ?? (await unproven(member, form))
  if (refusal !== undefined) return form.fail(refusal)
  const answer = await enter(event, form, entered)
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/me/devices?done=${done}`)
}
