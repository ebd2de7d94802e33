import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY } from '#kernel/instant'
import { electForComplaints } from '../kit/complaint-seed.ts'
import { pagesFrom } from '../kit/crawl.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// Complaints about harm by pages alone, without scripts, on a narrow screen. The first two members are elected for them.

const folder = mkdtempSync(join(tmpdir(), 'plenum-complaints-'))
const [FIRST, SECOND, COMPLAINANT, ABOUT, REPRESENTATIVE, OTHER] = [0, 1, 4, 5, 6, 7] as const
const WRITTEN = 'He waited for me at the quittenbaum'
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(folder, { then: electForComplaints })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function nameOf(n: number): string {
  return seeded.members[n]?.name ?? ''
}

async function narrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

/** A member finds the way in from the foot of the first page and writes; the address of what they made. */
async function complain(representative?: number): Promise<string> {
  const page = await browser.as(COMPLAINANT, '/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Confidential help after harm' }).click()
  expect(await page.title()).not.toMatch(/complain|harm|harass/i)
  await narrow(page)
  await page.getByRole('link', { name: 'Write to those elected for it' }).click()
  await narrow(page)
  // Nobody chosen: said plainly, and what was written is still there.
  await page.fill('[name=text]', WRITTEN)
  await press(page, 'Send')
  expect(await said(page)).toContain('Choose the member whom the complaint is about.')
  expect(await page.inputValue('[name=text]')).toBe(WRITTEN)
  await page.selectOption('[name=about]', { label: nameOf(ABOUT) })
  if (representative !== undefined)
    await page.selectOption('[name=representative]', { label: nameOf(representative) })
  await press(page, 'Send')
  expect(await said(page)).toContain(WRITTEN)
  await narrow(page)
  return new URL(page.url()).pathname
}

/** The day before that on the server's clock, by the banner. */
async function yesterday(page: Page): Promise<string> {
  const now = Date.parse((await page.locator('.demonstration time').first().getAttribute('datetime')) ?? '')
  return new Date(now - DAY).toISOString().slice(0, 10)
}

async function status(n: number, path: string): Promise<number> {
  const page = await browser.as(n, '/')
  return (await page.goto(server.url + path))?.status() ?? 0
}

