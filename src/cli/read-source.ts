import * as fs from 'node:fs'
import { whyNot } from './file-fault.ts'
import { readChunks } from './lines.ts'

/** Where an export comes from. Chunks may be filled anew once the next is asked for. */
export interface Source {
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  /** Bytes in all, where that is known. */
  readonly bytes: number | undefined
}

/** Opens a file, `-` for stdin, or an http(s) address; or says in a sentence why it cannot be read. */
export async function openSource(name: string, headers: readonly string[]): Promise<Source | string> {
  if (name === '-') return { chunks: process.stdin as AsyncIterable<Uint8Array>, bytes: undefined }
  if (/^https?:\/\//.test(name)) return openAddress(name, headers)
  try {
    const stats = fs.statSync(name)
    if (stats.isDirectory()) return `${name} is a folder; the audit reads an exported record.`
    fs.accessSync(name, fs.constants.R_OK)
    return { chunks: readChunks(name), bytes: stats.isFile() ? stats.size : undefined }
  } catch (error) {
    return whyNot('read', name, error)
  }
}

async function openAddress(address: string, list: readonly string[]): Promise<Source | string> {
  const headers = headersOf(list)
  if (typeof headers === 'string') return headers
  try {
    const response = await fetch(address, { headers, redirect: 'follow' })
    const length = response.headers.get('content-length')
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
    if (!response.ok) return `${address} answered with ${response.status}. ${SIGN_IN}`
    if (isPage || response.body === null)
      return `${address} answered with a page, not with an export. ${SIGN_IN}`
    return { chunks: response.body, bytes: length === null ? undefined : Number(length) }
  } catch (error) {
    return `${address} cannot be reached (${causeOf(error)}).`
  }
}

const SIGN_IN =
  "To read as a member, download the export in your browser, or pass your session: --header 'cookie: plenum-session=…'"

function headersOf(list: readonly string[]): Headers | string {
  const headers = new Headers()
  for (const each of list) {
    const [, name, value] = /^([^:\s]+):\s*(.+)$/.exec(each) ?? []
    if (name === undefined || value === undefined) return `--header ${each} is not of the form name: value`
    headers.append(name, value)
  }
  return headers
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof Error)
    return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
  return String(cause)
}
