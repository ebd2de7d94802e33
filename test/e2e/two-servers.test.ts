import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { verifyEd25519 } from '#kernel/ed25519'
import { isRefusal } from '#kernel/refusal'
import { parseExportLine } from '#modules/record/core'
import { createAudit } from '#organization'
import { freshPostgres, type FreshPostgres } from '../kit/postgres.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { Visitor } from '../kit/visitor.ts'

// Two server processes on one PostgreSQL, and sixty-four members who post to both at once.

const WRITERS = 64
const SPEECHES = 6
const MOTION = derivedUuid('two servers', 'motion')

let folder: string
let postgres: FreshPostgres
let seeded: Seeded
let servers: StartedServer[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-two-'))
  postgres = await freshPostgres()
  seeded = await seedOrganization(folder, {
    members: WRITERS,
    databaseUrl: postgres.url,
    then: async ({ enter, members }) => {
      const clauses = [{ id: derivedUuid('two servers', 'clause'), text: 'We hold a picnic.' }]
      const body = { motion: MOTION, title: 'Picnic', clauses, enactment: { kind: 'resolve' } }
      await enter(members[0]?.id ?? '', 'motion.propose', body)
      await enter(members[1]?.id ?? '', 'motion.second', { motion: MOTION })
    },
  })
  const env = { PLENUM_DEMONSTRATION: '1', DATABASE_URL: postgres.url }
  servers = await Promise.all(['a', 'b'].map((name) => startServer({ data: join(folder, name), env })))
}, 120_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await postgres.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('enter one record without gaps, and show what was posted to the other', { timeout: 180_000 }, async () => {
  const [a, b] = servers.map(({ url }) => url)
  const write = async (n: number): Promise<void> => {
    const visitor = new Visitor()
    const login = seeded.members[n]?.login ?? ''
    expect((await visitor.send(`${a ?? ''}/sign-in`, { login, password: PASSWORD })).status).toBe(303)
    for (let s = 0; s < SPEECHES; s++) {
      const [here = '', there = ''] = (n + s) % 2 === 0 ? [a, b] : [b, a]
      const text = `Speech ${s + 1} of writer ${n + 1}, nothing more.`
      const posted = await visitor.send(`${here}/motions/${MOTION}?/speak`, {
        side: s % 2 === 0 ? 'for' : 'against',
        text,
      })
      expect(posted.status).toBe(303)
      // The redirect may well be answered by the other process.
      const page = await (await visitor.send(`${there}/motions/${MOTION}`)).text()
      expect(page).toContain(text)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)))

  const reader = new Visitor()
  await reader.send(`${a ?? ''}/sign-in`, { login: seeded.members[0]?.login ?? '', password: PASSWORD })
  const exports = await Promise.all(
    [a, b].map(async (url) => (await reader.send(`${url ?? ''}/record/export`)).text()),
  )
  expect(exports[0]).toBe(exports[1])
  const audit = createAudit({ verify: verifyEd25519 })
  const lines = (exports[0] ?? '')
    .trimEnd()
    .split('\n')
    .map((line, i) => parseExportLine(line, i + 1))
  for (const line of lines) audit.take(line)
  const report = audit.finish()
  expect(report.violations).toEqual([])
  expect(
    lines.filter((line) => !isRefusal(line) && line.kind === 'entry' && line.entry.type === 'speech.give'),
  ).toHaveLength(WRITERS * SPEECHES)
  expect(await (await fetch(`${a ?? ''}/record/checkpoint`)).text()).toBe(
    await (await fetch(`${b ?? ''}/record/checkpoint`)).text(),
  )
})
