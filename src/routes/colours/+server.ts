import { redirect } from '@sveltejs/kit'
import { DAY } from '#kernel/instant'
import { coloursOf } from '#ui/colours.ts'
import { readForm } from '../shared/forms.server.ts'
import { localPath } from '../shared/local-path.server.ts'
import { COLOURS_COOKIE, cookieOptions } from '../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** Keeps the colours that somebody chose in their browser, and comes back to where they were. */
export const POST: RequestHandler = async (event) => {
  const form = await readForm(event)
  const colours = coloursOf(form.text('colours'))
  // The browser's own time, since a demonstration's clock can be moved.
  event.cookies.set(COLOURS_COOKIE, colours, cookieOptions(event.url, Date.now() + 365 * DAY))
  redirect(303, localPath(form.text('back')))
}

/** Somebody who comes here by address changes nothing. */
export const GET: RequestHandler = () => redirect(303, '/')
