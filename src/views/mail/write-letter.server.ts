import { toBase64 } from '#kernel/bytes'
import { MINUTE, type Instant } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import type { CompiledQuery } from 'kysely'
import type { TakenItem } from '#modules/outbox'
import { noteTold, readTold } from '#modules/notices'
import { URGENT_GAP, wants, WEEK, type Letter, type LetterLine, type Level } from '#modules/notices/core'
import { statusAt } from '#modules/members/core'
import { parseCheckpoint, type Checkpoint } from '#modules/record/core'
import { signCheckpoint } from '#modules/record'
import { mail } from '#ui/words/mail.ts'
import { speak } from '../speaking.server.ts'
import { draftNotice } from './draft-notice.server.ts'
import { draftUrgent } from './draft-urgent.server.ts'
import { draftWeekly } from './draft-weekly.server.ts'
import { isSecret, parseMailPayload, type MailPayload } from './payload.ts'
import { readReader, type Draft, type Office, type Reader } from './reader.server.ts'
import { readReportTimes } from './report-times.server.ts'

/** A letter that is to go, or why none goes (now). */
export type Written =
  | {
      readonly letter: Letter
      readonly to: string
      readonly reader: Reader | undefined
      /** The link by which one click ends letters of this kind. */
      readonly unsubscribe: string | undefined
      readonly alongside: readonly CompiledQuery[]
    }
  | { readonly none: string; readonly alongside?: readonly CompiledQuery[] }
  | { readonly later: Instant }

// Members get a week's news in one go: after weeks without mail not all of it, but what is on the pages anyway.
const MOST_WEEKS = 6
/** Two weekly messages are never nearer, though somebody chose another day. */
const NEAREST = WEEK - 12 * 60 * MINUTE

/** Writes the letter of an item in its reader's language. */
export async function writeLetter(
  office: Office,
  item: Pick<TakenItem, 'payload' | 'subject'>,
): Promise<Written> {
  const payload = parseMailPayload(item.payload)
  if (payload === undefined) return { none: 'emptied' }
  if (payload.about === 'test') return writeTest(office, payload)
  const { subject: member } = item
  if (member === undefined) return { none: 'no-reader' }
  const reader = await readReader(office, member)
  if (reader.address === null) return { none: 'no-address' }
  return speak(reader.language, () => writeFor(office, payload, { ...reader, address: reader.address ?? '' }))
}

function writeTest(office: Office, payload: Extract<MailPayload, { about: 'test' }>): Written {
  const { language } = office.settings
  return speak(language, () => {
    const { subject, opening } = mail.test
    const letter = { language, subject, opening, sections: [], closing: [], footer: [] }
    return { letter, to: payload.address, reader: undefined, unsubscribe: undefined, alongside: [] }
  })
}

type Addressed = Reader & { readonly address: string }

async function writeFor(
  office: Office,
  payload: Exclude<MailPayload, { about: 'test' }>,
  reader: Addressed,
): Promise<Written> {
  switch (payload.about) {
    case 'weekly':
      return writeWeekly(office, payload, reader)
    case 'urgent':
      return writeUrgent(office, reader)
    case 'mandate':
    case 'office':
    case 'panel':
      if (!wants(reader.preferences.level, 'urgent')) return { none: 'not-wanted' }
      return writeNotice(office, payload, reader)
    case 'case':
    case 'standing':
    case 'text':
    case 'account':
    case 'invitation':
    case 'polling':
    case 'webhook':
      return writeNotice(office, payload, reader)
  }
}

async function writeNotice(
  office: Office,
  payload: Exclude<MailPayload, { about: 'test' | 'weekly' | 'urgent' }>,
  reader: Addressed,
): Promise<Written> {
  const { plenum, origin } = office
  const draft = await plenum.clerk.read((org) =>
    draftNotice(org, payload, reader.preferences.speaking, origin),
  )
  if (draft === undefined) return { none: 'over' }
  return finish(office, reader, draft, undefined, isSecret(payload))
}

