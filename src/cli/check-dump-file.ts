import type { Refusal } from '#kernel/refusal'
import { checkDump, type SoundDump } from '#organization/server'
import { createLineCutter, readChunks } from './lines.ts'
import { createProgress } from './progress.ts'

/** Reads a dump to its end and audits the record in it. Throws what the file system throws. */
export function checkDumpFile(file: string, size: number): SoundDump | Refusal {
  const progress = createProgress('Checking, bytes')
  const check = checkDump()
  let refusal: Refusal | undefined
  const cutter = createLineCutter((text, number) => {
    refusal ??= check.take(text, number)
  })
  for (const chunk of readChunks(file, (bytes) => {
    progress.at(bytes, size)
  })) {
    cutter.push(chunk)
    if (refusal !== undefined) break
  }
  if (refusal === undefined) cutter.end()
  progress.done()
  return refusal ?? check.finish()
}
