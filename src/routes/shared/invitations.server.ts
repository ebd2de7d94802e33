import { csvCell } from '#kernel/csv-cell'
import { invitations } from '#ui/words/invitations.ts'
import type { InvitationLink } from '#views/invitations.server.ts'

/** The links as a file for a spreadsheet or a mail merge. */
export function linksFile(links: readonly Omit<InvitationLink, 'member'>[]): Response {
  const rows = [invitations.columns, ...links.map(({ name, email, link }) => [name, email ?? '', link])]
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const text = `\u{feff}${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${invitations.file}"`,
    'cache-control': 'no-store',
  }
  return new Response(text, { headers })
}
