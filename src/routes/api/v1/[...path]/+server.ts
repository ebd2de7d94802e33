import { answerApi } from '#api/index.ts'
import { log } from '#views/log.server.ts'
import type { RequestHandler } from './$types.js'

/** Everything under /api/v1 is answered by src/api. */
export const fallback: RequestHandler = (event) =>
  answerApi(event.request, {
    locals: event.locals,
    address: event.getClientAddress(),
    origin: event.url.origin,
    fault(error) {
      const number = crypto.randomUUID().slice(0, 8)
      log.fault('/api/v1', number, error)
      return number
    },
  })
