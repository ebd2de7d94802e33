import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readingPaths, type ApiDocument } from '../kit/api.ts'
import { enter, expectNarrow, openCasePages, type CasePages } from '../kit/case-pages.ts'
import { runPlenum } from '../kit/command.ts'
import { pagesFrom } from '../kit/crawl.ts'
import { said } from '../kit/members-in-browser.ts'

// Two charges by pages, on a narrow screen: one goes from notice to appeal and is overturned, one lapses because a time has passed. Without
// scripts but for the secret ballots, which take the browser's cryptography. What leads to expulsion stands in expulsion.test.ts.

const CHARGED = 5
/** Entries of the record that are asked for one by one. */
const SEQS = Array.from({ length: 150 }, (_, seq) => String(seq))
const FACTS = 'quixotry-of-the-facts'
let pages: CasePages
const SECRETS = [FACTS, 'soup', 'jabberwock-dissent', 'zephyrous-reasons'] as const

/** Each begins in a world of its own, as the clock is far ahead at the end of a case. */
function inOwnWorld(): void {
  beforeAll(async () => {
    pages = await openCasePages({ PLENUM_LOG: 'debug', PLENUM_API_CALLS: '0' })
  })
  afterAll(async () => {
    await pages.close()
  })
}

/** All lines of the record that belong to a case or its panel, as the export of this member has them. */
async function linesOf(n: number, ids: readonly string[]): Promise<string> {
  const lines = await exportOf(n)
  return lines
    .split('\n')
    .filter((line) => ids.some((id) => line.includes(id)))
    .join('\n')
}

async function exportOf(n: number): Promise<string> {
  const page = await pages.browser.as(n, '/record')
  return (await page.request.get(`${pages.server.url}/record/export`)).text()
}

/** The paths of all operations of the API that only read, with each of these in the place of what they name. */
async function operationsOf(request: APIRequestContext, ids: readonly string[]): Promise<readonly string[]> {
  const document = (await (
    await request.get(`${pages.server.url}/api/v1/openapi.json`)
  ).json()) as ApiDocument
  return [...readingPaths(document, ids, SEQS), `/search?q=${FACTS}`].map((at) => `/api/v1${at}`)
}

function nameAndId(n: number): readonly string[] {
  return [pages.nameOf(n), pages.seeded.members[n]?.id ?? '']
}

