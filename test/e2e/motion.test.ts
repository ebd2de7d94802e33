import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMembers, press, said as text, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-motion-'))
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** Opens what is folded and contains this field. */
async function unfold(page: Page, summary: string): Promise<void> {
  await page.locator('summary', { hasText: summary }).click()
}

async function amend(
  n: number,
  motion: string,
  change: (text: string) => string,
  reason: string,
): Promise<string> {
  const page = await browser.as(n, `${motion}/amend`)
  const clause = page.getByLabel('Clause 1', { exact: true })
  await clause.fill(change(await clause.inputValue()))
  await page.getByLabel('Reason').fill(reason)
  await press(page, 'Propose the amendment')
  return text(page)
}

async function vote(n: number, path: string, ...choices: readonly string[]): Promise<Page> {
  const page = await browser.as(n, path)
  for (const [i, choice] of choices.entries()) await page.check(`[name=choice-${i}][value=${choice}]`)
  await press(page, 'Cast my ballot')
  return page
}

describe('the way of a motion, without JavaScript', () => {
  let motion = ''
  let point = ''

  test('a change of point 3 is proposed from the point itself, and seconded', async () => {
    const page = await browser.as(0, '/program')
    await page.getByRole('link', { name: 'Point of unity 3' }).click()
    point = new URL(page.url()).pathname
    await page.getByRole('link', { name: 'Propose a change' }).click()
    const clause = page.getByLabel('Clause 1', { exact: true })
    await clause.fill((await clause.inputValue()).replace('an employer', 'an employer or a landlord'))
    await unfold(page, 'Add a clause after clause 1')
    await page.locator('[name^=after-]').last().fill('The fund is kept up by all members.')
    await press(page, 'Propose it')
    motion = new URL(page.url()).pathname
    expect(await text(page)).toContain('0 of 1 second that it needs')
    expect(await page.locator('ins').allInnerTexts()).toEqual([
      expect.stringContaining('or a landlord'),
      expect.stringContaining('The fund is kept up'),
    ])
    expect(await page.getByRole('button', { name: 'Second this motion' }).count()).toBe(0)

    const second = await browser.as(1, motion)
    await press(second, 'Second this motion')
    expect(await text(second)).toMatch(/In debate until .+ left\)/)
  })

  test('amendments that change the same words are shown to collide', async () => {
    expect(
      await amend(2, motion, (clause) => clause.replace('landlord', 'bank'), 'Banks evict more.'),
    ).toContain('Amendment 1')
    const both = await amend(
      3,
      motion,
      (clause) => clause.replace('a landlord', 'an office'),
      'Offices deny.',
    )
    expect(both).toContain('Collides with amendment 1 on clause 1.')
    expect(both).toContain('Offices deny.')
  })

  test('an amendment that changes nothing is refused in a sentence, and what was typed is kept', async () => {
    const page = await browser.as(4, `${motion}/amend`)
    await page.getByLabel('Reason').fill('I only want to say something.')
    await press(page, 'Propose the amendment')
    expect(await page.getByRole('alert').innerText()).toContain('The amendment changes nothing.')
    expect(await page.getByLabel('Reason').inputValue()).toBe('I only want to say something.')
  })

  test('members speak for and against', async () => {
    for (const [n, side, words] of [
      [4, 'for', 'Half of us rent.'],
      [5, 'against', 'One fund cannot carry both.'],
    ] as const) {
      const page = await browser.as(n, motion)
      await unfold(page, 'Speak')
      await page.check(`[name=side][value=${side}]`)
      await page.getByLabel('What I say').fill(words)
      await press(page, 'Speak')
      expect(await text(page)).toContain(words)
    }
  })

  test('the text if some amendments pass is shown, or why they cannot', async () => {
    const page = await browser.as(6, motion)
    await page.getByRole('checkbox', { name: 'Amendment 2, by' }).check()
    await press(page, 'Show the text')
    expect(await page.locator('#preview .sample').innerText()).toContain('an office')
    await page.getByRole('checkbox', { name: 'Amendment 1, by' }).check()
    await press(page, 'Show the text')
    expect(await page.locator('#preview').innerText()).toContain(
      'Amendment 1 collides with amendment 2 on clause 1.',
    )
  })

  test('the amendments go to the vote, and nobody sees a count before the close', async () => {
    const page = await browser.as(0, motion)
    await wait(page, 3)
    await page.goto(server.url + motion)
    await page.getByRole('link', { name: 'Vote on the amendments, open until' }).click()
    const path = new URL(page.url()).pathname
    const voted = await vote(0, path, 'yes', 'yes')
    const said = await text(voted)
    const entry = /Your ballot was entered as entry (\d+)/.exec(said)?.[1] ?? 'none'
    expect(await voted.locator('[name=choice-1][value=yes]').isChecked()).toBe(true)
    for (const n of [1, 2, 3]) await vote(n, path, 'no', 'yes')
    const other = await browser.as(4, path)
    expect(await text(other)).not.toMatch(/abstaining|had \d+ yes/)
    await other.goto(`${server.url}/record/entries/${entry}`)
    expect(await text(other)).toContain('The body is closed to you.')
    expect(await text(other)).toContain('entered this: Ballot.')
    expect(await text(await browser.as(4, `${path}/roll-call`))).toContain('once the vote has closed')
    await wait(other, 3)
    expect(await text(await browser.as(4, path))).toContain(
      'Needed more than 1/2 of 4 votes cast (yes and no) = 3; had 4 yes, 0 no, 0 abstaining.',
    )
    await other.goto(`${server.url}/record/entries/${entry}`)
    expect(await text(other)).toMatch(/ cast a ballot in the vote on the amendments to motion \d+, “/)
    await other.getByRole('link', { name: 'the vote on the amendments to' }).click()
    expect(new URL(other.url()).pathname).toBe(path)
    await other.goto(`${server.url}/record?type=vote.close`)
    await other
      .getByRole('link', { name: /^Entry \d+: Vote closed/ })
      .first()
      .click()
    expect(await text(other)).toMatch(
      /The vote on the amendments to motion \d+, “.*” was closed: 1 of 2 adopted\./,
    )
    expect(await text(await browser.as(4, `${path}/roll-call`))).toContain('4 members voted.')
  })

  test('a ballot that leaves a question open is refused', async () => {
    const page = await browser.as(5, motion)
    await page.getByRole('link', { name: 'Vote on the motion, open until' }).click()
    const headers = { origin: server.url, accept: 'text/html' }
    const response = await page.request.post(page.url(), { form: {}, headers })
    expect(response.status()).toBe(409)
    expect(await response.text()).toContain('Answer each one; abstaining is an answer.')
  })

  test('the motion is adopted, its arithmetic told, and the point changed', async () => {
    const page = await browser.as(0, motion)
    const path =
      (await page.getByRole('link', { name: 'Vote on the motion, open until' }).getAttribute('href')) ?? ''
    for (const n of [0, 1, 2, 3]) await vote(n, path, 'yes')
    await vote(5, path, 'no')
    await wait(page, 3)
    const decided = await text(await browser.as(0, motion))
    expect(decided).toContain('Why did this pass?')
    expect(decided).toContain(
      'Needed at least 2/3 of 5 votes cast (yes and no) = 4; had 4 yes, 1 no, 0 abstaining.',
    )
    expect(decided).toContain('Amendment 2: adopted')
    const changed = await text(await browser.as(6, point))
    expect(changed).toContain('an employer or an office')
    expect(changed).toContain('The fund is kept up by all members.')
    expect(changed).toMatch(/Changed, \d+ \w+ \d{4}\s+by Motion 2/)
  })

  test('dissent stays with the decision and with the point', async () => {
    const page = await browser.as(5, motion)
    await unfold(page, 'Attach a minority report')
    await page.getByLabel('The report').fill('Two funds would have been safer.')
    await press(page, 'Attach it')
    await press(await browser.as(6, motion), 'Stand behind this report')
    const shown = await text(await browser.as(0, point))
    expect(shown).toContain('Dissent: one minority report')
    expect(shown).toContain('Two funds would have been safer.')
    expect(shown).toContain('2 members stand behind this report.')
  })

  test('what was done can be audited and proved outside of the server', async () => {
    const page = await browser.as(1, '/record')
    for (const [path, file, command] of [
      ['/record/export', 'record.jsonl', 'audit'],
      ['/record/entries/3/proof', 'proof.json', 'verify-proof'],
    ] as const) {
      const response = await page.request.get(server.url + path)
      writeFileSync(join(data, file), await response.body())
      const run = () =>
        execFileSync(
          process.execPath,
          [join(root, 'src/cli/plenum.ts'), command, join(data, file), '--seen', join(data, 'seen.json')],
          { cwd: root, encoding: 'utf8' },
        )
      expect(run).not.toThrow()
    }
  })
})

