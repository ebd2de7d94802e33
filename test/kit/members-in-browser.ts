import type { BrowserContextOptions, Page } from 'playwright-core'
import { launch } from './browser.ts'
import { PASSWORD, type Seeded } from './seed-organization.ts'

/** The members of a seeded organization, each with a browser of their own in which they stay signed in. */
export interface MembersInBrowser {
  /** The page of the n-th member at this address, for which they sign in again where their session has ended. */
  as(n: number, path: string): Promise<Page>
  /** A page at this address in a browser in which nobody has signed in. */
  visitor(path: string): Promise<Page>
  close(): Promise<void>
}

/** Opens browsers without scripts, as wide as a phone, unless other options are given. */
export async function openMembers(
  { members }: Pick<Seeded, 'members'>,
  url: string,
  options: BrowserContextOptions = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } },
): Promise<MembersInBrowser> {
  const { context, close } = await launch()
  const pages = new Map<number, Page>()
  const visitor = async (path: string): Promise<Page> => {
    const own = await context.browser()?.newContext({ locale: 'en-GB', ...options })
    const page = await (own ?? context).newPage()
    await page.goto(url + path)
    return page
  }
  const signIn = async (n: number, page: Page): Promise<void> => {
    await page.goto(`${url}/sign-in`)
    await page.fill('[name=login]', members[n]?.login ?? '')
    await page.fill('[name=password]', PASSWORD)
    await page.click('main form button')
    await page.waitForLoadState()
  }
  return {
    async as(n, path) {
      const page = pages.get(n) ?? (await visitor(path))
      if (pages.has(n)) await page.goto(url + path)
      pages.set(n, page)
      if (!(await isVisitor(page))) return page
      await signIn(n, page)
      await page.goto(url + path)
      return page
    },
    visitor,
    close,
  }
}

/** Whether a page was shown to nobody who is signed in. */
async function isVisitor(page: Page): Promise<boolean> {
  const link = page.locator('header a[href="/sign-in"]')
  return new URL(page.url()).pathname === '/sign-in' || (await link.count()) > 0
}

/** What a page says. */
export async function said(page: Page): Promise<string> {
  return page.locator('main').innerText()
}

/** Presses the button of this name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  // A click waits for an answer to begin, not for all of it.
  await page.waitForLoadState()
}

/** Moves the demonstration's clock by the banner that stands on every page. */
export async function wait(page: Page, ...days: readonly number[]): Promise<void> {
  const time = page.locator('.demonstration time').first()
  for (const each of days) {
    const before = await time.getAttribute('datetime')
    await page.click(`.demonstration button[value="${each * 24}"]`)
    await page
      .locator(`.demonstration time:not([datetime="${before ?? ''}"])`)
      .first()
      .waitFor()
    await page.waitForLoadState()
  }
}