async function writeWeekly(
  office: Office,
  { after, until: slot }: Extract<MailPayload, { about: 'weekly' }>,
  reader: Addressed,
): Promise<Written> {
  const { plenum, origin, settings } = office
  const { member, preferences } = reader
  if (!wants(preferences.level, 'weekly')) return { none: 'not-wanted' }
  const told = await readTold(plenum.database, member)
  // Whoever was told nothing yet hears of a week, or of all the time for which nothing was planned.
  const before = told.weeklyUntil ?? Math.min(after, slot - WEEK)
  if (told.weeklyUntil !== undefined && slot - told.weeklyUntil < NEAREST) return { none: 'too-soon' }
  const time = { weekday: preferences.weekday, hour: settings.hour }
  const span = { from: Math.max(before, slot - MOST_WEEKS * WEEK), until: slot }
  const reported = await readReportTimes(plenum)
  const draft = await plenum.clerk.read((org, now) => {
    const index = org.members.indices.get(member) ?? -1
    if (index < 0 || !['member', 'listed'].includes(statusAt(org.members, index))) return undefined
    return draftWeekly(org, { member, index, span, reported, now, told, time, preferences, origin })
  })
  const note = noteTold(plenum.database, member, { weeklyUntil: slot })
  if (draft === undefined) return { none: 'nothing-new', alongside: [note] }
  return finish(office, reader, draft, 'urgent', false, [note])
}

async function writeUrgent(office: Office, reader: Addressed): Promise<Written> {
  const { plenum, origin, settings } = office
  const { member, preferences } = reader
  if (!wants(preferences.level, 'urgent')) return { none: 'not-wanted' }
  const told = await readTold(plenum.database, member)
  const now = plenum.clock.now()
  if (told.urgentAt !== undefined && now < told.urgentAt + URGENT_GAP)
    return { later: told.urgentAt + URGENT_GAP }
  const time = { weekday: preferences.weekday, hour: settings.hour }
  const draft = await plenum.clerk.read((org) => {
    const index = org.members.indices.get(member)
    return index === undefined
      ? undefined
      : draftUrgent(org, { member, index, preferences, told, time, origin })
  })
  if (draft === undefined) return { none: 'told-already' }
  const note = noteTold(plenum.database, member, { urgentAt: now, urgentUntil: draft.toldUntil })
  return finish(office, reader, draft, 'legal', false, [note])
}

/** Puts the checkpoint and the links under a draft. A letter with a secret carries nothing else to be forwarded for. */
async function finish(
  office: Office,
  reader: Addressed,
  draft: Draft,
  less: Exclude<Level, 'weekly'> | undefined,
  isBare: boolean,
  alongside: readonly CompiledQuery[] = [],
): Promise<Written> {
  const unsubscribe =
    less === undefined
      ? undefined
      : `${office.origin}/unsubscribe/${office.links.tokenFor(reader.member)}/${less}`
  const footer: LetterLine[] = isBare ? [] : [...(await checkpointLines(office))]
  footer.push({ text: mail.choose, href: `${office.origin}/me/notices` })
  if (less !== undefined) footer.push({ text: mail.less[less], href: unsubscribe })
  const letter = { closing: [], ...draft, language: reader.language, footer }
  return { letter, to: reader.address, reader, unsubscribe, alongside }
}

async function checkpointLines(office: Office): Promise<readonly LetterLine[]> {
  const checkpoint = await lastCheckpoint(office)
  if (checkpoint === undefined) return []
  const { origin, size, root } = checkpoint
  return [
    { text: mail.checkpoint(size) },
    { text: mail.origin(origin) },
    { text: mail.root(toBase64(root)), href: `${office.origin}/record` },
  ]
}

let signed: { readonly origin: string; readonly until: Instant; readonly checkpoint: Checkpoint } | undefined

/** The checkpoint of now, or of some minutes ago: signing anew for each of a hundred thousand letters would help nobody. */
async function lastCheckpoint({ plenum }: Office): Promise<Checkpoint | undefined> {
  const wall = plenum.clock.wall()
  if (signed?.origin === plenum.log.origin && wall < signed.until) return signed.checkpoint
  const note = await signCheckpoint(plenum.database, plenum.store)
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  if (isRefusal(checkpoint)) return undefined
  signed = { origin: plenum.log.origin, until: wall + 5 * MINUTE, checkpoint }
  return checkpoint
}
