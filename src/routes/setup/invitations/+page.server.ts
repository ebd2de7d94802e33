import { statusAt, idAt } from '#modules/members/core'
import type { Org } from '#organization'
import { formKey } from '../../shared/forms.server.ts'
import { makeLinks } from '#views/invitations.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { namesOf, read } from '#views/read.server.ts'
import { countByStatus } from '#views/roll.server.ts'
import { requireSetup } from '../../shared/setup.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  await requireSetup(event)
  const { organizers, listed } = await read(event, (org) => ({
    organizers: organizersOf(org),
    listed: countByStatus(org).listed ?? 0,
  }))
  const accounts = await plenum().access.accounts()
  const names = await namesOf(organizers)
  return {
    key: formKey(),
    organizers: organizers.map((id) => ({ id, name: names.get(id) ?? '', hasPassword: accounts.has(id) })),
    // Only people on the roll have an account.
    waiting: Math.max(0, listed - accounts.size),
  }
}

export const actions: Actions = {
  async organizers(event) {
    await requireSetup(event)
    return { links: await makeLinks(event.url.origin, await read(event, organizersOf)) }
  },
}

function organizersOf({ members }: Org): readonly string[] {
  const listed = [...members.organizers.keys()].filter((index) => statusAt(members, index) === 'listed')
  return listed.map((index) => idAt(members, index))
}
