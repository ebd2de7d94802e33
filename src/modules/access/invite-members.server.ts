import { DAY, type Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import type { Invited } from './access.ts'
import { findInvitation, findMembersWithAccount, keepInvitations } from './access.sql.server.ts'
import { refuseAccess } from './core/messages.ts'
import { hashSecret, newPaperCode, newToken, normalizeInvitation } from './secret.server.ts'

const VALID = 30 * DAY

/** A new link for each member who has no account, in a fixed order so that two imports at once do not wait for each other crosswise. */
export async function inviteMembers(
  database: Database,
  members: readonly string[],
  now: Instant,
  onPaper = false,
): Promise<readonly Invited[]> {
  const known = new Set(await findMembersWithAccount(database, members))
  const without = [...new Set(members)].filter((member) => !known.has(member))
  const invited = without
    .toSorted()
    .map((member) => ({ member, token: onPaper ? newPaperCode() : newToken(), expires: now + VALID }))
  await keepInvitations(
    database,
    invited.map(({ member, token, expires }) => ({ member, tokenHash: hashSecret(token), expires })),
  )
  return invited
}

/** Whose link it is, if it can be used. */
export async function readInvitation(
  database: Database,
  token: string,
  now: Instant,
): Promise<{ readonly member: string } | Refusal> {
  const invitation = await findInvitation(database, hashSecret(normalizeInvitation(token)))
  if (invitation === undefined) return refuseAccess('invitation-unknown')
  if (invitation.usedAt !== undefined) return refuseAccess('invitation-used')
  return invitation.expires > now ? { member: invitation.member } : refuseAccess('invitation-over')
}
