import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedUuid } from '#kernel/ids'
import type { Json } from '#kernel/canonical'
import type { CompiledQuery } from 'kysely'
import { hashPerson, insertPerson } from '#modules/members'
import { holdText } from '#modules/record'
import { hashSalted } from '#modules/record/core'
import { PRESETS } from '#modules/rulebook/core'
import { openPlenum } from '#organization/server'
import { PASSWORD, seedOrganization, type Seeded, type Seeding } from './seed-organization.ts'
import {
  askForRecall,
  formGroup,
  foundTendency,
  GROUP,
  letLapse,
  openOffice,
  proposeInGroup,
} from './group-within.ts'
import { startServer, type StartedServer } from './server.ts'
import { must } from './storage.ts'

/** What stands in a seeded organization for pages to be asked about. */
export const THINGS = {
  motion: derivedUuid('worlds', 'debated'),
  voted: derivedUuid('worlds', 'voted'),
  vote: derivedUuid('vote', 'motion', derivedUuid('worlds', 'voted')),
  closedVote: derivedUuid('vote', 'motion', derivedUuid('seed', 'founding')),
  applicant: 'm-aaaaaaaaaaaa',
  refused: 'm-bbbbbbbbbbbb',
  erased: 'm-cccccccccccc',
} as const

/** What ordinary members must find nowhere. */
export const REASON = 'a reason that stays with those who keep the roll'
/** What nobody must find anywhere. */
export const ERASED_NAME = 'Somebody Erased'

/** Who asks: of the organization that is founded, and of the one that is still being founded. */
export type Asker =
  | 'nobody'
  | 'member'
  | 'keeper'
  | 'voucher'
  // Whose standing has lapsed; and who does not belong to the group that the others’ things are of.
  | 'lapsed'
  | 'outsider'
  | 'holder'
  | 'organizer'

/** One server, and the browsers that ask it. */
export interface World {
  readonly url: string
  readonly seeded: Seeded
  output(): string
  /** A request with this asker's cookies, as a browser without scripts sends it; nothing is followed. */
  ask(who: Asker, path: string, init?: RequestInit): Promise<Response>
  /** A form posted from a page of ours, or from one of this other origin. */
  post(
    who: Asker,
    path: string,
    fields?: Readonly<Record<string, string>>,
    origin?: string,
  ): Promise<Response>
  close(): Promise<void>
}

const LAPSED = 7
const LOGINS: Readonly<Partial<Record<Asker, number>>> = {
  keeper: 0,
  organizer: 0,
  voucher: 3,
  member: 4,
  outsider: 6,
  lapsed: LAPSED,
}

/** An organization in the middle of its life: something in debate, an open vote, applicants, somebody erased. */
export async function foundedWorld(env: Readonly<Record<string, string>> = {}): Promise<World> {
  const data = mkdtempSync(join(tmpdir(), 'plenum-founded-'))
  const seeded = await seedOrganization(data, { then: live })
  await people(data, seeded)
  return openWorld(data, seeded, env)
}

async function live(seeding: Seeding): Promise<void> {
  const { enter, pass, rules, members } = seeding
  const [first = '', second = '', third = ''] = members.map(({ id }) => id)
  await formGroup(seeding)
  await letLapse(seeding, LAPSED)
  await openOffice(seeding)
  await foundTendency(seeding)
  const propose = async (motion: string, title: string) => {
    const clauses = [{ id: derivedUuid('worlds', 'clause', motion), text: 'We do it.' }]
    await enter(first, 'motion.propose', { motion, title, clauses, enactment: { kind: 'resolve' } })
    await enter(second, 'motion.second', { motion })
  }
  await propose(THINGS.voted, 'Voted on')
  await proposeInGroup(seeding, GROUP.voted)
  await pass(rules.debateHours)
  await enter(third, 'ballot.cast', { vote: THINGS.vote, choices: ['no'] })
  await propose(THINGS.motion, 'Debated')
  await proposeInGroup(seeding, GROUP.motion)
  await askForRecall(seeding)
}

