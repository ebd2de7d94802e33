import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { layoutFaults } from '../kit/layout.ts'
import { samplePages } from '../kit/sample-pages.ts'
import { OFFICES_SHOWN } from '../kit/showcase-offices.ts'
import { SHOWN } from '../kit/showcase.ts'
import { openShowcase, readIn, type OpenShowcase } from '../kit/visit.ts'

// No main page scrolls sideways, clips a text or has a target lower than a finger, on a phone and on a wide screen, in both
// languages. `npm run contact-sheet` looks at every page.

const MAIN = [
  '/',
  '/motions',
  `/motions/${SHOWN.debate}`,
  `/motions/${SHOWN.decided}`,
  `/motions/${SHOWN.debate}/amend`,
  `/votes/${SHOWN.openVote}`,
  `/votes/${SHOWN.decidedVote}`,
  `/elections/${OFFICES_SHOWN.elected}`,
  `/elections/${OFFICES_SHOWN.elected}/print`,
  `/elections/${OFFICES_SHOWN.electing}`,
  `/offices/${OFFICES_SHOWN.office}`,
  '/program',
  `/program/${SHOWN.point}`,
  '/members',
  '/units',
  '/rulebook',
  '/record',
  '/me',
  '/design',
]

let showcase: OpenShowcase
let page: Page

beforeAll(async () => {
  showcase = await openShowcase()
  page = showcase.page
})
afterAll(() => showcase.close())

it.each(['en', 'es'])('every main page keeps its text on the page: %s', async (language) => {
  await readIn(showcase.context, showcase.url, language)
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of MAIN) {
      await page.goto(showcase.url + path)
      expect(await layoutFaults(page), `${path}, ${width}, ${language}`).toEqual([])
    }
  }
})

test('the check sees what it looks for', async () => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(showcase.url)
  await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
    '<p id="broad">broad</p><p id="cut">a text that does not fit</p><button id="low">low</button>')
    broad.style.width = '500px'; broad.style.maxWidth = 'none'
    cut.style.width = '40px'; cut.style.overflow = 'hidden'; cut.style.whiteSpace = 'nowrap'
    low.style.minHeight = '20px'; low.style.height = '20px'`)
  const faults = (await layoutFaults(page)).join('\n')
  expect(faults).toContain('scrolls sideways')
  expect(faults).toContain('clipped sideways: p “a text')
  expect(faults).toContain('lower than a finger (20)')
})

test('every page with parameters has a sample', () => {
  expect(samplePages().missing).toEqual([])
})
