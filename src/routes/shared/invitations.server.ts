import { readPeople } from '#modules/members'
import { compareNames } from '#ui/language.ts'
import { invitations } from '#ui/words/invitations.ts'
import { plenum } from '#views/plenum.server.ts'
import type { InvitationLink } from '#views/invitations.server.ts'
import { qrOf, type QrCode } from './qr.server.ts'

// A page of some megabytes; whoever has more to print comes again for those who are left.
const MOST_SHEETS = 200

/** An invitation on a sheet of paper: a code to be typed, and the same as a QR code. */
export interface InvitationSheet {
  readonly name: string
  readonly code: string
  readonly qr: QrCode
}

/** New codes on paper for those of these members who have no password yet; each ends the member's earlier link. */
export async function makeSheets(
  origin: string,
  members: readonly string[],
): Promise<readonly InvitationSheet[]> {
  const { access, clock, database } = plenum()
  const people = await readPeople(database, members)
  const held = members.filter((member) => people.has(member)).slice(0, MOST_SHEETS)
  const invited = await access.inviteAll(held, clock.now(), true)
  const sheets = invited.map(({ member, token }) => ({
    name: people.get(member)?.name ?? member,
    code: token,
    qr: qrOf(`${origin}/invitation/${token}`),
  }))
  return sheets.sort((a, b) => compareNames(a.name, b.name))
}

/** The links as a file for a spreadsheet or a mail merge. */
export function linksFile(links: readonly Omit<InvitationLink, 'member'>[]): Response {
  const rows = [invitations.columns, ...links.map(({ name, email, link }) => [name, email ?? '', link])]
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const text = `\u{feff}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${invitations.file}"`,
    'cache-control': 'no-store',
  }
  return new Response(text, { headers })
}

/** A cell that no spreadsheet takes for a formula (OWASP: CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text.trimStart()) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
