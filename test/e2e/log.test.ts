import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { must } from '../kit/storage.ts'
import { openPlenum } from '#organization/server'
import { PASSWORD, seedOrganization } from '../kit/seed-organization.ts'
import { startServer } from '../kit/server.ts'
import { Visitor } from '../kit/visitor.ts'

// Pages with everything in their addresses that must never stand in a log.

const folder = mkdtempSync(join(tmpdir(), 'plenum-log-'))
const ADDRESS = '203.0.113.77'

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('a log at its most talkative names nobody, no address, no secret and nothing that was looked for', async () => {
  const { members } = await seedOrganization(folder)
  const [first, second] = members
  const plenum = must(await openPlenum({ data: folder, demonstration: true }))
  // Whoever has a password gets no link.
  for (const query of plenum.access.forget(second?.id ?? '')) await plenum.database.kysely.executeQuery(query)
  const { token } = must(await plenum.access.invite(second?.id ?? '', plenum.clock.now()))
  await plenum.close()
  const server = await startServer({
    data: folder,
    env: { PLENUM_DEMONSTRATION: '1', PLENUM_LOG: 'debug', ADDRESS_HEADER: 'x-real-ip' },
  })
  const { url } = server
  const visitor = new Visitor({ 'x-real-ip': ADDRESS })
  const wrong = { login: 'stranger@example.org', password: 'not the password' }
  await visitor.send(`${url}/sign-in?next=/members/${first?.id ?? ''}`, wrong)
  await visitor.send(`${url}/sign-in`, { login: first?.login ?? '', password: PASSWORD })
  const session = visitor.cookie('plenum-session') ?? ''
  expect(session).not.toBe('')
  for (const path of [
    '/',
    `/invitation/${token}`,
    '/invitation/no-such-token-as-this',
    `/members?q=${encodeURIComponent(second?.name ?? '')}`,
    `/members/${second?.id ?? ''}`,
    '/search?q=sabotage-of-the-works',
    '/api/v1/motions?cursor=sabotage-of-the-works',
    '/no/such/page/sabotage-of-the-works',
    '/record/export',
  ])
    await (await visitor.send(url + path)).arrayBuffer()
  await visitor.send(`${url}/me?/password`, { old: 'wrong-old-one', password: 'another-new-one' })
  await server.stop()

  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  const routes = lines.flatMap((line) => (JSON.parse(line) as { route?: string }).route ?? [])
  expect(routes).toEqual(expect.arrayContaining(['/invitation/[token]', '/members/[id]', '/sign-in', 'none']))
  const secrets = [token, session, PASSWORD, 'not the password', 'wrong-old-one', 'another-new-one']
  const people = members.flatMap(({ id, name, login }) => [id, name, login])
  const asked = ['sabotage-of-the-works', 'stranger', 'no-such-token', ADDRESS, '127.0.0.1']
  for (const word of [...secrets, ...people, ...asked])
    expect(lines.filter((line) => line.includes(word))).toEqual([])
})
