import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { READERS } from '../kit/readers.ts'
import { pageRoutes, routeOf } from '../kit/sample-pages.ts'
import { openShowcase, type OpenShowcase } from '../kit/visit.ts'

// axe over every page, as each of its readers sees it, in light and dark, and no page wider than a phone.

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Pages that were open when axe looked, by their routes. */
const visited = new Set<string>()

let showcase: OpenShowcase

beforeAll(async () => {
  showcase = await openShowcase()
})
afterAll(() => showcase.close())

it.each(Object.keys(READERS))('every page that a %s sees', { timeout: 300_000 }, async (name) => {
  const reading = await READERS[name]?.(showcase)
  if (reading === undefined) throw new Error(name)
  const { page, stops } = reading
  try {
    for (const stop of stops) {
      await stop.go(page)
      visited.add(routeOf(new URL(page.url()).pathname) ?? '')
      expect(await violations(page), `${name}: ${stop.name}`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    }
  } finally {
    await reading.close()
  }
})

test('no page of the route tree is left out', () => {
  expect(pageRoutes().filter((route) => !visited.has(route))).toEqual([])
})

/** What is wrong with the page that is open, in light and dark. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const wrong: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`)
    const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
    wrong.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html ?? ''}`))
  }
  return wrong
}
