import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { fieldsOfPlatform, typedPlatform } from '#modules/tendencies/core'
import { read } from '#views/read.server.ts'
import { viewPlatformForm, whyNoChange } from '#views/view-tendency.server.ts'
import { enter, formKey, readForm } from '../../../shared/forms.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  return read(event, (org, now) => {
    const tendency = org.tendencies.tendencies.get(event.params.id)
    if (tendency === undefined) notFound('tendency')
    const refused = whyNoChange(org, now, member, tendency)
    const points = viewPlatformForm(org, tendency.unit)
    const fields = fieldsOfPlatform(
      tendency.platform,
      points.map(({ id }) => id),
    )
    return { tendency: { id: tendency.id, name: tendency.name }, refused, points, fields, key: formKey() }
  })
}

export const actions: Actions = {
  async default(event) {
    requireMember(event)
    const form = await readForm(event)
    const { id } = event.params
    const found = await read(event, (org) => {
      const tendency = org.tendencies.tendencies.get(id)
      return tendency === undefined
        ? undefined
        : { unit: tendency.unit, points: viewPlatformForm(org, tendency.unit) }
    })
    if (found === undefined) notFound('tendency')
    const points = found.points.map((point) => point.id)
    const platform = typedPlatform((field) => form.text(field), points)
    if (isRefusal(platform)) return form.fail(platform)
    const change = {
      kind: 'platform',
      platform: platform.map((stance) => ({ ...stance, clauses: [...stance.clauses] })),
    }
    const body = { proposal: form.idFor('proposal'), tendency: id, change }
    const answer = await enter(event, form, { type: 'tendency.change', unit: found.unit, body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/tendencies/${id}?done=tendencyProposed`)
  },
}
