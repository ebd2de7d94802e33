import type { CompiledQuery } from 'kysely'
import { fieldOf, type Json } from '#kernel/canonical'
import { deleteDeviceNames } from '#modules/devices'
import { deletePerson } from '#modules/members'
import { eraseHeldText } from '#modules/record'
import { deleteFeed, forgetNotices } from '#modules/notices'
import { forgetItems } from '#modules/outbox'
import { forgetRequests } from '#modules/recovery'
import { deleteWebhooks } from '#modules/webhooks'
import { plenum } from './plenum.server.ts'
import { eraseReasons } from './reasons.server.ts'

/** Ends every way into the program: whoever is no member any more has nothing to sign in to. */
function endAccess(member: string): readonly CompiledQuery[] {
  return [...plenum().access.forget(member), ...endOtherWays(member)]
}

/** Ends what goes on without signing in, whoever set it up: programs that act or are told, feeds, requests for recovery. */
export function endOtherWays(member: string): readonly CompiledQuery[] {
  const { database, tokens } = plenum()
  return [
    ...tokens.forget(member),
    forgetRequests(database, member),
    deleteDeviceNames(database, member),
    deleteWebhooks(database, member),
    deleteFeed(database, member),
  ]
}

/** What goes from the tables with an act that ends a membership or erases a person or a text; nothing for any other. */
export async function forgottenWith(type: string, by: string, body: Json): Promise<readonly CompiledQuery[]> {
  const named = fieldOf(body, 'member')
  const member = typeof named === 'string' ? named : by
  const { database } = plenum()
  switch (type) {
    case 'member.resign':
      return fieldOf(body, 'erase') === true ? forgetPerson(member) : endAccess(member)
    case 'member.erase':
      return forgetPerson(member)
    case 'founding.strike':
      return [deletePerson(database, member), ...endAccess(member), ...endNotices(member)]
    case 'text.erase':
      return [eraseText(body)]
    default:
      return []
  }
}

/** What goes with the act by which its author erases a text: the text and its salt. */
export function eraseText(body: Json): CompiledQuery {
  const { clock, database } = plenum()
  const hash = fieldOf(body, 'text')
  return eraseHeldText(database, typeof hash === 'string' ? hash : '', clock.now())
}

async function forgetPerson(member: string): Promise<readonly CompiledQuery[]> {
  const { database } = plenum()
  return [
    deletePerson(database, member),
    ...endAccess(member),
    ...endNotices(member),
    ...(await eraseReasons(member)),
  ]
}

/** What somebody chose to be told, what they were told, and what is on its way to them. */
function endNotices(member: string): readonly CompiledQuery[] {
  const { database } = plenum()
  return [...forgetNotices(database, member), forgetItems(database, member)]
}
