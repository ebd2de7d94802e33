import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { publicKeyOf } from '#kernel/ed25519'
import { isRefusal } from '#kernel/refusal'
import { blind, finalize, isCountStatement, isKeyStatement, issuerKey } from '#modules/ballots/core'
import { person } from '../../../test/kit/given.ts'
import { must } from '../../../test/kit/storage.ts'
import { plainCode, type OpenedVote } from './core/index.ts'
import { makeIssuer, openIssuer, trustAnew, type Issuer } from './index.ts'

const SETTINGS = {
  name: 'Branch North',
  address: 'https://issuer.example',
  organization: 'https://plenum.example',
  origin: 'plenum/test/1',
  logKey: 'plenum/test/1+abc+AAAA',
  demonstration: false,
}
const VOTE = 'vote-1'
const [NOW, UNTIL, CLOSES] = [1000, 2000, 3000]
const MESSAGE = new Uint8Array(100).fill(7)

let folder = ''
let issuer: Issuer
let codes: ReadonlyMap<string, string>
let modulus = ''
const all = fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-issuer-'))
let made = 0

beforeAll(async () => {
  // Keys take long to make: one folder is made once, and copied for every test.
  const first = must(makeIssuer(path.join(all, 'first'), SETTINGS))
  await first.stock(2)
  first.close()
})
afterAll(() => {
  fs.rmSync(all, { recursive: true, force: true })
})
beforeEach(() => {
  folder = path.join(all, String(made++))
  fs.cpSync(path.join(all, 'first'), folder, { recursive: true })
  issuer = must(openIssuer(folder))
  codes = issuer.draw([1, 2, 3].map(person), false)
  issuer.admit(codes)
  modulus = issuer.undelivered()[0]?.modulus ?? ''
  expect(issuer.take(opened())).toBe(true)
  return () => {
    issuer.close()
  }
})

function opened(changed: Partial<OpenedVote> = {}): OpenedVote {
  const checkpoint = { origin: SETTINGS.origin, size: 9, root: new Uint8Array(32) }
  return { vote: VOTE, seq: 5, modulus, roll: 2, until: UNTIL, closes: CLOSES, checkpoint, ...changed }
}

/** A blinded key, and what is made of the answer. */
function blinded(factor: bigint, key = modulus) {
  const known = issuerKey(fromBase64(key)!)!
  const made = blind(known, MESSAGE, { salt: new Uint8Array(48), factor })!
  return {
    request: toBase64(made.request),
    open: (answer: Uint8Array) => finalize(known, MESSAGE, answer, made),
  }
}

function ask(n: number, request: string, { now = NOW, code = codes.get(person(n)) ?? '', vote = VOTE } = {}) {
  const answer = issuer.issue({ vote, member: person(n), code, request }, now)
  return isRefusal(answer) ? answer.code : answer
}

