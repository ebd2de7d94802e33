import type { CompiledQuery, Generated, Kysely, Selectable } from 'kysely'
import { languageOf } from '#kernel/language'
import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { DEFAULTS, type Level, type Preferences } from './core/preferences.ts'

interface PreferencesTable {
  readonly member: string
  readonly level: Level
  readonly weekday: number
  readonly speaking: number
  readonly language: string | null
  readonly html: number
}

type NoticesTables = {
  readonly notices_preferences: PreferencesTable
  readonly notices_told: {
    readonly member: string
    readonly weekly_until: number | null
    readonly urgent_at: number | null
    readonly urgent_until: number | null
  }
  readonly notices_unreached: { readonly member: string; readonly code: string; readonly since: number }
  readonly notices_feed: { readonly member: string; readonly secret_hash: Uint8Array }
  readonly notices_key: { readonly id: number; readonly secret: Uint8Array }
  readonly notices_mailbox: {
    readonly id: Generated<number>
    readonly member: string
    readonly at: number
    readonly sender: string
    readonly subject: string
    readonly body: string
  }
}

/** What a member has been told, by the organization's clock. */
export interface Told {
  /** The weekly message has told everything up to here. */
  readonly weeklyUntil?: Instant | undefined
  /** When the last message went that could not wait, and of votes opened up to when. */
  readonly urgentAt?: Instant | undefined
  readonly urgentUntil?: Instant | undefined
}

/** An address that takes no mail, by the code of its server. */
export interface Unreached {
  readonly code: string
  readonly since: Instant
}

/** A letter of a demonstration, as it would have gone. */
export interface MailboxLetter {
  readonly member: string
  readonly at: Instant
  readonly sender: string
  readonly subject: string
  readonly body: string
}

function tables(database: Database): Kysely<NoticesTables> {
  return database.kysely.$extendTables<NoticesTables>()
}

function preferencesOf(row: Selectable<PreferencesTable> | undefined): Preferences {
  if (row === undefined) return DEFAULTS
  const { level, weekday, speaking, language, html } = row
  return {
    level,
    weekday,
    speaking: speaking === 1,
    language: languageOf(language) ?? null,
    html: html === 1,
  }
}

/** What a member has chosen, or the defaults. */
export async function readPreferences(database: Database, member: string): Promise<Preferences> {
  const query = tables(database).selectFrom('notices_preferences').selectAll().where('member', '=', member)
  return preferencesOf(await query.executeTakeFirst())
}

/** The members who have chosen something, with what they chose. */
export async function readAllPreferences(database: Database): Promise<ReadonlyMap<string, Preferences>> {
  const rows = await tables(database).selectFrom('notices_preferences').selectAll().execute()
  return new Map(rows.map((row) => [row.member, preferencesOf(row)]))
}

/** Keeps what a member has chosen; nothing is kept of whoever chose the defaults. */
export async function keepPreferences(
  database: Database,
  member: string,
  { level, weekday, speaking, language, html }: Preferences,
): Promise<void> {
  const values = { level, weekday, speaking: Number(speaking), language, html: Number(html) }
  const isDefault =
    level === DEFAULTS.level && weekday === DEFAULTS.weekday && !speaking && language === null && html
  const kysely = tables(database)
  if (isDefault) await kysely.deleteFrom('notices_preferences').where('member', '=', member).execute()
  else
    await kysely
      .insertInto('notices_preferences')
      .values({ member, ...values })
      .onConflict((conflict) => conflict.column('member').doUpdateSet(values))
      .execute()
}

/** What a member has been told. */
export async function readTold(database: Database, member: string): Promise<Told> {
  const row = await tables(database)
    .selectFrom('notices_told')
    .selectAll()
    .where('member', '=', member)
    .executeTakeFirst()
  return {
    weeklyUntil: row?.weekly_until ?? undefined,
    urgentAt: row?.urgent_at ?? undefined,
    urgentUntil: row?.urgent_until ?? undefined,
  }
}

