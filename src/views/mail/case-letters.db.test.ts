import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { DEFAULTS } from '#modules/notices/core'
import { keepPreferences, type MailSettings } from '#modules/notices'
import { openPlenum, type Plenum } from '#organization/server'
import { person } from '../../../test/kit/given.ts'
import { seedOrganization, type Seeded } from '../../../test/kit/seed-organization.ts'
import { startSmtp, type TestSmtp } from '../../../test/kit/smtp.ts'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { bringCharge, callWitness, signCharge, withdrawCharge } from '../enter-case.server.ts'
import type { Sender } from '../sealed-acts.server.ts'
import { openMailPart } from './mail-part.server.ts'

const [CHARGED, WITNESS, STRANGER] = [5, 4, 9]
const CHARGING = [6, 2, 3]
const FACTS = 'quixotry-of-the-facts'
const OPEN = Symbol.for('plenum.open')

describe.each(['sqlite', 'postgres'] as const)('letters about a case on %s', (engine) => {
  const holder = globalThis as Record<symbol, Plenum | undefined>
  let storage: Storage
  let seeded: Seeded
  let smtp: TestSmtp
  let plenum: Plenum

  beforeEach(async () => {
    storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    seeded = await seedOrganization(data, {
      members: 12,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    })
    smtp = await startSmtp()
    const settings: MailSettings = {
      smtp: { host: '127.0.0.1', port: smtp.port, secure: false, requireTLS: false, auth: undefined },
      from: { name: 'Plenum', address: 'plenum@example.org' },
      hour: 18,
      language: 'en',
    }
    const parts = [(real: Plenum) => openMailPart({ ...real, demonstration: false }, settings)]
    const secretKey = 'a key that stands in no database, only in the environment'
    plenum = must(await openPlenum({ ...storage, demonstration: true, secretKey, parts }))
    holder[OPEN] = plenum
    plenum.clock.shift(2 * DAY)
    await letters()
  })
  afterEach(async () => {
    holder[OPEN] = undefined
    await plenum.close()
    await smtp.close()
    await storage.drop()
  })

  function sender(n: number, what: string): Sender {
    return { member: person(n), act: derivedUuid('sender', n, what), salt: new Uint8Array(16).fill(n + 1) }
  }

  /** What has been sent since the last time that somebody asked, by whom it is for. */
  async function letters(): Promise<ReadonlyMap<string, string>> {
    must(await plenum.clerk.submitAll([]))
    await plenum.catchUp()
    const mails = smtp.mails.splice(0).filter(({ parsed }) => /\bcase\b|\bcaso\b/.test(parsed.text ?? ''))
    return new Map(mails.map(({ to, parsed }) => [to, `${parsed.subject ?? ''}\n${parsed.text ?? ''}`]))
  }

  const addresses = (members: readonly number[]): string[] =>
    members.map((n) => seeded.members[n - 1]?.login ?? '').sort()
  const readersOf = (sent: ReadonlyMap<string, string>): string[] => [...sent.keys()].sort()

  async function charge(): Promise<string> {
    const [first = 0, ...others] = CHARGING
    const on = (Math.floor(plenum.clock.now() / DAY) - 1) * DAY
    must(
      await bringCharge(sender(first, 'charge'), {
        ...{ unit: seeded.root, member: person(CHARGED), others: others.map(person) },
        ground: { kind: 'unity', point: seeded.points[0] ?? '' },
        ...{ asked: { kind: 'expulsion' }, deed: { kind: 'deed', on }, facts: FACTS, cites: null },
      }),
    )
    return derivedUuid(sender(first, 'charge').act, 'case')
  }

  test(
    'go at once to those whom it concerns, of each step and once, and say nothing of the matter',
    { timeout: 60_000 },
    async () => {
      const spanish = { ...DEFAULTS, language: 'es', level: 'legal' } as const
      await keepPreferences(plenum.database, person(CHARGED), spanish)
      const id = await charge()
      expect(readersOf(await letters())).toEqual(addresses(CHARGING.slice(1)))
      expect(readersOf(await letters())).toEqual([])
      for (const n of CHARGING.slice(1)) must(await signCharge(sender(n, 'sign'), id))
      const notice = await letters()
      expect(readersOf(notice)).toEqual(addresses([CHARGED, ...CHARGING]))
      must(await callWitness(sender(CHARGED, 'call'), id, person(WITNESS)))
      expect(readersOf(await letters())).toEqual(addresses([WITNESS]))
      must(await withdrawCharge(sender(CHARGING[0] ?? 0, 'withdraw'), id))
      const over = await letters()
      expect(readersOf(over)).toEqual(addresses([CHARGED, ...CHARGING]))
      expect([...notice.keys(), ...over.keys()]).not.toContain(seeded.members[STRANGER]?.login)

      const own = seeded.members[CHARGED - 1]?.login ?? ''
      expect(notice.get(own)).toContain('Algo en un caso que te concierne te espera.')
      expect(over.get(own)).toContain('Un caso que te concernía ha terminado.')
      const [other = ''] = addresses(CHARGING)
      expect(notice.get(other)).toMatch(/^Something waits for you\n/)
      expect(over.get(other)).toContain('A case that concerned you is over.')
      for (const text of [...notice.values(), ...over.values()])
        for (const hidden of [FACTS, id, ...seeded.members.map(({ name }) => name), 'expul', 'charge'])
          expect(text.toLowerCase()).not.toContain(hidden.toLowerCase())
    },
  )

  test(
    'lie in the queue so that nobody can tell by them of which case they are',
    { timeout: 60_000 },
    async () => {
      const id = await charge()
      for (const n of CHARGING.slice(1)) must(await signCharge(sender(n, 'sign'), id))
      await plenum.catchUp()
      const { rows } = await sql<Record<string, unknown>>`select * from outbox_item`.execute(
        plenum.database.kysely,
      )
      expect(rows.filter(({ key }) => String(key).startsWith('case/')).length).toBeGreaterThan(3)
      expect(JSON.stringify(rows)).not.toContain(id)
      // Weekly letters go to everybody, whatever happened, and have just been queued when this runs at some hours.
      const others = rows.filter(({ key }) => !String(key).startsWith('weekly/'))
      expect(others.map(({ key }) => key).join()).not.toContain(person(CHARGED))
    },
  )

  test(
    'tell nobody of a charge that never came to notice but those who were asked to sign',
    { timeout: 60_000 },
    async () => {
      const id = await charge()
      await letters()
      must(await withdrawCharge(sender(CHARGING[0] ?? 0, 'withdraw'), id))
      expect(readersOf(await letters())).toEqual(addresses(CHARGING))
    },
  )
})