describe('an issuer', () => {
  it('signs a key that it does not see, once for each member, and answers the same again', () => {
    const asked = blinded(12_345n)
    const answer = ask(1, asked.request)
    expect(asked.open(answer as Uint8Array)).toBeDefined()
    expect(ask(1, asked.request)).toEqual(answer)
    expect(ask(1, blinded(99n).request)).toBe('issuer-issued-already')
    expect(issuer.issued(modulus)).toEqual([person(1)])
  })

  it('takes a code however it is typed, from the member whose it is and from nobody else', () => {
    const [own = '', other = ''] = [codes.get(person(1)), codes.get(person(2))]
    const { request } = blinded(3n)
    expect(own).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)
    expect(ask(1, request, { code: other })).toBe('issuer-code-wrong')
    expect(ask(1, request, { code: `${own}0` })).toBe('issuer-code-wrong')
    expect(ask(1, request, { code: '' })).toBe('issuer-code-wrong')
    expect(ask(9, request, { code: own })).toBe('issuer-code-wrong')
    const typed = own.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(plainCode(typed)).toBe(own.replaceAll('-', ''))
    expect(ask(1, request, { code: typed })).toBeInstanceOf(Uint8Array)
  })

  it('gives out no more keys than members stand on the roll', () => {
    expect(ask(1, blinded(3n).request)).toBeInstanceOf(Uint8Array)
    expect(ask(2, blinded(5n).request)).toBeInstanceOf(Uint8Array)
    expect(ask(3, blinded(7n).request)).toBe('issuer-roll-used-up')
    expect(ask(2, blinded(5n).request)).toBeInstanceOf(Uint8Array)
  })

  it('ends with the phase of keys, answers again until the close, and then destroys its key', () => {
    const first = blinded(3n).request
    expect(ask(1, first, { now: UNTIL - 1 })).toBeInstanceOf(Uint8Array)
    expect(ask(2, blinded(5n).request, { now: UNTIL })).toBe('issuer-over')
    expect(ask(1, first, { now: CLOSES - 1 })).toBeInstanceOf(Uint8Array)
    expect(ask(1, first, { now: CLOSES })).toBe('issuer-over')
    expect(issuer.endClosed(CLOSES - 1)).toEqual([])
    const secret = keyBytes()
    expect(onDisk(secret)).toBe(true)
    expect(issuer.endClosed(CLOSES)).toEqual([VOTE])
    expect(ask(1, first)).toBe('issuer-over')
    expect(issuer.votes()).toMatchObject([{ vote: VOTE, issued: 1, ended: true }])
    expect(onDisk(secret)).toBe(false)
  })

  it('uses a key for the first vote that announces it, and for no other', () => {
    expect(issuer.take(opened({ vote: 'vote-2', seq: 6 }))).toBe(false)
    expect(ask(1, blinded(3n).request, { vote: 'vote-2' })).toBe('issuer-vote-unknown')
    expect(issuer.take(opened())).toBe(true)
  })

  it('goes on with the roll, and with a key of its own, where a vote begins again', () => {
    const second = issuer.undelivered().find((each) => each.modulus !== modulus)?.modulus ?? ''
    expect(ask(1, blinded(3n).request)).toBeInstanceOf(Uint8Array)
    expect(issuer.take(opened({ seq: 8, roll: null, modulus: second }))).toBe(true)
    expect(issuer.votes().find(({ seq }) => seq === 8)).toMatchObject({ roll: 2, issued: 0 })
    const asked = blinded(3n, second)
    expect(asked.open(ask(1, asked.request) as Uint8Array)).toBeDefined()
  })

  it('takes nothing that is no request', () => {
    for (const request of ['', 'AAAA', '*', toBase64(new Uint8Array(384).fill(255))])
      expect(ask(1, request)).toBe('request-malformed')
  })

  it('signs its keys and counts with its lasting key', () => {
    const key = fromBase64(issuer.key)!
    const { modulus: next = '', signature = '' } = issuer.undelivered()[0] ?? {}
    expect(isKeyStatement(key, fromBase64(next)!, fromBase64(signature)!)).toBe(true)
    ask(1, blinded(3n).request)
    const { count, signature: word } = issuer.report(modulus)
    expect(count).toBe(1)
    expect(isCountStatement(key, fromBase64(modulus)!, 1, fromBase64(word)!)).toBe(true)
    expect(isCountStatement(key, fromBase64(modulus)!, 2, fromBase64(word)!)).toBe(false)
    expect(
      isCountStatement(publicKeyOf(new Uint8Array(32)), fromBase64(modulus)!, 1, fromBase64(word)!),
    ).toBe(false)
  })

  it('keeps no code, gives a lost one anew, and strikes members off', () => {
    const [code = ''] = codes.values()
    expect(onDisk(Buffer.from(code))).toBe(false)
    expect(onDisk(Buffer.from(plainCode(code)!))).toBe(false)
    expect(issuer.draw([person(1), person(4)], false).size).toBe(1)
    const again = issuer.draw([person(1)], true)
    issuer.admit(again)
    expect(ask(1, blinded(3n).request, { code })).toBe('issuer-code-wrong')
    expect(ask(1, blinded(3n).request, { code: again.get(person(1)) ?? '' })).toBeInstanceOf(Uint8Array)
    expect(issuer.strike([person(1), person(9)])).toBe(1)
    expect(ask(1, blinded(3n).request, { code: again.get(person(1)) ?? '' })).toBe('issuer-code-wrong')
  })

  it('throws away what waits where it takes up another record', () => {
    issuer.close()
    trustAnew(folder, { origin: 'plenum/test/2', logKey: 'other', demonstration: false })
    issuer = must(openIssuer(folder))
    expect(issuer.settings).toMatchObject({ origin: 'plenum/test/2', name: 'Branch North' })
    expect(issuer.undelivered()).toEqual([])
    expect(ask(1, blinded(3n).request)).toBe('issuer-over')
    expect(issuer.members()).toBe(3)
  })

  it('is not made where there is one, nor opened where there is none', () => {
    expect(makeIssuer(folder, SETTINGS)).toMatchObject({ code: 'issuer-folder-taken' })
    expect(openIssuer(path.join(all, 'nothing'))).toMatchObject({ code: 'issuer-folder-none' })
  })
})

/** Some bytes of the secret key of the vote, as they lie in the file. */
function keyBytes(): Buffer {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const database = new DatabaseSync(path.join(folder, 'issuer.sqlite'), { readOnly: true })
  const row = database.prepare('select secret from issuing_key where modulus = ?').get(modulus)
  database.close()
  return Buffer.from(row?.['secret'] as Uint8Array).subarray(600, 640)
}

/** Whether these bytes stand anywhere in the folder. */
function onDisk(bytes: Buffer): boolean {
  return fs.readdirSync(folder).some((file) => fs.readFileSync(path.join(folder, file)).includes(bytes))
}
