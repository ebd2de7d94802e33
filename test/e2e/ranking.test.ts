import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { OFFICES_SHOWN } from '../kit/showcase-offices.ts'
import { openShowcase, signIn, type OpenShowcase } from '../kit/visit.ts'

// A ranked ballot by finger, mouse and keyboard: whichever way, the boxes hold the numbers that are sent. (Without scripts:
// elections.test.ts.)

let showcase: OpenShowcase
let page: Page
const faults: string[] = []

beforeAll(async () => {
  showcase = await openShowcase()
  // With a finger, as on a phone.
  const context = await showcase.context.browser()?.newContext({
    hasTouch: true,
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
  })
  page = (await context?.newPage()) ?? showcase.page
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', ({ message }) => faults.push(message))
  await signIn(page, showcase.url, showcase.seeded)
})
afterAll(() => showcase.close())
beforeEach(() => page.goto(`${showcase.url}/elections/${OFFICES_SHOWN.electing}`))

const rows = () => page.locator('ol.ballot > li')
const status = () => page.locator('ol.ballot + [role=status]').innerText()

/** Names from top to bottom with what stands in their boxes. */
async function ballot(): Promise<readonly (readonly [string, string])[]> {
  const names = await rows().evaluateAll((all) => all.map((each) => each.getAttribute('data-name') ?? ''))
  const boxes = await rows().locator('input').all()
  return Promise.all(boxes.map(async (box, i) => [names[i] ?? '', await box.inputValue()] as const))
}

/** The middle of the handle of a row, by its place. */
async function handleAt(place: number): Promise<{ x: number; y: number }> {
  const box = await rows().nth(place).locator('.handle').boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

async function touch(
  finger: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at?: { x: number; y: number },
): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
}

test('a mouse drags the last to the top, and another below', async () => {
  const [a, b, c] = (await ballot()).map(([name]) => name)
  await rows().first().scrollIntoViewIfNeeded()
  const [from, to] = [await handleAt(2), await handleAt(0)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y + 10, { steps: 6 })
  await page.mouse.move(to.x, to.y - 15, { steps: 3 })
  await page.mouse.up()
  expect(await ballot()).toEqual([
    [c, '1'],
    [a, ''],
    [b, ''],
  ])
  expect(await status()).toBe(`${c}: place 1`)
})

test('a finger drags, and the page does not move under it', async () => {
  const [a, b, c] = (await ballot()).map(([name]) => name)
  await rows().first().scrollIntoViewIfNeeded()
  const before = await page.evaluate('scrollY')
  const finger = await page.context().newCDPSession(page)
  const [from, to] = [await handleAt(1), await handleAt(0)]
  await touch(finger, 'touchStart', from)
  for (const y of [from.y - 10, from.y - 25, to.y, to.y - 12])
    await touch(finger, 'touchMove', { x: to.x, y })
  await touch(finger, 'touchEnd')
  expect(await ballot()).toEqual([
    [b, '1'],
    [a, ''],
    [c, ''],
  ])
  expect(await page.evaluate('scrollY')).toBe(before)
})

test('a drag that is broken off changes nothing, and a tap neither', async () => {
  const before = await ballot()
  await rows().first().scrollIntoViewIfNeeded()
  const [from, to] = [await handleAt(2), await handleAt(0)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y - 15, { steps: 6 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await ballot()).toEqual(before)
  await page.mouse.click(from.x, from.y)
  expect(await ballot()).toEqual(before)
})

test('buttons move by keyboard, keep the focus and say the place; the ballot that is cast comes back in its order', async () => {
  const [a, b, c] = (await ballot()).map(([name]) => name)
  const up = page.getByRole('button', { name: `Move ${c} up`, exact: true })
  await up.focus()
  await page.keyboard.press('Enter')
  expect(await status()).toBe(`${c}: place 1`)
  await page.getByRole('button', { name: `Move ${a} up`, exact: true }).press('Enter')
  await page.getByRole('button', { name: `Move ${a} up`, exact: true }).press('Space')
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(`Move ${a} up`)
  const made = [
    [a, '1'],
    [c, '2'],
    [b, ''],
  ]
  expect(await ballot()).toEqual(made)
  await page.getByRole('button', { name: `Move ${b} down`, exact: true }).press('Enter')
  expect(await status()).toBe(`${b}: no place`)
  await page.getByRole('button', { name: 'Cast my ballot', exact: true }).click()
  await page.waitForURL('**done=voted')
  expect(await ballot()).toEqual(made)
  expect(faults).toEqual([])
})
