import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { adoptSecretBallots } from '../kit/seed-secret-vote.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { freePort, startIssuer, startServer, type StartedServer } from '../kit/server.ts'

// Two issuers beside the organization's server, each a process and a folder of its own, of whom with it any two sign a key.

const folder = mkdtempSync(join(tmpdir(), 'plenum-issuers-'))
const PHONE = { viewport: { width: 360, height: 740 } }
const NAMES = ['Branch North', 'Election committee'] as const
let seeded: Seeded
let server: StartedServer
let scripted: MembersInBrowser
let plain: MembersInBrowser
let ports: readonly number[]
const issuers: (StartedServer | undefined)[] = []
const lines: string[] = []
const codes: Map<string, string>[] = []
let motion = ''
let vote = ''

beforeAll(async () => {
  seeded = await seedOrganization(folder, {
    members: 6,
    then: async (seeding) => adoptSecretBallots(seeding, {}),
  })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1', PLENUM_FORMS: '0' } })
  ports = [await freePort(), await freePort()]
  scripted = await openMembers(seeded, server.url, PHONE)
  plain = await openMembers(seeded, server.url)
})
afterAll(async () => {
  for (const issuer of issuers) await issuer?.stop()
  await plain.close()
  await scripted.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const dataOf = (n: number): string => join(folder, `issuer-${n}`)
const addressOf = (n: number): string => `http://127.0.0.1:${ports[n] ?? 0}`
const idOf = (n: number): string => seeded.members[n]?.id ?? ''
const codeOf = (n: number, member: number): string => codes[n]?.get(idOf(member)) ?? ''

async function start(n: number): Promise<void> {
  issuers[n] = await startIssuer({ data: dataOf(n), port: ports[n] ?? 0 })
}

async function stop(n: number): Promise<void> {
  await issuers[n]?.stop()
  issuers[n] = undefined
}

/** Every member says yes to the open vote of a motion, and time passes. */
async function propose(n: number, query: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const page = await plain.as(n, `/motions/new?${query}`)
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
  await press(page, 'Propose it')
  return page.url().replace(/^.*\/motions\/([^?]+).*$/, '$1')
}

async function second(id: string): Promise<void> {
  await press(await plain.as(1, `/motions/${id}`), 'Second this motion')
}

async function narrow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= 360)
}

describe('an issuer', () => {
  test('is made in a folder of its own, and says by which line a motion names it', async () => {
    for (const [n, name] of NAMES.entries()) {
      const args = [
        '--organization',
        server.url,
        '--address',
        addressOf(n),
        '--name',
        name,
        '--data',
        dataOf(n),
      ]
      const made = await runPlenum(['issuer', 'init', ...args])
      expect(made).toMatchObject({ code: 0, err: '' })
      const line = made.out.split('\n').find((each) => each.trim().startsWith(name)) ?? ''
      expect(line.trim()).toMatch(new RegExp(`^${name} ${addressOf(n)} \\S{44}$`))
      lines.push(line.trim())
    }
    const again = [
      '--organization',
      server.url,
      '--address',
      addressOf(0),
      '--name',
      'X',
      '--data',
      dataOf(0),
    ]
    expect(await runPlenum(['issuer', 'init', ...again])).toMatchObject({ code: 2 })
    const trusted = [...again.slice(0, 6), '--data', join(folder, 'other'), '--log-key', 'another+key']
    const refused = await runPlenum(['issuer', 'init', ...trusted])
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).toContain('trusts another+key')
  })

  test('takes members from a list of its own, and writes their codes once', async () => {
    const file = join(folder, 'members.csv')
    writeFileSync(file, 'name,member\nx,m-0000\n')
    const bad = await runPlenum([
      'issuer',
      'members',
      file,
      '--out',
      join(folder, 'c.csv'),
      '--data',
      dataOf(0),
    ])
    expect(bad).toMatchObject({ code: 1 })
    expect(bad.err).toContain('Line 2: “m-0000” is no id of a member')
    writeFileSync(
      file,
      `name,member\n${seeded.members.map(({ id, name }) => `"=${name}",${id}`).join('\n')}\n`,
    )
    for (const n of [0, 1]) {
      const out = join(folder, `codes-${n}.csv`)
      const ran = await runPlenum(['issuer', 'members', file, '--out', out, '--data', dataOf(n)])
      expect(ran).toMatchObject({ code: 0 })
      expect(ran.out).toContain('6 codes written')
      const rows = readFileSync(out, 'utf8').trim().split('\n').slice(1)
      // No spreadsheet takes what stood in the list for a formula.
      expect(rows[0]).toMatch(/^"'=/)
      const cells = rows.map((row) => row.split(',').map((cell) => cell.slice(1, -1)))
      codes.push(new Map(cells.map((row) => row.slice(-2) as [string, string])))
      const none = await runPlenum([
        'issuer',
        'members',
        file,
        '--out',
        join(folder, 'c.csv'),
        '--data',
        dataOf(n),
      ])
      expect(none.out).toContain('0 codes written')
    }
  })
})

