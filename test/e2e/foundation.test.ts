import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// The main job as people do it, in a browser with JavaScript off: found an organization, bring in a thousand members, adopt a
// program of ten points, change point 3 through colliding amendments, and audit the record.

const MEMBERS = 1_000
/** The branch's rules ask that a fifth of the roll takes part. */
const QUORUM = 200
const PASSWORD = 'harbour bridge at dawn'
const POINTS = Array.from(
  { length: 10 },
  (_, n) => `Point ${n + 1}: we hold this together, and act on it where we work.`,
)

let folder: string
let server: StartedServer
let browser: LaunchedBrowser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-foundation-'))
  server = await startServer({ data: join(folder, 'data'), env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
  page = browser.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const shots = process.env['PLENUM_SHOTS']

async function see(name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

function membersCsv(): string {
  const lines = Array.from({ length: MEMBERS }, (_, n) => {
    const place = ['Harbour', 'Old Town', 'Mill Quarter'][n % 3] ?? ''
    return `Member ${n + 1},member${n + 1}@example.org,${place},${n < 2 ? 'yes' : ''}`
  })
  return ['name,email,place,organizer', ...lines].join('\n')
}

async function press(name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click()
}

async function signIn(n: number): Promise<void> {
  await browser.context.clearCookies()
  await page.goto(`${server.url}/sign-in`)
  await page.fill('[name=login]', `member${n}@example.org`)
  await page.fill('[name=password]', PASSWORD)
  await page.getByRole('main').getByRole('button').first().click()
  expect(page.url()).not.toContain('sign-in')
}

/** Moves the demonstration's clock by the banner that every page carries. */
async function pass(hours: readonly number[]): Promise<void> {
  for (const step of hours) await page.locator(`aside.demonstration button[value="${step}"]`).click()
}

/** Members who vote by the same forms, sent without a browser: two hundred of them would take an hour. */
const cookies = new Map<number, string>()

async function post(path: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<Response> {
  const headers = {
    accept: 'text/html',
    origin: server.url,
    cookie,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const answer = await fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(fields),
  })
  expect(answer.status, `${path}: ${answer.status === 303 ? '' : await answer.text()}`).toBe(303)
  return answer
}

async function acceptByForm(n: number, link: string): Promise<void> {
  const answer = await post(new URL(link).pathname, { password: PASSWORD, 'password-again': PASSWORD })
  cookies.set(
    n,
    answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; '),
  )
}

async function voteByForm(vote: string, field: string, choiceOf: (n: number) => string): Promise<void> {
  for (const [n, cookie] of cookies) await post(`/votes/${vote}`, { [field]: choiceOf(n) }, cookie)
}

/** The open vote's address and the name of its first question's field, as the ballot page has them. */
async function openBallot(): Promise<{ vote: string; fields: string[] }> {
  await page.goto(`${server.url}/votes`)
  await page.getByRole('main').locator('a[href^="/votes/"]').first().click()
  const radios = page.locator('fieldset.question input[value=yes]')
  const fields = await radios.evaluateAll((list) => list.map((radio) => radio.getAttribute('name') ?? ''))
  return { vote: new URL(page.url()).pathname.split('/').at(-1) ?? '', fields }
}

/** One member votes in the browser: an answer for each question. */
async function voteInBrowser(n: number, choices: readonly string[]): Promise<void> {
  await signIn(n)
  await openBallot()
  const questions = page.locator('fieldset.question')
  for (const [q, choice] of choices.entries())
    await questions.nth(q).locator(`input[value=${choice}]`).check()
  await page.getByRole('main').locator('form button').first().click()
  expect(await page.getByRole('main').textContent()).toMatch(/entered as entry/i)
}

async function plenum(...args: readonly string[]): Promise<{ code: number; text: string }> {
  const command = [join(import.meta.dirname, '../../src/cli/plenum.ts'), ...args]
  const child = spawn(process.execPath, command, { env: { ...process.env, XDG_CONFIG_HOME: folder } })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, text }
}

it('an organization founds itself, decides, and its record audits', { timeout: 600_000 }, async () => {
  // Found it, with the code that the console printed.
  const code = /setup\?code=\S+/.exec(server.output())?.[0] ?? ''
  await page.goto(`${server.url}/${code}`)
  await page.fill('[name=name]', 'Riverside League')
  await page.check('[name=preset][value=branch]')
  await see('01-setup')
  await press(/found/i)

  // A file with faults is told line by line, and enters nothing.
  await page.goto(`${server.url}/setup/import`)
  await page.fill('[name=pasted]', 'name,email\nAna,ana@example.org\n,bo@example.org\nChidi,ANA@example.org')
  await press(/look/i)
  expect(await page.getByRole('main').textContent()).toMatch(/Line 3[^]*Line 4/)
  await see('02-import-problems')

  // The thousand.
  await page.goto(`${server.url}/setup/import`)
  const csv = join(folder, 'members.csv')
  writeFileSync(csv, membersCsv())
  await page.setInputFiles('[name=file]', csv)
  await press(/look/i)
  await see('03-import-preview')
  await press(/enter 1,?000 members/i)
  await see('04-setup-steps')
  expect(await page.getByRole('main').textContent()).toMatch(/1,?000 people/)

  // Everybody's link, as the file that organizers hand out.
  await page.goto(`${server.url}/setup/invitations`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('form[action$="links.csv"] button').click(),
  ])
  const links = new Map(
    readFileSync(await download.path(), 'utf8')
      .split('\n')
      .map((line) => [
        /member(\d+)@/.exec(line)?.[1],
        /https?:[^\s,"]*\/invitation\/[^\s,"]+/.exec(line)?.[0],
      ]),
  )
  expect(links.size).toBeGreaterThan(MEMBERS)
  for (let n = 6; n < 6 + QUORUM; n++) await acceptByForm(n, links.get(String(n)) ?? '')
  for (const n of [1, 2, 3, 4, 5]) {
    await browser.context.clearCookies()
    await page.goto((links.get(String(n)) ?? '').replace(/^https?:\/\/[^/]+/, server.url))
    await page.fill('[name=password]', PASSWORD)
    await page.fill('[name=password-again]', PASSWORD)
    await see('05-invitation')
    await press(/.*/)
    expect(new URL(page.url()).pathname).toBe('/')
  }

  // The founding is put to the members.
  await signIn(1)
  await see('06-home-founding')
  await page.goto(`${server.url}/setup/founding`)
  await page.check('[name=kind][value=points]')
  await page.fill('[name=points]', POINTS.join('\n\n'))
  await see('07-founding')
  await press(/members/i)
  await see('08-founding-motion')
  await pass([168])
  await see('09-founding-vote')
  const founding = await openBallot()
  expect(await page.getByRole('main').textContent()).not.toMatch(/\d+ yes/)
  await voteByForm(founding.vote, founding.fields[0] ?? '', () => 'yes')
  await voteInBrowser(2, ['no'])
  await see('10-ballot-cast')
  await pass([72, 24, 24])
  await page.goto(`${server.url}/program`)
  await see('11-program')
  expect(await page.getByRole('main').textContent()).toContain('Point 10: we hold this together')

  // A change to point 3.
  await signIn(1)
  await page.goto(`${server.url}/program`)
  await page.getByRole('main').locator('a[href^="/program/"]', { hasText: '3' }).first().click()
  const point = page.url()
  await page.getByRole('main').locator('a[href*="enact=program.change"]').click()
  await page.fill('[name=title]', 'Say how we act')
  await page
    .locator('textarea[name^="clause-"]')
    .fill('Point 3: we hold this together, and act on it by striking where we work.')
  await see('12-propose-change')
  await press(/propose|put|send/i)
  const motion = page.url().split('?')[0] ?? ''
  for (const n of [2, 3]) {
    await signIn(n)
    await page.goto(motion)
    await press(/second/i)
  }
  expect(await page.getByRole('main').textContent()).toMatch(/in debate/i)

  // Two amendments that collide, each seconded, and speeches.
  for (const [n, word] of [
    [2, 'organizing'],
    [3, 'blockading'],
  ] as const) {
    await signIn(n)
    await page.goto(`${motion}/amend`)
    await page
      .locator('textarea[name^="clause-"]')
      .fill(`Point 3: we hold this together, and act on it by ${word} where we work.`)
    await page.fill('[name=reason]', `Because ${word} is what we do.`)
    if (n === 2) await see('13-amend')
    await press(/propose|send/i)
  }
  await signIn(4)
  await page.goto(motion)
  for (const n of [1, 2]) await page.locator(`#amendment-${n}`).getByRole('button').first().click()
  expect(await page.locator('#amendments').textContent()).toMatch(/collide/i)
  await page.locator('#debate summary').click()
  await page.check('[name=side][value=against]')
  await page.locator('#debate textarea').fill('We have not asked the night shift.')
  await page.locator('#debate form button').click()
  expect(await page.locator('#debate').textContent()).toContain('night shift')
  await see('14-debate')
  await pass([168])
  const amendments = await openBallot()
  await see('15-vote-on-amendments')
  // Both are adopted; the second has more votes, so the first gives way.
  const [first = '', second = ''] = amendments.fields
  for (const [n, cookie] of cookies)
    await post(
      `/votes/${amendments.vote}`,
      { [first]: n % 3 === 0 ? 'no' : 'yes', [second]: n % 5 === 0 ? 'no' : 'yes' },
      cookie,
    )
  await voteInBrowser(4, ['abstain', 'abstain'])
  await pass([72, 24, 24])
  await page.goto(`${server.url}/votes/${amendments.vote}`)
  await see('16-amendments-decided')
  const final = await openBallot()
  expect(await page.getByRole('main').textContent()).toContain('by blockading where we work')
  await voteByForm(final.vote, final.fields[0] ?? '', (n) => (n % 4 === 0 ? 'no' : 'yes'))
  await voteInBrowser(4, ['no'])
  await pass([72, 24, 24])
  await page.goto(motion)
  await see('17-decided')
  expect(await page.getByRole('main').textContent()).toMatch(/at least 2\/3 of 201/)

  // Dissent stays with the decision, and the point tells where it comes from.
  await page.locator('#reports summary').click()
  await page.locator('#reports textarea').fill('A blockade needs the night shift, and nobody asked them.')
  await page.locator('#reports form button').click()
  await page.goto(point)
  await see('18-point')
  const provenance = (await page.getByRole('main').textContent()) ?? ''
  expect(provenance).toContain('by blockading where we work')
  expect(provenance).toContain('Say how we act')
  expect(provenance).toContain('nobody asked them')

  // The record, downloaded while the server runs, audits.
  const record = join(folder, 'record.jsonl')
  const exported = await plenum('export', 'record', '--data', join(folder, 'data'), '--out', record)
  expect(exported, exported.text).toMatchObject({ code: 0 })
  const audited = await plenum('audit', record)
  expect(audited, audited.text).toMatchObject({ code: 0 })
  console.log(audited.text)
})
