import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bug } from '#kernel/bug'
import type { Org } from '#organization'
import { openPlenum, type Plenum } from '#organization/server'
import { makeDemonstration } from '../../src/demonstration/index.ts'
import { must } from './storage.ts'

/** A demonstration in a folder of its own. */
export interface Made {
  readonly plenum: Plenum
  readonly org: Org
  close(): Promise<void>
}

/** Makes a demonstration, as `plenum demo` does. */
export async function openDemonstration(told: (day: number) => void = () => undefined): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-demonstration-'))
  const plenum = must(await openPlenum({ data: folder, hurried: true }))
  const refusal = await makeDemonstration(plenum, told)
  if (refusal !== undefined) bug(`no demonstration was made: ${refusal.code}`)
  return {
    plenum,
    org: await plenum.clerk.read((each) => each),
    async close() {
      await plenum.close()
      rmSync(folder, { recursive: true })
    },
  }
}
