import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { DAY, HOUR } from '#kernel/instant'
import { seedOrganization } from '../kit/seed-organization.ts'
import { startSmtp, type TestSmtp } from '../kit/smtp.ts'
import { freshStorage } from '../kit/storage.ts'

const MEMBERS = 16
/** So many messages are in hand at once when the process is killed. */
const AT_ONCE = 3
const KILLS = 3
// Nine days on at noon: at whatever hour the test runs, the hour in which the messages of a day go, one after the other, is over.
const SHIFT = 9 * DAY - (Date.now() % DAY) + 12 * HOUR

/** Sends until so many have arrived altogether, and is killed then; to the end where none is named. */
async function send(data: string, smtp: TestSmtp, killAt?: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../kit/postman.ts'), data, String(smtp.port), String(SHIFT)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const closed = once(child, 'close')
  if (killAt !== undefined) {
    while (smtp.mails.length < killAt && child.exitCode === null) await sleep(2)
    child.kill('SIGKILL')
  }
  await closed
}

it('a server killed while it sends the weekly messages leaves nobody out', { timeout: 240_000 }, async () => {
  const storage = await freshStorage('sqlite')
  const seeded = await seedOrganization(storage.data, { members: MEMBERS })
  const smtp = await startSmtp()
  for (let kill = 1; kill <= KILLS; kill++) await send(storage.data, smtp, kill * 4)
  await send(storage.data, smtp)
  await send(storage.data, smtp)

  const byReader = Map.groupBy(smtp.mails, ({ to }) => to)
  expect([...byReader.keys()].sort()).toEqual(seeded.members.map(({ login }) => login).sort())
  // What the mail server had taken in the moment of the kill can come again, as the same message.
  for (const mails of byReader.values()) {
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(1)
    expect(new Set(mails.map(({ parsed }) => parsed.subject)).size).toBe(1)
  }
  expect(smtp.mails.length - MEMBERS).toBeLessThanOrEqual(KILLS * AT_ONCE)
  await smtp.close()
  await storage.drop()
})
