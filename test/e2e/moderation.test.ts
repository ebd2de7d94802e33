import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { carry } from '../kit/showcase-offices.ts'

// A moderator hides a speech, its author appeals, no panel decides, and it is shown again: by pages alone, without scripts.

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-moderation-'))
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
const MOTION = derivedUuid('moderation', 'debated')
const WORDS = 'Whoever wants rooms is a fool.'
const OWN = 'I take this back one day.'
const [MODERATOR, AUTHOR] = [5, 2]

beforeAll(async () => {
  seeded = await seedOrganization(data, { members: 12, then: prepare })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** A rule of conduct, a moderator, and a motion in debate. */
async function prepare(seeding: Seeding): Promise<void> {
  const { enter, members } = seeding
  const ids = members.map(({ id }) => id)
  const [first = '', second = ''] = ids
  const office = { office: 'Moderator', duties: ['moderation'], council: null, member: ids[MODERATOR] ?? '' }
  const mandate = derivedUuid('moderation', 'mandate')
  const giving = { kind: 'mandate.give', mandate, ...office, days: 200 }
  const insulted = 'Nobody is insulted.'
  await carry(seeding, 'conduct', insulted, insulted, { kind: 'conduct.adopt' })
  await carry(seeding, 'moderator', 'They moderate.', 'They moderate.', giving)
  const text = 'We rent rooms.'
  const clauses = [{ id: derivedUuid('moderation', 'clause', 'debated'), text }]
  const enactment = { kind: 'resolve' }
  await enter(first, 'motion.propose', { motion: MOTION, title: text, clauses, enactment })
  await enter(second, 'motion.second', { motion: MOTION })
}

const nameOf = (n: number): string => seeded.members[n]?.name ?? ''
const page = (n: number) => browser.as(n, `/motions/${MOTION}`)

async function speak(n: number, text: string): Promise<void> {
  const form = await page(n)
  await form.locator('summary', { hasText: 'peak' }).last().click()
  await form.check('[name=side][value=against]')
  await form.fill('#debate [name=text]', text)
  await form.locator('#debate form button').last().click()
}

describe('moderation', () => {
  test('hides a speech under a rule, with the reason in front, and everybody can open it', async () => {
    await speak(AUTHOR, WORDS)
    const ordinary = await page(7)
    expect(await ordinary.getByText('Withdraw, erase or moderate').count()).toBe(0)
    const moderator = await page(MODERATOR)
    await moderator.getByText('Withdraw, erase or moderate').first().click()
    await moderator.check('[name=number][value="1"]')
    await moderator.fill('[name=reason]', 'Too long. '.repeat(101))
    await press(moderator, 'Hide it')
    expect(await moderator.getByRole('alert').innerText()).toContain('1,000')
    expect(await moderator.isChecked('[name=number][value="1"]')).toBe(true)
    await moderator.fill('[name=reason]', 'It calls members fools.')
    await press(moderator, 'Hide it')
    const other = await page(7)
    const summary = other.locator('summary', { hasText: 'It calls members fools.' })
    expect(await summary.innerText()).toContain(`by ${nameOf(MODERATOR)} under rule 1`)
    expect(await other.getByText(WORDS).isVisible()).toBe(false)
    await summary.click()
    expect(await other.getByText(WORDS).isVisible()).toBe(true)
  })

  test('stands in the log, with numbers', async () => {
    const log = await browser.as(8, '/moderation')
    for (const told of ['It calls members fools.', nameOf(AUTHOR), '1 text hidden', 'Nobody is insulted.'])
      expect(await said(log)).toContain(told)
    expect(await said(await browser.as(8, '/powers'))).toContain('Text hidden')
  })

  test('is appealed by its author alone, and a panel is called', async () => {
    const other = await page(7)
    await other.getByText('What became of this text').click()
    await other.waitForURL('**/moderation/texts/**')
    expect(await other.getByText('What became of this text').count()).toBe(0)
    expect(await other.getByRole('button', { name: 'Ask a panel' }).count()).toBe(0)
    const author = await page(AUTHOR)
    await author.getByText('What became of this text').click()
    await author.fill('[name=reason]', 'I meant myself.')
    await press(author, 'Ask a panel')
    expect(await said(author)).toContain('An appeal is under way')
    await author.getByRole('link', { name: 'the panel' }).click()
    expect(author.url()).toContain('/panels/')
  })

  test('ends by itself where no panel decides, and says so', async () => {
    for (let n = 0; n < 12; n++) await wait(await browser.as(0, '/'), 7, 1)
    const shown = await said(await page(7))
    expect(shown).toContain(WORDS)
    expect(shown).toContain('no panel decided in time')
  })

  test('leaves an author to withdraw and to erase', async () => {
    const point = `/program/${seeded.points[0] ?? ''}`
    const form = await browser.as(AUTHOR, point)
    await form.getByText('Add a rationale').click()
    await form.fill('[name=text]', OWN)
    await form.locator('#rationales form button').click()
    await form.getByText('Withdraw, erase or moderate').click()
    await press(form, 'Withdraw it')
    expect(await said(await browser.as(7, point))).toContain('Withdrawn by its author')
    await press(form, 'Erase it')
    const shown = await said(await browser.as(7, point))
    expect(shown).toContain('Erased by its author')
    const lines = await (await form.request.get(`${server.url}/record/export`)).text()
    expect(lines).not.toContain(OWN)
    expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)).toMatchObject({
      code: 0,
      out: expect.stringContaining('text hidden') as string,
    })
  })

  test('shows each right with its floor and its test', async () => {
    const shown = await said(await browser.as(7, '/rights'))
    expect(shown).toContain('Nobody is brought in for a vote')
    expect(shown).toContain('admits nobody to a vote on a motion whose debate has begun')
  })
})
