import { renderCalendar } from '#modules/notices/core'
import { viewFeed } from '#views/mail/view-feed.server.ts'
import { notFound } from '../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** Until when something waits for a member, for their calendar. The address is the permission. */
export const GET: RequestHandler = async ({ params }) => {
  const calendar = (await viewFeed(params.secret, 'deadlines')) ?? notFound('page')
  return new Response(renderCalendar(calendar), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
