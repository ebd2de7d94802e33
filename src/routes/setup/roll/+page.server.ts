import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { listPeople } from '#modules/members'
import { homeOf, statusOf } from '#modules/members/core'
import { NOBODY } from '#modules/record/core'
import { foundingIsOpen } from '#organization'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { makeLinks } from '#views/invitations.server.ts'
import { pageOf } from '../../shared/paging.server.ts'
import { forgottenWith } from '#views/forget.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { requireSetup } from '../../shared/setup.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  await requireSetup(event)
  const { access, database } = plenum()
  const part = event.url.searchParams.get('q') ?? ''
  const { page, from, count } = pageOf(event.url)
  const found = await listPeople(database, { part, addresses: true, from, count: count + 1 })
  const people = found.slice(0, count)
  const accounts = await access.accounts(people.map(({ member }) => member))
  const view = await read(event, (org) => ({
    isOpen: foundingIsOpen(org),
    rows: people.flatMap(({ member, name, email }) => {
      if (statusOf(org.members, member) !== 'listed') return []
      const organizer = org.members.organizers.has(org.members.indices.get(member) ?? -1)
      const hasPassword = accounts.has(member)
      return [{ member, name, email, home: homeOf(org, member).name, organizer, hasPassword, key: formKey() }]
    }),
  }))
  return { ...view, part, page, more: found.length > count }
}

export const actions: Actions = {
  async strike(event) {
    await requireSetup(event)
    const form = await readForm(event)
    const member = form.text('member')
    const alongside = await forgottenWith('founding.strike', NOBODY, { member })
    const answer = await enter(event, form, {
      by: NOBODY,
      type: 'founding.strike',
      unit: null,
      body: { member },
      alongside,
    })
    if (isRefusal(answer)) return form.fail(answer)
    redirect(303, '/setup/roll?done=struck')
  },
  async link(event) {
    await requireSetup(event)
    const form = await readForm(event)
    const member = form.text('member')
    const isListed = await read(event, (org) => statusOf(org.members, member) === 'listed')
    return { links: isListed ? await makeLinks(event.url.origin, [member]) : [] }
  },
}
