import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// Fields that suggest members, by keyboard. There are more members than a list shows, or nobody would have to search.

const data = mkdtempSync(join(tmpdir(), 'plenum-people-'))
const NAMES = ['Ada Okafor', 'Zora Lindqvist', 'Zora <b>Ruiz</b>', 'Zulema Conti']
let seeded: Seeded
let server: StartedServer
let browser: LaunchedBrowser
let page: Page
const violations: string[] = []

beforeAll(async () => {
  seeded = await seedOrganization(data, { names: NAMES, members: 53, organizers: 1 })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch()
  page = browser.page
  page.on('console', (message) => {
    if (/security policy/i.test(message.text())) violations.push(message.text())
  })
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('Mail address or member number').fill(seeded.members[0]?.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** Types a part of a name, goes down so many lines of what is suggested, and takes that one. */
async function choose(part: string, down: number): Promise<void> {
  const field = page.getByRole('main').getByRole('combobox', { name: /name/i }).first()
  await field.fill('')
  await field.pressSequentially(part)
  await page.getByRole('listbox').waitFor()
  for (let n = 0; n < down; n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}

test('names are suggested and said, whatever stands in them, and nothing is sent by choosing', async () => {
  await page.goto(`${server.url}/members`)
  const field = page.getByRole('main').getByRole('combobox')
  await field.pressSequentially('zora')
  await page.getByRole('listbox').waitFor()
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['Zora <b>Ruiz</b>', 'Zora Lindqvist'])
  expect(await page.locator('auto-complete [role=status]').textContent()).toBe('2 people.')
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('option', { selected: true }).innerText()).toBe('Zora <b>Ruiz</b>')
  await page.keyboard.press('Escape')
  expect(await page.getByRole('listbox').count()).toBe(0)
  await choose('zora', 2)
  expect(await field.inputValue()).toBe('Zora Lindqvist')
  expect(new URL(page.url()).search).toBe('')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?q=Zora\+Lindqvist/)
  expect(await page.locator('main ul.items a').allInnerTexts()).toEqual(['Zora Lindqvist'])
})

test('who is chosen for an office is selected in the list, though the list does not show everybody', async () => {
  await page.goto(`${server.url}/motions/new?enact=mandate.give`)
  const list = page.locator('select[name=member]')
  expect(await list.locator('option').allInnerTexts()).not.toContain('Zulema Conti')
  await choose('zul', 1)
  expect(await list.inputValue()).toBe(seeded.members[3]?.id)
  expect(await list.locator('option:checked').innerText()).toBe('Zulema Conti')
})

test('two tellers are chosen one after the other', async () => {
  await page.goto(`${server.url}/meetings/new`)
  await choose('zora l', 1)
  await choose('zul', 1)
  expect(await page.locator('select[name=teller-1]').inputValue()).toBe(seeded.members[1]?.id)
  expect(await page.locator('select[name=teller-2]').inputValue()).toBe(seeded.members[3]?.id)
})

test('nobody by a name is said, and the page breaks no rule of what it may load', async () => {
  await page.goto(`${server.url}/members`)
  await page.getByRole('main').getByRole('combobox').pressSequentially('qqq')
  await expect
    .poll(() => page.locator('auto-complete [role=status]').textContent())
    .toBe('Nobody by this name.')
  expect(await page.getByRole('listbox').count()).toBe(0)
  expect(violations).toEqual([])
})

test('without scripts it is a search field with a button', async () => {
  const plain = await launch({ javaScript: false })
  await plain.context.addCookies(await browser.context.cookies())
  await plain.page.goto(`${server.url}/members`)
  expect(await plain.page.getByRole('combobox').count()).toBe(0)
  await plain.page.getByRole('searchbox', { name: 'Name' }).fill('zulema')
  await plain.page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  expect(await plain.page.locator('main ul.items a').allInnerTexts()).toEqual(['Zulema Conti'])
  await plain.close()
})
