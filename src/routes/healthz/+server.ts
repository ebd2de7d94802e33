import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import type { RequestHandler } from './$types.js'

/** Whether this process can enter acts: for whoever watches over the machine. Nothing about anybody. */
export const GET: RequestHandler = async (event) => {
  const entries = await read(event, ({ head }) => head.get().size)
  const trouble = plenum().clerk.trouble()
  const answer = trouble === undefined ? { ok: true, entries } : { ok: false, entries, trouble: trouble.code }
  return Response.json(answer, {
    status: trouble === undefined ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
