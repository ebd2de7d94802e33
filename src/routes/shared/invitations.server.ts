import { isRefusal, type Refusal } from '#kernel/refusal'
import { readPeople } from '#modules/members'
import { statusAt } from '#modules/members/core'
import { compareNames } from '#ui/language.ts'
import { invitations } from '#ui/words/invitations.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { qrOf, type QrCode } from './qr.server.ts'
import { keeperOf } from '#views/roll.server.ts'

// A page of some megabytes; whoever has more to print comes again for those who are left.
const MOST_SHEETS = 200

/** An invitation as it is handed over: whose it is, and the link. */
export interface InvitationLink {
  readonly member: string
  readonly name: string
  readonly email: string | null
  readonly link: string
}

/** The members whose roll somebody keeps and who have no password yet. */
export async function withoutPassword(
  event: { readonly locals: App.Locals },
  keeper: string,
): Promise<readonly string[]> {
  const accounts = await plenum().access.accounts()
  return read(event, (org) => {
    const keeps = keeperOf(org, org.members.indices.get(keeper) ?? -1)
    return org.members.ids
      .values()
      .filter((id, index) => statusAt(org.members, index) === 'member' && !accounts.has(id) && keeps(index))
  })
}

/** New links for those of these members who have no password yet; each ends the member's earlier link. */
export async function makeLinks(
  origin: string,
  members: readonly string[],
): Promise<readonly InvitationLink[]> {
  const { access, clock, database } = plenum()
  const accounts = await access.accounts(members)
  const without = members.filter((member) => !accounts.has(member))
  const people = await readPeople(database, without)
  const invited = await access.inviteAll(
    without.filter((member) => people.has(member)),
    clock.now(),
  )
  const links = invited.flatMap(({ member, token }) => {
    const person = people.get(member)
    if (person === undefined) return []
    return [{ member, name: person.name, email: person.email, link: `${origin}/invitation/${token}` }]
  })
  return links.sort((a, b) => compareNames(a.name, b.name))
}

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

/** A new link for one member who has no password yet. */
export async function makeLink(origin: string, member: string): Promise<InvitationLink | Refusal> {
  const { access, clock, database } = plenum()
  const people = await readPeople(database, [member])
  const invited = await access.invite(member, clock.now())
  if (isRefusal(invited)) return invited
  const person = people.get(member)
  return {
    member,
    name: person?.name ?? member,
    email: person?.email ?? null,
    link: `${origin}/invitation/${invited.token}`,
  }
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
