import { answerApi } from '#api/index.ts'
import type { RequestHandler } from './$types.js'

/** Everything under /api/v1 is answered by src/api. */
export const fallback: RequestHandler = (event) =>
  answerApi(event.request, {
    locals: event.locals,
    address: event.getClientAddress(),
    origin: event.url.origin,
    fault(error) {
      const number = crypto.randomUUID().slice(0, 8)
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
      console.error(`fault ${number} at /api/v1: ${trace.replaceAll(/[\r\n]+/g, '\n    ')}`)
      return number
    },
  })
