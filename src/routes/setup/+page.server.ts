import { redirect } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { NOBODY } from '#modules/record/core'
import { PRESET_NAMES, PRESETS, type PresetName } from '#modules/rulebook/core'
import { checkTypedName, organizationOf, rulesFor } from '#modules/units/core'
import { foundingIsOpen, type Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { presets } from '#ui/words/setup.ts'
import { enter, formKey, readForm } from '../shared/forms.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { countByStatus } from '#views/roll.server.ts'
import { makingNow, startMaking } from '../shared/making.server.ts'
import { holdsSetup, requireSetup, takeSetupCode } from '../shared/setup.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const making = makingNow()
  if (making !== undefined)
    return { step: 'making' as const, making, founded: null, key: formKey(), wrong: null }
  const founded = await read(event, (org) =>
    org.units.organization.get() === undefined ? null : viewFounding(org),
  )
  if (founded?.isRatified === true) {
    await holdsSetup(event)
    if (plenum().demonstration) redirect(303, '/demonstration')
    return { step: 'over' as const, founded, key: formKey(), wrong: null }
  }
  const code = event.url.searchParams.get('code')
  const refusal = code === null ? undefined : await takeSetupCode(event, code)
  if (code !== null && refusal === undefined) redirect(303, '/setup')
  const wrong = refusal === undefined ? null : sayRefusal(refusal)
  if (!(await holdsSetup(event))) return { step: 'code' as const, founded: null, key: formKey(), wrong }
  return { step: 'steps' as const, founded, key: formKey(), wrong }
}

export const actions: Actions = {
  async code(event) {
    const form = await readForm(event)
    const refusal = await takeSetupCode(event, form.text('code'))
    if (refusal !== undefined) return form.fail(refusal)
    redirect(303, '/setup')
  },
  async demonstration(event) {
    await requireSetup(event)
    const isFounded = await read(event, (org) => org.units.organization.get() !== undefined)
    if (!isFounded) startMaking()
    redirect(303, '/setup')
  },
  async found(event) {
    await requireSetup(event)
    const form = await readForm(event)
    const name = form.text('name')
    const unfit = checkTypedName(name)
    if (unfit !== undefined) return form.fail(unfit)
    const preset = form.text('preset')
    if (!isPreset(preset)) return form.fail(refuse('no-preset'))
    const { demonstration } = plenum()
    // The rules keep the name that whoever chose them read.
    const rules = { ...PRESETS[preset], name: presets[preset].name }
    const body = { name, root: form.idFor('root'), rules, demonstration }
    const answer = await enter(event, form, { by: NOBODY, type: 'organization.found', unit: null, body })
    if (isRefusal(answer)) return form.fail(answer)
    redirect(303, '/setup?done=founded')
  },
}

function isPreset(name: string): name is PresetName {
  return PRESET_NAMES.some((each) => each === name)
}

function viewFounding(org: Org) {
  const { root, status, name } = organizationOf(org.units)
  const last = org.motions.motions.get(org.motions.order.at(-1) ?? '')
  return {
    isRatified: status === 'ratified',
    isOpen: foundingIsOpen(org),
    motion: last === undefined ? null : { id: last.id, decided: last.stage.kind === 'decided' },
    name,
    rules: rulesFor(org, root).rules.name,
    listed: countByStatus(org).listed ?? 0,
    places: org.units.order.length,
  }
}
