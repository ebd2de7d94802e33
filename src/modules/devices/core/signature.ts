import { fromBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { verifyEd25519 } from '#kernel/ed25519'
import { momentOf } from '#kernel/ids'
import { DAY, HOUR } from '#kernel/instant'
import { verifyP256 } from '#kernel/p256'
import { refuse, type Refusal } from '#kernel/refusal'
import { idAt, type MembersSlice } from '#modules/members/core'
import type { Entry, Header } from '#modules/record/core'
import { deviceId, parseSignature, signedBytes, signedText } from './signed-text.ts'
import { originNow, type Algorithm, type Device, type DevicesSlice } from './state.ts'

/** The act by which a device comes into the record: signed by the very key that it registers. */
export const DEVICE_REGISTER = 'device.register'
export const DEVICE_REVOKE = 'device.revoke'

/** From this law on acts can be signed; before it `sig` stood empty, and nobody asked. */
export const SIGNED_SINCE = 6

/** Whether an entry is signed by a device; one that an older law let in says nothing. */
export function isSigned({ sig, law }: Pick<Header, 'sig' | 'law'>): boolean {
  return sig !== undefined && law >= SIGNED_SINCE
}

/** How long a signed act may be entered, counted from the time in its id: nobody holds it back for longer. In milliseconds. */
const SIGNED_HOLDS = DAY
/** How far the clock of whoever made the id may be ahead. */
const CLOCKS_DIFFER = HOUR

const VERIFY: Readonly<Record<Algorithm, typeof verifyEd25519>> = {
  ed25519: verifyEd25519,
  p256: verifyP256,
}

/**
 * Why the signature of an entry does not hold: it must be that of a registered, not revoked device of whoever entered it, over
 * exactly this act, in this log, within a day of the time in its id. An entry without one is attested by the server only, and that
 * is for others to judge.
 */
export function checkSignature(state: MembersSlice & DevicesSlice, entry: Entry): Refusal | undefined {
  const { sig, type, body } = entry
  if (sig === undefined) return undefined
  const parsed = parseSignature(sig)
  if (parsed === undefined) return refuse('signature-malformed')
  const key = type === DEVICE_REGISTER ? keyIn(body) : keyOf(state.devices, parsed.device)
  if (key?.id !== parsed.device) return refuse('unknown-device')
  return (
    checkSigner(state, entry) ??
    (verifies(key, parsed.signature, entry) ? undefined : refuse('signature-wrong'))
  )
}

/** The same as far as the header tells, for an entry whose body is closed. */
export function checkSigner(
  { members, devices }: MembersSlice & DevicesSlice,
  { by, sig, type, id, at }: Header,
): Refusal | undefined {
  if (sig === undefined) return undefined
  const device = devices.devices.get(parseSignature(sig)?.device ?? '')
  const made = momentOf(id)
  if (made === undefined || at < made - CLOCKS_DIFFER || at > made + SIGNED_HOLDS)
    return refuse('signature-stale')
  if (type === DEVICE_REGISTER) return undefined
  if (device === undefined) return refuse('unknown-device')
  if (idAt(members, device.member) !== by) return refuse('device-of-another')
  return device.revoked === null ? undefined : refuse('device-revoked', { revoked: device.revoked.at })
}

type Key = Pick<Device, 'id' | 'algorithm' | 'key'> & { readonly origin: string }

function verifies({ algorithm, key, origin }: Key, signature: Uint8Array, act: Entry): boolean {
  const publicKey = fromBase64(key)
  if (publicKey === undefined) return false
  return VERIFY[algorithm](publicKey, signedBytes(signedText({ ...act, origin })), signature)
}

function keyOf(state: DevicesSlice['devices'], id: string): Key | undefined {
  const device = state.devices.get(id)
  return device === undefined ? undefined : { ...device, origin: originNow(state) ?? '' }
}

/** The key that a registration brings. Its shape was parsed before. */
function keyIn(body: Json): Key | undefined {
  const { algorithm, key, origin } = body as Readonly<Record<'key' | 'origin', string>> &
    Pick<Key, 'algorithm'>
  const publicKey = fromBase64(key)
  return publicKey === undefined ? undefined : { id: deviceId(publicKey), algorithm, key, origin }
}
