import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { Instant } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import type { Unit } from '#modules/units/core'
import { belongs, namingFor } from '#modules/voting/core'
import type { Org } from '#organization'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { whyNot } from '#views/may.server.ts'
import { lineOf } from '#views/motion-lines.server.ts'
import { read } from '#views/read.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { rulesOf, unitLine, unitsIn } from '#views/units.server.ts'
import { whoIs } from '#views/who.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const MOTIONS_SHOWN = 20

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const view = await read(event, (org, now) => {
    const unit = org.units.units.get(event.params.id)
    return unit === undefined ? null : viewUnit(org, now, unit, me)
  })
  if (view === null) notFound('unit')
  const who = await whoIs(view.motions.map(({ by }) => by))
  return { ...view, motions: view.motions.map((line) => ({ ...line, by: who(line.by) })), key: formKey() }
}

export const actions: Actions = {
  join: (event) => act(event, 'unit.join', 'joined'),
  leave: (event) => act(event, 'unit.leave', 'left'),
}

async function act(event: RequestEvent<{ id: string }>, type: string, done: string) {
  const form = await readForm(event)
  const answer = await enter(event, form, { type, unit: event.params.id, body: {} })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/units/${event.params.id}?done=${done}`)
}

function viewUnit(org: Org, now: Instant, unit: Unit, me: string) {
  const parent = unit.parent === null ? undefined : org.units.units.get(unit.parent)
  const may = (type: string): boolean => whyNot(org, now, { by: me, type, unit: unit.id, body: {} }) === null
  return {
    unit: unitLine(org, unit),
    parent: parent === undefined ? null : { id: parent.id, name: parent.name },
    rules: rulesOf(org, unit.id),
    within: unitsIn(org, unit.id).map((each) => unitLine(org, each)),
    issuers: issuersOf(org, unit.id),
    motions: motionsOf(org, unit.id),
    isMine: belongs(org, unit.id, org.members.indices.get(me) ?? -1),
    mayJoin: may('unit.join'),
    mayLeave: may('unit.leave'),
  }
}

/** Who signs keys in the unit's secret votes besides this server; null for nobody else. */
function issuersOf(org: Org, unit: string) {
  const naming = namingFor(org, unit)
  if (naming === undefined) return null
  const { k, motion, issuers } = naming
  const { stock } = org.voting.issuers
  const named = issuers.map(({ name, address, key }) => ({
    name,
    address,
    unused: stock.get(key)?.length ?? 0,
  }))
  return { k, motion, named }
}

function motionsOf(org: Org, unit: string) {
  const own = org.motions.order.values().flatMap((id) => {
    const motion = org.motions.motions.get(id)
    return motion?.unit === unit ? [motion] : []
  })
  return own
    .slice(-MOTIONS_SHOWN)
    .reverse()
    .map((motion) => lineOf(org, motion))
}
