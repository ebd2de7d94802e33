/** Tells on stderr how far something long has come. */
export interface Progress {
  at(count: number, total?: number): void
  /** Takes the line away again where it stands on a screen. */
  done(): void
}

const FIRST = { screen: 300, log: 2000 }
const EVERY = { screen: 100, log: 5000 }

/** On a screen one line that changes; in a log a line now and then, and none for what takes less than two seconds. */
export function createProgress(what: string): Progress {
  const kind = process.stderr.isTTY ? 'screen' : 'log'
  let next = performance.now() + FIRST[kind]
  let shown = false
  return {
    at(count, total) {
      if (performance.now() < next) return
      next = performance.now() + EVERY[kind]
      shown = true
      const share =
        total === undefined || total === 0 ? '' : ` (${Math.min(100, Math.floor((100 * count) / total))} %)`
      const text = `${what}: ${count.toLocaleString('en')}${total === undefined ? '' : ` of ${total.toLocaleString('en')}`}${share}`
      process.stderr.write(kind === 'screen' ? `\r\u001b[K${text}` : `${text}\n`)
    },
    done() {
      if (shown && kind === 'screen') process.stderr.write('\r\u001b[K')
    },
  }
}
