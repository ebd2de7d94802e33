import { refuse, type Refusal } from '#kernel/refusal'
import type { InLanguages } from '#kernel/language'
import { say, type Sentences } from '#kernel/sentences'

export type NoticesCode = 'mail-url-wrong' | 'mail-from-wrong' | 'mail-hour-wrong' | 'unknown-mail'

const english: Sentences<NoticesCode> = {
  'mail-url-wrong': () =>
    'PLENUM_SMTP_URL cannot be read. Write it as smtp://user:password@mail.example.org:587 or smtps://user:password@mail.example.org, with signs other than letters and digits in the password as %XX.',
  'mail-from-wrong': () =>
    'With PLENUM_SMTP_URL there must be PLENUM_MAIL_FROM, the address from which mail is sent, such as plenum@example.org or Plenum <plenum@example.org>.',
  'mail-hour-wrong': ({ hour }) =>
    `PLENUM_MAIL_HOUR must be a whole hour in UTC from 0 to 23, not ${say(hour)}.`,
  'unknown-mail': () => 'This message is not there any more, was sent meanwhile, or came too late.',
}

const spanish: Sentences<NoticesCode> = {
  'mail-url-wrong': () =>
    'PLENUM_SMTP_URL no se puede leer. Escríbela como smtp://usuario:contraseña@correo.example.org:587 o smtps://usuario:contraseña@correo.example.org, con los signos de la contraseña que no sean letras ni cifras como %XX.',
  'mail-from-wrong': () =>
    'Con PLENUM_SMTP_URL tiene que estar PLENUM_MAIL_FROM, la dirección desde la que se envía el correo, como plenum@example.org o Plenum <plenum@example.org>.',
  'mail-hour-wrong': ({ hour }) =>
    `PLENUM_MAIL_HOUR tiene que ser una hora entera en UTC de 0 a 23, no ${say(hour)}.`,
  'unknown-mail': () => 'Este mensaje ya no está, se envió entretanto o llegó demasiado tarde.',
}

/** What an operator is told whose settings for mail cannot be read. Never the address itself: it holds a password. */
export const noticesMessages: InLanguages<Sentences<NoticesCode>> = { en: english, es: spanish }

/** Refuses with a code that has a sentence here. */
export function refuseNotices(code: NoticesCode, facts: Refusal['facts'] = {}): Refusal {
  return refuse(code, facts)
}
