import type { RequestEvent } from '@sveltejs/kit'
import type { Site } from '#modules/access'
import { common } from '#ui/words/common.ts'
import { read } from '#views/read.server.ts'

/**
 * The site that passkeys and authenticators know: its public origin is the operator's setting, not what a request claims, or
 * whoever stands between could have passkeys made for a name of theirs.
 */
export async function siteOf(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<Site> {
  const organization = await read(event, ({ units }) => units.organization.get()?.name)
  return {
    origin: process.env['PLENUM_ORIGIN'] ?? event.url.origin,
    name: organization ?? common.program,
  }
}
