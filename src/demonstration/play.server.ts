import { randomBytes } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'
import { hashSalted } from '#modules/record/core'
import { holdText, type Database } from '#modules/record'
import type { Org } from '#organization'
import type { Character } from './people.ts'
import { DAYS } from './script/league.ts'

/** What somebody does in a scene. The unit is named where the act itself does not say to which it belongs. */
export interface Cue {
  readonly by: string
  readonly type: string
  readonly body: Readonly<Record<string, Json>>
  readonly unit?: string
  /** Rows that go with it: names, texts. */
  readonly rows?: readonly CompiledQuery[]
  /** A text that is held sealed with a case or complaint, and the field of the body that refers to it. */
  readonly sealed?: { readonly about: string; readonly field: string; readonly text: string }
}

/** A ballot in a secret vote: nothing of it enters the record before the vote closes. */
export interface SecretCue {
  readonly by: string
  readonly vote: string
  readonly choice: Uint8Array
}

/** What happens at a moment, decided by what the organization has come to by then. Nothing is a good answer too. */
export interface Scene {
  readonly at: Instant
  readonly play: (org: Org, now: Instant) => readonly (Cue | SecretCue)[]
}

/** A performance under way. */
export interface Play {
  readonly database: Database
  readonly people: readonly Character[]
  /** Who leaves or gets notice, in this story or after it. */
  readonly leaving: Set<string>
  /** The moment of a day since the founding, on which people are awake. */
  at(day: number): Instant
  /** Adds a scene; those whose time is never reached are not played. */
  add(at: Instant, play: Scene['play']): void
  /** A text to be held beside the record. */
  hold(text: string): {
    readonly ref: { readonly hash: string; readonly length: number }
    readonly row: CompiledQuery
  }
  next(): Scene | undefined
  take(): Scene | undefined
}

/** Starts a play that reaches the present on its last day. */
export function createPlay(database: Database, people: readonly Character[], present: Instant): Play {
  const start = Math.floor(present / DAY) * DAY - DAYS * DAY
  const scenes: Scene[] = []
  return {
    database,
    people,
    leaving: new Set(),
    at: (day) => awake(start + Math.round(day * DAY)),
    add(at, play) {
      const after = scenes.findIndex((scene) => scene.at > at)
      scenes.splice(after < 0 ? scenes.length : after, 0, { at, play })
    },
    hold(text) {
      const salt = randomBytes(16)
      const hash = hashSalted(salt, text)
      return { ref: { hash, length: text.length }, row: holdText(database, { hash, salt, text }) }
    },
    next: () => scenes[0],
    take: () => scenes.shift(),
  }
}

/** Nobody does much between midnight and seven: the small hours are pressed into one, and the order stays. */
export function awake(at: Instant): Instant {
  const midnight = Math.floor(at / DAY) * DAY
  const hour = (at - midnight) / HOUR
  const waking = hour < 7 ? 7 + hour / 7 : 8 + ((hour - 7) * 16) / 17
  return midnight + Math.floor((waking * HOUR) / MINUTE) * MINUTE
}

/** The id of a thing that the script names. */
export function idFor(kind: string, ...parts: readonly (string | number)[]): string {
  return derivedUuid('demonstration', kind, ...parts)
}
