import { randomBytes } from 'node:crypto'
import { error, fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit'
import type { CompiledQuery } from 'kysely'
import { fromBase64, toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { derivedUuid, isUuid, uuidV7 } from '#kernel/ids'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { DEVICE_REGISTER, isSigning, signedText } from '#modules/devices/core'
import type { Act, Receipt } from '#modules/record/core'
import { holdWithSalt, type Held } from '#modules/record'
import { enteredBy, refusalStatus } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { common } from '#ui/words/common.ts'
import { refusalOf } from '#views/may.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import type { Sender } from '#views/sealed-acts.server.ts'
import { holdBack } from './hold-back.server.ts'
import { cookieOptions, SEEN_COOKIE } from './session.server.ts'

/** Hidden fields of every form that enters an act: its id and a salt, so that a second click enters nothing twice. */
export interface FormKey {
  readonly act: string
  readonly salt: string
}

/** A fresh id and salt for a form. */
export function formKey(): FormKey {
  const random = randomBytes(26)
  return { act: uuidV7(plenum().clock.now(), random), salt: toBase64(random.subarray(10)) }
}

/** What a form with a refused act is shown with: the sentence, and what was typed. */
export interface Refused {
  readonly sentence: string
  readonly code: string
  readonly values: Readonly<Record<string, string>>
}

/** A submitted form. */
export interface Form {
  readonly key: FormKey
  /** A field's text with its outer space removed and line ends as `\n`; empty where it is missing. */
  text(name: string): string
  /** A whole number of at most four digits; 0 where the field has none. */
  whole(name: string): number
  /** A password exactly as it was typed: space at its ends belongs to it. */
  secret(name: string): string
  /** Whether the field was sent at all, be it empty. */
  has(name: string): boolean
  /** All texts of a repeated field. */
  texts(name: string): readonly string[]
  file(name: string): File | undefined
  /** An id that follows from the form's own: for clauses, points, units. */
  idFor(...parts: readonly (string | number)[]): string
  /** A text to be held beside the record: what the act says of it, and the row that goes with it. */
  hold(text: string): Held
  /** What was typed, for showing the form again; passwords are typed anew. */
  values(): Readonly<Record<string, string>>
  /** Refuses the form itself, with what was typed. */
  fail(refusal: Refusal): ActionFailure<Refused>
}

/** Reads a form. A form without its hidden fields gets new ones, so that it works, but can be entered twice. */
export async function readForm(
  event: Pick<RequestEvent, 'getClientAddress' | 'locals' | 'request' | 'setHeaders'>,
): Promise<Form> {
  holdBack(event, 'forms')
  const data = await dataOf(event.request)
  const text = (name: string): string => clean(data.get(name))
  const fresh = formKey()
  const key = {
    act: isUuid(text('act')) ? text('act') : fresh.act,
    salt: fromBase64(text('salt'))?.length === 16 ? text('salt') : fresh.salt,
  }
  const values = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...data].flatMap(([name, value]) =>
        name.startsWith('password') ? [] : [[name, typeof value === 'string' ? value : '']],
      ),
    )
  return {
    key,
    text,
    whole: (name) => (/^\d{1,4}$/.test(text(name)) ? Number(text(name)) : 0),
    values,
    secret(name) {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    },
    has: (name) => data.has(name),
    texts: (name) => data.getAll(name).map(clean),
    file(name) {
      const value = data.get(name)
      return value instanceof File && value.size > 0 ? value : undefined
    },
    idFor: (...parts) => derivedUuid(key.act, ...parts),
    hold: (held) => holdWithSalt(plenum().database, fromBase64(key.salt) ?? randomBytes(16), held),
    fail(refusal) {
      // The time in the id of an act that is too old to be signed is too old the next time too: then the form gets another id.
      const dropped = refusal.code === 'signature-stale' ? ['sig', 'act', 'salt'] : ['sig']
      const typed = Object.entries(values()).filter(([name]) => !dropped.includes(name))
      return fail(refusalStatus(refusal), {
        sentence: sayRefusal(refusal),
        code: refusal.code,
        values: Object.fromEntries(typed),
      })
    },
  }
}