describe('members name issuers', () => {
  test('by a motion that says which line is wrong, and by an open vote where votes are secret', async () => {
    const query = `enact=issuers.name&unit=${seeded.root}`
    const page = await plain.as(0, `/motions/new?${query}`)
    expect(await narrow(page)).toBe(true)
    await page.fill('[name=issuers]', `${lines[0] ?? ''}\nNowhere`)
    await page.fill('[name=k]', '2')
    await press(page, 'Propose it')
    expect(await said(page)).toContain('Line 2 of the issuers is not name, address and key')
    expect(await page.inputValue('[name=issuers]')).toContain('Nowhere')
    await page.fill('[name=issuers]', lines.join('\n'))
    await page.fill('[name=k]', '1')
    await press(page, 'Propose it')
    expect(await said(page)).toContain('Of 3 issuers at least 2 have to sign each key')
    const id = await propose(0, query, { issuers: lines.join('\n'), k: '2' })
    expect(await said(await plain.as(2, `/motions/${id}`))).toContain(
      `each key is signed by 2 of 3: this server and Branch North (${addressOf(0)})`,
    )
    await second(id)
    await wait(await plain.as(0, `/motions/${id}`), 3)
    for (const n of seeded.members.keys()) {
      const ballot = await plain.as(n, `/motions/${id}`)
      await ballot.click('.lead a')
      await ballot.check('[name=choice-0][value=yes]')
      await ballot.click('main form button')
    }
    await wait(await plain.as(0, `/motions/${id}`), 3)
    const decided = await plain.as(0, `/motions/${id}`)
    expect(await said(decided)).toContain('Adopted')
    const unit = await plain.as(0, `/units/${seeded.root}`)
    expect(await said(unit)).toContain('Signed by 2 of 3 issuers')
    expect(await said(unit)).toContain('Branch North: no key ready')
    expect(await narrow(unit)).toBe(true)
  })

  test('and until one has delivered keys a secret vote is put off, which everybody can read', async () => {
    motion = await propose(0, `enact=resolve&unit=${seeded.root}`, {
      title: 'Rent',
      text: 'We withhold the rent.',
    })
    await second(motion)
    await wait(await plain.as(0, `/motions/${motion}`), 3)
    const page = await plain.as(2, `/motions/${motion}`)
    expect(await said(page)).toContain('The secret vote is put off: 2 issuers have to sign each key')
    expect(await said(page)).toContain('Missing: Branch North, Election committee')
    expect(await narrow(page)).toBe(true)
    await start(0)
    await start(1)
    await expect
      .poll(async () => said(await plain.as(2, `/motions/${motion}`)), { timeout: 60_000, interval: 1000 })
      .toContain('Vote on the motion, open until')
    const open = await plain.as(2, `/motions/${motion}`)
    vote = (await open.locator('.lead a').getAttribute('href'))?.replace('/votes/', '') ?? ''
    expect(await said(open)).not.toContain('put off')
    // Whichever was first opened it; the next vote has both. So this one is let go by.
    expect(vote).toMatch(/^[0-9a-f-]{36}$/)
  })
})

async function secretVote(title: string): Promise<void> {
  await expect
    .poll(async () => said(await plain.as(0, `/units/${seeded.root}`)), { timeout: 60_000, interval: 1000 })
    .not.toContain('no key ready')
  motion = await propose(0, `enact=resolve&unit=${seeded.root}`, { title, text: 'We fix the stairs.' })
  await second(motion)
  await wait(await plain.as(0, `/motions/${motion}`), 3)
  const page = await plain.as(2, `/motions/${motion}`)
  vote = (await page.locator('.lead a').getAttribute('href'))?.replace('/votes/', '') ?? ''
}

interface Choice {
  readonly choice: string
  /** By issuer: the code that is typed. */
  readonly codes: readonly (string | undefined)[]
}

/** Casts a ballot, and answers what the page says of it. */
async function cast(page: Page, { choice, codes: typed }: Choice): Promise<string> {
  await page.check(`[name=choice-0][value=${choice}]`)
  for (const [n, code] of typed.entries())
    if (code !== undefined) await page.fill(`[name=code-${n + 1}]`, code)
  await press(page, 'Cast my secret ballot')
  const status = page.locator('[data-says]')
  await expect.poll(async () => status.innerText()).not.toContain('Working')
  return status.innerText()
}

