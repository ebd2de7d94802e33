import { pino, type DestinationStream } from 'pino'

// What is logged says how the server is and nothing about anybody: no name, address, id of a member, path, query or secret. So
// every line is made here, from fields that are named.

/** What may be logged. */
export interface Log {
  /** A request that was answered. `route` is the pattern of the page, such as `/invitation/[token]`, never its path. */
  request(method: string, route: string | null, status: number, ms: number): void
  /** Something that the operator may want to know: a start, a stop, that nothing can be entered and for what reason. */
  event(event: string, facts?: Readonly<Record<string, string | number>>): void
  /** A fault of ours, with the number that the person was told. */
  fault(where: string, number: string | null, error: unknown): void
}

const LEVELS = ['silent', 'error', 'info', 'debug'] as const

/** A log of this level (PLENUM_LOG): one line of JSON each, `info` where none or an unknown one is named. */
export function createLog(wanted: string | undefined, destination: DestinationStream): Log {
  const log = pino(
    {
      level: LEVELS.find((each) => each === wanted) ?? 'info',
      // Neither the process's number nor the machine's name.
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return {
    request(method, route, status, ms) {
      log.debug({ method, route: route ?? 'none', status, ms: Math.round(ms) }, 'request')
    },
    event(event, facts = {}) {
      log.info(facts, event)
    },
    fault(where, number, error) {
      log.error({ where, number, trace: traceOf(error) }, 'fault')
    },
  }
}

/** Not the error's other properties: a database's name the row, with its address or password hash. */
function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The log of this process: to stderr and at once, because a process that ends has no time to write. */
export const log = createLog(process.env['PLENUM_LOG'], pino.destination({ dest: 2, sync: true }))
