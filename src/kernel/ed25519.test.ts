import { describe, expect, it } from 'vitest'
import { publicKeyOf, signEd25519, verifyEd25519 } from './ed25519.ts'
import * as browser from './ed25519.browser.ts'
import { concat } from './bytes.ts'

const SEED = new Uint8Array(32).fill(3)
const MESSAGE = new TextEncoder().encode('We withhold the rent.')

describe('both twins', () => {
  it('make the same key and signature, and take no other', () => {
    const [key, signature] = [publicKeyOf(SEED), signEd25519(SEED, MESSAGE)]
    expect(browser.publicKeyOf(SEED)).toEqual(key)
    expect(browser.signEd25519(SEED, MESSAGE)).toEqual(signature)
    const other = signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte))
    for (const verify of [verifyEd25519, browser.verifyEd25519]) {
      expect(verify(key, MESSAGE, signature)).toBe(true)
      expect(verify(key, MESSAGE, other)).toBe(false)
    }
  })

  it.each([
    ['the neutral element', `01${'00'.repeat(31)}`],
    ['the same with another sign', `01${'00'.repeat(30)}80`],
    ['the same, not reduced', `ee${'ff'.repeat(30)}7f`],
    ['order 2', `ec${'ff'.repeat(30)}7f`],
    ['order 4', '00'.repeat(32)],
    ['order 4, not reduced', `ed${'ff'.repeat(30)}7f`],
    ['order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['order 8, the other', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
  ])('take no key with which anybody can sign: %s', (_, hex) => {
    const key = bytesOf(hex)
    // Where such keys are taken, this is the signature of every message under the first, and of some under each.
    const neutral = concat(bytesOf(`01${'00'.repeat(31)}`), new Uint8Array(32))
    for (let i = 0; i < 64; i++) {
      expect(verifyEd25519(key, Uint8Array.of(i), neutral)).toBe(false)
      expect(browser.verifyEd25519(key, Uint8Array.of(i), neutral)).toBe(false)
    }
  })
})

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
