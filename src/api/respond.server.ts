import { createHash } from 'node:crypto'
import type { Receipt } from '#modules/record/core'

/**
 * An answer in JSON. What is read carries a mark of its content, so that whoever asks again with it is told that nothing changed; it
 * may be kept only by whoever asked, and asked about before it is used again.
 */
export function answerJson(request: Request, status: number, answer: unknown): Response {
  if (status === 204) return new Response(null, { status })
  const text = JSON.stringify(answer)
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    vary: 'Authorization, Cookie, Accept-Language',
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(text, { status, headers: { ...headers, 'cache-control': 'no-store' } })
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const kept = { ...headers, etag, 'cache-control': 'private, no-cache' }
  return isKnown(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: kept })
    : new Response(text, { status, headers: kept })
}

/** RFC 9110, 13.1.2: the weak comparison. */
function isKnown(header: string | null, etag: string): boolean {
  const marks = (header ?? '').split(',').map((mark) => mark.trim().replace(/^W\//, ''))
  return marks.includes(etag) || marks.includes('*')
}

/** 201 for what is new, 200 for what had been entered before; and how far the caller has now seen the record. */
export function answerReceipts(request: Request, receipts: readonly Receipt[], answer: unknown): Response {
  const response = answerJson(request, receipts.every(({ again }) => again) ? 200 : 201, answer)
  response.headers.set('plenum-seen', String(Math.max(...receipts.map(({ seq }) => seq)) + 1))
  return response
}
