import { redirect } from '@sveltejs/kit'
import { DAY } from '#kernel/instant'
import { languageOf } from '#kernel/language'
import { readForm } from '../shared/forms.server.ts'
import { localPath } from '../shared/local-path.server.ts'
import { cookieOptions, LANGUAGE_COOKIE } from '../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** Keeps the language that somebody chose in their browser, and comes back to where they were. */
export const POST: RequestHandler = async (event) => {
  const form = await readForm(event)
  const language = languageOf(form.text('language'))
  // The browser's own time, since a demonstration's clock can be moved.
  if (language !== undefined)
    event.cookies.set(LANGUAGE_COOKIE, language, cookieOptions(event.url, Date.now() + 365 * DAY))
  redirect(303, localPath(form.text('back')))
}

/** Somebody who comes here by address changes nothing. */
export const GET: RequestHandler = () => redirect(303, '/')
