import { readPeople } from '#modules/members'
import { mailInvitations } from '#views/mail/queue-mail.server.ts'
import { mailOffice, sendsMail } from '#views/mail/office.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { makeLinks, withoutPassword } from '#views/invitations.server.ts'
import { requireKeeper } from '../../shared/keeper.server.ts'
import { makeSheets, printAfter, withoutAddress } from '../../shared/sheets.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const waiting = await withoutPassword(event, await requireKeeper(event))
  return { waiting: waiting.length, mails: sendsMail(await mailOffice()), key: formKey() }
}

export const actions: Actions = {
  /** Sheets for whoever is reached by no mail. A post, because it ends the links before. */
  async sheets(event) {
    const waiting = await withoutPassword(event, await requireKeeper(event))
    const form = await readForm(event)
    const isOfSome = form.has('only')
    const wanted = isOfSome ? await withoutAddress(waiting) : waiting
    const { members, next } = printAfter(wanted, form.text('after'))
    return { print: await makeSheets(event, members), next, isOfSome }
  },
  /** New links for all of the asker's roll who have no password, each to its own address. */
  async mail(event) {
    const waiting = await withoutPassword(event, await requireKeeper(event))
    const office = await mailOffice()
    const people = await readPeople(office.plenum.database, waiting)
    const reached = waiting.filter((member) => typeof people.get(member)?.email === 'string')
    const links = sendsMail(office) ? await makeLinks(office.origin, reached) : []
    await mailInvitations(links)
    return { queued: links.length, without: waiting.length - reached.length }
  },
}