/** Somebody who applied and was vouched for, and two who were refused for a reason. */
async function people(data: string, { root, members }: Seeded): Promise<void> {
  const plenum = must(await openPlenum({ data, demonstration: true }))
  const { clerk, database } = plenum
  const [keeper = '', , , voucher = ''] = members.map(({ id }) => id)
  let count = 0
  const enter = async (by: string, type: string, body: Json, alongside: readonly CompiledQuery[] = []) => {
    must(
      await clerk.submit(
        { by, id: derivedUuid('worlds', 'act', count++), type, unit: null, body },
        alongside,
      ),
    )
  }
  const { applicant, refused, erased } = THINGS
  for (const [n, member] of [applicant, refused, erased].entries()) {
    const name = member === erased ? ERASED_NAME : `Applicant ${n}`
    const person = { member, name, email: `applicant${n}@example.org`, salt: randomBytes(16) }
    await enter('nobody', 'member.apply', { member, home: root, details: hashPerson(person) }, [
      insertPerson(database, person),
    ])
  }
  await enter(voucher, 'member.vouch', { member: applicant })
  for (const member of [refused, erased]) {
    const salt = randomBytes(16)
    const hash = hashSalted(salt, REASON)
    const row = holdText(database, { hash, salt, text: REASON })
    await enter(keeper, 'member.refuse', { member, reason: { hash, length: REASON.length } }, [row])
  }
  await plenum.close()
}

/** An organization that somebody with the console's code is founding; its organizer has a password. */
export async function foundingWorld(): Promise<World> {
  const data = mkdtempSync(join(tmpdir(), 'plenum-founding-'))
  const plenum = must(await openPlenum({ data, demonstration: true }))
  const { access, clerk, clock, database } = plenum
  const root = derivedUuid('seed', 'root')
  const rules = PRESETS['reading-group']
  const founded = { name: 'Riverside', root, rules, demonstration: true }
  must(
    await clerk.submit({
      by: 'nobody',
      id: derivedUuid('found'),
      type: 'organization.found',
      unit: null,
      body: founded,
    }),
  )
  const [member, login] = ['m-dddddddddddd', 'organizer@example.org']
  const person = { member, name: 'Ora Nizer', email: login, salt: randomBytes(16) }
  const body = { member, home: root, organizer: true, details: hashPerson(person) }
  const act = { by: 'nobody', id: derivedUuid('listed'), type: 'founding.member', unit: null, body }
  must(await clerk.submit(act, [insertPerson(database, person)]))
  const { token } = must(await access.invite(member, clock.now()))
  must(await access.accept(token, { login, password: PASSWORD }, clock.now()))
  await plenum.close()
  return openWorld(data, { root, rules, members: [{ id: member, name: 'Ora Nizer', login }], points: [] })
}

async function openWorld(
  data: string,
  seeded: Seeded,
  env: Readonly<Record<string, string>> = {},
): Promise<World> {
  const server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1', ...env } })
  const kept = new Map<Asker, string>()
  const world: World = {
    url: server.url,
    seeded,
    output: () => server.output(),
    async ask(who, path, init = {}) {
      const cookie = kept.get(who) ?? (await cookieOf(server, seeded, who))
      kept.set(who, cookie)
      const headers = { accept: 'text/html', cookie, ...(init.headers as Record<string, string> | undefined) }
      return fetch(server.url + path, { redirect: 'manual', ...init, headers })
    },
    async post(who, path, fields = { x: '' }, origin = server.url) {
      const answer = await world.ask(who, path, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams(fields),
      })
      // These end the asker's session.
      if (path === '/sign-out') kept.delete(who)
      return answer
    },
    async close() {
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
  return world
}

async function cookieOf({ url, output }: StartedServer, { members }: Seeded, who: Asker): Promise<string> {
  const login = members[LOGINS[who] ?? -1]?.login
  const code = /setup\?code=(\S+)/.exec(output())?.[1] ?? ''
  const [path, fields] =
    login === undefined ? ['/setup?/code', { code }] : ['/sign-in', { login, password: PASSWORD }]
  if (who === 'nobody') return ''
  // Where the server reads visitors' addresses from this header it has to be there.
  const headers = { accept: 'text/html', origin: url, 'x-real-ip': '192.0.2.1' }
  const answer = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(fields),
  })
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  return cookies.join('; ')
}
