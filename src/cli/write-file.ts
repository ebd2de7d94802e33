import * as fs from 'node:fs'
import * as path from 'node:path'
import { once } from 'node:events'
import { whyNot } from './file-fault.ts'

const BUFFERED = 1 << 20

/** Where lines go: to stdout, or to a file that is there whole or not at all. Answers a sentence where it could not be written. */
export function writeLines(
  lines: AsyncIterable<string> | Iterable<string>,
  file: string | undefined,
): Promise<string | undefined> {
  return file === undefined ? toStdout(lines) : toFile(lines, file)
}

async function toFile(
  lines: AsyncIterable<string> | Iterable<string>,
  file: string,
): Promise<string | undefined> {
  const half = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`)
  let open: number | undefined
  try {
    // What is exported or dumped is not for everybody on this machine.
    open = fs.openSync(half, 'w', 0o600)
    // Not writeSync: on a full disk that writes a part and says so in its answer only.
    for await (const text of inParts(lines)) fs.writeFileSync(open, text)
    fs.fsyncSync(open)
    fs.closeSync(open)
    open = undefined
    fs.renameSync(half, file)
    return undefined
  } catch (error) {
    const sentence = whyNot('write', file, error)
    if (open !== undefined) fs.closeSync(open)
    fs.rmSync(half, { force: true })
    return sentence
  }
}

async function toStdout(lines: AsyncIterable<string> | Iterable<string>): Promise<string | undefined> {
  const gone = new AbortController()
  // Whoever reads may stop reading, as `head` does: that is no fault.
  process.stdout.on('error', () => {
    gone.abort()
  })
  for await (const text of inParts(lines)) {
    if (gone.signal.aborted) return undefined
    if (!process.stdout.write(text))
      await once(process.stdout, 'drain', { signal: gone.signal }).catch(() => undefined)
  }
  return undefined
}

async function* inParts(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length < BUFFERED) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
