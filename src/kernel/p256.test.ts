import * as crypto from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from './bytes.ts'
import * as browser from './p256.browser.ts'
import { verifyP256 } from './p256.ts'

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** RFC 6979, A.2.5: the key, and the signatures of two messages with SHA-256. */
const KEY = bytesOf(
  '0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299',
)
const SIGNED = [
  [
    'sample',
    'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
  ],
  [
    'test',
    'F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083',
  ],
] as const

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

function textOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe.each([
  ['in Node', verifyP256],
  ['in a browser', browser.verifyP256],
])('ECDSA on P-256 %s', (_, verify) => {
  it.each(SIGNED)('takes what RFC 6979 shows for “%s”, and no other bit', (message, hex) => {
    const signature = bytesOf(hex)
    expect(verify(KEY, textOf(message), signature)).toBe(true)
    expect(verify(KEY, textOf(`${message}.`), signature)).toBe(false)
    for (let bit = 0; bit < 512; bit += 37) {
      const other = signature.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(verify(KEY, textOf(message), other)).toBe(false)
    }
  })

  it('takes the twin of a signature, as WebCrypto makes either', () => {
    const [[message, hex]] = SIGNED
    const twin = (ORDER - BigInt(`0x${hex.slice(64)}`)).toString(16).padStart(64, '0')
    expect(verify(KEY, textOf(message), bytesOf(hex.slice(0, 64) + twin))).toBe(true)
  })

  it('takes what WebCrypto signs', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
    const key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
    const message = textOf('We withhold the rent.')
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      pair.privateKey,
      Uint8Array.from(message),
    )
    expect(verify(key, message, new Uint8Array(signature))).toBe(true)
  })

  it('takes no key that is no point of the curve, or of another length, and no signature of zeros', () => {
    const [[message, hex]] = SIGNED
    const off = KEY.map((byte, i) => (i === 64 ? byte ^ 1 : byte))
    const compressed = Uint8Array.of(3, ...KEY.slice(1, 33))
    for (const key of [off, compressed, KEY.slice(0, 64), new Uint8Array(65), fromBase64('BA==') ?? KEY])
      expect(verify(key, textOf(message), bytesOf(hex))).toBe(false)
    expect(verify(KEY, textOf(message), new Uint8Array(64))).toBe(false)
    expect(verify(KEY, textOf(message), bytesOf(hex).slice(0, 63))).toBe(false)
  })
})
