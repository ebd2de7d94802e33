import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, type LaunchedBrowser } from './browser.ts'
import { runPlenum } from './command.ts'
import { samplePages } from './sample-pages.ts'
import { PASSWORD } from './seed-organization.ts'
import { startServer } from './server.ts'
import { SHOWN } from './showcase.ts'
import { PHONE, type OpenShowcase } from './visit.ts'

// Who looks at pages, and what each of them sees. Most pages are a member's; some show their real face only to somebody who
// is not signed in, to whoever runs the server, or to whoever sets an organization up.

/** A page to look at: its name, and how to get there from the one before. */
export interface Stop {
  readonly name: string
  go(page: Page): Promise<unknown>
}

/** Somebody in a browser of their own, and the pages that they look at, in this order. */
export interface Reading extends LaunchedBrowser {
  readonly url: string
  readonly stops: readonly Stop[]
}

export const READERS: Readonly<Record<string, (showcase: OpenShowcase) => Promise<Reading>>> = {
  member: (showcase) => {
    const pages = samplePages().pages.map((path) => stopAt(showcase.url, path))
    const close = () => Promise.resolve()
    return Promise.resolve({ ...showcase, close, stops: [...pages, ...memberStops(showcase)] })
  },
  visitor: async (showcase) => {
    const browser = await launch(PHONE)
    return { ...browser, url: showcase.url, stops: visitorStops(showcase) }
  },
  operator: async ({ data, url }) => {
    const browser = await launch(PHONE)
    const { out } = await runPlenum(['operator-code', '--data', data, '--json'])
    const { code } = JSON.parse(out) as { code: string }
    await browser.page.goto(`${url}/operator/sign-in`)
    await browser.page.fill('[name=code]', code)
    await press(browser.page)
    const stops = ['', '/keys', '/mail', '/mail?state=given-up'].map((path) =>
      stopAt(url, `/operator${path}`),
    )
    return { ...browser, url, stops }
  },
  founder: async () => {
    const data = mkdtempSync(join(tmpdir(), 'plenum-founder-'))
    const server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '' } })
    const browser = await launch(PHONE)
    const close = async () => {
      await browser.close()
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    }
    const code = /setup\?code=(\S+)/.exec(server.output())?.[1] ?? ''
    return { ...browser, close, url: server.url, stops: founderStops(server.url, code) }
  },
}

function stopAt(url: string, path: string): Stop {
  return { name: path, go: (page) => page.goto(url + path) }
}

/** Presses the first button of a form that posts, of the page itself. */
async function press(page: Page, action = ''): Promise<void> {
  const form = action === '' ? 'form[method=post]' : `form[method=post][action*="${action}"]`
  await page.getByRole('main').locator(form).locator('button').first().click()
  await page.waitForLoadState()
}

function memberStops({ url, seeded }: OpenShowcase): readonly Stop[] {
  return [
    {
      name: '/me/security/factor, begun',
      async go(page) {
        await page.goto(`${url}/me/security/factor`)
        await page.fill('[name=password-now]', PASSWORD)
        await press(page)
        await page.getByRole('main').locator('svg').waitFor()
      },
    },
    stopAt(url, `/recover/vouch?number=${seeded.keys.number}`),
    {
      name: '/members/import, looked at',
      async go(page) {
        await page.goto(`${url}/members/import`)
        await lookAtList(page, 'name,email\nAna Núñez,ana@example.org\nBo Ek,')
      },
    },
    {
      name: '/motions/new, refused',
      async go(page) {
        await page.goto(`${url}/motions/new?enact=resolve`)
        await page.fill('[name=title]', ' ')
        await page.fill('[name=text]', 'A text.')
        await press(page)
      },
    },
  ]
}

function visitorStops({ url, seeded: { keys } }: OpenShowcase): readonly Stop[] {
  const open = [
    '/',
    '/program',
    '/rulebook',
    '/record',
    '/apply',
    '/recover',
    '/join',
    '/sign-in',
    '/members',
  ]
  const secret = [
    `/invitation/${keys.invitation}`,
    `/recover/${keys.asked}`,
    `/recover/${keys.ripe}`,
    `/motions/${SHOWN.debate}`,
  ]
  return [
    ...[...open, ...secret].map((path) => stopAt(url, path)),
    {
      name: '/sign-in/code',
      async go(page) {
        await page.goto(`${url}/sign-in`)
        await page.fill('[name=login]', keys.twoSteps)
        await page.fill('[name=password]', PASSWORD)
        await press(page)
        await page.waitForURL(/\/sign-in\/code/)
      },
    },
  ]
}

function founderStops(url: string, code: string): readonly Stop[] {
  const LIST = 'name,email,place,organizer\nAna Núñez,ana@example.org,Harbour,yes\nBo Ek,,Harbour,no'
  return [
    stopAt(url, '/'),
    { name: '/setup, without the code', go: (page) => page.goto(`${url}/setup`) },
    { name: '/setup, not founded', go: (page) => page.goto(`${url}/setup?code=${code}`) },
    {
      name: '/setup, founded',
      async go(page) {
        await page.fill('[name=name]', 'Riverside')
        await press(page, 'found')
      },
    },
    stopAt(url, '/setup/import'),
    { name: '/setup/import, wrong', go: (page) => lookAtList(page, LIST.replace('ana@', 'ana')) },
    {
      name: '/setup/import, looked at',
      async go(page) {
        await page.goto(`${url}/setup/import`)
        await lookAtList(page, LIST)
      },
    },
    { name: '/setup, with members', go: (page) => press(page, 'confirm') },
    stopAt(url, '/setup/roll'),
    stopAt(url, '/setup/invitations'),
    { name: '/setup/invitations, made', go: (page) => press(page, 'organizers') },
    {
      name: '/setup/founding',
      async go(page) {
        const link = await page.locator('dd').first().innerText()
        await page.goto(link)
        await page.fill('[name=password]', PASSWORD)
        await page.fill('[name=password-again]', PASSWORD)
        await press(page)
        await page.goto(`${url}/setup/founding`)
      },
    },
    {
      name: '/, before the founding',
      go: (page) => page.goto(`${url}/`),
    },
  ]
}

async function lookAtList(page: Page, list: string): Promise<void> {
  await page.getByRole('main').locator('textarea').fill(list)
  await press(page, 'preview')
}
