import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// axe over every page that a member meets, in light and dark, and no page wider than a phone.

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
const motion = derivedUuid('accessibility', 'motion')
const decided = derivedUuid('accessibility', 'decided')
const data = mkdtempSync(join(tmpdir(), 'plenum-axe-'))

let seeded: Seeded
let server: StartedServer
let browser: LaunchedBrowser
let page: Page

beforeAll(async () => {
  seeded = await seedOrganization(data, {
    then: async ({ enter, members, pass, points, rules }) => {
      const [a = '', b = '', c = ''] = members.map(({ id }) => id)
      const propose = async (id: string, title: string, text: string, revision = 1): Promise<void> => {
        const [clause] = points
        const clauses = [{ id: clause ?? '', text }]
        const enactment = { kind: 'program.change', point: clause ?? '', revision }
        await enter(a, 'motion.propose', { motion: id, title, clauses, enactment })
        await enter(b, 'motion.second', { motion: id })
        const amendment = derivedUuid(id, 'amendment')
        const changes = [{ kind: 'replace', clause: clause ?? '', text: `${text} And more.` }]
        await enter(c, 'amendment.propose', { amendment, motion: id, changes, reason: null })
      }
      await propose(decided, 'Say it shorter', 'We organize where we live and work.')
      await pass(rules.debateHours)
      for (const kind of ['amendments', 'motion']) {
        const vote = derivedUuid('vote', kind, decided)
        for (const id of [a, b, c]) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
        await pass(rules.votingHours)
      }
      await propose(
        motion,
        'Say it longer',
        'We organize where we live and where we work, and everywhere else.',
        2,
      )
    },
  })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ viewport: { width: 360, height: 740 } })
  page = browser.page
  await page.goto(`${server.url}/sign-in`)
  await page.fill('[name=login]', seeded.members[0]?.login ?? '')
  await page.fill('[name=password]', PASSWORD)
  await page.getByRole('main').getByRole('button').first().click()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const PAGES = [
  '/',
  '/program',
  `/program/${derivedUuid('seed', 'point', 0)}`,
  '/motions',
  '/motions/new',
  '/motions/new?enact=resolve',
  '/motions/new?enact=rules.adopt',
  `/motions/${decided}`,
  `/motions/${motion}`,
  `/motions/${motion}/amend`,
  `/votes/${derivedUuid('vote', 'motion', decided)}`,
  '/decisions',
  '/votes',
  '/members',
  '/me',
  '/units',
  '/rulebook',
  '/record',
  '/record/entries/3',
  '/apply',
  '/no-such-page',
]

it.each(PAGES)('%s', async (path) => {
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
