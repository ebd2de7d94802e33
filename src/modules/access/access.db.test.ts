import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { migrate, openDatabase, type Database } from '#modules/record'
import { must } from '../../../test/kit/storage.ts'
import { freshPostgres } from '../../../test/kit/postgres.ts'
import { accessMigrations, openAccess, type Access, type SignedIn } from './index.ts'

const NOW = 1_800_000_000_000
const ANA = 'm-0000000000aa'
const BO = 'm-0000000000bb'
const LOGIN = 'ana@example.org'
const PASSWORD = 'slow green river'
const PROOF = { password: PASSWORD, code: '' }
const TABLES = ['access_account', 'access_session', 'access_invitation', 'access_setup'] as const

function refused(code: string, facts: object = {}): object {
  return { refused: true, code, facts }
}

function signedIn(answer: unknown): SignedIn {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer as SignedIn
}

describe.each(['sqlite', 'postgres'] as const)('access on %s', (engine) => {
  let database: Database
  let access: Access
  let end: () => Promise<void>
  const queue: Promise<unknown>[] = []

  beforeEach(async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-access-'))
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined
    const opened = await openDatabase({ data, databaseUrl: postgres?.url })
    if (isRefusal(opened)) throw new Error(JSON.stringify(opened))
    database = opened
    expect(await migrate(database, accessMigrations)).toBe('done')
    access = await openAccess(database)
    end = async () => {
      await Promise.all(queue.splice(0))
      await database.close()
      await postgres?.drop()
      fs.rmSync(data, { recursive: true })
    }
  })
  afterEach(() => end())

  async function join(member = ANA, login = LOGIN, password = PASSWORD, now = NOW): Promise<SignedIn> {
    const { token } = must(await access.invite(member, now))
    return signedIn(await access.accept(token, { login, password }, now))
  }

  async function everythingKept(): Promise<string> {
    const read = (table: string) => sql<object>`select * from ${sql.table(table)}`.execute(database.kysely)
    const tables = await Promise.all(TABLES.map(read))
    // Bytes as text, so that a secret that is kept as it is would be seen.
    const readable = (value: unknown): unknown =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
    return JSON.stringify(tables.map(({ rows }) => rows.map((row) => Object.values(row).map(readable))))
  }

  async function run(queries: ReturnType<Access['forget']>): Promise<void> {
    for (const query of queries) await database.kysely.executeQuery(query)
  }

  /** A sign-in whose password is checked some tens of milliseconds after its account was read. */
  function afterAQueue(): ReturnType<Access['signIn']> {
    for (let i = 0; i < 6; i++) queue.push(access.signIn(`x${String(i)}@example.org`, PASSWORD, NOW, ''))
    return access.signIn(LOGIN, PASSWORD, NOW, '')
  }

  describe('invitation', () => {
    test('leads to an account, a session, and to signing in however the login is typed', async () => {
      const { token } = must(await access.invite(ANA, NOW))
      expect(await access.invitation(token, NOW)).toEqual({ member: ANA })
      expect(await access.accounts()).toEqual(new Set())
      const first = signedIn(
        await access.accept(token, { login: ' Ana@Example.org', password: PASSWORD }, NOW),
      )
      expect(first).toMatchObject({ member: ANA, expires: NOW + 30 * DAY })
      expect(await access.session(first.token, NOW)).toEqual({ member: ANA, expires: NOW + 30 * DAY })
      expect(await access.accounts()).toEqual(new Set([ANA]))
      expect(await access.accounts([BO])).toEqual(new Set())
      const second = signedIn(await access.signIn('ANA@example.org ', PASSWORD, NOW + DAY, '192.0.2.1'))
      expect(second).toMatchObject({ member: ANA, expires: NOW + 31 * DAY })
      expect(await access.session(first.token, NOW)).toBeDefined()
    })

    test('works once, also when used twice at the same moment', async () => {
      const { token } = must(await access.invite(ANA, NOW))
      const both = await Promise.all(
        [1, 2].map(() => access.accept(token, { login: LOGIN, password: PASSWORD }, NOW)),
      )
      expect(both.filter(isRefusal)).toEqual([refused('invitation-used')])
      expect(await access.invitation(token, NOW)).toEqual(refused('invitation-used'))
      expect(await access.accept(token, { login: LOGIN, password: PASSWORD }, NOW)).toEqual(
        refused('invitation-used'),
      )
    })

    test('ends after 30 days or with a newer one', async () => {
      const older = must(await access.invite(ANA, NOW))
      const { token } = must(await access.invite(ANA, NOW))
      expect(await access.invitation(older.token, NOW)).toEqual(refused('invitation-unknown'))
      expect(await access.invitation(token, NOW + 30 * DAY - 1)).toEqual({ member: ANA })
      expect(await access.invitation(token, NOW + 30 * DAY)).toEqual(refused('invitation-over'))
      expect(await access.accept(token, { login: LOGIN, password: PASSWORD }, NOW + 30 * DAY)).toEqual(
        refused('invitation-over'),
      )
      expect(await access.invitation('', NOW)).toEqual(refused('invitation-unknown'))
    })

    test('stays usable after a refused password or login', async () => {
      await join(BO, 'bo@example.org')
      const { token } = must(await access.invite(ANA, NOW))
      const attempt = (login: string, password: string) => access.accept(token, { login, password }, NOW)
      expect(await attempt(LOGIN, 'too short')).toEqual(refused('password-short', { least: 10 }))
      expect(await attempt(BO, PASSWORD)).toEqual(refused('login-malformed'))
      expect(await attempt('Bo@example.org', PASSWORD)).toEqual(refused('login-taken'))
      expect(await access.accounts()).toEqual(new Set([BO]))
      signedIn(await attempt(ANA, PASSWORD))
      signedIn(await access.signIn(ANA, PASSWORD, NOW, '192.0.2.1'))
    })

    test('is made for nobody who has a password, and one that was made before opens nothing', async () => {
      const [first, second] = [must(await access.invite(ANA, NOW)), must(await access.invite(BO, NOW))]
      signedIn(await access.accept(first.token, { login: LOGIN, password: PASSWORD }, NOW))
      expect(await access.invite(ANA, NOW)).toEqual(refused('has-password'))
      expect((await access.inviteAll([ANA, BO], NOW)).map(({ member }) => member)).toEqual([BO])
      // A link that stands in the table beside an account, as somebody who writes into a copy might have it.
      await sql`update access_invitation set member = 'm-0000000000cc' where member = ${ANA}`.execute(
        database.kysely,
      )
      await sql`update access_invitation set member = ${ANA} where member = ${BO}`.execute(database.kysely)
      const { token } = second
      expect(await access.accept(token, { login: LOGIN, password: PASSWORD }, NOW)).toEqual(
        refused('invitation-unknown'),
      )
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW, '192.0.2.1'))
    })

    test('on paper is a code that is typed any way, once, and ends the link before', async () => {
      const link = must(await access.invite(ANA, NOW))
      const [paper] = await access.inviteAll([ANA], NOW, true)
      const code = paper?.token ?? ''
      expect(paper?.expires).toBe(NOW + 30 * DAY)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(await access.invitation(link.token, NOW)).toEqual(refused('invitation-unknown'))
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
      expect(await access.invitation(typed, NOW)).toEqual({ member: ANA })
      signedIn(await access.accept(typed, { login: LOGIN, password: PASSWORD }, NOW))
      expect(await access.invitation(code, NOW)).toEqual(refused('invitation-used'))
      expect(await access.inviteAll([ANA], NOW, true)).toEqual([])
    })

    test('on paper ends with the time, and with a newer link', async () => {
      const [first] = await access.inviteAll([ANA], NOW, true)
      const code = first?.token ?? ''
      expect(await access.invitation(code, NOW + 30 * DAY - 1)).toEqual({ member: ANA })
      expect(await access.invitation(code, NOW + 30 * DAY)).toEqual(refused('invitation-over'))
      must(await access.invite(ANA, NOW))
      expect(await access.invitation(code, NOW)).toEqual(refused('invitation-unknown'))
    })

    test('goes to 20,000 members in seconds, one each', async () => {
      const members = Array.from({ length: 20_000 }, (_, i) => `m-${String(i).padStart(12, '0')}`)
      const earlier = must(await access.invite('m-000000000007', NOW))
      const start = performance.now()
      const invited = await access.inviteAll([...members, ...members.slice(0, 5)], NOW)
      expect(performance.now() - start).toBeLessThan(5 * SECOND)
      expect(new Set(invited.map(({ member }) => member))).toEqual(new Set(members))
      expect(invited).toHaveLength(20_000)
      expect(new Set(invited.map(({ token }) => token)).size).toBe(20_000)
      const { member, token } = invited[12_345] ?? { member: '', token: '' }
      expect(await access.invitation(token, NOW)).toEqual({ member })
      expect(await access.invitation(earlier.token, NOW)).toEqual(refused('invitation-unknown'))
      expect((await access.accounts(members)).size).toBe(0)
    })
  })

  describe('signing in', () => {
    test('answers an unknown login like a wrong password, in the same time', async () => {
      await join()
      const timed = async (login: string): Promise<number> => {
        const start = performance.now()
        expect(await access.signIn(login, 'a wrong password', NOW, '')).toEqual(refused('sign-in-wrong'))
        return performance.now() - start
      }
      const known: number[] = []
      const unknown: number[] = []
      for (let i = 0; i < 7; i++) {
        known.push(await timed(LOGIN))
        unknown.push(await timed('nobody@example.org'))
      }
      const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[3] ?? 0
      expect(median(unknown) / median(known)).toBeGreaterThan(0.4)
      expect(median(unknown) / median(known)).toBeLessThan(2.5)
    })

    test('is refused after 10 failures of a login, all at once too, and free again 15 minutes later', async () => {
      await join()
      const wrong = (i: number) => access.signIn(LOGIN, 'a wrong password', NOW, `192.0.2.${String(i)}`)
      const answers = await Promise.all(Array.from({ length: 14 }, (_, i) => wrong(i)))
      const throttled = refused('sign-in-throttled', { until: NOW + 15 * MINUTE, minutes: 15 })
      expect(answers.slice(0, 10)).toEqual(Array(10).fill(refused('sign-in-wrong')))
      expect(answers.slice(10)).toEqual(Array(4).fill(throttled))
      expect(await access.signIn(LOGIN, PASSWORD, NOW, '198.51.100.1')).toEqual(throttled)
      expect(await access.changePassword(ANA, PROOF, 'another green river', NOW)).toEqual(throttled)
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW + 15 * MINUTE, '198.51.100.1'))
    })

    test('is refused after 150 failures from an address; a success forgives the login only', async () => {
      await join()
      const from = '2001:db8:1:2::7'
      const guess = (i: number) =>
        access.signIn(`guess${String(i)}@example.org`, 'a wrong password', NOW, from)
      await Promise.all(Array.from({ length: 149 }, (_, i) => guess(i)))
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW, from))
      expect(await guess(150)).toEqual(refused('sign-in-wrong'))
      const throttled = refused('sign-in-throttled', { until: NOW + 15 * MINUTE, minutes: 15 })
      expect(await access.signIn(LOGIN, PASSWORD, NOW, '2001:db8:1:2:ffff::1')).toEqual(throttled)
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW, '2001:db8:1:3::7'))
    })

    test('a success and a reset forgive earlier failures', async () => {
      await join()
      const wrong = () => access.signIn(LOGIN, 'a wrong password', NOW, '')
      for (let i = 0; i < 9; i++) await wrong()
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW, ''))
      for (let i = 0; i < 10; i++) expect(await wrong()).toEqual(refused('sign-in-wrong'))
      expect(await wrong()).toMatchObject({ code: 'sign-in-throttled' })
      await run(must(await access.reset(ANA, PASSWORD)))
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW, ''))
    })

    test('loses against a reset that comes while the password is being checked', async () => {
      await join()
      const reset = access.reset(ANA, 'another green river').then((queries) => run(must(queries)))
      // Where the disk is slow the sign-in may come first; then the reset ends its session.
      const late = await afterAQueue()
      await reset
      const lateToken = isRefusal(late) ? undefined : signedIn(late).token
      expect(await access.session(lateToken, NOW)).toBeUndefined()
      signedIn(await access.signIn(LOGIN, 'another green river', NOW, ''))
    })

    test('a reset sets the password and takes sessions and passkeys, of this member alone', async () => {
      const [mine, other] = [await join(), await join(BO, 'bo@example.org')]
      await sql`insert into access_passkey (id, member, public_key, counter, name, added)
        values ('p', ${ANA}, ${Buffer.from([1])}, 0, 'Phone', 0), ('q', ${BO}, ${Buffer.from([1])}, 0, 'Phone', 0)`.execute(
        database.kysely,
      )
      expect(await access.reset(ANA, 'too short')).toEqual(refused('password-short', { least: 10 }))
      expect(await access.reset('m-0000000000cc', PASSWORD)).toEqual(refused('password-wrong'))
      await run(must(await access.reset(ANA, 'another green river')))
      expect(await access.session(mine.token, NOW)).toBeUndefined()
      expect(await access.session(other.token, NOW)).toBeDefined()
      expect(await access.passkeys.list(ANA)).toEqual([])
      expect(await access.passkeys.list(BO)).toHaveLength(1)
      expect(await access.signIn(LOGIN, PASSWORD, NOW, '')).toEqual(refused('sign-in-wrong'))
      expect(await access.memberOf(' ANA@example.org')).toBe(ANA)
      expect(await access.memberOf('nobody@example.org')).toBeUndefined()
    })

    test('a new password takes the old one, ends all sessions and signs in anew', async () => {
      const before = await join()
      const change = (old: string, password: string) =>
        access.changePassword(ANA, { password: old, code: '' }, password, NOW)
      expect(await change('a wrong password', 'another green river')).toEqual(refused('password-wrong'))
      expect(await change(PASSWORD, LOGIN)).toEqual(refused('password-is-login'))
      expect(await access.changePassword(BO, PROOF, 'another green river', NOW)).toEqual(
        refused('password-wrong'),
      )
      expect(await access.session(before.token, NOW)).toBeDefined()
      const after = signedIn(await change(PASSWORD, 'another green river'))
      expect(await access.session(before.token, NOW)).toBeUndefined()
      expect(await access.session(after.token, NOW)).toBeDefined()
      expect(await access.signIn(LOGIN, PASSWORD, NOW, '')).toEqual(refused('sign-in-wrong'))
      signedIn(await access.signIn(LOGIN, 'another green river', NOW, ''))
    })
  })

  describe('session', () => {
    test('ends 30 days after its last use, which is written at most once an hour', async () => {
      const { token } = await join()
      const kept = await everythingKept()
      expect(await access.session(token, NOW + HOUR - 1)).toEqual({ member: ANA, expires: NOW + 30 * DAY })
      expect(await everythingKept()).toBe(kept)
      expect(await access.session(token, NOW + HOUR)).toEqual({ member: ANA, expires: NOW + HOUR + 30 * DAY })
      expect(await everythingKept()).not.toBe(kept)
      const end = NOW + HOUR + 30 * DAY
      expect(await access.session(token, end)).toBeUndefined()
      expect(await access.session(token, end - 1)).toEqual({ member: ANA, expires: end - 1 + 30 * DAY })
      expect(await access.session(undefined, NOW)).toBeUndefined()
      expect(await access.session('nonsense', NOW)).toBeUndefined()
    })

    test('is listed for its member with since when, when it was last used to the hour, and on what', async () => {
      const device = { browser: 'Firefox', system: 'Android' }
      const first = signedIn(await join())
      const later = NOW + 5 * HOUR + 7 * MINUTE
      const second = signedIn(await access.signIn(LOGIN, PASSWORD, later, '', device))
      await join(BO, 'bo@example.org')
      const unknown = { browser: '', system: '' }
      const hour = Math.floor(later / HOUR) * HOUR
      expect(await access.sessions(ANA, second.token, later)).toEqual([
        { id: expect.any(String), since: later, used: hour, device, isThis: true },
        { id: expect.any(String), since: NOW, used: NOW, device: unknown, isThis: false },
      ])
      expect(await access.sessions(ANA, first.token, later)).toMatchObject([
        { isThis: false },
        { isThis: true },
      ])
    })

    test('ends by the list: one of one’s own, or all others', async () => {
      const stolen = await join()
      const mine = signedIn(await access.signIn(LOGIN, PASSWORD, NOW + HOUR, ''))
      const other = await join(BO, 'bo@example.org')
      const [, listed] = await access.sessions(ANA, mine.token, NOW)
      await access.endSession(BO, listed?.id ?? '', NOW)
      expect(await access.session(stolen.token, NOW)).toBeDefined()
      await access.endSession(ANA, listed?.id ?? '', NOW)
      expect(await access.session(stolen.token, NOW)).toBeUndefined()
      const third = signedIn(await access.signIn(LOGIN, PASSWORD, NOW, ''))
      await access.signOutAll(ANA, mine.token)
      expect(await access.session(third.token, NOW)).toBeUndefined()
      expect(await access.session(mine.token, NOW)).toBeDefined()
      expect(await access.session(other.token, NOW)).toBeDefined()
    })

    test('ends by signing out, here or everywhere; what ran out is cleared away', async () => {
      const first = await join()
      const second = signedIn(await access.signIn(LOGIN, PASSWORD, NOW, ''))
      const third = signedIn(await access.signIn(LOGIN, PASSWORD, NOW, ''))
      const other = await join(BO, 'bo@example.org')
      await access.signOut(first.token)
      expect(await access.session(first.token, NOW)).toBeUndefined()
      expect(await access.session(second.token, NOW)).toBeDefined()
      await access.signOutAll(ANA)
      expect(await access.session(second.token, NOW)).toBeUndefined()
      expect(await access.session(third.token, NOW)).toBeUndefined()
      expect(await access.session(other.token, NOW)).toBeDefined()
      signedIn(await access.signIn(LOGIN, PASSWORD, NOW + 60 * DAY, ''))
      const { rows } = await sql`select member from access_session`.execute(database.kysely)
      expect(rows).toEqual([{ member: ANA }])
    })
  })

  test('keeps passwords as argon2id with the parameters of OWASP, and no secret in the clear', async () => {
    const { token } = await join()
    const invited = must(await access.invite(BO, NOW))
    const setup = await access.setupCode()
    const kept = await everythingKept()
    expect(kept).toMatch(/"\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    for (const secret of [PASSWORD, token, invited.token, setup?.code ?? '']) {
      expect(secret.length).toBeGreaterThanOrEqual(14)
      expect(kept).not.toContain(secret.slice(0, 14))
    }
  })

  test('forgets everything of a member and nothing of another', async () => {
    const other = await join(BO, 'bo@example.org')
    const untouched = await everythingKept()
    const { token } = await join()
    expect(await everythingKept()).toContain(ANA)
    await run(access.forget(ANA))
    expect(await everythingKept()).toBe(untouched)
    expect(await access.session(token, NOW)).toBeUndefined()
    expect(await access.session(other.token, NOW)).toBeDefined()
    expect(await access.signIn(LOGIN, PASSWORD, NOW, '')).toEqual(refused('sign-in-wrong'))
  })

  test('a sign-in that is under way does not outlive being forgotten', async () => {
    await join()
    const slow = afterAQueue()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await run(access.forget(ANA))
    await slow
    expect(await everythingKept()).not.toContain(ANA)
  })

  test('has one setup code at a time, readable however typed, and none once the setup is over', async () => {
    const first = await access.setupCode()
    const second = await (await openAccess(database)).setupCode()
    expect(second?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(await access.isSetupCode(first?.code ?? '')).toBe(false)
    expect(await access.isSetupCode(second?.code ?? '')).toBe(true)
    const sloppy = second?.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await access.isSetupCode(sloppy ?? '')).toBe(true)
    expect(await access.isSetupCode('')).toBe(false)
    await access.endSetup()
    expect(await access.isSetupCode(second?.code ?? '')).toBe(false)
    expect(await access.setupCode()).toBeUndefined()
    await access.endSetup()
  })

  test('a login or a password longer than any is wrong, and not remembered', async () => {
    await join()
    for (let i = 0; i < 12; i++) {
      const long = 'x'.repeat(5_000)
      expect(await access.signIn(long, PASSWORD, NOW, '192.0.2.1')).toEqual(refused('sign-in-wrong'))
      expect(await access.signIn(LOGIN, long, NOW, '192.0.2.1')).toEqual(refused('sign-in-wrong'))
    }
    expect(signedIn(await access.signIn(LOGIN, PASSWORD, NOW, '192.0.2.1')).member).toBe(ANA)
  })
})