async function saysOf(page: Page, issuer: number): Promise<string> {
  return page.locator(`[data-issuer="${issuer}"] [data-issuer-says]`).innerText()
}

async function askDirectly(n: number, body: object): Promise<readonly [number, string]> {
  const answer = await fetch(`${addressOf(n)}/issue`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { code = '' } = (await answer.json()) as { code?: string }
  return [answer.status, code]
}

const VOTED = 'Your ballot lies in the urn'

describe('a secret vote with two of three issuers', () => {
  test('is cast with the code of one of them, and says who signed', async () => {
    await secretVote('Stairs')
    const page = await scripted.as(0, `/votes/${vote}`)
    await expect.poll(async () => said(page)).toContain('signed by 2 of 3 issuers')
    expect(await narrow(page)).toBe(true)
    expect(await cast(page, { choice: 'yes', codes: [codeOf(0, 0)] })).toContain(VOTED)
    expect(await saysOf(page, 1)).toBe('Has signed your key.')
  })

  test('without enough codes says what is missing and keeps what it has; a code of somebody else is none', async () => {
    const page = await scripted.as(1, `/votes/${vote}`)
    expect(await cast(page, { choice: 'no', codes: [] })).toContain(
      '1 of the 2 issuers that are needed have signed',
    )
    expect(await saysOf(page, 1)).toContain('no code was typed')
    expect(await cast(page, { choice: 'no', codes: [codeOf(0, 2)] })).toContain('1 of the 2 issuers')
    expect(await saysOf(page, 1)).toContain('This is not your code at this issuer')
    expect(await cast(page, { choice: 'no', codes: ['', codeOf(1, 1)] })).toContain(VOTED)
    expect(await saysOf(page, 2)).toBe('Has signed your key.')
  })

  test('goes on with one issuer down', async () => {
    await stop(0)
    const page = await scripted.as(2, `/votes/${vote}`)
    expect(await cast(page, { choice: 'yes', codes: [codeOf(0, 2)] })).toContain('1 of the 2 issuers')
    expect(await saysOf(page, 1)).toContain('Does not answer')
    expect(await cast(page, { choice: 'yes', codes: [codeOf(0, 2), codeOf(1, 2)] })).toContain(VOTED)
    await start(0)
  })

  test('goes on after a crash between issuers, on the device and by the slip', async () => {
    const page = await scripted.as(3, `/votes/${vote}`)
    await page.route(`${addressOf(0)}/**`, async (route) => route.abort())
    expect(await cast(page, { choice: 'abstain', codes: [codeOf(0, 3)] })).toContain('1 of the 2 issuers')
    await page.unroute(`${addressOf(0)}/**`)
    const words = await page.locator('[data-slip] li').allInnerTexts()
    await page.goto(`${server.url}/votes/${vote}`)
    await expect.poll(async () => page.locator('[data-slip] li').allInnerTexts()).toEqual(words)
    expect(await cast(page, { choice: 'abstain', codes: [codeOf(0, 3)] })).toContain(VOTED)
    const device = await openMembers(seeded, server.url, PHONE)
    const other = await device.as(3, `/votes/${vote}`)
    await other.getByLabel('The twelve words').fill(words.join(' '))
    await press(other, 'Go on with these words')
    await expect.poll(async () => other.locator('[data-says]').innerText()).toContain('now has your slip')
    expect(await cast(other, { choice: 'yes', codes: [codeOf(0, 3)] })).toContain(VOTED)
    await device.close()
  })

  test('and at the voting screen of a polling session, where a member types what an issuer gave them', async () => {
    const officer = await plain.as(0, `/votes/${vote}/polling`)
    const from = await officer.inputValue('[name=from]')
    const until = new Date(Date.parse(`${from}Z`) + 40 * 3_600_000).toISOString().slice(0, 16)
    await officer.fill('[name=until]', until)
    await officer.fill('[name=place]', 'Mill Hall')
    await press(officer, 'Announce it')
    expect(await said(await plain.as(4, `/votes/${vote}`))).toContain(
      'Bring the codes that other issuers gave you',
    )
    await wait(officer, 1)
    const marking = await plain.as(0, `/votes/${vote}/polling`)
    await marking.getByLabel('Member', { exact: true }).selectOption(idOf(5))
    await marking.check('[name=way][value=screen]')
    await press(marking, 'Mark and give it out')
    const code = await marking.locator('[data-code]').innerText()
    const shared = await scripted.visitor(`/ballots/${vote}/screen`)
    await shared.fill('[name=code]', code)
    await press(shared, 'Open the ballot')
    expect(await cast(shared, { choice: 'yes', codes: [] })).toContain('1 of the 2 issuers')
    expect(await cast(shared, { choice: 'yes', codes: [undefined, codeOf(1, 4)] })).toContain(
      '1 of the 2 issuers',
    )
    expect(await saysOf(shared, 2)).toContain('code')
    expect(await cast(shared, { choice: 'yes', codes: [undefined, codeOf(1, 5)] })).toContain(VOTED)
    expect(await narrow(shared)).toBe(true)
    expect(await shared.context().cookies()).toEqual([])
  })

  test('gives no member a second key, and nothing to anybody who has no code or asks for another vote', async () => {
    const request = 'A'.repeat(512)
    const asked = { vote, member: idOf(0), code: codeOf(0, 0), request }
    expect(await askDirectly(0, asked)).toEqual([409, 'issuer-issued-already'])
    expect(await askDirectly(0, { ...asked, code: codeOf(1, 0) })).toEqual([403, 'issuer-code-wrong'])
    expect(await askDirectly(0, { ...asked, vote: motion })).toEqual([404, 'issuer-vote-unknown'])
    expect(await askDirectly(0, { ...asked, request: 'AAAA' })).toEqual([400, 'request-malformed'])
    expect(await askDirectly(0, { ...asked, more: 1 })).toEqual([400, 'request-malformed'])
    const preflight = await fetch(`${addressOf(0)}/issue`, { method: 'OPTIONS' })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(server.url)
    expect(preflight.headers.getSetCookie()).toEqual([])
  })

  test('closes with what each issuer signed, and audit and second verifier agree', async () => {
    for (const n of [0, 1]) {
      const status = await statusOf(n)
      expect(status.votes.find((each) => each.vote === vote)).toMatchObject({
        ended: false,
        issued: [2, 3][n],
        roll: 6,
      })
    }
    // Counts are reported every second here.
    await new Promise((resolve) => setTimeout(resolve, 3000))
    await wait(await plain.as(0, '/'), 3)
    const page = await scripted.as(3, `/votes/${vote}`)
    const shown = await said(page)
    expect(shown).toContain('Adopted')
    expect(shown).toContain('Ballots cast: 5.')
    for (const line of [
      'Plenum: 5 keys signed',
      'Branch North: 2 keys signed',
      'Election committee: 3 keys signed',
    ])
      expect(shown).toContain(line)
    expect(await narrow(page)).toBe(true)
    await press(page, 'Find my ballot on the board')
    await expect.poll(async () => page.locator('[data-says]').innerText()).toContain('It says: Yes.')
    const file = join(folder, 'export.jsonl')
    const own = await plain.as(0, '/record')
    writeFileSync(file, await (await own.request.get(`${server.url}/record/export`)).text())
    expect(await runPlenum(['audit', file, '--no-seen', '--as', 'members'])).toMatchObject({ code: 0 })
    const verifier = join(import.meta.dirname, '../interop/python/verify_ballots.py')
    const { stdout, status } = spawnSync('python3', ['-B', verifier, file], { encoding: 'utf8' })
    if (status === 0) expect(stdout).toContain(`${vote} accepted`)
  })

  test('and the issuers destroy their keys, and can compare whom they gave one', async () => {
    await expect.poll(async () => (await statusOf(0)).votes.every(({ ended }) => ended)).toBe(true)
    const listed = await runPlenum(['issuer', 'status', '--vote', vote, '--data', dataOf(0), '--json'])
    const { votes } = JSON.parse(listed.out) as { votes: readonly { readonly members: readonly string[] }[] }
    expect(votes[0]?.members).toEqual([idOf(0), idOf(3)].sort())
    expect(
      await askDirectly(0, { vote, member: idOf(4), code: codeOf(0, 4), request: 'A'.repeat(512) }),
    ).toEqual([409, 'issuer-over'])
    expect(issuers[0]?.output()).not.toContain('127.0.0.1:5')
    const closed = await runPlenum(['issuer', 'close', '--data', dataOf(1)])
    expect(closed).toMatchObject({ code: 0 })
  })
})

interface Status {
  readonly votes: readonly { readonly vote: string; readonly ended: boolean; readonly issued: number }[]
}

async function statusOf(n: number): Promise<Status> {
  const ran = await runPlenum(['issuer', 'status', '--data', dataOf(n), '--json'])
  expect(ran.code).toBe(0)
  return JSON.parse(ran.out) as Status
}
