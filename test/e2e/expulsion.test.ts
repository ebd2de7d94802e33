import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNarrow, openCasePages, type CasePages } from '../kit/case-pages.ts'
import { press, said } from '../kit/members-in-browser.ts'
import { PASSWORD } from '../kit/seed-organization.ts'

// A charge that leads to expulsion: not before all times have run, and then every way in ends.

const CHARGED = 4
let pages: CasePages

beforeAll(async () => {
  pages = await openCasePages()
})
afterAll(async () => {
  await pages.close()
})

async function asked(token: string): Promise<number> {
  const answer = await fetch(`${pages.server.url}/api/v1/cases`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return answer.status
}

/** How many letters the demonstration shows that a member would have got. */
async function lettersOf(n: number): Promise<number> {
  const page = await pages.browser.as(0, `/demonstration/mail?member=${pages.seeded.members[n]?.id ?? ''}`)
  return page.getByText('Your weekly message').count()
}

test('expels once the time to appeal has run, and every way in ends', { timeout: 280_000 }, async () => {
  const { browser, charge, find, nameOf, pass, seat, vote, voters } = pages
  const path = await charge(CHARGED, 'expulsion', 'Broke the strike for money.')
  const token = await pages.token(CHARGED)
  expect(await asked(token)).toBe(200)
  const { sits } = await seat(path)
  await find(path, sits, 'Two saw it, and the books show it.', 'The books are another’s.')
  await vote(path, [3, 6, 7, 8, 9], 4)
  const own = await browser.as(CHARGED, '/')
  expect(await said(own)).toContain('appeal in case')
  await expectNarrow(await browser.as(CHARGED, path))
  // Nothing holds while there is time to appeal.
  expect(await asked(token)).toBe(200)
  expect(await lettersOf(CHARGED)).toBeGreaterThan(0)
  // The vote closed four days ago: one week more than this, and the time to appeal has run. Signed in anew, as sessions end by themselves.
  await pass(7, 7, 7)
  expect(await said(await voters.as(CHARGED, path))).toContain('You are charged in this case.')
  const [before, ofOther] = [await lettersOf(CHARGED), await lettersOf(3)]
  expect(await asked(token)).toBe(200)
  await pass(7)
  expect(await said(await browser.as(0, path))).toContain('The measure holds')

  const gone = await voters.as(CHARGED, '/cases')
  expect(new URL(gone.url()).pathname).toBe('/sign-in')
  await gone.fill('[name=login]', pages.seeded.members[CHARGED]?.login ?? '')
  await gone.fill('[name=password]', PASSWORD)
  await gone.click('main form button')
  expect(new URL(gone.url()).pathname).toBe('/sign-in')
  expect(await asked(token)).toBe(401)
  // Everybody else is written to about what is new.
  const motion = await browser.as(0, '/motions/new?enact=resolve')
  await motion.getByLabel('Title').fill('A stove for the hall')
  await motion.getByLabel('Text', { exact: true }).fill('The hall gets a stove.')
  await press(motion, 'Propose it')
  await pass(7, 7)
  expect(await lettersOf(CHARGED)).toBe(before)
  expect(await lettersOf(3)).toBeGreaterThan(ofOther)
  // Who is a member still, and was never told, learns no more than that the case ended so.
  expect(await said(await browser.as(12, '/cases'))).not.toContain(nameOf(CHARGED))
})
