import { formatExportLine } from '#modules/record/core'
import { exportRecord } from '#organization/server'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

const CHUNK = 64 * 1024

/** The record as the member who asks may read it, line by line, for the audit. */
export const GET: RequestHandler = async (event) => {
  const id = requireMember(event)
  const org = await read(event, (org) => org)
  const lines = exportRecord(plenum(), org, { kind: 'member', id })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = ''
      while (text.length < CHUNK) {
        const next = await lines.next()
        if (next.done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += `${formatExportLine(next.value)}\n`
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  const headers = {
    'content-type': 'application/jsonl; charset=utf-8',
    'content-disposition': 'attachment; filename="record.jsonl"',
    'cache-control': 'private, no-store',
  }
  return new Response(body, { headers })
}