describe('a complaint', () => {
  test('is answered by those elected, who order two to keep apart', { timeout: 120_000 }, async () => {
    const path = await complain(REPRESENTATIVE)
    expect(await said(await browser.as(FIRST, '/'))).toContain('Something confidential waits for you')
    const page = await browser.as(FIRST, path)
    expect(await said(page)).toContain(WRITTEN)
    await press(page, 'I answer this')
    expect(await said(page)).toContain('Somebody answers it.')
    await page.fill('[name=text]', 'I call you tonight.')
    await press(page, 'Send')
    // Whoever speaks for the complainant writes too.
    const speaking = await browser.as(REPRESENTATIVE, path)
    expect(await said(speaking)).toContain('I call you tonight.')
    await speaking.fill('[name=text]', 'She asks that he stays away from the hall.')
    await press(speaking, 'Send')
    expect(await said(await browser.as(COMPLAINANT, path))).toContain('stays away from the hall')

    expect(await status(ABOUT, path)).toBe(404)
    const ordering = await browser.as(FIRST, path)
    await ordering.fill('[name=days]', '15')
    await press(ordering, 'Order them to keep apart')
    expect(await said(ordering)).toContain('Write a number of days from 1 to 14.')
    await ordering.fill('[name=days]', '14')
    await press(ordering, 'Order them to keep apart')
    await narrow(ordering)
    expect(await ordering.getByRole('button', { name: 'Order them to keep apart' }).count()).toBe(0)
    // Whom it is about reads the order, and nothing of what was written; every vote is kept.
    expect(await said(await browser.as(ABOUT, '/'))).toContain('Something confidential concerns you')
    const apart = await browser.as(ABOUT, path)
    expect(await said(apart)).toContain('Both stay members and keep every vote.')
    expect(await apart.content()).not.toContain('quittenbaum')
    await narrow(apart)
    // When its days are over, the page is gone for them again.
    await wait(apart, 7, 7)
    expect(await status(ABOUT, path)).toBe(404)
    expect(await status(COMPLAINANT, path)).toBe(200)
  })

  test('is seen by nobody else on any page, and gone when it ends', { timeout: 120_000 }, async () => {
    const path = await complain()
    const pages = await pagesFrom((await browser.as(OTHER, '/')).request, server.url)
    // It did walk through the organization, and the record's own list is among what it saw.
    expect(pages.size).toBeGreaterThan(30)
    expect([...pages.keys()]).toEqual(expect.arrayContaining(['/complaints', '/record', '/members']))
    for (const [at, html] of pages) expect(html.includes('quittenbaum'), at).toBe(false)
    const list = pages.get('/complaints') ?? ''
    expect(list).toMatch(/\d complaints? so far/)
    expect(list).not.toContain(path)
    for (const n of [OTHER, ABOUT, SECOND]) expect(await status(n, path), nameOf(n)).toBe(404)
    expect(await status(OTHER, `/search?find=quittenbaum`)).toBe(200)

    const page = await browser.as(COMPLAINANT, path)
    await page.check('[name=how][value=withdrawn]')
    await press(page, 'End the complaint')
    expect(await said(page)).toContain('It is ended, and what named anybody is deleted.')
    for (const n of [COMPLAINANT, FIRST]) expect(await status(n, path)).toBe(404)
  })

  test('is referred to a panel, to which nothing of its file goes', { timeout: 120_000 }, async () => {
    const path = await complain()
    const answering = await browser.as(FIRST, path)
    expect(await answering.getByRole('link', { name: 'Refer it to a panel' }).count()).toBe(0)
    await press(answering, 'I answer this')
    expect(await status(OTHER, `${path}/refer`)).toBe(404)
    await answering.getByRole('link', { name: 'Refer it to a panel' }).click()
    await narrow(answering)
    expect(await said(answering)).toContain(`${nameOf(COMPLAINANT)}, ${nameOf(FIRST)}`)
    await answering.fill('[name=facts]', 'He has threatened a member with a hazelrod.')
    await answering.fill('[name=day]', await yesterday(answering))
    await answering.check('[name=measure][value=suspension]')
    await press(answering, 'Refer it to a panel')
    // Said plainly what is missing, and nothing is lost.
    expect(await said(answering)).toContain('Say which rights are to be suspended')
    expect(await answering.inputValue('[name=facts]')).toContain('hazelrod')
    await answering.check('[name=rights][value=stand]')
    await answering.fill('[name=days]', '30')
    await press(answering, 'Refer it to a panel')
    expect(await said(answering)).toMatch(/It was referred out of complaint \d/)
    await narrow(answering)
    const referred = new URL(answering.url()).pathname
    for (const n of [COMPLAINANT, FIRST]) expect(await status(n, path)).toBe(404)

    const charged = await browser.as(ABOUT, referred)
    expect(await said(charged)).toContain('hazelrod')
    expect(await charged.content()).not.toContain('quittenbaum')
    const other = await said(await browser.as(OTHER, referred))
    expect(other).toContain('It was referred out of complaint')
    for (const word of ['hazelrod', nameOf(ABOUT), nameOf(COMPLAINANT)]) expect(other).not.toContain(word)
  })

  test('goes to the next where nobody answers, without anybody doing anything', async () => {
    const path = await complain()
    expect(await status(SECOND, path)).toBe(404)
    await wait(await browser.as(OTHER, '/'), 1, 1, 1)
    expect(await said(await browser.as(SECOND, '/'))).toContain('Something confidential waits for you')
    expect(await said(await browser.as(SECOND, path))).toContain(WRITTEN)
    await wait(await browser.as(OTHER, '/'), 1, 1, 1)
    expect(await said(await browser.as(COMPLAINANT, path))).toContain('nobody has answered yet')
    const page = await browser.as(SECOND, path)
    await press(page, 'I answer this')
    expect(await said(page)).toContain('Somebody answers it.')
  })

  test('stands in nothing that the server prints', () => {
    expect(server.output()).toContain('Plenum is listening')
    expect(server.output()).not.toMatch(/quittenbaum|hazelrod/)
    for (const { id, name } of seeded.members)
      for (const word of [id, name]) expect(server.output()).not.toContain(word)
  })
})
