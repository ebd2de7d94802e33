import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlenum } from '#organization/server'
import { runPlenum } from '../../test/kit/command.ts'
import { OPEN_RULES, putToSecretVote, SECRET_VOTE } from '../../test/kit/seed-secret-vote.ts'
import { seedOrganization } from '../../test/kit/seed-organization.ts'
import { HOUR } from '#kernel/instant'
import { must } from '../../test/kit/storage.ts'

// A backup that is made while a secret vote is open.

const folder = mkdtempSync(join(tmpdir(), 'plenum-dump-secret-'))
const data = join(folder, 'data')
const file = join(folder, 'dump.jsonl')

beforeAll(async () => {
  await seedOrganization(data, { members: 5, then: (seeding) => putToSecretVote(seeding, {}) })
  const plenum = must(await openPlenum({ data, demonstration: true }))
  const { modulus } = await plenum.ballots.keys(SECRET_VOTE)
  must(
    await plenum.ballots.issue(
      SECRET_VOTE,
      'open',
      'm-000000000001',
      modulus.map((byte, i) => (i === 0 ? 1 : byte)),
    ),
  )
  await plenum.close()
  expect(await runPlenum(['dump', '--data', data, '--out', file])).toMatchObject({ code: 0, err: '' })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('has no key and no ballot of it', () => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/"row":"ballot/)
})

test('lets the vote begin again where it is restored: with new keys, on the same roll, for as long', async () => {
  const place = join(folder, 'restored')
  expect(await runPlenum(['restore', file, '--data', place])).toMatchObject({ code: 0, err: '' })
  const before = must(await openPlenum({ data, demonstration: true }))
  const old = await before.clerk.read((org) => org.voting.votes.get(SECRET_VOTE))
  await before.close()
  const plenum = must(await openPlenum({ data: place, demonstration: true }))
  must(await plenum.clerk.submitAll([]))
  const vote = await plenum.clerk.read((org) => org.voting.votes.get(SECRET_VOTE))
  expect(vote).toMatchObject({ status: 'open', roll: old?.roll, renewals: [{ why: 'restored' }] })
  expect(vote?.secret?.context).not.toBe(old?.secret?.context)
  expect(vote?.closes).toBe((vote?.secret?.begins ?? 0) + OPEN_RULES.votingHours * HOUR)
  expect(await plenum.ballots.wasIssued(SECRET_VOTE, 'm-000000000001')).toBe(false)
  await plenum.close()
  const exported = await runPlenum(['export', 'record', '--data', place])
  const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported.out)
  expect(audited).toMatchObject({ code: 0, err: '' })
})
