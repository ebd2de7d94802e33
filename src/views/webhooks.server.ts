import { statusOf, type MemberStatus } from '#modules/members/core'
import { enqueueNow } from '#modules/outbox'
import { webhookPart } from '#modules/webhooks'
import { shownTo, type OpenPart } from '#organization/server'
import { mailItem } from './mail/follow-record.server.ts'

const MEMBERS: readonly MemberStatus[] = ['member', 'listed', 'lapsed']

/** Whether webhooks may go to this machine and its network, by plain http: for trying them out, never beside the internet. */
export function webhooksMayBeLocal(): boolean {
  return process.env['PLENUM_WEBHOOKS_LOCAL'] === '1'
}

/** Webhooks tell a member's server what that member may read, at the moment when it is sent. */
export const webhooksPart: OpenPart = ({ clerk, clock, database, store }) =>
  webhookPart({
    database,
    store,
    now: () => clock.now(),
    origin: process.env['PLENUM_ORIGIN'] ?? 'http://localhost:7171',
    isLocal: webhooksMayBeLocal(),
    gaveUp: ({ id, member }) =>
      enqueueNow(database, [mailItem(`webhook/${id}`, member, { about: 'webhook' })]),
    shownTo: (kept, member) =>
      clerk.read((org) =>
        MEMBERS.includes(statusOf(org.members, member))
          ? shownTo(org, kept, { kind: 'member', id: member })
          : undefined,
      ),
  })
