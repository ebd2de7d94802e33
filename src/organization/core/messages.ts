import { LANGUAGES, type InLanguages, type Language } from '#kernel/language'
import type { Refusal } from '#kernel/refusal'
import type { Sentence } from '#kernel/sentences'
import { accessMessages } from '#modules/access/core'
import { appealMessages } from '#modules/appeals/core'
import { ballotMessages } from '#modules/ballots/core'
import { ballotFileMessages, countMessages } from '#modules/counting/core'
import { complaintMessages } from '#modules/complaints/core'
import { councilMessages } from '#modules/councils/core'
import { deviceMessages } from '#modules/devices/core'
import { delegateMessages } from '#modules/delegates/core'
import { disciplineMessages } from '#modules/discipline/core'
import { electionMessages } from '#modules/elections/core'
import { issuerMessages } from '#modules/issuer/core'
import { memberMessages } from '#modules/members/core'
import { moderationMessages } from '#modules/moderation/core'
import { noticesMessages } from '#modules/notices/core'
import { motionMessages, textMessages } from '#modules/motions/core'
import { panelMessages } from '#modules/panels/core'
import { programMessages } from '#modules/program/core'
import { recordMessages } from '#modules/record/core'
import { recoveryMessages } from '#modules/recovery/core'
import { rulebookMessages } from '#modules/rulebook/core'
import { tendencyMessages } from '#modules/tendencies/core'
import { tokenMessages } from '#modules/tokens/core'
import { unitMessages } from '#modules/units/core'
import { votingMessages } from '#modules/voting/core'
import { english } from './messages.en.ts'
import { spanish } from './messages.es.ts'

type Table = Readonly<Record<string, Sentence>>

const ALL: readonly InLanguages<Table>[] = [
  { en: english, es: spanish },
  recordMessages,
  ballotMessages,
  ballotFileMessages,
  countMessages,
  rulebookMessages,
  unitMessages,
  delegateMessages,
  councilMessages,
  electionMessages,
  memberMessages,
  programMessages,
  textMessages,
  motionMessages,
  votingMessages,
  issuerMessages,
  accessMessages,
  recoveryMessages,
  tendencyMessages,
  moderationMessages,
  appealMessages,
  panelMessages,
  complaintMessages,
  deviceMessages,
  disciplineMessages,
  tokenMessages,
  noticesMessages,
]

const tables = Object.fromEntries(
  LANGUAGES.map((language) => [language, Object.assign({}, ...ALL.map((each) => each[language])) as Table]),
) as InLanguages<Table>

const UNKNOWN: InLanguages<(code: string) => string> = {
  en: (code) => `This was refused (${code}).`,
  es: (code) => `Esto fue rechazado (${code}).`,
}

/** What a person is told about a refusal, in their language; the command line and its reports speak English. */
export function refusalSentence(
  { code, facts }: Pick<Refusal, 'code' | 'facts'>,
  language: Language = 'en',
): string {
  const sentence = Object.hasOwn(tables[language], code) ? tables[language][code] : undefined
  return sentence === undefined ? UNKNOWN[language](code) : sentence(facts)
}

/** Codes that every table has a sentence for. */
export const REFUSAL_CODES: ReadonlySet<string> = new Set(Object.keys(tables.en))

const STATUSES: Readonly<Record<string, number>> = {
  'not-a-member': 403,
  'standing-lapsed': 403,
  'not-for-you': 403,
  'not-yourself': 403,
  'signatories-unlisted': 403,
  'needs-duty': 403,
  'not-of-unit': 403,
  'not-on-roll': 403,
  'not-yours': 403,
  'not-concerned': 403,
  'right-suspended': 403,
  'seal-missing': 503,
  'not-signatory': 403,
  'not-your-text': 403,
  'moderator-concerned': 403,
  'sign-in-needed': 401,
  'sign-in-wrong': 401,
  'passkey-wrong': 401,
  'factor-wrong': 401,
  'factor-over': 401,
  'sign-in-throttled': 429,
  'apply-throttled': 429,
  'recovery-throttled': 429,
  'device-of-another': 403,
  'signature-demanded': 403,
  'signature-malformed': 400,
  'recovery-not-yours': 403,
  'recovery-number-wrong': 404,
  'setup-code-wrong': 403,
  'operator-code-wrong': 403,
  'token-invalid': 401,
  'token-needed': 401,
  'scope-missing': 403,
  'too-many-calls': 429,
  'method-not-allowed': 405,
  'media-type-wrong': 415,
  'content-too-large': 413,
  'not-json': 400,
  'json-unsound': 400,
  'cursor-wrong': 400,
  fault: 500,
  'not-an-organizer': 403,
  'ballot-length': 400,
  'request-malformed': 400,
  'ballot-throttled': 429,
  'issuer-throttled': 429,
  'issuer-code-wrong': 403,
  'issuer-nothing-here': 404,
  'issuer-vote-unknown': 404,
  'file-too-large': 413,
  'motion-too-long': 413,
  'database-gone': 503,
  'disk-full': 507,
  stopping: 503,
  'clock-jumped': 503,
  'clock-behind': 503,
  'clock-to-confirm': 503,
  'clocks-differ': 503,
  'newer-law': 503,
}

/** The HTTP status of a refusal: 409 where the organization’s state or rules stand against it, 400 for what is malformed. */
export function refusalStatus({ code }: Pick<Refusal, 'code'>): number {
  if (code.startsWith('unknown-')) return 404
  return code === 'malformed' ? 400 : (STATUSES[code] ?? 409)
}
