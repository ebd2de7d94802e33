import { pino } from 'pino'

// What is logged says how the server is and nothing about anybody: no name, address, id of a member, path, query or secret. So
// every line is made here, from fields that are named.

const LEVELS = ['silent', 'error', 'info', 'debug'] as const

const wanted = process.env['PLENUM_LOG'] ?? 'info'
const level = LEVELS.find((each) => each === wanted) ?? 'info'

// To stderr and at once: a process that ends has said everything.
const log = pino(
  {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  pino.destination({ dest: 2, sync: true }),
)

/** A request that was answered. `route` is the pattern of the page, such as `/invitation/[token]`, never its path. */
export function logRequest(method: string, route: string | null, status: number, ms: number): void {
  log.debug({ method, route: route ?? 'none', status, ms: Math.round(ms) }, 'request')
}

/** Something that the operator may want to know: a start, a stop, that nothing can be entered and for what reason. */
export function logEvent(event: string, facts: Readonly<Record<string, string | number>> = {}): void {
  log.info(facts, event)
}

/** A fault of ours, with the number that the person was told. */
export function logFault(where: string, number: string | null, error: unknown): void {
  log.error({ where, number, trace: traceOf(error) }, 'fault')
}

/** Not the error's other properties: a database's name the row, with its address or password hash. */
function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