describe('what a motion can do', () => {
  const kinds: readonly (readonly [string, (page: Page) => Promise<void>, string])[] = [
    [
      'program.adopt',
      async (page) => {
        await page.getByLabel('Title').fill('Two positions')
        await page.check('[name=as][value=position]')
        await page.getByLabel(/^Text/).fill('Rents are frozen.\n\nBuses are free.')
      },
      '2 clauses become positions of the program.',
    ],
    [
      'program.strike',
      (page) => page.getByRole('link', { name: 'Point of unity 1' }).click(),
      'Point of unity 1 is struck from the program.',
    ],
    [
      'rules.adopt',
      (page) => page.getByLabel('Hours of debate', { exact: true }).fill('96'),
      '“Riverside rules” become the rules of Riverside.',
    ],
    [
      'unit.form',
      async (page) => {
        await page.getByLabel('Title').fill('A branch in the north')
        await page.getByLabel('Name', { exact: true }).fill('North')
      },
      'North is formed: a place under Riverside, decided by its members.',
    ],
    [
      'unit.rename',
      async (page) => {
        await page.getByLabel('Title').fill('Another name')
        await page.getByLabel('New name').fill('Riverside and Hill')
      },
      'Riverside is called Riverside and Hill.',
    ],
    [
      'mandate.give',
      async (page) => {
        await page.getByLabel('Title').fill('A treasurer')
        await page.getByLabel('Office', { exact: true }).fill('treasurer')
        await page.getByLabel('keep the roll').check()
        await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Carmen Ruiz' })
      },
      'Carmen Ruiz is treasurer for 366 days, for keeping the roll.',
    ],
    [
      'mandate.recall',
      (page) => page.getByRole('link', { name: 'Ada Okafor, organizer in Riverside' }).click(),
      'Ada Okafor is recalled as organizer.',
    ],
  ]

  test.each(kinds)('%s', async (kind, fill, effect) => {
    const page = await browser.as(2, `/motions/new?enact=${kind}`)
    await fill(page)
    await press(page, 'Propose it')
    expect(await text(page)).toContain(effect)
  })

  test('a rationale can be added to a point', async () => {
    const page = await browser.as(3, '/program')
    await page.getByRole('link', { name: 'Point of unity 1' }).click()
    await unfold(page, 'Add a rationale')
    await page.getByLabel('Why I hold this point').fill('Because my neighbours work elsewhere.')
    await press(page, 'Add it')
    expect(await page.locator('#rationales').innerText()).toContain('Because my neighbours work elsewhere.')
  })
})

