import { fromBase64 } from '#kernel/bytes'
import { refuse, type Refusal } from '#kernel/refusal'
import { indexOf, type MembersSlice } from '#modules/members/core'
import { MEMBERS, memberIdShape, type Entry, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { deviceId } from './signed-text.ts'
import { DEVICE_REGISTER, DEVICE_REVOKE } from './signature.ts'
import { ALGORITHMS, originNow, signingDevicesOf, type DevicesSlice } from './state.ts'

/** Devices that a member may have at a time: each is one more place that can sign in their name. */
export const MOST_DEVICES = 10

const KEY_LENGTHS = { ed25519: 32, p256: 65 } as const

const shapes = {
  [DEVICE_REGISTER]: z.strictObject({
    member: memberIdShape,
    algorithm: z.enum(ALGORITHMS),
    /** The public key, base64: 32 bytes of Ed25519, or the 65 of an uncompressed point of P-256. */
    key: z.string().max(88),
    /** The log whose acts it signs. */
    origin: z.string().min(1).max(300),
  }),
  [DEVICE_REVOKE]: z.strictObject({ member: memberIdShape, device: z.string().regex(/^[0-9a-f]{16}$/) }),
}

export type DeviceActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Members register and revoke devices of their own, and nobody those of another. Since the sixth law. */
export const deviceRules: Rules<MembersSlice & DevicesSlice, DeviceActs> = {
  [DEVICE_REGISTER]: {
    since: 6,
    actors: ['member', 'lapsed'],
    shape: shapes[DEVICE_REGISTER],
    audience: () => MEMBERS,
    check: checkRegister,
    apply({ members, devices }, { seq, at, by, body: { algorithm, key, origin } }) {
      const id = deviceId(fromBase64(key) ?? new Uint8Array())
      const member = indexOf(members, by)
      devices.devices.set(id, { id, member, algorithm, key, registered: at, seq, revoked: null })
      devices.ofMember.set(member, [...(devices.ofMember.get(member) ?? []), id])
      if (devices.origin.get() === undefined) devices.origin.set(origin)
    },
  },
  [DEVICE_REVOKE]: {
    since: 6,
    actors: ['member', 'lapsed'],
    shape: shapes[DEVICE_REVOKE],
    audience: () => MEMBERS,
    check({ members, devices }, { by, body }) {
      const device = devices.devices.get(body.device)
      if (device === undefined || body.member !== by || device.member !== indexOf(members, by))
        return refuse('unknown-device')
      return device.revoked === null ? undefined : refuse('device-revoked', { revoked: device.revoked.at })
    },
    apply({ devices }, { seq, at, body }) {
      const device = devices.devices.get(body.device)
      if (device !== undefined) devices.devices.set(device.id, { ...device, revoked: { at, seq } })
    },
  },
}

/** That the key signed its own registration is asked with all other signatures; here, that there is a signature. */
function checkRegister(
  { members, devices }: MembersSlice & DevicesSlice,
  { by, sig, body }: Entry<DeviceActs[typeof DEVICE_REGISTER]>,
): Refusal | undefined {
  const key = fromBase64(body.key)
  if (key?.length !== KEY_LENGTHS[body.algorithm])
    return refuse('malformed', {
      field: 'key',
      problem: `must be ${KEY_LENGTHS[body.algorithm]} bytes of base64`,
    })
  if (body.member !== by) return refuse('device-of-another')
  const origin = originNow(devices)
  if (origin !== undefined && body.origin !== origin) return refuse('device-other-log', { origin })
  if (devices.devices.has(deviceId(key))) return refuse('device-known')
  const count = signingDevicesOf(devices, indexOf(members, by)).length
  if (count >= MOST_DEVICES) return refuse('devices-too-many', { most: MOST_DEVICES })
  return sig === undefined ? refuse('signature-missing') : undefined
}
