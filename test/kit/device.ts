import * as crypto from 'node:crypto'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { publicKeyOf, signEd25519 } from '#kernel/ed25519'
import {
  DEVICE_REGISTER,
  deviceId,
  formatSignature,
  signedBytes,
  signedText,
  type Algorithm,
  type DeviceActs,
} from '#modules/devices/core'
import type { Sign, World } from './given.ts'

export const ORIGIN = 'plenum/test/1'

/** A device in a test: what registers it, and what it signs. */
export interface TestDevice {
  readonly id: string
  readonly registration: (member: string) => DeviceActs[typeof DEVICE_REGISTER]
  readonly sign: Sign
}

/** A device of Ed25519 whose key follows from a number. */
export function testDevice(n: number, origin = ORIGIN): TestDevice {
  const seed = new Uint8Array(32).fill(n)
  return deviceWith('ed25519', publicKeyOf(seed), origin, (bytes) => signEd25519(seed, bytes))
}

/** A device of P-256, as a browser without Ed25519 has it. */
export function p256Device(origin = ORIGIN): TestDevice {
  const pair = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return deviceWith('p256', new Uint8Array(point), origin, (bytes) =>
    crypto.sign('sha256', bytes, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }),
  )
}

function deviceWith(
  algorithm: Algorithm,
  publicKey: Uint8Array,
  origin: string,
  sign: (bytes: Uint8Array) => Uint8Array,
): TestDevice {
  return {
    id: deviceId(publicKey),
    registration: (member) => ({ member, algorithm, key: toBase64(publicKey), origin }),
    sign: (act) => formatSignature(publicKey, sign(signedBytes(signedText({ ...act, origin })))),
  }
}

/** Registers a device for a member. */
export function register(world: World, member: string, device: TestDevice): void {
  world.given(member, DEVICE_REGISTER, device.registration(member), null, device.sign)
}

/** A signature with one bit of its last byte turned. */
export function spoiled(sig: string): string {
  const bytes = fromBase64(sig) ?? new Uint8Array()
  const last = bytes.length - 1
  bytes[last] = (bytes[last] ?? 0) ^ 1
  return toBase64(bytes)
}