describe('what a meeting decides', () => {
  test('is entered by one officer, confirmed by another, and open to review', async () => {
    expect((await (await browser.as(4, '/motions')).goto(`${server.url}/meetings/new`))?.status()).toBe(403)
    const page = await browser.as(0, '/meetings/new')
    await page.getByLabel('Title').fill('Join the picket')
    await page.getByLabel('What was decided').fill('We join the picket tomorrow.')
    for (const [choice, count] of [
      ['yes', '6'],
      ['no', '1'],
      ['abstain', '0'],
    ] as const)
      await page.fill(`[name=${choice}]`, count)
    await press(page, 'Enter the decision')
    expect(await page.getByRole('alert').innerText()).toBe('Choose two tellers.')
    await page.getByLabel('Teller 1').selectOption({ label: 'Carmen Ruiz' })
    await page.getByLabel('Teller 2').selectOption({ label: 'Dario Conti' })
    await press(page, 'Enter the decision')
    const path = new URL(page.url()).pathname
    expect(await text(page)).toContain('It stands once another officer confirms it.')
    await press(await browser.as(1, path), 'Confirm that the meeting decided this')
    expect(await text(await browser.as(1, path))).toContain(
      'Quorum: 1/2 of 8 on the roll = 4 had to take part; 7 did',
    )
    for (const n of [4, 5]) await press(await browser.as(n, path), 'Sign the petition for a review')
    expect(await text(await browser.as(6, path))).toContain(
      'Members demanded a review. Until the vote the decision stands.',
    )
  })
})

describe('what is not taken', () => {
  test('a text of 300 kB is refused with the limits, and kept', async () => {
    const page = await browser.as(0, '/motions/new?enact=resolve')
    const long = 'A sentence of thirty characters. '.repeat(9500)
    await page.getByLabel('Title').fill('Too long')
    await page.getByLabel('Text', { exact: true }).fill(long)
    await press(page, 'Propose it')
    expect(await page.getByRole('alert').innerText()).toContain('a motion may have 200,000')
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toHaveLength(long.length)
  })

  test('rules below the floors are refused by name', async () => {
    const page = await browser.as(0, '/motions/new?enact=rules.adopt')
    await page.getByLabel('Hours of debate', { exact: true }).fill('71')
    await press(page, 'Propose it')
    expect(await page.getByRole('alert').innerText()).toContain(
      '“Hours of debate” is 71, but must be at least 72',
    )
  })

  test.each([
    '/motions/nothing',
    '/votes/nothing',
    '/program/nothing',
    '/record/entries/999999',
    '/record/entries/x',
    '/rulebook/nothing/1',
    '/record/tile/entries/000',
  ])('%s is not found', async (path) => {
    const page = await browser.as(0, '/motions')
    expect((await page.request.get(server.url + path)).status()).toBe(404)
  })

  test.each([
    '/motions',
    '/motions/new',
    '/votes',
    '/decisions',
    '/rulebook',
    '/record',
    '/record/export',
    '/record/entries/0',
    '/meetings/new',
  ])('%s is for members', async (path) => {
    const response = await fetch(server.url + path, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')?.split('?')[0]]).toEqual([303, '/sign-in'])
  })

  test.each([
    ['/program', 'text/html'],
    ['/record/checkpoint', 'text/plain; charset=utf-8'],
    ['/record/tile/0/000.p/1', 'application/octet-stream'],
  ])('%s is for everybody', async (path, type) => {
    const response = await fetch(server.url + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  })
})
