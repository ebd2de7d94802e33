import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { must } from '../kit/storage.ts'
import { openPlenum } from '#organization/server'
import { runPlenum } from '../kit/command.ts'
import { freshPostgres, type FreshPostgres } from '../kit/postgres.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { Visitor } from '../kit/visitor.ts'

// A server that is backed up while members write, lost with all its disk, and restored from the last backup.

const WRITERS = 6
const MOTION = derivedUuid('backup', 'motion')
const DEMONSTRATION = { PLENUM_DEMONSTRATION: '1' }

let cleanUp: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const each of cleanUp.toReversed()) await each()
  cleanUp = []
})

async function seed(data: string, databaseUrl: string | undefined): Promise<Seeded> {
  return seedOrganization(data, {
    members: 8,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    then: async ({ enter, members }) => {
      const clauses = [{ id: derivedUuid('backup', 'clause'), text: 'We hold a picnic.' }]
      const body = { motion: MOTION, title: 'Picnic', clauses, enactment: { kind: 'resolve' } }
      await enter(members[0]?.id ?? '', 'motion.propose', body)
      await enter(members[1]?.id ?? '', 'motion.second', { motion: MOTION })
    },
  })
}

async function signIn(url: string, login: string): Promise<Visitor> {
  const visitor = new Visitor()
  expect((await visitor.send(`${url}/sign-in`, { login, password: PASSWORD })).status).toBe(303)
  return visitor
}

/** Members who speak in the debate until they are told to stop; the texts that were acknowledged, in order. */
function writeOn(url: string, seeded: Seeded): { spoken: string[]; stop(): Promise<void> } {
  const spoken: string[] = []
  let going = true
  const write = async (n: number): Promise<void> => {
    const visitor = await signIn(url, seeded.members[n]?.login ?? '')
    // How often one may speak in a debate is limited.
    for (let s = 0; going && s < 100; s++) {
      const text = `Speech ${s} of writer ${n}, nothing more.`
      const side = s % 2 === 0 ? 'for' : 'against'
      const posted = await visitor.send(`${url}/motions/${MOTION}?/speak`, { side, text })
      if (posted.status === 303) spoken.push(text)
      await sleep(200)
    }
  }
  const all = Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)))
  return {
    spoken,
    async stop() {
      going = false
      await all
    },
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!isSo() && performance.now() < end) await sleep(50)
}

/** The token of an invitation that its member, who has no password yet, has not used. */
async function invite(data: string, databaseUrl: string | undefined, member: string): Promise<string> {
  const plenum = must(await openPlenum({ data, databaseUrl, demonstration: true }))
  for (const query of plenum.access.forget(member)) await plenum.database.kysely.executeQuery(query)
  const { token } = must(await plenum.access.invite(member, plenum.clock.now()))
  await plenum.close()
  return token
}

function environment(postgres: FreshPostgres | undefined): Record<string, string> {
  return postgres === undefined ? {} : { DATABASE_URL: postgres.url }
}

describe.each(['sqlite', 'postgres'] as const)('a backup on %s', (engine) => {
  it('under load survives the loss of everything else', { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plenum-backup-'))
    const [data, backups] = [join(folder, 'data'), join(folder, 'backups')]
    cleanUp.push(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const fresh = async (): Promise<FreshPostgres | undefined> =>
      engine === 'postgres' ? await freshPostgres() : undefined
    const first = await fresh()
    const seeded = await seed(data, first?.url)
    const invited = await invite(data, first?.url, seeded.members[7]?.id ?? '')
    const server = await startServer({ data, env: { ...DEMONSTRATION, ...environment(first) } })
    cleanUp.push(async () => {
      await server.kill()
    })

    const writers = writeOn(server.url, seeded)
    await until(() => writers.spoken.length >= WRITERS)
    for (const _ of [1, 2, 3]) {
      const args = ['backup', '--to', backups, '--keep', '2', '--data', data, '--json']
      const before = [...writers.spoken]
      const ran = await runPlenum(args, environment(first))
      expect(ran).toMatchObject({ code: 0, err: '' })
      const { texts } = JSON.parse(ran.out) as { texts: number }
      // Everything that was acknowledged before it began is in it.
      expect(texts).toBeGreaterThanOrEqual(before.length)
      await until(() => writers.spoken.length > before.length + WRITERS)
      acknowledged = before
    }
    expect(readdirSync(backups)).toHaveLength(2)
    const newest = join(backups, readdirSync(backups).sort().at(-1) ?? '')
    expect(statSync(newest).mode & 0o777).toBe(0o600)
    await writers.stop()

    await server.kill()
    rmSync(data, { recursive: true, force: true })
    await first?.drop()
    const second = await fresh()
    if (second !== undefined) cleanUp.push(() => second.drop())
    const restored = await runPlenum(['restore', newest, '--data', data], environment(second))
    expect(restored).toMatchObject({ code: 0, err: '' })

    await standsAsBefore(data, second, seeded, invited)
  })
})

let acknowledged: readonly string[] = []

async function standsAsBefore(
  data: string,
  postgres: FreshPostgres | undefined,
  seeded: Seeded,
  invited: string,
): Promise<void> {
  if (postgres === undefined) expect(existsSync(join(data, 'plenum.sqlite'))).toBe(true)
  const server: StartedServer = await startServer({
    data,
    env: { ...DEMONSTRATION, ...environment(postgres) },
  })
  cleanUp.push(async () => {
    await server.stop()
  })
  for (const { login } of seeded.members.slice(0, 3)) await signIn(server.url, login)
  const member = await signIn(server.url, seeded.members[0]?.login ?? '')
  const page = await (await member.send(`${server.url}/motions/${MOTION}?speeches`)).text()
  expect(acknowledged.filter((text) => !page.includes(text))).toEqual([])
  // By somebody who has said nothing yet.
  const another = await signIn(server.url, seeded.members[6]?.login ?? '')
  const spoke = await another.send(`${server.url}/motions/${MOTION}?/speak`, {
    side: 'for',
    text: 'We go on as if nothing had been.',
  })
  expect(spoke.status).toBe(303)
  // A link that was on its way is still good.
  expect((await new Visitor().send(`${server.url}/invitation/${invited}`)).status).toBe(200)

  const exported = await (await member.send(`${server.url}/record/export`)).text()
  const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported)
  expect(audited).toMatchObject({ code: 0, out: expect.stringContaining('Restored:') })
}
