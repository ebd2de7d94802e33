import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { PRESETS } from '#modules/rulebook/core'
import { openPlenum } from '#organization/server'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { runPlenum } from '../kit/command.ts'
import { person, SOME_HASH } from '../kit/given.ts'
import { must } from '../kit/storage.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// What a visitor does in five minutes, on a phone and without JavaScript.
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'plenum-demo-'))
let browser: LaunchedBrowser
let page: Page

beforeAll(async () => {
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
  page = browser.page
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

const text = () => page.locator('main').innerText()
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
/** Nothing on the page is wider than the screen. */
const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

describe('plenum demo', () => {
  const data = join(folder, 'demo')
  let server: StartedServer
  let motion = ''

  beforeAll(async () => {
    server = await startServer({ data, command: 'demo' })
  }, 60_000)
  afterAll(() => server.stop())

  async function be(name: string): Promise<void> {
    await page.goto(`${server.url}/demonstration?q=${encodeURIComponent(name)}`)
    await page
      .getByRole('button', { name: `Be this member: ${name}`, exact: true })
      .last()
      .click()
    expect(await page.locator('.demonstration').innerText()).toContain(`You are ${name}.`)
  }

  test('says where to go, and the page says whose shoes there are', async () => {
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Choose who you are' }).click()
    expect(await fits()).toBe(true)
    const said = await text()
    for (const role of [
      /things? waits?/,
      /New member|new member/,
      /Keeper of the roll/,
      /Delegate of/,
      /Chair of Harbor branch/,
      /nominated for an office and has not answered: keeper of the archive/,
    ])
      expect(said).toMatch(role)
    expect(server.output()).toContain('step into somebody')
  })

  test('somebody’s first page says what waits for them', async () => {
    await page.goto(`${server.url}/demonstration`)
    await press(/Be this member:/)
    await page.goto(`${server.url}/demonstration`)
    await page.getByRole('link', { name: 'Find what needs you' }).click()
    expect(await text()).toMatch(/Vote on/)
  })

  test('a motion in debate is amended and seconded, and spoken to', async () => {
    await page.goto(`${server.url}/demonstration`)
    await page.getByRole('link', { name: 'Amend a motion' }).click()
    motion = new URL(page.url()).pathname
    await page.goto(`${server.url}${motion}/amend`)
    const clause = page.getByLabel('Clause 3', { exact: true })
    await clause.fill((await clause.inputValue()).replace('half of', 'all of'))
    await page.getByLabel('Reason').fill('Half an office keeps half a list.')
    await press('Propose the amendment')
    expect(await text()).toContain('Half an office keeps half a list.')
    await page.locator('summary', { hasText: 'Speak' }).click()
    await page.check('[name=side][value=for]')
    await page.getByLabel('What I say').fill('I have waited since 1998.')
    await press('Speak')
    expect(await text()).toContain('I have waited since 1998.')
    await be('Ezekiel Thornbury')
    await page.goto(server.url + motion)
    await page.getByRole('button', { name: 'Second it' }).last().click()
    expect(await page.getByRole('status').innerText()).toContain('seconded')
  })

  test('an election is open for whoever comes, from the walk and among the open votes', async () => {
    await page.goto(`${server.url}/demonstration`)
    await press(/Be this member:/)
    await page.goto(`${server.url}/votes`)
    await page.getByRole('link', { name: 'Vote in an election: treasurer' }).click()
    const election = page.url()
    await page.goto(`${server.url}/demonstration`)
    await page.getByRole('link', { name: 'Elect somebody' }).click()
    expect(page.url()).toBe(election)
    await page.locator('[name=place-1]').fill('1')
    await page.locator('[name=place-0]').fill('2')
    await press(/Cast my ballot|Change my ballot/)
    expect(await page.locator('[name=place-1]').inputValue()).toBe('1')
    expect(await page.getByRole('status').first().innerText()).toMatch(/ballot/i)
  })

  test('the menu leads to offices, councils and who has held what', async () => {
    await page.goto(`${server.url}/offices`)
    for (const title of ['Councils', 'Who has held what, and how long', 'Offices and elections']) {
      await page
        .getByRole('navigation', { name: 'Offices' })
        .getByRole('link', { name: title, exact: true })
        .click()
      expect(await page.locator('h1').innerText()).toBe(title)
      expect(await fits()).toBe(true)
    }
  })

  test('ballots are cast, the clock moves to the close, and the result is read', async () => {
    await page.goto(`${server.url}/votes`)
    const vote = await page
      .getByRole('link', { name: /Buses at night/ })
      .first()
      .getAttribute('href')
    const path = vote ?? ''
    for (const name of ['Ruth Abernethy', 'Lin Wenqi']) {
      await be(name)
      await page.goto(server.url + path)
      for (const radio of await page.locator('[value=yes]').all()) await radio.check()
      // Whoever was played to have voted changes their ballot.
      await press(/(Cast|Change) my ballot/)
      expect(await text()).toContain('Your ballot was entered')
    }
    for (let moved = 0; moved < 6 && !(await text()).includes('Needed'); moved++) {
      await press(/until the next thing happens/i)
      await page.goto(server.url + path)
    }
    expect(await text()).toMatch(/Needed more than 1\/2 of \d+ votes cast/)
  })

  test('the record is downloaded and audits', async () => {
    const file = join(folder, 'record.jsonl')
    const response = await page.request.get(`${server.url}/record/export`)
    writeFileSync(file, await response.body())
    const command = [join(root, 'src/cli/plenum.ts'), 'audit', file, '--no-seen', '--as', 'members']
    expect(execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })).toContain('sound')
  })

  test('started again on the same folder, it goes on where it was', async () => {
    const before = await page.locator('.demonstration time').first().getAttribute('datetime')
    await server.stop()
    server = await startServer({ data, command: 'demo' })
    await page.goto(server.url)
    const after = await page.locator('.demonstration time').first().getAttribute('datetime')
    expect(Date.parse(after ?? '')).toBeGreaterThan(Date.parse(before ?? '') - 20 * 86_400_000)
    expect(Date.parse(after ?? '')).toBeGreaterThan(Date.now())
  })
})

