import { redirect } from '@sveltejs/kit'
import { endOperator } from '../../shared/operator.server.ts'
import type { RequestHandler } from './$types.js'

export const POST: RequestHandler = async (event) => {
  await endOperator(event)
  redirect(303, '/operator/sign-in')
}

/** Somebody who comes here by address changes nothing. */
export const GET: RequestHandler = () => redirect(303, '/operator/sign-in')
