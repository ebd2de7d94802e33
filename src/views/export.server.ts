import { formatExportLine } from '#modules/record/core'
import { exportRecord, type ExportReader } from '#organization/server'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

const CHUNK = 64 * 1024

/** The record as this reader may see it, made while it is sent: it may be longer than memory. */
export async function exportResponse(
  asker: { readonly locals: App.Locals },
  reader: ExportReader,
): Promise<Response> {
  const org = await read(asker, (org) => org)
  const lines = exportRecord(plenum(), org, reader)
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