/** Notes what a member has now been told, to go with the mark that the message went. */
export function noteTold(database: Database, member: string, told: Told): CompiledQuery {
  const values = {
    ...(told.weeklyUntil === undefined ? {} : { weekly_until: told.weeklyUntil }),
    ...(told.urgentAt === undefined ? {} : { urgent_at: told.urgentAt }),
    ...(told.urgentUntil === undefined ? {} : { urgent_until: told.urgentUntil }),
  }
  return tables(database)
    .insertInto('notices_told')
    .values({ member, weekly_until: null, urgent_at: null, urgent_until: null, ...values })
    .onConflict((conflict) => conflict.column('member').doUpdateSet(values))
    .compile()
}

/** Why a member's address takes no mail, if it does not. */
export async function readUnreached(database: Database, member: string): Promise<Unreached | undefined> {
  return tables(database)
    .selectFrom('notices_unreached')
    .select(['code', 'since'])
    .where('member', '=', member)
    .executeTakeFirst()
}

/** Notes that an address takes no mail. */
export async function noteUnreached(
  database: Database,
  member: string,
  { code, since }: Unreached,
): Promise<void> {
  await tables(database)
    .insertInto('notices_unreached')
    .values({ member, code, since })
    .onConflict((conflict) => conflict.column('member').doUpdateSet({ code }))
    .execute()
}

/** The address is tried again. */
export async function forgetUnreached(database: Database, member: string): Promise<void> {
  await tables(database).deleteFrom('notices_unreached').where('member', '=', member).execute()
}

/** Puts a new feed's secret in the place of any other. */
export async function keepFeed(database: Database, member: string, secretHash: Uint8Array): Promise<void> {
  await tables(database)
    .insertInto('notices_feed')
    .values({ member, secret_hash: secretHash })
    .onConflict((conflict) => conflict.column('member').doUpdateSet({ secret_hash: secretHash }))
    .execute()
}

/** Ends a member's feed: its addresses open nothing any more. */
export function deleteFeed(database: Database, member: string): CompiledQuery {
  return tables(database).deleteFrom('notices_feed').where('member', '=', member).compile()
}

/** Whose feed this is. */
export async function findFeed(database: Database, secretHash: Uint8Array): Promise<string | undefined> {
  const row = await tables(database)
    .selectFrom('notices_feed')
    .select('member')
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row?.member
}

/** Whether a member has a feed. */
export async function hasFeed(database: Database, member: string): Promise<boolean> {
  const query = tables(database).selectFrom('notices_feed').select('member').where('member', '=', member)
  return (await query.executeTakeFirst()) !== undefined
}

/** The key of the links, made where there is none yet. */
export async function readKey(database: Database, fresh: Uint8Array): Promise<Uint8Array> {
  await tables(database)
    .insertInto('notices_key')
    .values({ id: 1, secret: Buffer.from(fresh) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const { secret } = await tables(database)
    .selectFrom('notices_key')
    .select('secret')
    .executeTakeFirstOrThrow()
  return secret
}

/** Keeps a letter of a demonstration, to go with the mark that it is done. */
export function keepInMailbox(database: Database, letter: MailboxLetter): CompiledQuery {
  return tables(database).insertInto('notices_mailbox').values(letter).compile()
}

/** A demonstration's last letters, newest first; of one member, where one is named. */
export async function readMailbox(
  database: Database,
  { member, count }: { readonly member?: string | undefined; readonly count: number },
): Promise<readonly MailboxLetter[]> {
  return tables(database)
    .selectFrom('notices_mailbox')
    .select(['member', 'at', 'sender', 'subject', 'body'])
    .$if(member !== undefined, (query) => query.where('member', '=', member ?? ''))
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
}

const HELD = [
  'notices_preferences',
  'notices_told',
  'notices_unreached',
  'notices_feed',
  'notices_mailbox',
] as const

/** To go alongside the entry that erases a member. */
export function forgetNotices(database: Database, member: string): readonly CompiledQuery[] {
  return HELD.map((table) => tables(database).deleteFrom(table).where('member', '=', member).compile())
}
