import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { makeHistory, type History } from '../kit/history.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'plenum-e2e-'))
const data = join(folder, 'data')
let history: History
let server: StartedServer

beforeAll(async () => {
  history = await makeHistory(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('export, proof and dump work beside the running server', async () => {
  const exported = await runPlenum(['export', 'record', '--data', data])
  expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported.out)).toMatchObject({
    code: 0,
  })
  const proof = await runPlenum(['prove', '12', '--data', data])
  const file = join(folder, 'proof.json')
  writeFileSync(file, proof.out)
  expect(await runPlenum(['verify-proof', file])).toMatchObject({ code: 0 })
  const dump = await runPlenum(['dump', '--data', data, '--out', join(folder, 'dump.jsonl'), '--json'])
  expect(JSON.parse(dump.out)).toMatchObject({ entries: history.size })
})

test('what a command signs beside the server, the server’s own checkpoint continues', async () => {
  const exported = await runPlenum(['export', 'record', '--data', data])
  const { checkpoint } = JSON.parse(exported.out.split('\n')[0] ?? '') as { checkpoint: string }
  const answer = await fetch(`${server.url}/record/checkpoint`)
  // The same size, the same tree, and an Ed25519 signature of the same text: the same note to the last byte.
  expect(await answer.text()).toBe(checkpoint)
})

test('an import is refused while the server runs, with the page that can do it', async () => {
  const list = join(folder, 'members.csv')
  writeFileSync(list, 'name\nAda\n')
  const ran = await runPlenum(['import', 'members', list, '--data', data])
  expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('/members/import') })
})

test('a second server says what is in its way: the folder, or the port', async () => {
  const same = await runPlenum(['serve', '--port', '0', '--data', data])
  expect(same).toMatchObject({ code: 2, err: expect.stringContaining('is writing in') })
  const { port } = new URL(server.url)
  const taken = await runPlenum(['serve', '--port', port, '--data', join(folder, 'other')])
  expect(taken).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`),
  })
})

test('a server does not start with an origin that is none', async () => {
  const ran = await runPlenum(['serve', '--data', data], { PLENUM_ORIGIN: 'plenum.example.org' })
  expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('PLENUM_ORIGIN') })
})
