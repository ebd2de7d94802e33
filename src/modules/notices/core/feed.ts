import type { Instant } from '#kernel/instant'
import { escape } from './render.ts'

/** Something in a feed. */
export interface FeedEntry {
  /** A UUID that stays the same for the same thing. */
  readonly id: string
  readonly at: Instant
  readonly title: string
  readonly href: string
}

/** A feed of one reader. */
export interface Feed {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly now: Instant
  readonly entries: readonly FeedEntry[]
}

/** The feed as Atom (RFC 4287), newest first. */
export function renderAtom({ id, title, language, now, entries }: Feed): string {
  const updated = entries[0]?.at ?? now
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(language)}">
<id>urn:uuid:${id}</id>
<title>${escape(title)}</title>
<updated>${stamp(updated)}</updated>
<author><name>${escape(title)}</name></author>
${entries.map(entryXml).join('\n')}
</feed>
`
}

function entryXml({ id, at, title, href }: FeedEntry): string {
  return `<entry><id>urn:uuid:${id}</id><title>${escape(title)}</title><updated>${stamp(at)}</updated><link href="${escape(href)}"/></entry>`
}

function stamp(at: Instant): string {
  return new Date(at).toISOString()
}

/** The same as a calendar (RFC 5545): each entry is a moment until when something can be done. */
export function renderCalendar({ title, now, entries }: Feed): string {
  const events = entries.flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${entry.id}`,
    `DTSTAMP:${compact(now)}`,
    `DTSTART:${compact(entry.at)}`,
    `SUMMARY:${plain(entry.title)}`,
    `URL:${entry.href}`,
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenum//Plenum//EN',
    `X-WR-CALNAME:${plain(title)}`,
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(fold).join('\r\n')}\r\n`
}

function compact(at: Instant): string {
  return `${stamp(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function plain(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')
}

// Lines end at 75 bytes; a character has at most four.
const MOST_CHARACTERS = 18

function fold(line: string): readonly string[] {
  if (line.length <= 60 && /^[\x20-\x7e]*$/.test(line)) return [line]
  const signs = [...line]
  const parts = Array.from({ length: Math.ceil(signs.length / MOST_CHARACTERS) }, (_, n) =>
    signs.slice(n * MOST_CHARACTERS, (n + 1) * MOST_CHARACTERS).join(''),
  )
  return parts.map((part, n) => (n === 0 ? part : ` ${part}`))
}
