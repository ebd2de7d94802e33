import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { checkTypedTendencyName, signatoriesNeeded, typedPlatform } from '#modules/tendencies/core'
import { organizationOf } from '#modules/units/core'
import { unitsOf } from '#modules/voting/core'
import { read } from '#views/read.server.ts'
import { viewPlatformForm } from '#views/view-tendency.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const asked = event.url.searchParams.get('unit')
  return read(event, (org, now) => {
    const units = unitsOf(org, indexOf(org.members, member)).map(({ id, name }) => ({ id, name }))
    const unit = units.find(({ id }) => id === asked)?.id ?? organizationOf(org.units).root
    const needed = signatoriesNeeded(org, unit, now)
    return { units, unit, needed, points: viewPlatformForm(org, unit), key: formKey() }
  })
}

export const actions: Actions = {
  async default(event) {
    requireMember(event)
    const form = await readForm(event)
    const [unit, name, tendency] = [form.text('unit'), form.text('name'), form.idFor('tendency')]
    const points = await read(event, (org) => viewPlatformForm(org, unit).map(({ id }) => id))
    const refusal = checkTypedTendencyName(name)
    const platform = refusal ?? typedPlatform((field) => form.text(field), points)
    if (isRefusal(platform)) return form.fail(platform)
    const body = {
      tendency,
      unit,
      name,
      platform: [...platform].map((stance) => ({ ...stance, clauses: [...stance.clauses] })),
      ...(form.text('unlisted') === '' ? {} : { listed: false }),
    }
    const answer = await enter(event, form, { type: 'tendency.found', unit, body })
    return isRefusal(answer)
      ? form.fail(answer)
      : redirect(303, `/tendencies/${tendency}?done=tendencyFounded`)
  },
}
