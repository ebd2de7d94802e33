import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { CompiledQuery } from 'kysely'
import { readPeople } from '#modules/members'
import { readUnreached } from '#modules/notices'
import { indexOf, statusOf, type MemberStatus } from '#modules/members/core'
import type { Json } from '#kernel/canonical'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { makeSheets } from '../../shared/sheets.server.ts'
import { forgottenWith } from '#views/forget.server.ts'
import { makeLink, mayInvite } from '#views/invitations.server.ts'
import { asSeen, noticeFor, viewMember, viewPossible } from '#views/view-member.server.ts'
import { sightOf } from '#views/directory.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { reasonsAbout } from '#views/reasons.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const MOST_REASON = 5_000

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const { id } = event.params
  const view = await read(event, (org, now) =>
    org.members.indices.has(id)
      ? {
          seen: asSeen(
            viewMember(org, now, id),
            sightOf(org, indexOf(org.members, me))(indexOf(org.members, id)),
          ),
          may: viewPossible(org, now, me, id),
          status: statusOf(org.members, id),
        }
      : null,
  )
  if (view === null || isKeptBack(view, id === me)) notFound('member')
  const { access, database } = plenum()
  const people = await readPeople(database, [id])
  const person = view.seen.hasName ? people.get(id) : undefined
  const { seen, may } = view
  const refusal =
    seen.status === 'refused' && may.keeps ? (await reasonsAbout(id, ['member.refuse']))[0] : undefined
  const texts = await textsOf([
    ...(seen.notice === null ? [] : [seen.notice.reason]),
    ...(refusal === undefined ? [] : [refusal]),
  ])
  const who = await whoIs([id])
  const mayRead = may.keeps || id === me
  return {
    member: {
      ...seen,
      name: person?.name ?? null,
      email: mayRead ? (person?.email ?? null) : null,
      notice: noticeFor(seen.notice, mayRead, texts),
      refusal: refusal === undefined ? null : (texts.get(refusal) ?? null),
      motions: seen.motions.map((line) => ({ ...line, by: who(line.by) })),
    },
    isMe: id === me,
    isErased: seen.isErased || (seen.hasName && person === undefined),
    may: { ...may, invite: may.keeps && (seen.status === 'member' || seen.status === 'lapsed') },
    isUnreached: may.keeps && (await readUnreached(database, id)) !== undefined,
    hasPassword: may.keeps && (await access.accounts([id])).has(id),
    keys: {
      vouch: formKey(),
      admit: formKey(),
      refuse: formKey(),
      invite: formKey(),
      notice: formKey(),
      mend: formKey(),
      erase: formKey(),
    },
  }
}

/** Whoever was refused or struck off is none of the members' any more, but of those who keep the roll. */
function isKeptBack(
  { status, may }: { readonly status: MemberStatus; readonly may: { readonly keeps: boolean } },
  isMe: boolean,
): boolean {
  return (status === 'refused' || status === 'struck') && !may.keeps && !isMe
}

export const actions: Actions = {
  vouch: (event) => act(event, 'member.vouch', 'vouched'),
  admit: (event) => act(event, 'member.admit', 'admitted'),
  refuse: (event) => act(event, 'member.refuse', 'refused', reasonFrom),
  notice: (event) => act(event, 'standing.notice', 'noticed', reasonFrom),
  mend: (event) => act(event, 'standing.mend', 'mended'),
  async erase(event) {
    requireMember(event)
    const { id: member } = event.params
    const alongside = await forgottenWith('member.erase', member, { member })
    return act(event, 'member.erase', 'erased', () => ({ alongside }))
  },
  invite: (event) =>
    inviting(event, async (id) => {
      const link = await makeLink(event.url.origin, id)
      return isRefusal(link) ? link : { link }
    }),
  sheet: (event) =>
    inviting(event, async (id) => {
      const print = await makeSheets(event, [id])
      return print.sheets.length === 0 ? refuse('has-password') : { print }
    }),
}

/** Makes an invitation for the member whose page this is, if the asker keeps their roll. */
async function inviting<Made extends object>(
  event: RequestEvent<{ id: string }>,
  make: (id: string) => Promise<Made | Refusal>,
) {
  const me = requireMember(event)
  const form = await readForm(event)
  const { id } = event.params
  const may = await read(event, (org) => mayInvite(org, me, id))
  const made = may ? await make(id) : refuse('needs-duty', { duty: 'roll' })
  return isRefusal(made) ? form.fail(made) : made
}

interface More {
  readonly body?: Readonly<Record<string, Json>>
  readonly alongside?: readonly CompiledQuery[]
}

/** Enters an act about the member whose page this is. */
async function act(
  event: RequestEvent<{ id: string }>,
  type: string,
  done: string,
  more: (form: Form, member: string) => More | ReturnType<typeof refuse> = () => ({}),
) {
  const { id } = event.params
  const form = await readForm(event)
  const also = more(form, id)
  if (isRefusal(also)) return form.fail(also)
  const { body = {}, alongside = [] } = also
  const answer = await enter(event, form, { type, unit: null, body: { member: id, ...body }, alongside })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/members/${id}?done=${done}`)
}

function reasonFrom(form: Form): More | ReturnType<typeof refuse> {
  const text = form.text('reason')
  if (text === '') return refuse('reason-missing')
  if (text.length > MOST_REASON) return refuse('field-too-long', { length: text.length, most: MOST_REASON })
  const { ref, row } = form.hold(text)
  return { body: { reason: ref }, alongside: [row] }
}
