import type { Language } from '#kernel/language'
import { readPeople } from '#modules/members'
import { readPreferences, type MailSettings, type UnsubscribeLinks } from '#modules/notices'
import type { Letter, Preferences } from '#modules/notices/core'
import type { Plenum } from '#organization/server'

/** What letters are written with. */
export interface Office {
  readonly plenum: Plenum
  readonly settings: MailSettings
  readonly links: UnsubscribeLinks
  /** Such as `https://plenum.example.org`. */
  readonly origin: string
}

/** To whom a letter goes. */
export interface Reader {
  readonly member: string
  /** Null where none is held, also of whoever was erased. */
  readonly address: string | null
  readonly preferences: Preferences
  readonly language: Language
}

/** Everything that is known of a reader. */
export async function readReader({ plenum, settings }: Office, member: string): Promise<Reader> {
  const [people, preferences] = await Promise.all([
    readPeople(plenum.database, [member]),
    readPreferences(plenum.database, member),
  ])
  return {
    member,
    address: people.get(member)?.email ?? null,
    preferences,
    language: preferences.language ?? settings.language,
  }
}

/** A letter without what all letters have. */
export type Draft = Pick<Letter, 'subject' | 'opening' | 'sections'> & Partial<Pick<Letter, 'closing'>>
