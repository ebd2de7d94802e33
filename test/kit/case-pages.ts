import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DAY } from '#kernel/instant'
import { openMembers, press, said, wait, type MembersInBrowser } from './members-in-browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from './seed-organization.ts'
import { startServer, type StartedServer } from './server.ts'

/** An organization whose members bring charges by its pages, on narrow screens. */
export interface CasePages {
  readonly seeded: Seeded
  readonly server: StartedServer
  /** Without scripts. */
  readonly browser: MembersInBrowser
  /** With scripts, which a secret ballot takes. */
  readonly voters: MembersInBrowser
  nameOf(n: number): string
  /** A token that reads, made as members do. */
  token(n: number): Promise<string>
  /** Moves the demonstration's clock. */
  pass(...days: readonly number[]): Promise<void>
  /** Members 0, 1 and 2 charge somebody; the path of the case, of which notice was given. */
  charge(member: number, measure: 'suspension' | 'expulsion', facts: string): Promise<string>
  /** The panel is drawn, and whoever is drawn takes the seat, or steps aside where the case concerns them. */
  seat(path: string): Promise<{ readonly panel: string; readonly sits: readonly number[] }>
  /** The members of the panel but the last find for what was asked; the last dissents. */
  find(path: string, sits: readonly number[], reasons: string, dissent: string): Promise<void>
  /** The vote opens by itself; so many vote for the measure and against it, in secret. */
  vote(path: string, who: readonly number[], yes: number): Promise<void>
  close(): Promise<void>
}

const MEMBERS = 13
const PHONE = { viewport: { width: 360, height: 740 } }

/** Founds it with one point of unity, which has held for two days, and starts a server on it. */
export async function openCasePages(env: Readonly<Record<string, string>> = {}): Promise<CasePages> {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-cases-'))
  const seeded = await seedOrganization(folder, { members: MEMBERS, points: ['We cross no picket line.'] })
  const server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1', ...env } })
  const browser = await openMembers(seeded, server.url)
  const voters = await openMembers(seeded, server.url, PHONE)
  const nameOf = (n: number): string => seeded.members[n]?.name ?? ''
  const pass = async (...days: readonly number[]): Promise<void> => wait(await browser.as(0, '/'), ...days)
  // What is charged is done on a day on all of which the point holds.
  await pass(1, 1)
  return {
    ...{ seeded, server, browser, voters, nameOf, pass },
    async token(n) {
      const page = await browser.as(n, '/me/tokens')
      await page.fill('[name=name]', 'a program of mine')
      await page.check('[name=scope][value=read]')
      await page.selectOption('[name=days]', '90')
      await page.fill('[name=password-now]', PASSWORD)
      await page.locator('form[action$="make"] button').last().click()
      return /plenum_[\w-]{43}/.exec(await page.content())?.[0] ?? ''
    },
    async charge(member, measure, facts) {
      const page = await browser.as(0, '/cases/new')
      await page.fill('[name=day]', await yesterday(page))
      await page.selectOption('[name=member]', { label: nameOf(member) })
      const others = page.locator('[name=with]')
      for (const [i, n] of [1, 2].entries()) await others.nth(i).selectOption({ label: nameOf(n) })
      await page.fill('[name=facts]', facts)
      await page.check(`[name=measure][value=${measure}]`)
      if (measure === 'suspension') {
        await page.check('[name=rights][value=vote]')
        await page.fill('[name=days]', '30')
      }
      await enter(page, 'Bring the charge')
      expect(await said(page)).toContain('Those whom you named are asked to sign')
      const path = new URL(page.url()).pathname
      // Nobody is told before all have signed: neither the charged member nor anybody else.
      expect(await said(await browser.as(member, path))).not.toContain(facts)
      for (const n of [1, 2]) {
        const signing = await browser.as(n, '/')
        expect(await said(signing)).toContain('Sign the charge of case')
        await signing.goto(server.url + path)
        await enter(signing, 'Sign the charge')
      }
      expect(await said(await browser.as(0, path))).toContain('Notice was given')
      return path
    },
    async seat(path) {
      // No side gives words, so the lot is drawn once they can be given no more. Later, those asked first would have been passed over.
      await pass(3)
      const page = await browser.as(0, path)
      const link = page.getByRole('link', { name: 'The panel and how it was drawn' })
      const panel = (await link.getAttribute('href')) ?? ''
      const sits: number[] = []
      for (;;) {
        const asked = await nextAsked(async () => browser.as(0, panel), seeded)
        if (asked === undefined) break
        const own = await browser.as(asked, panel)
        const accept = own.getByRole('button', { name: 'Take the seat' })
        if ((await accept.count()) > 0) {
          await enter(own, 'Take the seat')
          sits.push(asked)
        } else await enter(own, 'Step aside')
      }
      await pass(3, 1)
      return { panel, sits }
    },
    async find(path, sits, reasons, dissent) {
      await pass(7, 1)
      const [first = 0, ...others] = sits
      const page = await browser.as(first, path)
      await page.check('[name=measure][value=asked]')
      await page.fill('[name=reasons]', reasons)
      await enter(page, 'Propose a finding')
      const last = others.at(-1) ?? 0
      const against = await browser.as(last, path)
      await against.fill('form[action$="dissent"] [name=text]', dissent)
      await enter(against, 'Enter the dissent')
      for (const n of others.slice(0, 2)) await enter(await browser.as(n, path), 'Agree with this finding')
      expect(await said(await browser.as(0, path))).toContain('The panel has found')
    },
    async vote(path, who, yes) {
      await pass(7)
      for (const [i, n] of who.entries()) {
        const page = await voters.as(n, path)
        expect(await said(page)).toContain('The finding of the panel')
        await castSecretly(page, i < yes ? 'yes' : 'no')
      }
      await pass(7)
    },
    async close() {
      await browser.close()
      await voters.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Presses the button of this name, and waits until the page says that it was entered. */
export async function enter(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.waitForURL(/[?&]done=/)
}

/** The day before that on the server's clock, by the banner: whatever the hour at which the test runs. */
async function yesterday(page: Page): Promise<string> {
  const now = Date.parse((await page.locator('.demonstration time').first().getAttribute('datetime')) ?? '')
  return new Date(now - DAY).toISOString().slice(0, 10)
}

/** The first of those who were drawn and have not answered; none once all seats are taken. Whoever follows is asked a moment later. */
async function nextAsked(open: () => Promise<Page>, { members }: Seeded): Promise<number | undefined> {
  const asked = /^(.+), was asked; to answer until/m
  let text = ''
  await expect
    .poll(async () => (text = await said(await open())), { timeout: 60_000 })
    .toMatch(/was asked; to answer until|All seats are taken/)
  const name = asked.exec(text)?.[1]
  return name === undefined ? undefined : members.findIndex((each) => each.name === name)
}

/** Casts a secret ballot of one question on the page of a case, and waits until it lies in the urn. */
export async function castSecretly(page: Page, choice: 'yes' | 'no'): Promise<void> {
  await page.check(`[name=choice-0][value=${choice}]`)
  await press(page, 'Cast my secret ballot')
  const place = page.locator('[data-says]')
  await expect
    .poll(async () => place.innerText(), { timeout: 60_000 })
    .toContain('Your ballot lies in the urn')
}

/** That a page needs no sideways scrolling. */
export async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}
