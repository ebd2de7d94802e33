import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { signEd25519, verifyEd25519 } from '#kernel/ed25519'
import { createSigningKey } from '../signing-key.server.ts'
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { formatVkey, openNote, parseVkey, signNote, type NoteKey } from './note.ts'

// The example in the documentation of golang.org/x/mod/sumdb/note.
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const SIGNATURE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

function keyOf(vkey: string): NoteKey {
  const key = parseVkey(vkey)
  if (isRefusal(key)) throw new Error(key.code)
  return key
}

function open(note: string, key = keyOf(VKEY)): unknown {
  return openNote(note, key, verifyEd25519)
}

describe('signed notes', () => {
  const { seed, publicKey } = createSigningKey(new Uint8Array(32).fill(7))
  const own = { name: 'plenum.example/log', publicKey }
  const sign = (message: Uint8Array): Uint8Array => signEd25519(seed, message)

  test("Go's example opens, and its key comes out as it went in", () => {
    expect(open(`${TEXT}\n${SIGNATURE}`)).toBe(TEXT)
    expect(formatVkey(keyOf(VKEY))).toBe(VKEY)
  })

  test('what we sign opens with our key and no other', () => {
    const note = signNote(TEXT, own, sign)
    expect(open(note, keyOf(formatVkey(own)))).toBe(TEXT)
    expect(open(note)).toMatchObject({ code: 'note-not-signed' })
    expect(open(note.replace('think', 'thing'), own)).toMatchObject({ code: 'note-signature-wrong' })
  })

  test('signatures by unknown keys are passed over, also under our name; a text may hold empty lines', () => {
    const text = 'a\n\nb\n'
    const stranger = SIGNATURE.replace('PeterNeumann', own.name)
    expect(open(signNote(text, own, sign) + SIGNATURE + stranger, own)).toBe(text)
  })

  test.each([
    ['', 'no signature'],
    [TEXT, 'no signature'],
    [`${TEXT}\n${SIGNATURE.slice(0, -1)}`, 'no signature'],
    [`${TEXT}\n- PeterNeumann x08go/ZJ\n`, 'signature line'],
    [`${TEXT}\n${SIGNATURE} \n`, 'signature line'],
    [`${TEXT}\n${SIGNATURE.replace('Am=', 'An=')}x\n`, 'signature line'],
    [`${TEXT}\n${SIGNATURE.repeat(101)}`, 'too many'],
    [`a\u0007${TEXT}\n${SIGNATURE}`, 'control character'],
    [`\ud800${TEXT}\n${SIGNATURE}`, 'control character'],
  ])('%j is refused', (note, why) => {
    expect(open(note)).toMatchObject({
      code: 'note-malformed',
      facts: { why: expect.stringContaining(why) as unknown },
    })
  })

  test.each([
    '',
    'a',
    'a+b+c',
    VKEY.replace('c74', 'c75'),
    VKEY.slice(0, -4),
    VKEY.replace('+AR', '+BR'),
    `a b${VKEY}`,
  ])('%j is no key', (vkey) => {
    expect(parseVkey(vkey)).toMatchObject({ code: 'key-malformed' })
  })
})

describe('checkpoints', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  test("the specification's example comes out as it went in; extension lines are passed over", () => {
    const checkpoint = parseCheckpoint(text)
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
    expect(isRefusal(checkpoint) ? '' : formatCheckpoint(checkpoint)).toBe(text)
    expect(parseCheckpoint(`${text}more\n`)).toEqual(checkpoint)
  })

  test.each(
    [
      [
        '',
        text.slice(0, -1),
        text.replace('20852163', '020852163'),
        text.replace('20852163', '-1'),
        text.replace('2I=', '2J='),
      ],
      [
        text.replace('20852163', '99999999999999999'),
        text.replace('CsUY', ''),
        `\n${text}`,
        `${text}\n`,
        'a\n1\n',
      ],
    ].flat(),
  )('%j is refused', (wrong) => {
    expect(parseCheckpoint(wrong)).toMatchObject({ code: 'checkpoint-malformed' })
  })
})
