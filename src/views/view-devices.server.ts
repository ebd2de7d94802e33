import { DAY, type Instant } from '#kernel/instant'
import { readDeviceNames } from '#modules/devices'
import { devicesOf } from '#modules/devices/core'
import type { Org } from '#organization'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

/** A device as its member sees it. */
interface DeviceLine {
  readonly id: string
  /** What its member called it; null where the name was not kept, as for one that a program registered. */
  readonly name: string | null
  readonly registered: Instant
  readonly seq: number
  readonly revoked: Instant | null
}

/** A member's devices, those that sign first and the newest first. */
export async function viewDevices(
  event: { readonly locals: App.Locals },
  member: string,
): Promise<readonly DeviceLine[]> {
  const devices = await read(event, (org) => devicesOf(org.devices, org.members.indices.get(member) ?? -1))
  const names = await readDeviceNames(plenum().database, member)
  return devices
    .map(({ id, registered, seq, revoked }) => {
      return { id, name: names.get(id) ?? null, registered, seq, revoked: revoked?.at ?? null }
    })
    .sort((a, b) => Number(a.revoked !== null) - Number(b.revoked !== null) || b.registered - a.registered)
}

const LATELY = 14 * DAY

/** What happened to a member's own devices in the last two weeks, newest first: so that nobody registers one for them unseen. */
export function devicesLately({ devices }: Pick<Org, 'devices'>, member: number, now: Instant) {
  return devicesOf(devices, member)
    .flatMap(({ seq, registered, revoked }) => [
      { seq, at: registered, kind: 'registered' as const },
      ...(revoked === null ? [] : [{ seq: revoked.seq, at: revoked.at, kind: 'revoked' as const }]),
    ])
    .filter(({ at }) => at > now - LATELY)
    .sort((a, b) => b.seq - a.seq)
}
