import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { keyboardUser, type KeyboardUser } from '../kit/by-keyboard.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// The whole way of a motion by keyboard alone, every step found by what the accessibility tree tells of it.

const data = mkdtempSync(join(tmpdir(), 'plenum-keyboard-'))
let seeded: Seeded
let server: StartedServer
let browser: LaunchedBrowser
const users = new Map<number, KeyboardUser>()

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** The n-th member, on the first page, signed in by keyboard. */
async function as(n: number): Promise<KeyboardUser> {
  const known = users.get(n)
  if (known !== undefined) {
    await known.open(server.url)
    return known
  }
  const context = await browser.context.browser()?.newContext({ locale: 'en-GB' })
  if (context === undefined) throw new Error('no browser')
  const user = await keyboardUser(await context.newPage())
  await user.open(server.url)
  await user.follow('link', 'Sign in')
  await user.write('Mail address or member number', seeded.members[n]?.login ?? '')
  await user.write('Password', PASSWORD)
  await user.follow('button', 'Sign in')
  users.set(n, user)
  return user
}

async function openMotion(user: KeyboardUser): Promise<void> {
  await user.follow('link', 'Motions')
  await user.follow('link', 'Motion 2')
}

async function wait(user: KeyboardUser, label: string): Promise<void> {
  await user.follow('button', label)
}

test('the first key on a page skips to its content', async () => {
  const user = await as(0)
  await user.goTo('link', 'Skip to the content')
})

test('a motion is proposed and seconded', async () => {
  const user = await as(0)
  await user.follow('link', 'Motions')
  await user.follow('link', 'Propose a motion')
  await user.follow('link', 'Decide a text')
  await user.write('Title', 'A fund for disputes')
  await user.write('Text', 'We set up a fund.\n\nEvery member pays one hour’s wage a month.')
  await user.follow('button', 'Propose it')
  expect(await user.hear()).toContain('Motion 2: A fund for disputes')

  const other = await as(1)
  await openMotion(other)
  await other.follow('button', 'Second this motion')
  expect(await other.hear()).toMatch(/In debate until/)
})

test('it is amended, and the change is told in words', async () => {
  const user = await as(2)
  await openMotion(user)
  await user.follow('link', 'Propose an amendment')
  await user.write('Clause 2', 'Every member pays two hours’ wages a year.')
  await user.write('Reason', 'Many cannot pay every month.')
  await user.follow('button', 'Propose the amendment')
  const heard = await user.hear()
  expect(heard).toMatch(/inserted: \s*two/)
  expect(heard).toMatch(/deleted: \s*one/)
  const other = await as(3)
  await openMotion(other)
  await other.follow('button', 'Second it')
})

test('members speak', async () => {
  const user = await as(3)
  await openMotion(user)
  await user.press('DisclosureTriangle', 'Speak')
  await user.choose('for the motion')
  await user.write('What I say', 'Nobody should stand alone.')
  await user.follow('button', 'Speak')
  expect(await user.hear()).toContain('Nobody should stand alone.')
})

test('once its debate is over, members vote on the amendment and the motion', async () => {
  await wait(await as(0), '+3 d')
  for (const n of [0, 1, 2, 3, 4]) {
    const user = await as(n)
    await user.follow('link', 'Vote on the amendments to motion 2')
    await user.choose('Yes')
    await user.follow('button', 'Cast my ballot')
    expect(await user.hear()).toContain('Your ballot was entered')
  }
  await wait(await as(0), '+3 d')
  for (const n of [0, 1, 2, 3, 4]) {
    const user = await as(n)
    await user.follow('link', 'Vote on motion 2')
    await user.choose(n === 4 ? 'No' : 'Yes')
    await user.follow('button', 'Cast my ballot')
  }
  await wait(await as(0), '+3 d')
})

test('the result is told with its arithmetic, and the entry is found', async () => {
  const user = await as(4)
  await openMotion(user)
  const heard = await user.hear()
  expect(heard).toContain('Adopted')
  expect(heard).toContain('had 4 yes, 1 no, 0 abstaining')
  expect(heard).toContain('two hours’ wages a year')
  await user.follow('link', 'Record')
  expect(await user.hear()).toContain('npx plenum audit record.jsonl')
})
