import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launch, type LaunchedBrowser } from './browser.ts'
import { PASSWORD, type Seeded } from './seed-organization.ts'
import { startServer } from './server.ts'
import { seedShowcase } from './showcase.ts'

/** The showcase organization, open in a browser in which its first member is signed in, on a phone. */
export interface OpenShowcase extends LaunchedBrowser {
  readonly url: string
  /** Its folder. */
  readonly data: string
  readonly seeded: Awaited<ReturnType<typeof seedShowcase>>
}

/** Makes it in a folder of its own, which is gone when it is closed. */
export async function openShowcase(): Promise<OpenShowcase> {
  const data = mkdtempSync(join(tmpdir(), 'plenum-showcase-'))
  const seeded = await seedShowcase(data)
  const server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  const browser = await launch(PHONE)
  await signIn(browser.page, server.url, seeded)
  const close = async () => {
    await browser.close()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  return { ...browser, url: server.url, data, seeded, close }
}

/** How wide a small phone is. */
export const PHONE = { viewport: { width: 360, height: 740 } } as const

/** Signs the first member of a seeded organization in, in this page's browser. */
export async function signIn(page: Page, url: string, seeded: Pick<Seeded, 'members'>): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.fill('[name=login]', seeded.members[0]?.login ?? '')
  await page.fill('[name=password]', PASSWORD)
  await page.getByRole('main').locator('form button').first().click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}

/** Has the pages of this browser in a language, as its reader would have chosen it. */
export async function readIn(context: BrowserContext, url: string, language: string): Promise<void> {
  await context.addCookies([{ name: 'plenum-language', value: language, url }])
}
