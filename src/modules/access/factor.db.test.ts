import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE, SECOND, type Instant } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { migrate, openDatabase, type Database } from '#modules/record'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { accessMigrations, openAccess, type Access, type NewFactor } from './index.ts'

const NOW = 1_800_000_000_000
const ANA = 'm-0000000000aa'
const BO = 'm-0000000000bb'
const LOGIN = 'ana@example.org'
const PASSWORD = 'slow green river'
const SITE = { origin: 'https://plenum.example.org', name: 'Riverside' }
const NEXT = 30 * SECOND
const SECRET_KEY = 'a key of the operator with many signs'

function codeAt(secret: string, timestamp: Instant): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp })
}

describe.each(['sqlite', 'postgres'] as const)('the second factor on %s', (engine) => {
  let storage: Storage
  let database: Database
  let access: Access
  let folder: string

  beforeEach(async () => {
    storage = await freshStorage(engine)
    folder = mkdtempSync(join(tmpdir(), 'plenum-factor-'))
    database = must(await openDatabase(storage))
    must(await migrate(database, accessMigrations))
    access = await openAccess(database, { folder })
    const { token } = must(await access.invite(ANA, NOW))
    must(await access.accept(token, { login: LOGIN, password: PASSWORD }, NOW))
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
    rmSync(folder, { recursive: true })
  })

  const begin = async (): Promise<NewFactor> =>
    must(await access.factor.begin(ANA, { password: PASSWORD, code: '' }, 'Riverside', NOW))

  async function setUp(): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
    const { secret, pending } = await begin()
    const { codes } = must(await access.factor.confirm(ANA, pending, codeAt(secret, NOW), NOW))
    return { secret, codes }
  }

  async function challenge(opened = access, now = NOW): Promise<string> {
    const answer = must(await opened.signIn(LOGIN, PASSWORD, now, ''))
    if (!('challenge' in answer)) throw new Error('a session without a code')
    return answer.challenge
  }

  test('is asked after the password, and a code signs in once', async () => {
    const { secret } = await setUp()
    const [first, second] = [await challenge(), await challenge()]
    const used = codeAt(secret, NOW)
    expect(await access.factor.signIn(first, used, NOW, '')).toMatchObject({ code: 'factor-wrong' })
    const code = codeAt(secret, NOW + NEXT)
    const answer = must(await access.factor.signIn(first, ` ${code.slice(0, 3)} ${code.slice(3)}`, NOW, ''))
    expect(await access.session(answer.token, NOW)).toMatchObject({ member: ANA })
    // Neither the code nor the challenge holds again.
    expect(await access.factor.signIn(second, code, NOW, '')).toMatchObject({ code: 'factor-wrong' })
    const later = NOW + 2 * NEXT
    const fresh = codeAt(secret, later)
    expect(await access.factor.signIn(first, fresh, later, '')).toMatchObject({ code: 'factor-over' })
    expect(await access.factor.signIn(second, fresh, later, '')).toMatchObject({ member: ANA })
  })

  test('two who send one code at once get one session', async () => {
    const { secret } = await setUp()
    const challenges = [await challenge(), await challenge()]
    const code = codeAt(secret, NOW + NEXT)
    const answers = await Promise.all(challenges.map((each) => access.factor.signIn(each, code, NOW, '')))
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
  })

  test('a challenge holds five minutes, for its member, and for the password that was right', async () => {
    const { codes } = await setUp()
    const [code = '', other = ''] = codes
    const old = await challenge()
    const late = NOW + 5 * MINUTE
    expect(await access.factor.signIn(old, code, late, '')).toMatchObject({ code: 'factor-over' })
    expect(await access.factor.signIn(`${BO}.x`, code, NOW, '')).toMatchObject({ code: 'factor-over' })
    expect(await access.factor.signIn('', code, NOW, '')).toMatchObject({ code: 'factor-over' })
    must(await access.changePassword(ANA, { password: PASSWORD, code: other }, 'another green river', NOW))
    expect(await access.factor.signIn(old, code, NOW, '')).toMatchObject({ code: 'factor-over' })
  })

  test('where it stands, whatever lasts needs a code beside the password, and each code does for one thing', async () => {
    const { codes } = await setUp()
    const [first = '', second = ''] = codes
    const proof = (code: string) => ({ password: PASSWORD, code })
    const changes = [
      (code: string) => access.prove(ANA, proof(code), NOW),
      (code: string) => access.changePassword(ANA, proof(code), 'another green river', NOW),
      (code: string) =>
        access.passkeys.register(ANA, { answer: '', name: 'Phone', proof: proof(code) }, SITE, NOW),
      (code: string) => access.factor.renewCodes(ANA, proof(code), NOW),
      (code: string) => access.factor.end(ANA, proof(code), NOW),
    ]
    // Without a code nothing is guessed, so that nothing is throttled, however often.
    for (const change of [...changes, ...changes, ...changes])
      expect(await change('')).toMatchObject({ code: 'factor-wrong' })
    expect(await access.proofAsked(ANA)).toBe('code')
    expect(await access.prove(ANA, { password: 'a wrong password', code: first }, NOW)).toMatchObject({
      code: 'password-wrong',
    })
    expect(await access.prove(ANA, proof(first), NOW)).toBe('done')
    expect(await access.prove(ANA, proof(first), NOW)).toMatchObject({ code: 'factor-wrong' })
    must(await access.factor.end(ANA, proof(second), NOW))
    expect(await access.proofAsked(ANA)).toBe('password')
    expect(await access.prove(ANA, proof(''), NOW)).toBe('done')
  })

  test('begins with the password and a first code within a quarter of an hour', async () => {
    expect(
      await access.factor.begin(ANA, { password: 'a wrong password', code: '' }, 'Riverside', NOW),
    ).toMatchObject({
      code: 'password-wrong',
    })
    const { secret, address, pending } = await begin()
    expect(address).toBe(
      `otpauth://totp/Riverside:ana%40example.org?issuer=Riverside&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
    const confirm = (sent: string, code: string, at = NOW, member = ANA) =>
      access.factor.confirm(member, sent, code, at)
    const code = codeAt(secret, NOW)
    const late = NOW + 15 * MINUTE
    expect(await confirm(pending, codeAt(secret, late), late)).toMatchObject({ code: 'factor-over' })
    expect(await confirm(`A${pending.slice(1)}B`, code)).toMatchObject({ code: 'factor-over' })
    expect(await confirm(pending, code, NOW, BO)).toMatchObject({ code: 'factor-over' })
    expect(await confirm(pending, codeAt(secret, NOW + MINUTE))).toMatchObject({ code: 'factor-wrong' })
    expect(await access.factor.state(ANA)).toBeUndefined()
    expect(must(await confirm(pending, code)).codes).toHaveLength(10)
    expect(await access.factor.state(ANA)).toEqual({ since: NOW, codesLeft: 10 })
    expect(await confirm(pending, code)).toMatchObject({ code: 'factor-on' })
    expect(await access.factor.begin(ANA, { password: PASSWORD, code: '' }, 'Riverside', NOW)).toMatchObject({
      code: 'factor-on',
    })
  })

  test('a recovery code works once, however it is typed, and new ones end the old', async () => {
    const { codes } = await setUp()
    const [first = '', second = '', third = ''] = codes
    const typed = first.toLowerCase().replaceAll('-', ' ')
    expect(await access.factor.signIn(await challenge(), typed, NOW, '')).toMatchObject({ member: ANA })
    const again = await access.factor.signIn(await challenge(), first, NOW, '')
    expect(again).toMatchObject({ code: 'factor-wrong' })
    expect(await access.factor.state(ANA)).toMatchObject({ codesLeft: 9 })
    const fresh = must(await access.factor.renewCodes(ANA, { password: PASSWORD, code: second }, NOW)).codes
    expect(fresh).toHaveLength(10)
    expect(await access.factor.signIn(await challenge(), third, NOW, '')).toMatchObject({
      code: 'factor-wrong',
    })
    expect(await access.factor.signIn(await challenge(), fresh[0] ?? '', NOW, '')).toMatchObject({
      member: ANA,
    })
  })

  test('ends by password and code, by a reset, and with the account', async () => {
    const { codes } = await setUp()
    const [first = ''] = codes
    expect(await access.factor.end(ANA, { password: 'a wrong password', code: first }, NOW)).toMatchObject({
      code: 'password-wrong',
    })
    expect(await access.factor.end(ANA, { password: PASSWORD, code: '000000' }, NOW)).toMatchObject({
      code: 'factor-wrong',
    })
    expect(await access.factor.end(ANA, { password: PASSWORD, code: first }, NOW)).toBe('done')
    expect(await access.factor.end(ANA, { password: PASSWORD, code: first }, NOW)).toMatchObject({
      code: 'factor-off',
    })
    expect(await access.signIn(LOGIN, PASSWORD, NOW, '')).toMatchObject({ member: ANA })
    await setUp()
    for (const query of must(await access.reset(ANA, PASSWORD))) await database.kysely.executeQuery(query)
    expect(await access.signIn(LOGIN, PASSWORD, NOW, '')).toMatchObject({ member: ANA })
    await setUp()
    for (const query of access.forget(ANA)) await database.kysely.executeQuery(query)
    expect(await access.factor.state(ANA)).toBeUndefined()
    const left = await sql<object>`select * from access_factor_code`.execute(database.kysely)
    expect(left.rows).toEqual([])
  })

  test('wrong codes are throttled, and the right password forgives none of them', async () => {
    const { secret, codes } = await setUp()
    for (let i = 0; i < 10; i++) {
      const wrong = await access.factor.signIn(await challenge(), 'not a code', NOW, '')
      expect(wrong).toMatchObject({ code: 'factor-wrong' })
    }
    const throttled = { code: 'sign-in-throttled', facts: { minutes: 15 } }
    const code = codeAt(secret, NOW + NEXT)
    expect(await access.factor.signIn(await challenge(), code, NOW, '')).toMatchObject(throttled)
    expect(await access.factor.end(ANA, { password: PASSWORD, code: codes[0] ?? '' }, NOW)).toMatchObject(
      throttled,
    )
    const later = NOW + 15 * MINUTE
    const asked = await challenge(access, later)
    expect(await access.factor.signIn(asked, codes[0] ?? '', later, '')).toMatchObject({ member: ANA })
  })

  test('the tables keep no secret and no code that could be read', async () => {
    const { secret, codes } = await setUp()
    const read = (table: string) => sql<object>`select * from ${sql.table(table)}`.execute(database.kysely)
    const kept = await Promise.all(['access_factor', 'access_factor_code'].map(read))
    const readable = kept
      .flatMap(({ rows }) => rows.flatMap((row) => Object.values(row) as unknown[]))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
      .join('\n')
    expect(readable).toContain(ANA)
    expect(readable).not.toContain(secret)
    for (const code of codes) expect(readable).not.toContain(code)
  })

  test('the key is a file for its owner only; without it, or with another, recovery codes still work', async () => {
    const { secret, codes } = await setUp()
    const file = join(folder, 'second-factor.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const code = codeAt(secret, NOW + NEXT)
    const wrong = { code: 'factor-key-wrong' }
    const key = readFileSync(file, 'utf8')
    writeFileSync(file, 'some other key, which is as long as it must be')
    expect(await access.factor.signIn(await challenge(), code, NOW, '')).toMatchObject(wrong)
    rmSync(file)
    expect(await access.factor.signIn(await challenge(), code, NOW, '')).toMatchObject(wrong)
    expect(await access.factor.signIn(await challenge(), codes[0] ?? '', NOW, '')).toMatchObject({
      member: ANA,
    })
    writeFileSync(file, key)
    expect(await access.factor.signIn(await challenge(), code, NOW, '')).toMatchObject({ member: ANA })
  })

  test('a key of the operator serves several processes; with none, or a short one, nothing is set up', async () => {
    const none = { code: 'factor-no-key' }
    for (const place of [{}, { secretKey: 'short', folder }]) {
      const keyless = await openAccess(database, place)
      expect(
        await keyless.factor.begin(ANA, { password: PASSWORD, code: '' }, 'Riverside', NOW),
      ).toMatchObject(none)
    }
    access = await openAccess(database, { secretKey: SECRET_KEY })
    const { secret } = await setUp()
    const beside = await openAccess(database, { secretKey: `${SECRET_KEY}\n` })
    const asked = await challenge(beside)
    expect(await beside.factor.signIn(asked, codeAt(secret, NOW + NEXT), NOW, '')).toMatchObject({
      member: ANA,
    })
  })
})
