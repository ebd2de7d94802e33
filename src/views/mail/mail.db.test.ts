import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'
import { insertPerson, hashPerson } from '#modules/members'
import { forgetNotices, keepPreferences, readUnreached, type MailSettings } from '#modules/notices'
import { commitmentTo } from '#modules/counting/core'
import { DEFAULTS, slotAfter } from '#modules/notices/core'
import { forgetItems, listItems } from '#modules/outbox'
import { openPlenum, type Plenum } from '#organization/server'
import type { Json } from '#kernel/canonical'
import { seedOrganization, type Seeded } from '../../../test/kit/seed-organization.ts'
import { startSmtp, type ReceivedMail, type TestSmtp } from '../../../test/kit/smtp.ts'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { needsOf, type Need } from '../view-home.server.ts'
import { openMailPart } from './mail-part.server.ts'

const HOUR_OF_MAIL = 18
const SUNDAY = { weekday: 0, hour: HOUR_OF_MAIL }

describe.each(['sqlite', 'postgres'] as const)('mail on %s', (engine) => {
  let storage: Storage
  let seeded: Seeded
  let smtp: TestSmtp
  let plenum: Plenum
  let acts = 0

  beforeEach(async () => {
    storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    seeded = await seedOrganization(data, {
      members: 5,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    })
    smtp = await startSmtp()
    plenum = await open()
  })
  afterEach(async () => {
    await plenum.close()
    await smtp.close()
    await storage.drop()
  })

  /** The seeded organization at work, sending as a real one does. */
  async function open(): Promise<Plenum> {
    const settings: MailSettings = {
      smtp: { host: '127.0.0.1', port: smtp.port, secure: false, requireTLS: false, auth: undefined },
      from: { name: 'Plenum', address: 'plenum@example.org' },
      hour: HOUR_OF_MAIL,
      language: 'en',
    }
    const opened = must(
      await openPlenum({
        ...storage,
        demonstration: true,
        parts: [(real) => openMailPart({ ...real, demonstration: false }, settings)],
      }),
    )
    await opened.catchUp()
    return opened
  }

  async function enter(
    n: number,
    type: string,
    body: Json,
    unit: string | null = seeded.root,
  ): Promise<void> {
    const id = derivedUuid('mail', engine, acts++)
    must(await plenum.clerk.submit({ by: idOf(n), id, type, unit, body }))
  }

  /** Lets time pass in steps, so that everything falls due near its time. */
  async function passTo(until: Instant): Promise<void> {
    while (plenum.clock.now() < until) {
      plenum.clock.shift(Math.min(3 * HOUR, until - plenum.clock.now()))
      must(await plenum.clerk.submitAll([]))
      await plenum.catchUp()
    }
  }

  /** Past the hour in which the weekly messages go. */
  async function nextSunday(): Promise<readonly ReceivedMail[]> {
    const last = Math.max(...seeded.members.map(({ id }) => slotAfter(plenum.clock.now(), id, SUNDAY)))
    await passTo(last + 5 * MINUTE)
    return take()
  }

  function take(): readonly ReceivedMail[] {
    return smtp.mails.splice(0)
  }

  function idOf(n: number): string {
    return seeded.members[n]?.id ?? ''
  }

  /** Puts a motion with this enactment through its debate and its vote; the first three members vote yes. */
  async function adopt(title: string, enactment: Json): Promise<string> {
    const motion = derivedUuid('mail motion', title)
    const clauses = [{ id: derivedUuid(title), text: 'Whoever holds it keeps the boat.' }]
    await enter(0, 'motion.propose', { motion, title, clauses, enactment })
    await enter(1, 'motion.second', { motion })
    await passTo(plenum.clock.now() + 3 * DAY + HOUR)
    const vote = derivedUuid('vote', 'motion', motion)
    for (const n of [0, 1, 2]) await enter(n, 'ballot.cast', { vote, choices: ['yes'] })
    await passTo(plenum.clock.now() + 3 * DAY + HOUR)
    return motion
  }

  async function propose(n: number, title: string): Promise<string> {
    const motion = derivedUuid('mail motion', title)
    const clauses = [{ id: derivedUuid(title), text: 'We meet on Thursdays.' }]
    await enter(n, 'motion.propose', { motion, title, clauses, enactment: { kind: 'resolve' } })
    return motion
  }

  const addresses = (mails: readonly ReceivedMail[]): string[] => mails.map(({ to }) => to).sort()
  const everybody = (): string[] => seeded.members.map(({ login }) => login).sort()

  test(
    'an office: nominations and its election in the week, at once whoever has to answer, and who holds it',
    { timeout: 120_000 },
    async () => {
      const office = derivedUuid('mail', 'office')
      const terms = { seats: 1, days: 300, termsMost: 2, duties: [], council: null }
      await adopt('A boat', { kind: 'office.open', office, title: 'Keeper of the boat', ...terms })
      take()

      const election = derivedUuid('election', office, 1)
      await enter(1, 'candidate.nominate', { election, member: idOf(2) })
      await plenum.catchUp()
      const nominated = take()
      expect(addresses(nominated)).toEqual([seeded.members[2]?.login])
      expect(nominated[0]?.parsed.subject).toBe('A notice for you')
      expect(nominated[0]?.parsed.text).toContain('You are nominated for the office “Keeper of the boat”')
      const statement = { hash: `${'A'.repeat(43)}=`, length: 10 }
      await enter(2, 'candidate.accept', { election, statement, commitment: null })
      const week = await nextSunday()
      expect(addresses(week)).toEqual(everybody())
      for (const { parsed } of week)
        expect(parsed.text).toContain('Nominations are open: “Keeper of the boat”')

      await passTo(plenum.clock.now() + 14 * DAY)
      take()
      const ranked = derivedUuid('vote', 'election', election)
      for (const n of [0, 1, 2]) await enter(n, 'ballot.rank', { vote: ranked, ranks: [[0]] })
      await passTo(plenum.clock.now() + 7 * DAY)
      const given = take().filter(({ parsed }) => parsed.text?.includes('You hold the office') === true)
      expect(addresses(given)).toEqual([seeded.members[2]?.login])

      const mandate = derivedUuid('mandate', election, idOf(2))
      await enter(3, 'recall.petition', {
        petition: derivedUuid('mail', 'recall'),
        mandate,
        reason: statement,
      })
      await plenum.catchUp()
      // One of five is enough to put it to the vote at once: then all are told of the vote.
      await passTo(plenum.clock.now() + 2 * HOUR)
      const recall = take().filter(({ parsed }) => parsed.text?.includes('Vote on a recall') === true)
      expect(recall.length).toBeGreaterThan(0)
    },
  )

  test(
    'a lot that waits for the words of one: told at once, and on what needs them',
    { timeout: 120_000 },
    async () => {
      const office = derivedUuid('mail', 'lot')
      const terms = { seats: 1, days: 300, termsMost: 2, duties: [], council: null }
      await adopt('A boat', { kind: 'office.open', office, title: 'Keeper of the boat', ...terms })
      const election = derivedUuid('election', office, 1)
      const statement = { hash: `${'A'.repeat(43)}=`, length: 10 }
      const words = 'my own words'
      for (const n of [1, 2]) {
        await enter(n, 'candidate.nominate', { election, member: idOf(n) })
        const commitment = n === 1 ? commitmentTo(words, idOf(n)) : null
        await enter(n, 'candidate.accept', { election, statement, commitment })
      }
      await passTo(plenum.clock.now() + 14 * DAY)
      const vote = derivedUuid('vote', 'election', election)
      await enter(1, 'ballot.rank', { vote, ranks: [[0]] })
      await enter(2, 'ballot.rank', { vote, ranks: [[1]] })
      take()
      await passTo(plenum.clock.now() + 7 * DAY)
      const asked = take().filter(
        ({ parsed }) => parsed.text?.includes('Open the words that you committed to') === true,
      )
      expect(addresses(asked)).toEqual([seeded.members[1]?.login])
      const seedNeeds = (): Promise<readonly Need[]> =>
        plenum.clerk.read((org) =>
          [1, 2].flatMap((n) => needsOf(org, n, org.head.get().at).filter(({ kind }) => kind === 'seed')),
        )
      expect(await seedNeeds()).toMatchObject([{ id: election, office: 'Keeper of the boat' }])
      await enter(1, 'seed.open', { election, seed: words })
      expect(await seedNeeds()).toEqual([])
    },
  )

  test('a delegate hears at once that those who sent them bound them', { timeout: 120_000 }, async () => {
    const council = derivedUuid('mail', 'council')
    const form = { kind: 'unit.form', unit: council, name: 'City council', as: 'group', parent: seeded.root }
    await adopt('A council', { ...form, decidedBy: 'delegates' })
    const mandate = derivedUuid('mail', 'delegate')
    const given = { kind: 'mandate.give', mandate, office: 'Delegate', duties: [], council }
    await adopt('A delegate', { ...given, member: idOf(3), days: 300 })
    await plenum.catchUp()
    take()
    await adopt('For the hall', { kind: 'mandate.bind', council, question: null, answer: null })
    await plenum.catchUp()
    const bound = take().filter(({ parsed }) => parsed.text?.includes('Those who sent you to') === true)
    expect(addresses(bound)).toEqual([seeded.members[3]?.login])
    expect(bound[0]?.parsed.text).toContain('Those who sent you to “City council” adopted')
  })

  test(
    'three weeks: one message a week, nothing where nothing happened, at once what cannot wait',
    { timeout: 120_000 },
    async () => {
      await nextSunday()
      const motion = await propose(2, 'A hall for the north')
      const first = await nextSunday()
      expect(addresses(first)).toEqual(everybody())
      for (const { parsed } of first) expect(parsed.text).toContain('A hall for the north')

      // Nothing happened in the second week.
      expect(await nextSunday()).toEqual([])

      // Seconded on a Monday: the debate ends on Thursday, the vote on Sunday before the message.
      await passTo(plenum.clock.now() + 12 * HOUR)
      await enter(3, 'motion.second', { motion })
      await passTo(plenum.clock.now() + 3 * DAY + 6 * HOUR)
      const urgent = take()
      expect(addresses(urgent)).toEqual(everybody())
      expect(urgent[0]?.parsed.subject).toBe('Something waits for you')
      expect(urgent[0]?.parsed.text).toContain('A hall for the north')
      const vote = derivedUuid('vote', 'motion', motion)
      for (const n of [0, 1, 2]) await enter(n, 'ballot.cast', { vote, choices: ['yes'] })
      const third = await nextSunday()
      expect(addresses(third)).toEqual(everybody())
      for (const { parsed } of third) {
        const text = parsed.text ?? ''
        expect(text.split('A hall for the north')).toHaveLength(2)
        expect(text).toContain('was adopted')
      }
      expect(await nextSunday()).toEqual([])
    },
  )

  test(
    'a minority report is told when it is filed, weeks after the news of the decision',
    { timeout: 120_000 },
    async () => {
      const motion = await propose(2, 'A hall for the north')
      await enter(3, 'motion.second', { motion })
      await passTo(plenum.clock.now() + 3 * DAY + HOUR)
      const vote = derivedUuid('vote', 'motion', motion)
      for (const n of [0, 1, 2]) await enter(n, 'ballot.cast', { vote, choices: ['yes'] })
      await passTo(plenum.clock.now() + 4 * DAY)
      await nextSunday()
      const report = derivedUuid('report')
      await enter(4, 'report.file', { report, motion, text: 'The south needs one more.' })
      const told = await nextSunday()
      expect(addresses(told)).toEqual(everybody())
      for (const { parsed } of told)
        expect(parsed.text).toMatch(/A minority report stands beside motion\s+\d+,\s+“A hall for the north”/)
      expect(await nextSunday()).toEqual([])
    },
  )

  test('carries the last checkpoint', async () => {
    await nextSunday()
    await propose(2, 'A hall for the north')
    const [mail] = await nextSunday()
    expect(mail?.parsed.text).toContain(`Origin: ${plenum.log.origin}`)
    expect(mail?.parsed.text).toMatch(/Root: [A-Za-z0-9+/]{43}=/)
    expect(mail?.parsed.html).toContain(plenum.log.origin)
  })

  test('no name of the organization and no title stands in a header or where a locked screen shows it', async () => {
    await keepPreferences(plenum.database, idOf(1), { ...DEFAULTS, speaking: true })
    await nextSunday()
    await propose(2, 'A hall for the north')
    const mails = await nextSunday()
    expect(mails).toHaveLength(5)
    for (const { to, raw, parsed } of mails) {
      const headers = raw.slice(0, raw.indexOf('\r\n\r\n'))
      const shown = headers + (parsed.text ?? '').slice(0, 220)
      if (to === seeded.members[1]?.login) {
        expect(parsed.subject).toBe('Riverside: your week')
        expect(parsed.from?.value[0]?.name).toBe('Riverside')
      } else {
        expect(shown).not.toMatch(/Riverside|hall for the north/i)
        expect(parsed.from?.value[0]?.name).toBe('Plenum')
      }
      expect(raw).not.toMatch(/<img|src=|url\(/i)
      expect(headers).toMatch(/^Message-ID: <[0-9a-f]{40}@example.org>$/m)
    }
  })

  test('members are told as much as they choose, in their language', async () => {
    await keepPreferences(plenum.database, idOf(0), { ...DEFAULTS, level: 'urgent' })
    await keepPreferences(plenum.database, idOf(1), { ...DEFAULTS, level: 'legal' })
    await keepPreferences(plenum.database, idOf(2), { ...DEFAULTS, language: 'es', html: false })
    await keepPreferences(plenum.database, idOf(3), { ...DEFAULTS, weekday: 3 })
    await nextSunday()
    await propose(4, 'A hall for the north')
    await passTo(slotAfter(plenum.clock.now(), idOf(3), { weekday: 3, hour: HOUR_OF_MAIL }) + 5 * MINUTE)
    expect(addresses(take())).toEqual([seeded.members[3]?.login])
    const sunday = await nextSunday()
    expect(addresses(sunday)).toEqual([seeded.members[2]?.login, seeded.members[4]?.login].sort())
    const spanish = sunday.find(({ to }) => to === seeded.members[2]?.login)
    expect(spanish?.parsed.subject).toBe('Tu mensaje semanal')
    expect(spanish?.parsed.html).toBe(false)
    await enter(
      0,
      'standing.notice',
      { member: idOf(1), reason: { hash: `${'A'.repeat(43)}=`, length: 3 } },
      null,
    )
    await plenum.catchUp()
    const [notice, ...others] = take()
    expect(others).toEqual([])
    expect(notice?.to).toBe(seeded.members[1]?.login)
    expect(notice?.parsed.subject).toBe('A notice for you')
    expect(notice?.raw).not.toContain('List-Unsubscribe')
  })

  test(
    'votes that open in the same hour are told together, and never twice within twenty hours',
    { timeout: 120_000 },
    async () => {
      await nextSunday()
      await passTo(plenum.clock.now() + 12 * HOUR)
      for (const title of ['One thing', 'Another thing']) {
        const motion = await propose(1, title)
        await enter(2, 'motion.second', { motion })
      }
      await passTo(plenum.clock.now() + 9 * HOUR)
      const late = await propose(1, 'A third thing')
      await enter(2, 'motion.second', { motion: late })
      await passTo(plenum.clock.now() + 3 * DAY - 3 * HOUR)
      const together = take()
      expect(addresses(together)).toEqual(everybody())
      for (const { parsed } of together) {
        expect(parsed.text).toContain('One thing')
        expect(parsed.text).toContain('Another thing')
        expect(parsed.text).not.toContain('A third thing')
      }
      await passTo(plenum.clock.now() + 24 * HOUR)
      const third = take()
      expect(addresses(third)).toEqual(everybody())
      for (const { parsed } of third) {
        expect(parsed.text).toContain('A third thing')
        expect(parsed.text).not.toContain('One thing')
      }
    },
  )

  test('an address that takes nothing is noted and left alone; a server that is busy is asked again', async () => {
    const [busy, gone] = [seeded.members[1]?.login ?? '', seeded.members[2]?.login ?? '']
    smtp.answers.set(busy, { code: 450, message: '4.2.1 Busy' })
    smtp.answers.set(gone, { code: 550, message: '5.1.1 No such mailbox' })
    await nextSunday()
    await propose(3, 'A hall for the north')
    expect(await nextSunday()).toHaveLength(3)
    expect(await readUnreached(plenum.database, idOf(2))).toMatchObject({ code: 'refused-550' })
    expect(await readUnreached(plenum.database, idOf(1))).toBeUndefined()
    const items = await listItems(plenum.database, { kind: 'mail', from: 0, count: 100 })
    const notes = (n: number) =>
      items.filter(({ subject }) => subject === idOf(n)).map(({ state, note }) => `${state} ${note ?? ''}`)
    expect(notes(1)).toContain('waiting deferred-450')
    // Refused for good once; after that nobody is asked.
    expect(notes(2)).toEqual(['given-up unreached', 'given-up refused-550'])
    smtp.answers.clear()
    await enter(
      0,
      'standing.notice',
      { member: idOf(2), reason: { hash: `${'A'.repeat(43)}=`, length: 3 } },
      null,
    )
    await plenum.catchUp()
    // The address is not tried again by itself.
    expect(take()).toEqual([])
  })

  test('an erased member is nowhere in what is queued or noted', async () => {
    await keepPreferences(plenum.database, idOf(1), { ...DEFAULTS, level: 'urgent' })
    await nextSunday()
    await propose(3, 'A hall for the north')
    await nextSunday()
    for (const query of [...forgetNotices(plenum.database, idOf(1)), forgetItems(plenum.database, idOf(1))])
      await plenum.database.kysely.executeQuery(query)
    const items = await listItems(plenum.database, { kind: 'mail', from: 0, count: 100 })
    expect(items.filter(({ subject, key }) => subject === idOf(1) || key.includes(idOf(1)))).toEqual([])
    expect(items.length).toBeGreaterThan(0)
  })

  test('whoever has no address is passed over', async () => {
    const salt = new Uint8Array(16)
    const details = { member: 'm-zzzzzzzzzzzz', name: 'Nobody', email: null, salt }
    const body = { member: details.member, home: seeded.root, details: hashPerson(details) }
    const act = { by: 'nobody', id: derivedUuid('apply'), type: 'member.apply', unit: null, body }
    must(await plenum.clerk.submit(act, [insertPerson(plenum.database, details)]))
    await enter(
      0,
      'member.refuse',
      { member: details.member, reason: { hash: `${'A'.repeat(43)}=`, length: 3 } },
      null,
    )
    await plenum.catchUp()
    const [item] = await listItems(plenum.database, { kind: 'mail', from: 0, count: 1 })
    expect(item).toMatchObject({ subject: details.member, state: 'done', note: 'no-address' })
    expect(take()).toEqual([])
  })
})
