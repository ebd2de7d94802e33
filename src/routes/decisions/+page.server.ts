import { lineOf, motionsIn } from '#views/motion-lines.server.ts'
import { pageOf } from '../shared/paging.server.ts'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import type { PageServerLoad } from './$types.js'

/** What was decided, newest first. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const { page, from, count } = pageOf(event.url)
  const { lines, more } = await read(event, (org) => {
    const decided = motionsIn(org, 'decided')
    return {
      lines: decided.slice(from, from + count).map((motion) => lineOf(org, motion)),
      more: decided.length > from + count,
    }
  })
  const who = await whoIs(lines.map(({ by }) => by))
  return { lines: lines.map((line) => ({ ...line, by: who(line.by) })), page, more }
}
