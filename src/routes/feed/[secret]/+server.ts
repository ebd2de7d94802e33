import { renderAtom } from '#modules/notices/core'
import { viewFeed } from '#views/mail/view-feed.server.ts'
import { notFound } from '../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** A member's feed. The address is the permission: feed readers cannot sign in. */
export const GET: RequestHandler = async ({ params }) => {
  const feed = (await viewFeed(params.secret, 'news')) ?? notFound('page')
  return new Response(renderAtom(feed), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
