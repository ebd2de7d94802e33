import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castSecretly, enter, expectNarrow, openCasePages, type CasePages } from '../kit/case-pages.ts'
import { press, said } from '../kit/members-in-browser.ts'

// A protective measure by pages, on a narrow screen: asked for, answered, adopted, felt, appealed against and lifted. Without scripts but
// for the secret ballots.

const CHARGED = 5
const WHY = 'quincunx-of-the-cashbox'
const REPLY = 'wherewithal-reply'
const FACTS = 'quixotry-of-the-facts'
let pages: CasePages
let path = ''

beforeAll(async () => {
  pages = await openCasePages()
  path = await pages.charge(CHARGED, 'suspension', FACTS)
})
afterAll(async () => {
  await pages.close()
})

/** So many of these vote for it. */
async function vote(who: readonly number[], yes: number): Promise<void> {
  for (const [i, n] of who.entries()) {
    const page = await pages.voters.as(n, path)
    expect(await said(page)).toContain('You vote on the protective measure of this case')
    await castSecretly(page, i < yes ? 'yes' : 'no')
  }
  await pages.pass(7)
}

/** The charged member proposes a motion. */
async function propose(): Promise<void> {
  const page = await pages.browser.as(CHARGED, '/motions/new?enact=resolve')
  await page.fill('[name=title]', 'Rent')
  await page.fill('[name=text]', 'We ask for lower rents.')
  await press(page, 'Propose it')
  await page.waitForURL(/\/motions\/[\w-]{36}/)
}

describe('a protective measure', () => {
  test(
    'is asked for by those who charge, who are told what is missing and lose nothing',
    { timeout: 240_000 },
    async () => {
      const { browser } = pages
      const page = await browser.as(1, path)
      await page.getByText('Ask for a protective measure').first().click()
      await expectNarrow(page)
      await page.check('[name=rest-propose]')
      await page.fill('form[action$="protect"] [name=days]', '31')
      await page.fill('form[action$="protect"] [name=text]', WHY)
      await press(page, 'Ask for a protective measure')
      await expect.poll(async () => said(page)).toContain('for how many days: 30 at most')
      expect(await page.inputValue('form[action$="protect"] [name=text]')).toBe(WHY)
      expect(await page.isChecked('[name=rest-propose]')).toBe(true)
      await page.fill('form[action$="protect"] [name=days]', '20')
      await enter(page, 'Ask for a protective measure')
      expect(await said(page)).toContain('The charged member can answer')
    },
  )

  test('is known to all, and what is said of it to those concerned', { timeout: 120_000 }, async () => {
    const { browser, nameOf } = pages
    const other = await browser.as(12, path)
    expect(await said(other)).toContain('to propose motions and amendments rests until the case is decided')
    for (const secret of [WHY, nameOf(CHARGED)]) expect(await said(other)).not.toContain(secret)
    const home = await browser.as(CHARGED, '/')
    expect(await said(home)).toContain('A protective measure is asked for: answer it')
    const own = await browser.as(CHARGED, path)
    expect(await said(own)).toContain(WHY)
    await own.fill('form[action$="reply"] [name=text]', REPLY)
    await enter(own, 'Answer the protective measure')
    await expectNarrow(own)
    await propose()
  })

  test(
    'is adopted in secret by those who read both sides, and then holds',
    { timeout: 240_000 },
    async () => {
      const { browser, nameOf } = pages
      await pages.pass(3)
      const voter = await browser.as(12, path)
      for (const text of [WHY, REPLY, nameOf(CHARGED)]) expect(await said(voter)).toContain(text)
      expect(await said(voter)).not.toContain(FACTS)
      await expectNarrow(voter)
      expect(await said(await browser.as(12, '/'))).toContain('Vote on the protective measure of case')
      await vote([0, 1, 2, 3, 12], 4)
      const after = await said(await browser.as(12, path))
      expect(after).toContain('4 yes, 1 no')
      expect(after).toContain('It holds until')
      for (const secret of [WHY, REPLY, nameOf(CHARGED)]) expect(after).not.toContain(secret)
      const refused = await browser.as(CHARGED, '/motions/new?enact=resolve')
      expect(await said(refused)).toContain('Your right to propose motions and amendments is suspended')
      const powers = await said(await browser.as(12, '/powers'))
      expect(powers).toContain('Protective measure until a case is decided')
      expect(powers).not.toContain(nameOf(CHARGED))
    },
  )

  test('is appealed against, voted on again and lifted', { timeout: 240_000 }, async () => {
    const { browser } = pages
    expect(await said(await browser.as(CHARGED, '/'))).toContain('you can appeal in case')
    const own = await browser.as(CHARGED, path)
    await own.fill('form[action$="contest"] [name=text]', 'Nobody was heard yet.')
    await enter(own, 'Appeal against the protective measure')
    await vote([0, 1, 2, 3, 12], 3)
    expect(await said(await browser.as(12, path))).toContain('Lifted on appeal')
    await propose()
  })
})
