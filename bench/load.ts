import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** What came of asking for a page again and again. */
export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Of one answer, head and body. */
  readonly bytes: number
  /** Milliseconds of a processor that the answering process took for one. */
  readonly processor: number
}

/**
 * Asks for a page over so many connections, each asking again as soon as it was answered. On sockets, not through Node's client:
 * that one would need as much of the machine as what is measured.
 */
export async function load(
  url: URL,
  pid: number | undefined,
  cookie: string,
  connections: number,
  seconds: number,
): Promise<Load> {
  const question = `GET ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\naccept: text/html\r\ncookie: ${cookie}\r\n\r\n`
  const times: number[] = []
  let bytes = 0
  const before = processorTime(pid)
  const begin = performance.now()
  const until = begin + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, () =>
      ask(url, question, (time, size) => {
        times.push(time)
        bytes = size
        return performance.now() < until
      }),
    ),
  )
  const taken = (performance.now() - begin) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  return {
    perSecond: times.length / taken,
    p50: at(0.5),
    p99: at(0.99),
    bytes,
    processor: (processorTime(pid) - before) / times.length,
  }
}

function ask(
  { hostname, port }: URL,
  question: string,
  told: (time: number, bytes: number) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let since = performance.now()
    let parts: Buffer[] = []
    socket.setNoDelay(true)
    socket.on('connect', () => {
      since = performance.now()
      socket.write(question)
    })
    socket.on('data', (part) => {
      parts.push(part)
      const bytes = wholeAnswer(parts)
      if (bytes === undefined) return
      parts = []
      const again = told(performance.now() - since, bytes)
      since = performance.now()
      if (again) socket.write(question)
      else end(socket, resolve)
    })
    socket.on('error', reject)
  })
}

function end(socket: Socket, resolve: () => void): void {
  socket.end()
  socket.destroy()
  resolve()
}

/** The bytes of an answer once it is there as a whole; another status than 200 is a fault of the benchmark. */
function wholeAnswer(parts: readonly Buffer[]): number | undefined {
  const first = parts[0]
  if (first === undefined) return undefined
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  const head = first.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const text = first.toString('latin1', 0, head)
  if (!text.startsWith('HTTP/1.1 200')) throw new Error(`answered: ${text.split('\r\n')[0] ?? ''}`)
  const length = /content-length: (\d+)/i.exec(text)?.[1]
  if (length === undefined)
    return parts.at(-1)?.toString('latin1').endsWith('0\r\n\r\n') === true ? size : undefined
  return size >= head + 4 + Number(length) ? size : undefined
}

// Linux counts in hundredths of a second.
const TICK = 10

/** Milliseconds of a processor that a process has taken so far: other work on the machine does not change it. */
export function processorTime(pid: number | undefined): number {
  const fields =
    readFileSync(`/proc/${pid ?? 'self'}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK
}
