import type { CompiledQuery } from 'kysely'
import { fieldOf } from '#kernel/canonical'
import type { Access } from '#modules/access'
import { deletePerson } from '#modules/members'
import { deleteFeed, forgetNotices } from '#modules/notices'
import { forgetItems } from '#modules/outbox'
import type { Database } from '#modules/record'
import type { Act } from '#modules/record/core'
import { forgetRequests } from '#modules/recovery'
import type { Tokens } from '#modules/tokens'
import { deleteWebhooks } from '#modules/webhooks'

/** What goes with an act of the clerk. */
export type Forgets = (act: Act) => readonly CompiledQuery[]

/**
 * With an expulsion every way into the program ends; when it ends by itself, what is held about the person is deleted. The clerk enters
 * both by itself, so that nobody else can see to it.
 */
export function forgetExpelled(
  database: Database,
  { access, tokens }: { readonly access: Pick<Access, 'forget'>; readonly tokens: Pick<Tokens, 'forget'> },
): Forgets {
  return ({ type, body }) => {
    const expelled = type === 'case.bind' ? fieldOf(fieldOf(body, 'expelled'), 'member') : undefined
    const former = type === 'case.expire' ? fieldOf(body, 'former') : undefined
    if (typeof expelled === 'string')
      return [
        ...access.forget(expelled),
        ...tokens.forget(expelled),
        forgetRequests(database, expelled),
        deleteWebhooks(database, expelled),
        deleteFeed(database, expelled),
      ]
    if (typeof former !== 'string') return []
    return [deletePerson(database, former), ...forgetNotices(database, former), forgetItems(database, former)]
  }
}
