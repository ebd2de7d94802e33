import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conformance, HAS_VOTING_DATA, readJson } from '../../../../test/kit/voting-data.ts'
import { inverseMod, powerMod, toBytes, toWhole } from './big-bytes.ts'
import { blind, finalize, issuerKey, verify } from './blind-rsa.ts'

const hex = z.string().transform((text) => new Uint8Array(Buffer.from(text.replace(/^0x/, ''), 'hex')))
const vectors = z.array(
  z.object({
    ...{ name: z.string(), n: hex, d: hex, input_msg: hex, salt: hex, inv: hex },
    ...{ blinded_msg: hex, blind_sig: hex, sig: hex },
  }),
)

describe.skipIf(!HAS_VOTING_DATA)(conformance('RFC 9474, appendix A'), () => {
  const all = HAS_VOTING_DATA ? vectors.parse(readJson('rfc9474/testdata/test_vectors_rfc9474.json')) : []

  // The variants differ in their prefix and in the length of the salt; this room has the one with a salt of 48 bytes.
  it.each(all.filter(({ salt }) => salt.length === 48))('$name', (vector) => {
    const key = issuerKey(vector.n, vector.n.length * 8)!
    const factor = inverseMod(toWhole(vector.inv), key.modulus)!
    const blinded = blind(key, vector.input_msg, { salt: vector.salt, factor })!
    expect(Buffer.from(blinded.request)).toEqual(Buffer.from(vector.blinded_msg))
    const answer = powerMod(toWhole(vector.blinded_msg), toWhole(vector.d), key.modulus)
    expect(Buffer.from(toBytes(answer, vector.n.length))).toEqual(Buffer.from(vector.blind_sig))
    const signature = finalize(key, vector.input_msg, vector.blind_sig, blinded)
    expect(Buffer.from(signature!)).toEqual(Buffer.from(vector.sig))
    expect(verify(key, vector.input_msg.subarray(1), vector.sig)).toBe(false)
  })

  it('has the two variants with a salt', () => {
    expect(all.filter(({ salt }) => salt.length === 48)).toHaveLength(2)
  })
})

describe('an issuing key', () => {
  it('has exactly its bits and is odd', () => {
    const modulus = new Uint8Array(384).fill(0xff)
    expect(issuerKey(modulus)).toBeDefined()
    expect(issuerKey(modulus.map((byte, i) => (i === 383 ? 0xfe : byte)))).toBeUndefined()
    expect(issuerKey(modulus.map((byte, i) => (i === 0 ? 0x7f : byte)))).toBeUndefined()
    expect(issuerKey(modulus.subarray(1))).toBeUndefined()
  })
})
