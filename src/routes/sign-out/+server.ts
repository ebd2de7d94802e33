import { redirect } from '@sveltejs/kit'
import { plenum } from '#views/plenum.server.ts'
import { forgetSession, SESSION_COOKIE } from '../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

export const POST: RequestHandler = async ({ cookies }) => {
  const token = cookies.get(SESSION_COOKIE)
  if (token !== undefined) await plenum().access.signOut(token)
  forgetSession(cookies)
  redirect(303, '/')
}

/** Somebody who comes here by address changes nothing. */
export const GET: RequestHandler = () => redirect(303, '/')
