import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { carry as adopt } from '../kit/showcase-offices.ts'

// Ten of fifteen members, with the roll and the moderator among them, try everything to get rid of the tendency of the other five:
// by pages alone, without scripts, on a narrow screen. Each attempt is refused with the rule, or is seen by all and takes nothing.

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-hostile-'))
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(data, { members: 15, then: prepare })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const MAJORITY = [0, 1, 2, 3, 4, 10, 11, 12, 13, 14]
const [KEEPER, MODERATOR] = [0, 1]
const MINORITY = [5, 6, 7, 8, 9]
const [FOUNDER, CANDIDATE, AUTHOR, NEXT] = [5, 6, 7, 9]
const NAME = 'For the commons'
const OFFICE = derivedUuid('hostile', 'office')
const ELECTION = `/elections/${derivedUuid('election', OFFICE, 1)}`
let tendency = ''
let against = ''

/** A rule of conduct, a moderator of the majority, and a committee of three that is to be elected. */
async function prepare(seeding: Seeding): Promise<void> {
  const moderator = {
    office: 'Moderator',
    duties: ['moderation'],
    council: null,
    member: seeding.members[MODERATOR]?.id ?? '',
  }
  const committee = { title: 'Committee', seats: 3, days: 300, termsMost: 2, duties: [], council: null }
  const motions = [
    ['Nobody is insulted.', { kind: 'conduct.adopt' }],
    [
      'They moderate.',
      { kind: 'mandate.give', mandate: derivedUuid('hostile', 'mandate'), ...moderator, days: 300 },
    ],
    ['They prepare meetings.', { kind: 'office.open', office: OFFICE, ...committee }],
  ] as const
  for (const [text, enactment] of motions) await adopt(seeding, text, text, text, enactment)
}

const nameOf = (n: number): string => seeded.members[n]?.name ?? ''
const profileOf = (n: number): string => `/members/${seeded.members[n]?.id ?? ''}`

/** The tendency as somebody of the majority sees it: as it was founded, and nobody is missing. */
async function expectUntouched(): Promise<void> {
  const shown = await said(await browser.as(MAJORITY[3] ?? 0, tendency))
  for (const told of [
    NAME,
    'Stands',
    '5 signatories',
    'What stands empty is opened.',
    ...MINORITY.map(nameOf),
  ])
    expect(shown).toContain(told)
}

/** Somebody proposes what the fields of the form say; the page that answers. */
async function propose(by: number, kind: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const page = await browser.as(by, `/motions/new?enact=${kind}`)
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value)
  await press(page, 'Propose it')
  return page
}

/** Some of the majority vote yes on a motion; it stands with their names in the result. */
async function carry(motion: string): Promise<void> {
  const page = await browser.as(KEEPER, motion)
  const vote = (await page.locator('main a[href^="/votes/"]').first().getAttribute('href')) ?? ''
  for (const n of MAJORITY) {
    const ballot = await browser.as(n, vote)
    await ballot.check('[name=choice-0][value=yes]')
    await press(ballot, 'Cast my ballot')
  }
}

