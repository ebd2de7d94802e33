import { afterEach, describe, expect, test } from 'vitest'
import { startSmtp, type TestSmtp } from '../../../test/kit/smtp.ts'
import { createMailer, readMailSettings, type Mail, type Mailer } from './index.ts'
import { isRefusal } from '#kernel/refusal'

const MAIL: Mail = {
  messageId: '<1@example.org>',
  from: { name: 'Plenum', address: 'plenum@example.org' },
  to: 'ana@example.org',
  subject: 'A notice for you',
  text: 'Plain.\n',
  html: '<p>Laid out.</p>',
  date: new Date(Date.UTC(2027, 0, 4)),
  unsubscribe: 'https://plenum.example.org/unsubscribe/t/legal',
}

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function serve(...options: Parameters<typeof startSmtp>): Promise<TestSmtp> {
  const smtp = await startSmtp(...options)
  open.push(smtp)
  return smtp
}

function mailerFor(url: string): Mailer {
  const settings = readMailSettings({ PLENUM_SMTP_URL: url, PLENUM_MAIL_FROM: 'plenum@example.org' })
  if (isRefusal(settings) || settings.smtp === undefined) throw new Error('the settings are wrong')
  const mailer = createMailer(settings.smtp)
  open.push(mailer)
  return mailer
}

describe('handing in mail', () => {
  test('sends plain text and HTML, with the headers that keep machines from answering', async () => {
    const smtp = await serve()
    expect(await mailerFor(`smtp://127.0.0.1:${smtp.port}`).send(MAIL)).toEqual({ status: 'sent' })
    const [mail] = smtp.mails
    expect(mail?.parsed).toMatchObject({
      messageId: '<1@example.org>',
      subject: 'A notice for you',
      text: 'Plain.\n',
      html: '<p>Laid out.</p>',
      date: MAIL.date,
    })
    expect(mail?.parsed.from?.value).toEqual([{ name: 'Plenum', address: 'plenum@example.org' }])
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
    expect(mail?.raw).toContain('List-Unsubscribe: <https://plenum.example.org/unsubscribe/t/legal>')
    expect(mail?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  test.each([
    [450, '4.2.1 Busy', { status: 'again', code: 'deferred-450' }],
    [550, '5.1.1 No such mailbox', { status: 'never', code: 'refused-550', mailbox: true }],
    [550, '5.7.1 Your server is on a list', { status: 'never', code: 'refused-550', mailbox: false }],
  ])('tells %i %s', async (code, message, said) => {
    const smtp = await serve()
    smtp.answers.set('ana@example.org', { code, message })
    expect(await mailerFor(`smtp://127.0.0.1:${smtp.port}`).send(MAIL)).toEqual(said)
    expect(smtp.mails).toEqual([])
  })

  test('a refused password is the operator’s to mend, and the mail waits', async () => {
    const smtp = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(Object.assign(new Error('No'), { responseCode: 535 })),
    })
    const mailer = mailerFor(`smtp://plenum:wrong@127.0.0.1:${smtp.port}`)
    expect(await mailer.send(MAIL)).toEqual({ status: 'again', code: 'sign-in-refused' })
    expect(await mailer.verify()).toBe('sign-in-refused')
  })

  test('a certificate that nobody vouches for is not accepted', async () => {
    // Without a certificate of its own the server shows one that it signed itself.
    const smtp = await serve({ secure: true, disabledCommands: [] })
    expect(await mailerFor(`smtps://127.0.0.1:${smtp.port}`).send(MAIL)).toEqual({
      status: 'again',
      code: 'tls-failed',
    })
  })

  test('a server that is away is tried again', async () => {
    const smtp = await startSmtp()
    await smtp.close()
    const mailer = mailerFor(`smtp://127.0.0.1:${smtp.port}`)
    expect(await mailer.send(MAIL)).toEqual({ status: 'again', code: 'not-connected' })
  })
})

describe('settings', () => {
  const read = (env: Record<string, string>) => readMailSettings(env)

  test('reads host, port, user and password, and asks for TLS unless the server is this machine', () => {
    expect(
      read({
        PLENUM_SMTP_URL: 'smtp://me%40example.org:p%23ss@mail.example.org',
        PLENUM_MAIL_FROM: 'House <house@example.org>',
        PLENUM_MAIL_HOUR: '6',
        PLENUM_LANGUAGE: 'es',
      }),
    ).toEqual({
      smtp: {
        host: 'mail.example.org',
        port: 587,
        secure: false,
        requireTLS: true,
        auth: { user: 'me@example.org', pass: 'p#ss' },
      },
      from: { name: 'House', address: 'house@example.org' },
      hour: 6,
      language: 'es',
    })
    expect(read({ PLENUM_SMTP_URL: 'smtps://mail.example.org', PLENUM_MAIL_FROM: 'a@b.org' })).toMatchObject({
      smtp: { port: 465, secure: true, requireTLS: false, auth: undefined },
      from: { name: 'Plenum' },
    })
  })

  test('without a server nothing is needed', () => {
    expect(read({})).toMatchObject({ smtp: undefined, from: { name: 'Plenum' }, hour: 18, language: 'en' })
  })

  test.each([
    [{ PLENUM_SMTP_URL: 'mail.example.org', PLENUM_MAIL_FROM: 'a@b.org' }, 'mail-url-wrong'],
    [{ PLENUM_SMTP_URL: 'http://mail.example.org', PLENUM_MAIL_FROM: 'a@b.org' }, 'mail-url-wrong'],
    [{ PLENUM_SMTP_URL: 'smtp://mail.example.org' }, 'mail-from-wrong'],
    [{ PLENUM_SMTP_URL: 'smtp://mail.example.org', PLENUM_MAIL_FROM: 'House' }, 'mail-from-wrong'],
    [{ PLENUM_MAIL_HOUR: '24' }, 'mail-hour-wrong'],
  ])('refuses %j', (env, code) => {
    expect(readMailSettings(env)).toMatchObject({ refused: true, code })
  })
})
