import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Json } from '#kernel/canonical'
import { uuidV7 } from '#kernel/ids'
import { DAY, HOUR } from '#kernel/instant'
import { apply, check, createOrg, imageDigest } from '#organization'
import {
  ORIGIN,
  p256Device,
  register,
  spoiled,
  testDevice,
  type TestDevice,
} from '../../../../test/kit/device.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  clausesOf,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  SOME_HASH,
  uuid,
  type Sign,
  type World,
} from '../../../../test/kit/given.ts'
import { MOST_DEVICES } from './acts.ts'
import { signedBytes, signedText } from './signed-text.ts'

const ME = person(3)
const PHONE = testDevice(1)

function newestLaw(): World {
  const world = ratifiedWorld()
  adoptLaws(world)
  return world
}

function withDevice(device: TestDevice = PHONE): World {
  const world = newestLaw()
  register(world, ME, device)
  return world
}

function proposal(name = 'A banner'): Json {
  return { motion: uuid(name), title: name, clauses: clausesOf(`${name}.`), enactment: RESOLVE }
}

const propose = (world: World, sign?: Sign) => world.when(ME, 'motion.propose', proposal(), ROOT, sign)

test('what is signed is the prefix and canonical JSON of everything but position and time', () => {
  const act = {
    origin: ORIGIN,
    by: ME,
    id: uuid('x'),
    type: 'motion.second',
    unit: null,
    body: { b: 1, a: [] },
  }
  expect(new TextDecoder().decode(signedBytes(signedText(act)))).toBe(
    `plenum/act/1\0{"body":{"a":[],"b":1},"by":"${ME}","id":"${act.id}","origin":"plenum/test/1","type":"motion.second","unit":null}`,
  )
})

describe.each([
  ['Ed25519', () => testDevice(1)],
  ['P-256', () => p256Device()],
])('a device of %s', (_name, make) => {
  test('signs what its member enters, until it is revoked; what is not signed stays possible', () => {
    const device = make()
    const world = withDevice(device)
    world.given(ME, 'motion.propose', proposal(), ROOT, device.sign)
    expect(world.entries.at(-1)?.sig).toHaveLength(96)
    world.given(ME, 'device.revoke', { member: ME, device: device.id })
    expect(world.when(ME, 'motion.propose', proposal('Another'), ROOT, device.sign)).toMatchObject({
      code: 'device-revoked',
    })
    world.given(ME, 'motion.propose', proposal('Another'), ROOT)
    expect(world.entries.at(-1)?.sig).toBeUndefined()
    expect(auditOf(world.entries)).toMatchObject({
      count: 0,
      unchecked: [],
      signatures: { signed: 2, closed: 0 },
    })
  })

  test('signs nothing with a bit turned', () => {
    const device = make()
    expect(propose(withDevice(device), (act) => spoiled(device.sign(act)))).toMatchObject({
      code: 'signature-wrong',
    })
  })
})

describe('refused is', () => {
  test('a signature that is none', () => {
    for (const sig of [
      '',
      'AAAA',
      'not base64',
      PHONE.sign({ by: ME, id: '', type: '', unit: null, body: null }).slice(4),
    ])
      expect(propose(withDevice(), () => sig)).toMatchObject({ code: 'signature-malformed' })
  })
  test('one of a device that nobody registered', () => {
    expect(propose(withDevice(), testDevice(2).sign)).toMatchObject({ code: 'unknown-device' })
  })
  test('one of the device of somebody else, be it over the right act', () => {
    const world = withDevice()
    register(world, person(4), testDevice(4))
    expect(propose(world, testDevice(4).sign)).toMatchObject({ code: 'device-of-another' })
  })
  test('one that the same key made for another log', () => {
    expect(propose(withDevice(), testDevice(1, 'plenum/other/1').sign)).toMatchObject({
      code: 'signature-wrong',
    })
  })
  test('an act of the clerk or of nobody that is signed', () => {
    const body = { member: person(50), home: ROOT, details: `${'A'.repeat(43)}=` }
    expect(withDevice().when('nobody', 'member.apply', body, null, PHONE.sign)).toMatchObject({
      code: 'device-of-another',
    })
  })
  test('a registration that the key itself did not sign', () => {
    const world = newestLaw()
    const body = PHONE.registration(ME)
    const refused = (sign?: Sign) => world.when(ME, 'device.register', body, null, sign)
    expect(refused()).toMatchObject({ code: 'signature-missing' })
    expect(refused(testDevice(2).sign)).toMatchObject({ code: 'unknown-device' })
    expect(refused((act) => spoiled(PHONE.sign(act)))).toMatchObject({ code: 'signature-wrong' })
    const short = { ...body, algorithm: 'p256' as const }
    expect(world.when(ME, 'device.register', short, null)).toMatchObject({ code: 'malformed' })
  })
  test('a registration for somebody else, a key that was registered before, and one device too many', () => {
    const world = withDevice()
    expect(world.when(person(4), 'device.register', PHONE.registration(ME), null, PHONE.sign)).toMatchObject({
      code: 'device-of-another',
    })
    expect(world.when(ME, 'device.register', PHONE.registration(ME), null, PHONE.sign)).toMatchObject({
      code: 'device-known',
    })
    for (let n = 2; n <= MOST_DEVICES; n++) register(world, ME, testDevice(n))
    const more = testDevice(MOST_DEVICES + 1)
    expect(world.when(ME, 'device.register', more.registration(ME), null, more.sign)).toMatchObject({
      code: 'devices-too-many',
    })
    world.given(ME, 'device.revoke', { member: ME, device: PHONE.id })
    register(world, ME, more)
  })
  test('revoking the device of somebody else', () => {
    for (const member of [ME, person(4)])
      expect(withDevice().when(person(4), 'device.revoke', { member, device: PHONE.id })).toMatchObject({
        code: 'unknown-device',
      })
  })
})

