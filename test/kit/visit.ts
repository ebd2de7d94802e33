import type { BrowserContext, Page } from 'playwright-core'
import { PASSWORD, type Seeded } from './seed-organization.ts'

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
