import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { samplePages } from '../kit/sample-pages.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { seedShowcase } from '../kit/showcase.ts'
import { signIn } from '../kit/visit.ts'

// axe over every page that a member meets, in light and dark, and no page wider than a phone.

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
const data = mkdtempSync(join(tmpdir(), 'plenum-axe-'))

let server: StartedServer
let browser: LaunchedBrowser
let page: Page

beforeAll(async () => {
  const seeded = await seedShowcase(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ viewport: { width: 360, height: 740 } })
  page = browser.page
  await signIn(page, server.url, seeded)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

it.each(samplePages().pages)('%s', async (path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(server.url + path)
    await page.evaluate(axe)
    const found = await page.evaluate(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
    )
    const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  }
})
