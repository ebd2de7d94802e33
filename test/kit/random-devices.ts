import { DEVICE_REGISTER, DEVICE_REVOKE } from '#modules/devices/core'
import { testDevice, type TestDevice } from './device.ts'
import type { World } from './given.ts'
import { anybody, heldAt, motionAt, officerAt, personAt, pickLate, type Numbers } from './random-picks.ts'
import { uuid } from './given.ts'

// Devices of a random history, and what is signed with them.

/** Few enough that one is registered twice, by its member or by another. */
const DEVICES = 20

function ownDevice({ org }: World, by: string): TestDevice | undefined {
  return Array.from({ length: DEVICES }, (_, n) => testDevice(n)).find(({ id }) => {
    const device = org.devices.devices.get(id)
    return device?.revoked === null && org.members.ids.at(device.member) === by
  })
}

export const DEVICE_ACTS = {
  registerDevice: (world: World, { a, b }: Numbers) => {
    const [by, device] = [officerAt(world, a, 'roll'), testDevice(b % DEVICES)]
    return world.when(by, DEVICE_REGISTER, device.registration(by), null, device.sign)
  },
  revokeDevice: (world: World, { a, b }: Numbers) => {
    const device = pickLate([...world.org.devices.devices.values()], b)
    const by =
      device === undefined || a % 4 === 0
        ? anybody(world, a)
        : (world.org.members.ids.at(device.member) ?? '')
    return world.when(by, DEVICE_REVOKE, { member: by, device: device?.id ?? '0'.repeat(16) })
  },
  /** What officers do, signed with a device of theirs if they have one; now and then with another. */
  signAct: (world: World, { a, b, c }: Numbers) => {
    const by = officerAt(world, a, 'roll')
    const device = c % 10 === 0 ? testDevice(c % DEVICES) : ownDevice(world, by)
    const body = { member: personAt(world, b, 'applicant') }
    if (c % 2 === 0) return world.when(by, 'member.admit', body, undefined, device?.sign)
    const motion = motionAt(world, b, 'debate', 'voting')
    const speech = { speech: uuid('speech', world.entries.length), motion, side: 'for', text: heldAt(world) }
    return world.when(by, 'speech.give', speech, undefined, device?.sign)
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