// The longest form of ours, a motion of a thousand clauses with room between them, has some two thousand fields.
const MOST_FIELDS = 5_000

/** The fields of a request; a plain page where it is too large or no form at all. */
async function dataOf(request: Request): Promise<FormData> {
  try {
    return isUrlEncoded(request) ? fieldsIn(await request.text()) : await request.formData()
  } catch (caught) {
    const isTooLarge =
      typeof caught === 'object' && caught !== null && 'status' in caught && caught.status === 413
    error(isTooLarge ? 413 : 400, isTooLarge ? common.errors.tooLarge : common.errors.unreadable)
  }
}

function isUrlEncoded({ headers }: Request): boolean {
  return /^application\/x-www-form-urlencoded(;|$)/i.test(headers.get('content-type') ?? '')
}

/** Node reads millions of short fields in minutes, and answers nobody meanwhile: they are counted before they are read. */
function fieldsIn(text: string): FormData {
  let count = 1
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1))
    if (++count > MOST_FIELDS) error(413, common.errors.tooLarge)
  const data = new FormData()
  for (const [name, value] of new URLSearchParams(text)) data.append(name, value)
  return data
}

/** NUL means nothing in a text, and PostgreSQL takes no text with one. */
function clean(value: FormDataEntryValue | null): string {
  return typeof value === 'string'
    ? value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim().toWellFormed()
    : ''
}

/** What an action enters: the act without what the form and the session know. */
export interface Entered {
  readonly type: string
  readonly unit: string | null
  readonly body: Json
  readonly by?: string
  readonly alongside?: readonly CompiledQuery[]
}

/**
 * Enters an act for the member who is signed in. The receipt's position goes into a cookie, so that the next page, from
 * whichever process, shows at least this entry.
 */
export async function enter(
  event: RequestEvent,
  form: Form,
  { type, unit, body, by, alongside }: Entered,
): Promise<Receipt | Refusal> {
  const author = by ?? event.locals.member
  if (author === undefined) return refuse('sign-in-needed')
  const entrant = by ?? enteredBy(type, author, body)
  if (isRefusal(entrant)) return entrant
  const entered = { type, unit, body, by: entrant }
  const refusal = await answerToSign(event, form, entered)
  if (refusal !== undefined) return refusal
  const act: Act = { ...entered, id: form.key.act }
  const sig = form.text('sig')
  const answer = await plenum().clerk.submit(sig === '' ? act : { ...act, sig }, alongside)
  if (!isRefusal(answer)) rememberSeen(event, answer.seq + 1)
  return answer
}

/** Whoever sends a form about a case: no header tells who it was. */
export function senderOf({ key }: Form, member: string): Sender {
  return { member, act: key.act, salt: fromBase64(key.salt) ?? randomBytes(16) }
}

/** The header with which the script of src/ui/scripts/sign asks what there is to sign. */
const SIGNS_HEADER = 'plenum-sign'

/**
 * Where a script asks what it has to sign, it is told, and the action ends here: nothing is entered and nothing used up. Answers why
 * the act would be refused; undefined where nobody asks.
 */
export async function answerToSign(
  event: Pick<RequestEvent, 'locals' | 'request'>,
  form: Form,
  { type, unit, body, by = event.locals.member }: Entered,
): Promise<Refusal | undefined> {
  const device = event.request.headers.get(SIGNS_HEADER)
  if (device === null || by !== event.locals.member) return undefined
  if (by === undefined) return refuse('sign-in-needed')
  const act = { by, type, unit, body }
  const { refusal, isKnown } = await read(event, (org, now) => ({
    refusal: refusalOf(org, now, act),
    isKnown: type === DEVICE_REGISTER || isSigning(org, by, device),
  }))
  if (refusal !== undefined) return refusal
  if (!isKnown) return error(428, common.errors.toSign, { toSign: '' })
  const toSign = signedText({ ...act, id: form.key.act, origin: plenum().log.origin })
  return error(428, common.errors.toSign, { toSign })
}

/** Notes in the browser how many entries it has seen. */
export function rememberSeen({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, size: number): void {
  cookies.set(SEEN_COOKIE, String(size), cookieOptions(url))
}