describe('a signature holds for a day', () => {
  const refused = (world: World, from: number, sign = PHONE.sign) => {
    const plain = {
      by: ME,
      id: uuidV7(world.now - from, new Uint8Array(10)),
      type: 'motion.propose',
      unit: ROOT,
    }
    const act = { ...plain, body: proposal() }
    const { size, law } = world.org.head.get()
    return check(world.org, { ...act, seq: size, at: world.now, law, sig: sign(act) })?.code
  }
  test('from the time in the id of the act, and an hour before it at most', () => {
    expect([DAY, -HOUR, 0].map((from) => refused(withDevice(), from))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([DAY + 1, -HOUR - 1].map((from) => refused(withDevice(), from))).toEqual([
      'signature-stale',
      'signature-stale',
    ])
  })
  test('an act whose id has no time in it cannot be signed', () => {
    const world = withDevice()
    const act = { by: ME, id: uuid('no time'), type: 'motion.propose', unit: ROOT, body: proposal() }
    const { size, law } = world.org.head.get()
    expect(check(world.org, { ...act, seq: size, at: world.now, law, sig: PHONE.sign(act) })).toMatchObject({
      code: 'signature-stale',
    })
  })
})

describe('after a restore', () => {
  const restore = (world: World): void => {
    world.given(
      'clerk',
      'record.restored',
      { origin: ORIGIN, size: world.entries.length, root: SOME_HASH },
      null,
    )
  }
  const NEXT = 'plenum/test/2'
  test('devices sign for the log under its next name, and what was signed for the old one cannot be entered any more', () => {
    const world = withDevice()
    restore(world)
    expect(propose(world, PHONE.sign)).toMatchObject({ code: 'signature-wrong' })
    world.given(ME, 'motion.propose', proposal(), ROOT, testDevice(1, NEXT).sign)
  })
  test('devices are registered for the next name', () => {
    const world = newestLaw()
    restore(world)
    expect(world.when(ME, 'device.register', PHONE.registration(ME), null, PHONE.sign)).toMatchObject({
      code: 'device-other-log',
    })
    register(world, ME, testDevice(1, NEXT))
  })
})

test('whoever runs the log knows what it is called: nobody registers a device for another', () => {
  const { org, entries, now } = newestLaw()
  const own = createOrg('plenum/mine/1')
  for (const entry of entries) apply(own, entry)
  const [mine, other] = ['plenum/mine/1', 'plenum/yours/1'].map((origin) => testDevice(1, origin))
  const checked = (device: TestDevice | undefined) => {
    const body = device?.registration(ME) ?? null
    const act = { by: ME, id: uuidV7(now, new Uint8Array(10)), type: 'device.register', unit: null, body }
    const { size, law } = org.head.get()
    return check(own, { ...act, seq: size, at: now, law, sig: device?.sign(act) ?? '' })
  }
  expect(checked(other)).toMatchObject({ code: 'device-other-log' })
  expect(checked(mine)).toBeUndefined()
})

test('the image of an organization has every device in it', () => {
  const [one, other] = [withDevice(), withDevice()]
  expect(imageDigest(one.org)).toBe(imageDigest(other.org))
  one.given(ME, 'device.revoke', { member: ME, device: PHONE.id })
  other.given(ME, 'device.revoke', { member: ME, device: PHONE.id })
  expect(imageDigest(one.org)).toBe(imageDigest(other.org))
  register(one, ME, testDevice(2))
  register(other, ME, testDevice(3))
  expect(imageDigest(one.org)).not.toBe(imageDigest(other.org))
})

test('before the sixth law there are no devices', () => {
  expect(ratifiedWorld().when(ME, 'device.register', PHONE.registration(ME), null, PHONE.sign)).toMatchObject(
    { code: 'unknown-act' },
  )
})

test('any altered field makes a signature wrong', () => {
  const world = withDevice()
  const { head } = world.org
  const entry = {
    seq: head.get().size,
    ...{ at: world.now, law: head.get().law, by: ME, type: 'motion.propose', unit: ROOT },
    id: uuidV7(world.now, new Uint8Array(10)),
    body: proposal(),
  }
  const sig = PHONE.sign(entry)
  expect(check(world.org, { ...entry, sig })).toBeUndefined()
  const title = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => text.trim() === text && text !== 'A banner')
  const altered = fc.oneof(
    fc.uint8Array({ minLength: 10, maxLength: 10 }).map((random) => ({ id: uuidV7(world.now, random) })),
    title.map((text) => ({ body: { ...(entry.body as object), title: text.toWellFormed() } })),
    fc.uuid({ version: 7 }).map((motion) => ({ body: { ...(entry.body as object), motion } })),
    title.map((text) => ({ body: { ...(entry.body as object), clauses: clausesOf(text.toWellFormed()) } })),
    fc.constant({ by: person(4) }),
  )
  fc.assert(
    fc.property(altered, (change) => {
      fc.pre(canonical({ ...entry, ...change }) !== canonical(entry))
      const refusal = check(world.org, { ...entry, ...change, sig })
      expect(['signature-wrong', 'device-of-another']).toContain(refusal?.code)
    }),
  )
})