describe('a charge', () => {
  inOwnWorld()
  let path = ''
  let panel = ''
  let sits: readonly number[] = []

  test(
    'comes with notice, and is answered; whom it does not concern is told nothing',
    { timeout: 240_000 },
    async () => {
      const { browser, charge, nameOf } = pages
      const form = await browser.as(0, '/cases/new')
      expect(await said(form)).toContain('What can never be charged')
      await expectNarrow(form)
      path = await charge(CHARGED, 'suspension', FACTS)
      const page = await browser.as(CHARGED, '/')
      expect(await said(page)).toContain('You are charged')
      await page.goto(pages.server.url + path)
      expect(await said(page)).toContain(FACTS)
      await expectNarrow(page)
      await page.fill('form[action$="state"] [name=text]', 'I brought them soup.')
      await page.locator('form[action$="state"]').getByRole('button', { name: 'Enter it' }).click()
      await page.waitForURL(/done=caseStated/)
      expect(await said(page)).toContain('I brought them soup.')
      const other = await said(await browser.as(12, path))
      for (const secret of [...SECRETS, nameOf(CHARGED), nameOf(0)]) expect(other).not.toContain(secret)
      // Nor is it found by whoever knows the word, the charged member included, nor told to whoever reads the log.
      for (const n of [12, CHARGED]) {
        const found = await browser.as(n, `/search?q=${FACTS}`)
        expect(await found.locator('main ol.items').count()).toBe(0)
      }
      expect(pages.server.output()).toContain('/cases/[id]')
      for (const secret of [...SECRETS, nameOf(CHARGED), pages.seeded.members[CHARGED]?.id ?? ''])
        expect(pages.server.output()).not.toContain(secret)
    },
  )

  test(
    'is told by no page and no operation of the API to whom it does not concern',
    { timeout: 240_000 },
    async () => {
      const { browser, server, seeded } = pages
      const { request } = await browser.as(12, '/')
      const read = [...(await pagesFrom(request, server.url))]
      expect(read.length).toBeGreaterThan(30)
      expect(read.map(([at]) => at)).toEqual(expect.arrayContaining([path, '/cases', '/record', '/powers']))
      const token = await pages.token(12)
      const ids = [path.split('/').at(-1) ?? '', seeded.members[CHARGED]?.id ?? '', seeded.root]
      for (const at of await operationsOf(request, ids)) {
        const answer = await request.get(server.url + at, { headers: { authorization: `Bearer ${token}` } })
        if (answer.ok()) read.push([at, await answer.text()])
      }
      expect(read.map(([at]) => at)).toEqual(
        expect.arrayContaining(['/api/v1/cases', `/api/v1/search?q=${FACTS}`]),
      )
      for (const [at, text] of read) {
        // Whoever charges chooses among all members.
        const isOfCases = /\/cases(?!\/new)/.test(at)
        const isItsEntry = /\/record\/entries\/\d+$/.test(at) && text.includes(ids[0] ?? '')
        const secrets = isOfCases || isItsEntry ? nameAndId(CHARGED) : []
        for (const secret of ['quixotry', 'brought them soup', ...secrets])
          expect(text.includes(secret), `${at}: ${secret}`).toBe(false)
      }
    },
  )

  test(
    'is heard by a panel drawn by lot, in which nobody sits whom it concerns',
    { timeout: 240_000 },
    async () => {
      const seated = await pages.seat(path)
      ;({ panel, sits } = seated)
      expect(sits).toHaveLength(5)
      expect(sits.filter((n) => [0, 1, 2, CHARGED].includes(n))).toEqual([])
      await pages.find(path, sits, 'zephyrous-reasons', 'jabberwock-dissent')
    },
  )

  test('by a lot that anybody draws again from the record', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plenum-draw-'))
    const file = join(folder, 'record.jsonl')
    writeFileSync(file, await exportOf(12))
    const drawn = await runPlenum(['prove', 'draw', file, panel.split('/').at(-1) ?? ''])
    expect(drawn.code, drawn.err).toBe(0)
    for (const n of sits) expect(drawn.out).toContain(pages.seeded.members[n]?.id)
    rmSync(folder, { recursive: true })
  })

  test(
    'is adopted by the unit in secret, and overturned on appeal, which leaves nothing that names the member',
    { timeout: 240_000 },
    async () => {
      const { browser, nameOf } = pages
      // A third of 13 have to vote; the charged member is one of them.
      await pages.vote(path, [3, 4, CHARGED, 6, 7], 3)
      const page = await browser.as(CHARGED, path)
      expect(await said(page)).toContain('does not hold before the time to appeal has run')
      expect(await said(page)).toContain('jabberwock-dissent')
      // Whoever follows a link to the vote itself comes to the page of the case.
      const entered = await exportOf(CHARGED)
      const vote = /"vote":"([\w-]{36})"/.exec(
        entered.split('\n').findLast((line) => line.includes('"vote.open"')) ?? '',
      )?.[1]
      expect(new URL((await browser.as(CHARGED, `/votes/${vote ?? ''}`)).url()).pathname).toBe(path)
      await browser.as(CHARGED, path)
      await page.fill('form[action$="appeal"] [name=text]', 'Nobody asked me for the soup.')
      await enter(page, 'Appeal')
      await pages.vote(path, [3, 4, CHARGED, 6, 7], 2)
      for (const n of [0, CHARGED, 12, sits[0] ?? 0]) {
        const over = await said(await browser.as(n, path))
        expect(over).toContain('overturned on appeal')
        expect(over).toContain('Nothing in the record names anybody in it any more')
        for (const secret of [...SECRETS, nameOf(CHARGED)]) expect(over).not.toContain(secret)
        const left = await linesOf(n, [path.split('/').at(-1) ?? ''])
        expect(left).toContain('case.open')
        expect(left).not.toContain(pages.seeded.members[CHARGED]?.id)
        for (const secret of SECRETS) expect(left).not.toContain(secret)
      }
      expect(await said(await browser.as(CHARGED, '/'))).not.toContain('case')
    },
  )
})

describe('another charge', () => {
  inOwnWorld()
  test('lapses because nobody found in time', { timeout: 240_000 }, async () => {
    const { browser, charge, nameOf, pass } = pages
    const lapsing = await charge(3, 'suspension', 'Said to have been late.')
    await pass(7, 7, 7, 7, 7, 7, 7)
    expect(await said(await browser.as(0, lapsing))).toMatch(
      /no panel could be seated|came to no finding in time/,
    )
    const list = await said(await browser.as(12, '/cases'))
    expect(list).toContain('Case 1')
    expect(list).not.toContain('late')
    expect(list).not.toContain(nameOf(3))
  })
})