describe('where something else lies', () => {
  test('no demonstration is made in a folder of other things, or of a real organization', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear all')
    expect(await runPlenum(['demo', '--no-serve', '--data', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Something else lies in the folder'),
    })
  })
})

describe('on a real organization', () => {
  const data = join(folder, 'real')
  const member = person(1)

  beforeAll(async () => {
    const plenum = must(await openPlenum({ data }))
    const unit = null
    const enter = (type: string, body: Json) =>
      plenum.clerk.submit({ by: 'nobody', id: derivedUuid('real', type), type, unit, body })
    const founding = { name: 'Real', root: derivedUuid('real', 'root'), rules: PRESETS.branch }
    must(await enter('organization.found', { ...founding, demonstration: false }))
    const body = { member, home: founding.root, organizer: true, details: SOME_HASH }
    must(await enter('founding.member', body))
    await plenum.close()
  })

  test('nobody steps into anybody’s shoes, whatever is posted', async () => {
    const server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '' } })
    for (const path of ['', '?/step', '/clock']) {
      const answer = await fetch(`${server.url}/demonstration${path}`, {
        method: path === '' ? 'GET' : 'POST',
        headers: { origin: server.url },
        ...(path === '' ? {} : { body: new URLSearchParams({ member, hours: '24' }) }),
      })
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null])
    }
    await server.stop()
  })

  test('plenum demo does not touch it', async () => {
    expect(await runPlenum(['demo', '--no-serve', '--data', data])).toMatchObject({
      code: 2,
      err: expect.stringContaining('A real organization lies in the folder'),
    })
  })
})

describe('the first-run page', () => {
  const data = join(folder, 'first')
  let server: StartedServer

  beforeAll(async () => {
    server = await startServer({ data })
  })
  afterAll(() => server.stop())

  test('makes a demonstration for whoever holds the code', async () => {
    const post = () =>
      fetch(`${server.url}/setup?/demonstration`, {
        method: 'POST',
        headers: { origin: server.url },
        body: new URLSearchParams({ a: '1' }),
      })
    expect((await post()).status).toBe(403)
    await page.goto(
      /https?:\S+setup\?code=\S+/.exec(server.output())?.[0].replace(/^https?:\/\/[^/]+/, server.url) ?? '',
    )
    expect(await text()).toContain('Or look around first')
    await press('Make a demonstration')
    expect(await text()).toContain('The demonstration is being made')
    // The page loads itself anew until there is something to look at.
    await page.waitForURL(`${server.url}/demonstration`, { timeout: 50_000 })
    expect(await text()).toContain('Whose shoes?')
  }, 60_000)
})
