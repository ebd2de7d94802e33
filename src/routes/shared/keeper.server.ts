import { error, type RequestEvent } from '@sveltejs/kit'
import { members } from '#ui/words/members.ts'
import { read } from '#views/read.server.ts'
import { keepsSomeRoll, keepsWholeRoll } from '#views/roll.server.ts'
import { requireMember } from './session.server.ts'

/** Stops whoever keeps no roll; with `whole`, whoever does not keep that of the whole organization. */
export async function requireKeeper(event: RequestEvent, whole = false): Promise<string> {
  const id = requireMember(event)
  const keeps = await read(event, (org) => (whole ? keepsWholeRoll(org, id) : keepsSomeRoll(org, id)))
  return keeps ? id : error(403, members.keepersOnly)
}
