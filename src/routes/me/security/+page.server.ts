import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { tellAccountChange } from '#views/mail/queue-mail.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { recoveriesAbout, recoveriesVouchedBy, type RecoveryLine } from '#views/view-recoveries.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { proofIn, unproven } from '../../shared/proof.server.ts'
import { deviceFrom, keepSession, requireMember, SESSION_COOKIE } from '../../shared/session.server.ts'
import { siteOf } from '../../shared/site.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  const { access, clock } = plenum()
  const { about, vouched } = await read(event, (org) => {
    const index = org.members.indices.get(id) ?? -1
    return { about: recoveriesAbout(org, index), vouched: recoveriesVouchedBy(org, index) }
  })
  const who = await whoIs([...about, ...vouched].flatMap(({ member, vouchers }) => [member, ...vouchers]))
  const named = (line: RecoveryLine) => ({
    ...line,
    member: who(line.member),
    vouchers: line.vouchers.map(who),
  })
  return {
    about: about.map(named),
    vouched: vouched.map(named),
    sessions: await access.sessions(id, tokenOf(event), clock.now()),
    factor: (await access.factor.state(id)) ?? null,
    passkeys: await access.passkeys.list(id),
    asked: await access.proofAsked(id),
    key: formKey(),
  }
}

function tokenOf({ cookies }: Pick<RequestEvent, 'cookies'>): string {
  return cookies.get(SESSION_COOKIE) ?? ''
}

export const actions: Actions = {
  async end(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const refusal = await unproven(id, form)
    if (refusal !== undefined) return form.fail(refusal)
    const { access, clock } = plenum()
    await access.endSession(id, form.text('session'), clock.now())
    redirect(303, '/me/security?done=session')
  },
  async endOthers(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const refusal = await unproven(id, form)
    if (refusal !== undefined) return form.fail(refusal)
    await plenum().access.signOutAll(id, tokenOf(event))
    redirect(303, '/me/security?done=sessions')
  },
  async addPasskey(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const { access, clock } = plenum()
    const passkey = { answer: form.text('answer'), name: form.text('name'), proof: proofIn(form) }
    const answer = await access.passkeys.register(id, passkey, await siteOf(event), clock.now())
    if (isRefusal(answer)) return form.fail(answer)
    await tellAccountChange(id, 'passkey')
    redirect(303, '/me/security?done=passkey')
  },
  async renamePasskey(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const answer = await plenum().access.passkeys.rename(id, form.text('passkey'), form.text('name'))
    return isRefusal(answer) ? form.fail(answer) : redirect(303, '/me/security?done=renamed')
  },
  async removePasskey(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const refusal = await unproven(id, form)
    if (refusal !== undefined) return form.fail(refusal)
    await plenum().access.passkeys.remove(id, form.text('passkey'))
    redirect(303, '/me/security?done=passkey-removed')
  },
  async stopRecovery(event) {
    const form = await readForm(event)
    const body = { request: form.text('request'), member: form.text('member') }
    const answer = await enter(event, form, { type: 'recovery.cancel', unit: null, body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, '/me/security?done=recovery-stopped')
  },
  async password(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const password = form.secret('password-new')
    if (password !== form.secret('password-again')) return form.fail(refuse('passwords-differ'))
    const { access, clock } = plenum()
    const answer = await access.changePassword(id, proofIn(form), password, clock.now(), deviceFrom(event))
    if (isRefusal(answer)) return form.fail(answer)
    keepSession(event, answer)
    await tellAccountChange(id, 'password')
    redirect(303, '/me/security?done=password')
  },
}