describe('a majority of two thirds against a tendency of a third', { timeout: 180_000 }, () => {
  test('five members form it', async () => {
    const page = await browser.as(FOUNDER, '/tendencies/new')
    await page.fill('[name=name]', NAME)
    await page.check('[name=stance-0][value=affirm]')
    await page.fill('[name=text-own-0]', 'What stands empty is opened.')
    await press(page, 'Found a tendency')
    tendency = new URL(page.url()).pathname
    for (const n of MINORITY.slice(1)) {
      await press(await browser.as(n, tendency), 'Sign the platform')
      await press(await browser.as(FOUNDER, tendency), `Take in ${nameOf(n)}`)
    }
    await expectUntouched()
  })

  test('no rules ask for more signatories, or end it sooner: the form names the rule and its floor', async () => {
    for (const [rule, value, told] of [
      ['tendencies.members', '10', '“Members that a tendency needs” is 10, but must be at most 3.'],
      [
        'tendencies.share',
        '1/2',
        '“Share of the roll that a tendency needs, where that is more” is 1/2, but must be at most 1/50.',
      ],
      [
        'tendencies.belowDays',
        '1',
        '“Days that a tendency may have too few before it ends” is 1, but must be at least 30.',
      ],
    ] as const) {
      const page = await propose(KEEPER, 'rules.adopt', { [rule]: value, title: 'Order', text: 'Order.' })
      expect(await page.getByRole('alert').innerText()).toContain(told)
      // What was typed is not lost.
      expect(await page.inputValue(`[name="${rule}"]`)).toBe(value)
    }
    await expectUntouched()
  })

  test('no kind of motion is about a tendency, or moves members from one unit to another', async () => {
    const page = await browser.as(KEEPER, '/motions/new')
    const kinds = await page
      .locator('main a[href*="enact="]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')?.split('enact=')[1] ?? ''))
    expect(kinds).toContain('unit.form')
    expect(kinds.filter((kind) => /tendency|redraw|merge|dissolve|move|expel|suspend/.test(kind))).toEqual([])
  })

  test('two motions against it are adopted, and take nothing from it', async () => {
    const page = await propose(KEEPER, 'resolve', {
      title: 'No tendencies',
      text: `“${NAME}” is dissolved.`,
    })
    against = new URL(page.url()).pathname
    const apart = await propose(MODERATOR, 'unit.form', { name: 'Elsewhere', title: 'Out', text: 'Out.' })
    const unit = new URL(apart.url()).pathname
    for (const motion of [against, unit]) await press(await browser.as(2, motion), 'Second this motion')
    const beside = await browser.as(AUTHOR, against)
    await beside.getByLabel(`What ${NAME} says`).fill('We stay, and say why.')
    await press(beside, 'Say it')
    await wait(await browser.as(KEEPER, '/'), 3)
    for (const motion of [against, unit]) await carry(motion)
    await wait(await browser.as(KEEPER, '/'), 3)
    expect(await said(await browser.as(KEEPER, against))).toContain('Adopted')
    expect(await said(await browser.as(KEEPER, unit))).toContain('Adopted')
    // Nobody lives in the new unit; to move there is each member's own choice.
    const me = await said(await browser.as(FOUNDER, '/me'))
    expect(me).toContain('Riverside')
    await expectUntouched()
  })

  test('it publishes a minority report, for good', async () => {
    const page = await browser.as(AUTHOR, against)
    await page.locator('summary', { hasText: 'report' }).last().click()
    await page.fill('#reports [name=text]', 'A vote that we leave moves nobody.')
    await page.selectOption('#reports select[name=tendency]', { label: NAME })
    await page.locator('#reports form button').last().click()
    const shown = await said(await browser.as(KEEPER, against))
    expect(shown).toContain('A vote that we leave moves nobody.')
    expect(shown).toContain(`under the name of ${NAME}`)
  })

  test('its texts are hidden with a name and a reason in front, stay readable, and not all of them can be', async () => {
    const links = async (): Promise<readonly string[]> =>
      (await browser.as(MODERATOR, against))
        .locator('main a', { hasText: 'Withdraw, erase or moderate' })
        .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
    for (const text of ['Who decides here?', 'Who is heard here?']) await addRationale(AUTHOR, text)
    const own = await rationaleLinks()
    const targets = [...(await links()), ...own]
    // A statement, a minority report and two rationales, all of one member.
    expect(targets).toHaveLength(4)
    for (const target of targets.slice(0, 3)) await hide(target)
    const fourth = await browser.as(MODERATOR, targets[3] ?? '')
    expect(await said(fourth)).toContain(
      'You have hidden 3 texts of this author within 7 days, which is the most for one moderator.',
    )
    expect(await fourth.getByRole('button', { name: 'Hide it' }).count()).toBe(0)
    const page = await browser.as(11, against)
    const summary = page.locator('summary', { hasText: `by ${nameOf(MODERATOR)} under rule 1: Unwelcome.` })
    expect(await summary.count()).toBe(2)
    await summary.first().click()
    expect(await page.getByText('We stay, and say why.').isVisible()).toBe(true)
    const log = await said(await browser.as(11, '/moderation'))
    expect(log.split('Unwelcome.')).toHaveLength(4)
    expect(log).toContain(NAME)
    // The platform is none of a moderator's business.
    expect(
      await (await browser.as(MODERATOR, tendency)).locator('a[href^="/moderation/texts"]').count(),
    ).toBe(0)
  })

  test('its author has a panel drawn by lot decide', async () => {
    const page = await browser.as(AUTHOR, against)
    await page.getByText('What became of this text').first().click()
    await page.fill('[name=reason]', 'Unwelcome is no rule.')
    await press(page, 'Ask a panel')
    expect(await said(page)).toContain('An appeal is under way')
  })

  test('a charge for founding it is seen, takes no right meanwhile, and leads to nothing', async () => {
    const page = await browser.as(KEEPER, '/cases/new')
    const now = Date.parse((await page.locator('.demonstration time').first().getAttribute('datetime')) ?? '')
    await page.fill('[name=day]', new Date(now - DAY).toISOString().slice(0, 10))
    await page.selectOption('[name=member]', { label: nameOf(FOUNDER) })
    await page
      .locator('[name=with]')
      .nth(0)
      .selectOption({ label: nameOf(2) })
    await page
      .locator('[name=with]')
      .nth(1)
      .selectOption({ label: nameOf(3) })
    await page.fill('[name=facts]', 'Founded a tendency.')
    await page.check('[name=measure][value=expulsion]')
    await press(page, 'Bring the charge')
    const path = new URL(page.url()).pathname
    for (const n of [2, 3]) await press(await browser.as(n, path), 'Sign the charge')
    expect(await said(await browser.as(FOUNDER, path))).toContain('Notice was given')
    await expectUntouched()
  })

  test('a notice that a standing lapses is seen, and lapses nothing once it is contested', async () => {
    const page = await browser.as(KEEPER, profileOf(8))
    await page.locator('summary', { hasText: 'Give notice' }).click()
    await page.fill('[name=reason]', 'Signed the wrong platform.')
    await press(page, 'Give notice that the standing lapses')
    const own = await browser.as(8, '/me')
    await own.locator('summary', { hasText: 'Contest this notice' }).click()
    await own.locator('form[action="/me?/contest"] [name=reason]').fill('I owe nothing.')
    await press(own, 'Ask a panel')
    expect(await said(own)).toContain('Nothing lapses until a panel has decided')
    expect(await said(await browser.as(12, '/powers'))).toContain('Notice that standing lapses')
  })

  test('it wins its seat in proportion', async () => {
    for (const n of [CANDIDATE, NEXT, ...MAJORITY.slice(2, 5)]) {
      const form = await browser.as(n, ELECTION)
      await form.fill('[name=statement]', `I work, says ${n}.`)
      if (MINORITY.includes(n)) await form.selectOption('select[name=tendency]', { label: NAME })
      await press(form, 'Stand')
    }
    await wait(await browser.as(0, '/'), 7, 1)
    for (const n of [...MINORITY, ...MAJORITY]) {
      const page = await browser.as(n, ELECTION)
      const items = page.locator('main ol.ballot > li')
      const names = await items.evaluateAll((all) => all.map((item) => item.getAttribute('data-name')))
      const ranked = MINORITY.includes(n) ? [CANDIDATE, NEXT] : MAJORITY.slice(2, 5)
      for (const [place, member] of ranked.entries())
        await page.fill(`[name=place-${names.indexOf(nameOf(member))}]`, String(place + 1))
      await press(page, 'Cast my ballot')
    }
    const page = await browser.as(0, ELECTION)
    await wait(page, 7, 1)
    await page.goto(server.url + ELECTION)
    const elected = await page.locator('main h3:text-is("Elected") + ol a').allInnerTexts()
    expect(elected).toHaveLength(3)
    expect(elected.filter((name) => MINORITY.map(nameOf).includes(name))).toEqual([nameOf(CANDIDATE)])
  })

  test('it keeps the seat when whoever holds it is recalled: that is seen, and the same ballots name its next', async () => {
    const office = `/offices/${OFFICE}`
    const page = await browser.as(KEEPER, office)
    const options = await page.locator('select[name=mandate] option').allInnerTexts()
    const label = options.find((each) => each.includes(nameOf(CANDIDATE))) ?? ''
    await page.selectOption('select[name=mandate]', { label })
    await page.locator('form:has([name=mandate]) [name=reason]').fill('One of theirs is one too many.')
    await press(page, 'Start a petition')
    const recall = new URL(page.url()).pathname
    expect(await said(page)).toContain(`Recall of ${nameOf(CANDIDATE)}`)
    await press(await browser.as(MODERATOR, recall), 'Sign the petition')
    for (const n of MAJORITY) {
      const ballot = await browser.as(n, recall)
      await ballot.check('[name=choice][value=yes]')
      await press(ballot, 'Cast my ballot')
    }
    await wait(await browser.as(0, '/'), 7)
    expect(await said(await browser.as(0, recall))).toContain('Recalled: the mandate has ended.')
    const after = await browser.as(12, office)
    const hold = await after.locator('main table a').allInnerTexts()
    expect(hold.filter((name) => MINORITY.map(nameOf).includes(name))).toEqual([nameOf(NEXT)])
    const powers = (await browser.as(12, '/powers')).locator('main li', { hasText: 'Recall' })
    expect((await powers.allInnerTexts()).join()).toContain(nameOf(CANDIDATE))
  })

  test('half a year on it stands as it was founded, what was hidden is shown again, and all can be audited', async () => {
    for (let n = 0; n < 12; n++) await wait(await browser.as(0, '/'), 7, 7)
    await expectUntouched()
    expect(await said(await browser.as(11, against))).toContain('no panel decided in time')
    const cases = await said(await browser.as(11, '/cases'))
    expect(cases).toContain('Case 1')
    expect(cases).toMatch(/no panel could be seated|came to no finding in time/)
    expect(cases).not.toContain(nameOf(FOUNDER))
    const page = await browser.as(8, '/me')
    expect(await said(page)).not.toContain('Notice has been given')
    const lines = await (await page.request.get(`${server.url}/record/export`)).text()
    const audit = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)
    expect(audit.code).toBe(0)
    for (const told of ['text hidden', 'notice that standing lapses']) expect(audit.out).toContain(told)
  })
})

async function addRationale(n: number, text: string): Promise<void> {
  const page = await browser.as(n, `/program/${seeded.points[0] ?? ''}`)
  await page.getByText('Add a rationale').click()
  await page.fill('[name=text]', text)
  await page.locator('#rationales form button').click()
}

async function rationaleLinks(): Promise<readonly string[]> {
  const page = await browser.as(MODERATOR, `/program/${seeded.points[0] ?? ''}`)
  return page
    .locator('#rationales a[href^="/moderation/texts"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
}

/** The moderator hides a text for no good reason; the page that answers. */
async function hide(path: string): Promise<Page> {
  const page = await browser.as(MODERATOR, path)
  await page.check('[name=number][value="1"]')
  await page.fill('[name=reason]', 'Unwelcome.')
  await press(page, 'Hide it')
  return page
}
