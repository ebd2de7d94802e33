import { error, redirect } from '@sveltejs/kit'
import { HOUR } from '#kernel/instant'
import { demonstration } from '#ui/words/demonstration.ts'
import { readForm } from '../../shared/forms.server.ts'
import { localPath } from '../../shared/local-path.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { notFound } from '../../shared/session.server.ts'
import { holdsSetup } from '../../shared/setup.server.ts'
import type { RequestHandler } from './$types.js'

/** Moves a demonstration's clock forward, and has the clerk enter what falls due by that. */
export const POST: RequestHandler = async (event) => {
  const open = plenum()
  if (!open.demonstration) notFound('page')
  if (event.locals.member === undefined && !(await holdsSetup(event))) error(403, demonstration.notYours)
  const form = await readForm(event)
  const hours = Number(form.text('hours'))
  if (!demonstration.steps.some((step) => step.hours === hours)) error(400, demonstration.noStep)
  open.clock.shift(hours * HOUR)
  await open.clerk.submitAll([])
  redirect(303, localPath(form.text('back')))
}
