import { error, redirect } from '@sveltejs/kit'
import { HOUR, type Instant } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { refusalStatus } from '#organization'
import { demonstration } from '#ui/words/demonstration.ts'
import { sayRefusal } from '#ui/refusals.ts'
import { nextThing } from '#views/view-demonstration.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { moveClock } from '../../../demonstration/index.ts'
import { readForm } from '../../shared/forms.server.ts'
import { localPath } from '../../shared/local-path.server.ts'
import { notFound } from '../../shared/session.server.ts'
import { holdsSetup } from '../../shared/setup.server.ts'
import type { RequestHandler } from './$types.js'

/** Moves a demonstration's clock forward, and has the clerk enter what falls due by that. */
export const POST: RequestHandler = async (event) => {
  const open = plenum()
  if (!open.demonstration) notFound('page')
  if (event.locals.member === undefined && !(await holdsSetup(event))) error(403, demonstration.notYours)
  const form = await readForm(event)
  const to = await momentOf(form.text('hours'))
  if (to === undefined) error(400, demonstration.noStep)
  const refusal = await moveClock(open, to)
  if (isRefusal(refusal)) error(refusalStatus(refusal), sayRefusal(refusal))
  redirect(303, localPath(form.text('back')))
}

/** One of the steps that the banner offers, or the moment at which something falls due next. */
async function momentOf(step: string): Promise<Instant | undefined> {
  const { clerk, clock } = plenum()
  if (step === 'next') return clerk.read((org) => nextThing(org)?.at)
  const hours = Number(step)
  return demonstration.steps.some((each) => each.hours === hours) ? clock.now() + hours * HOUR : undefined
}
