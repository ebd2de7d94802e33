import { canKeep, forgetKey, keepKey, keysOf } from './keys.ts'

/** The page of a member's devices: shows which is this one, and takes note of what was registered and revoked. */
export async function betterDevices(): Promise<void> {
  const room = document.querySelector<HTMLElement>('[data-device-room]')
  const by = room?.querySelector('form')?.dataset['by']
  if (room === null || by === undefined) return
  const says = (what: string): void => {
    const place = document.querySelector<HTMLElement>(`[data-device-${what}]`)
    if (place !== null) place.hidden = false
  }
  if (!canKeep()) {
    says('cannot')
    return
  }
  let isRegistered = false
  for (const key of await keysOf(by)) {
    const line = document.querySelector<HTMLElement>(`[data-device-here="${key.id}"]`)
    if (line === null) continue
    if (line.dataset['deviceRevoked'] !== undefined) await forgetKey(key)
    else {
      isRegistered = true
      if (!key.registered) await keepKey({ ...key, registered: true })
    }
    line.hidden = false
  }
  if (isRegistered) says('registered')
  else room.hidden = false
}
