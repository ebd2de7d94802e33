import type { RequestEvent } from '@sveltejs/kit'
import type { Instant } from '#kernel/instant'
import { readPeople } from '#modules/members'
import { compareNames } from '#ui/language.ts'
import { plenum } from '#views/plenum.server.ts'
import { qrOf, type QrCode } from './qr.server.ts'

// A page of some megabytes, and about as many sheets as a tray holds.
const MOST_SHEETS = 200

/** An invitation on a sheet of paper: a code to be typed, and the same as a QR code. */
export interface InvitationSheet {
  readonly name: string
  readonly code: string
  readonly qr: QrCode
  readonly expires: Instant
}

/** The sheets of one print, and where the code is typed. */
export interface Sheets {
  readonly sheets: readonly InvitationSheet[]
  readonly address: string
}

/** Whom one print is for, and after whom the next begins, if some are left. */
export interface Print {
  readonly members: readonly string[]
  readonly next: { readonly after: string; readonly left: number } | null
}

/**
 * The first of these after a member, in the order of ids: it stays the same while some of them choose passwords, so that going
 * on neither leaves anybody out nor ends a sheet that was just printed.
 */
export function printAfter(members: readonly string[], after: string, most = MOST_SHEETS): Print {
  const rest = members.filter((id) => id > after).sort()
  const left = rest.length - most
  const last = rest[most - 1]
  return {
    members: rest.slice(0, most),
    next: left > 0 && last !== undefined ? { after: last, left } : null,
  }
}

/** Those of these members whom no mail reaches: no address is held. */
export async function withoutAddress(members: readonly string[]): Promise<readonly string[]> {
  const people = await readPeople(plenum().database, members)
  return members.filter((member) => people.get(member)?.email === null)
}

/** New codes on paper for those of these members who have no password yet; each ends the member's earlier invitation. */
export async function makeSheets(
  { url }: Pick<RequestEvent, 'url'>,
  members: readonly string[],
): Promise<Sheets> {
  const { access, clock, database } = plenum()
  const people = await readPeople(database, members)
  const held = members.filter((member) => people.has(member))
  const invited = await access.inviteAll(held, clock.now(), true)
  const sheets = invited.map(({ member, token, expires }) => ({
    name: people.get(member)?.name ?? member,
    code: token,
    qr: qrOf(`${url.origin}/invitation/${token}`),
    expires,
  }))
  return { sheets: sheets.sort((a, b) => compareNames(a.name, b.name)), address: `${url.origin}/join` }
}
